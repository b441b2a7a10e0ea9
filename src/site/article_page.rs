use super::markup::Markup;
use super::piece::Piece;
use super::sheet::Sheet;
use super::words::Words;
use super::{File, Settings, json_ld, sheet};
use crate::model::{Article, BlockKind};
use crate::view::{Phrase, Text, date};

/// The page of an article, which needs no JavaScript.
pub fn article_page(piece: &Piece, article: &Article, settings: &Settings, sheets: &[Sheet]) -> File {
    let mut html = Markup::html();
    let language = settings.language;
    html.element("html", &[("lang", language.tag())], |html| {
        html.element("head", &[], |html| {
            head(html, &format!("{} · {}", piece.title, settings.title), &piece.summary, sheets);
            if let Some(address) = settings.address(&piece.path) {
                html.empty("link", &[("rel", "canonical"), ("href", &address)]);
                html.empty("meta", &[("name", "citation_fulltext_html_url"), ("content", &address)]);
            }
            citation(html, piece, article, settings);
            html.data("application/ld+json", &json_ld::news_article(piece, article, settings));
        });
        html.element("body", &[], |html| {
            html.element("nav", &[], |html| html.leaf("a", &[("href", "../")], &settings.title));
            html.element("main", &[], |html| {
                html.element("article", &[("lang", "zh-CN")], |html| body(html, piece, article, settings))
            });
        });
    });
    File::new(&piece.path, html.finish())
}

/// The head of a page in a folder below the site's.
pub fn head(html: &mut Markup, title: &str, description: &str, sheets: &[Sheet]) {
    html.empty("meta", &[("charset", "utf-8")]);
    html.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    html.empty("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    html.leaf("title", &[], title);
    html.empty("meta", &[("name", "description"), ("content", description)]);
    html.empty("link", &[("rel", "icon"), ("href", "../icons/icon.svg")]);
    html.empty("link", &[("rel", "alternate"), ("type", "application/atom+xml"), ("href", "../feed.xml")]);
    sheet::link(html, sheets, "../");
}

/// The fields that reference managers read (Highwire Press tags).
fn citation(html: &mut Markup, piece: &Piece, article: &Article, settings: &Settings) {
    let mut tag = |name: &str, content: &str| html.empty("meta", &[("name", name), ("content", content)]);
    tag("citation_title", &piece.title);
    article.reporters.iter().chain(&article.correspondents).for_each(|name| tag("citation_author", name));
    if let Some(date) = piece.printed() {
        tag("citation_publication_date", &date.replace('-', "/"));
    }
    if let Some(publication) = settings.publication() {
        tag("citation_journal_title", publication);
    }
    if let Some(page) = &article.page {
        tag("citation_firstpage", page);
    }
    tag("citation_language", "zh-CN");
}

fn body(html: &mut Markup, piece: &Piece, article: &Article, settings: &Settings) {
    let language = settings.language;
    html.element("header", &[], |html| {
        if let Some(head) = &article.standing_head {
            html.leaf("p", &[("class", "eyebrow")], head);
        }
        html.leaf("h1", &[], &piece.title);
        facts(html, piece, settings);
        for (role, names) in [
            (Text::Reporters, &article.reporters),
            (Text::Correspondents, &article.correspondents),
            (Text::Photographers, &article.photographers),
        ] {
            if !names.is_empty() {
                let names = names.join(Text::Joint.in_language(language));
                html.leaf("p", &[("class", "quiet")], &format!("{} {names}", role.in_language(language)));
            }
        }
    });
    for block in &article.blocks {
        match block.kind {
            BlockKind::Paragraph => html.leaf("p", &[], &block.text),
            BlockKind::SectionHead => html.leaf("h2", &[], &block.text),
            BlockKind::Caption => html.leaf("p", &[("class", "quiet")], &block.text),
            // Who wrote it stands in the header.
            BlockKind::Byline => {}
        }
    }
    html.element("footer", &[("lang", language.tag())], |html| {
        let opened = format!("../{}", piece.opened(settings));
        html.leaf("a", &[("href", &opened)], Words::OpenInArchive.in_language(language));
        if let Some(original) = &piece.original {
            html.text(" · ");
            html.leaf("a", &[("href", original), ("rel", "noreferrer")], Words::Original.in_language(language));
        }
    });
}

/// County, date and page of an article, as far as they are known.
pub fn facts(html: &mut Markup, piece: &Piece, settings: &Settings) {
    let language = settings.language;
    let known = [
        piece.county.clone(),
        piece.date.map(|range| date(range, language)),
        piece.page.as_deref().map(|page| Phrase::Page(page).in_language(language)),
    ];
    let known: Vec<String> = known.into_iter().flatten().collect();
    html.leaf("p", &[("class", "quiet")], &known.join(" · "));
}
