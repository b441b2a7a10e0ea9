use std::io;

use rayon::prelude::*;

use super::article_page::{facts, head};
use super::markup::Markup;
use super::piece::Piece;
use super::pieces::Pieces;
use super::sheet::Sheet;
use super::words::Words;
use super::{File, Put, Settings, feed};
use crate::view::{Phrase, date};

/// The list of all articles: `articles/index.html` leads to a page for each month, so that a new month leaves the others as
/// they are, and to the feeds.
pub fn list_pages(pieces: &Pieces<'_>, settings: &Settings, sheets: &[Sheet], put: &Put<'_>) -> io::Result<()> {
    let index = page(settings, sheets, "../", |html| {
        html.element("ul", &[], |html| {
            for (month, numbers) in pieces.months().iter().rev() {
                let count = Phrase::Articles(numbers.len() as u32).in_language(settings.language);
                html.element("li", &[], |html| {
                    html.leaf("a", &[("href", &name(month.as_deref()))], &called(month.as_deref(), settings));
                    html.text(" ");
                    html.leaf("span", &[("class", "quiet")], &count);
                });
            }
        });
        html.leaf("h2", &[], Words::Feed.in_language(settings.language));
        html.element("ul", &[], |html| {
            let mut link = |path: &str, name: &str| {
                html.element("li", &[], |html| html.leaf("a", &[("href", &format!("../{path}"))], name));
            };
            link("feed.xml", Words::AllArticles.in_language(settings.language));
            pieces.counties().keys().for_each(|county| link(&feed::path(county), county));
        });
    });
    put(File::new("articles/index.html", index))?;
    pieces.months().par_iter().try_for_each(|(month, numbers)| {
        let (month, pieces) = (month.as_deref(), pieces.read(numbers)?);
        let list = page(settings, sheets, "./", |html| {
            html.leaf("h2", &[], &called(month, settings));
            list(html, &pieces, settings, Some("../"));
        });
        put(File::new(format!("articles/{}", name(month)), list))
    })
}

/// Articles, each with its page, what is known of it and how it begins. `home` leads to the site's folder; without it titles
/// lead nowhere.
pub fn list(html: &mut Markup, pieces: &[Piece], settings: &Settings, home: Option<&str>) {
    html.element("ol", &[], |html| {
        for piece in pieces {
            html.element("li", &[("lang", "zh-CN")], |html| {
                html.element("h3", &[], |html| match home {
                    Some(home) => html.leaf("a", &[("href", &format!("{home}{}", piece.path))], &piece.title),
                    None => html.text(&piece.title),
                });
                facts(html, piece, settings);
                html.leaf("p", &[], &piece.summary);
            });
        }
    });
}

fn page(settings: &Settings, sheets: &[Sheet], up: &str, inside: impl FnOnce(&mut Markup)) -> String {
    let heading = Words::AllArticles.in_language(settings.language);
    let mut html = Markup::html();
    html.element("html", &[("lang", settings.language.tag())], |html| {
        let title = format!("{heading} · {}", settings.title);
        html.element("head", &[], |html| head(html, &title, &title, sheets));
        html.element("body", &[], |html| {
            html.element("nav", &[], |html| html.leaf("a", &[("href", "../")], &settings.title));
            html.element("main", &[], |html| {
                html.element("h1", &[], |html| html.leaf("a", &[("href", up)], heading));
                inside(html);
            });
        });
    });
    html.finish()
}

fn name(month: Option<&str>) -> String {
    format!("{}.html", month.unwrap_or("undated"))
}

fn called(month: Option<&str>, settings: &Settings) -> String {
    let range = month.and_then(|month| month.parse().ok());
    let undated = || Words::Undated.in_language(settings.language).to_owned();
    range.map_or_else(undated, |range| date(range, settings.language))
}
