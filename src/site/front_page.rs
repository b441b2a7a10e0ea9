use super::charts::charts;
use super::list_page::list;
use super::markup::Markup;
use super::page::Page;
use super::piece::Piece;
use super::sheet::Sheet;
use super::words::Words;
use super::{Settings, json_ld, sheet};
use crate::engine::Overview;
use crate::view::{Phrase, Text, period};

/// How many articles are listed, the newest.
pub const MOST: usize = 50;

/// Where the page finds its archive.
pub const ARCHIVE: &str = "archive/";

/// Has the browser fetch the archive's first file while the program still comes and is unpacked.
pub fn fetch_ahead(head: &mut Markup) {
    let file = format!("./{ARCHIVE}archive.baoyan");
    head.empty("link", &[("rel", "preload"), ("as", "fetch"), ("crossorigin", "anonymous"), ("href", &file)]);
}

/// The site's document: the page, and in its place, until it has come or for good, all that is there without JavaScript.
/// `inside` says that the archive is compiled into the page.
pub fn front_page(
    page: &Page,
    overview: &Overview,
    newest: &[Piece],
    settings: &Settings,
    sheets: &[Sheet],
    inside: bool,
) -> String {
    let language = settings.language;
    let mut head = Markup::default();
    sheet::link(&mut head, sheets, "./");
    if !inside {
        fetch_ahead(&mut head);
    }
    head.empty(
        "link",
        &[("rel", "alternate"), ("type", "application/atom+xml"), ("title", &settings.title), ("href", "./feed.xml")],
    );
    if let Some(address) = settings.address("") {
        head.empty("link", &[("rel", "canonical"), ("href", &address)]);
        let search = [
            ("rel", "search"),
            ("type", "application/opensearchdescription+xml"),
            ("title", settings.title.as_str()),
            ("href", "./opensearch.xml"),
        ];
        head.empty("link", &search);
        head.empty(
            "link",
            &[("rel", "alternate"), ("type", "application/json+oembed"), ("href", &format!("{address}oembed.json"))],
        );
    }
    head.data("application/ld+json", &json_ld::dataset(&overview.info, settings));

    let mut body = Markup::default();
    let mut attributes = vec![("page", ""), ("lang", language.tag())];
    if !inside {
        attributes.push(("src", ARCHIVE));
    }
    attributes.extend(settings.publication().map(|name| ("publication", name)));
    body.element("baoyan-archive", &attributes, |html| {
        html.element("div", &[("class", "prerendered")], |html| {
            prerendered(html, overview, newest, settings, Some("./"));
            links(html, settings);
        });
    });

    let mut title = Markup::default();
    title.leaf("title", &[], &settings.title);
    let document = replaced(page.index(), "<title>", "</title>", title.finish().trim_end());
    let document = replaced(&document, "<html", ">", &format!("<html lang=\"{}\">", language.tag()));
    let document = replaced(&document, "<baoyan-archive", "</baoyan-archive>", body.finish().trim_end());
    document.replacen("</head>", &format!("{}</head>", head.finish()), 1)
}

/// What an archive holds, its charts with their tables, and its newest articles; as in [`list`].
pub fn prerendered(html: &mut Markup, overview: &Overview, newest: &[Piece], settings: &Settings, home: Option<&str>) {
    let (language, info) = (settings.language, &overview.info);
    html.element("header", &[], |html| {
        html.leaf("h1", &[], &settings.title);
        let known = [
            info.region.clone(),
            Some(Phrase::Articles(info.articles).in_language(language)),
            Some(Phrase::Initiatives(info.initiatives).in_language(language)),
            info.first_date.zip(info.last_date).map(|(first, last)| period(first, last, language)),
        ];
        html.leaf("p", &[("class", "quiet")], &known.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        html.element("noscript", &[], |html| html.leaf("p", &[], Words::NeedsScript.in_language(language)));
    });
    html.element("section", &[], |html| {
        html.leaf("h2", &[], Text::Charts.in_language(language));
        charts(html, &overview.stats(), language);
    });
    html.element("section", &[], |html| {
        html.leaf("h2", &[], Text::Articles.in_language(language));
        list(html, newest, settings, home);
    });
}

/// The way to all articles and to their feed.
fn links(html: &mut Markup, settings: &Settings) {
    let language = settings.language;
    let all = Words::AllArticles.in_language(language);
    html.element("footer", &[], |html| {
        html.leaf("a", &[("href", "./articles/")], all);
        html.text(" · ");
        html.leaf("a", &[("href", "./feed.xml")], Words::Feed.in_language(language));
    });
}

/// A document with what stands from `from` to `to`, both included, replaced. A page has both: it was looked at when it came.
pub fn replaced(document: &str, from: &str, to: &str, by: &str) -> String {
    let Some((before, rest)) = document.split_once(from) else { return document.to_owned() };
    let Some((_, after)) = rest.split_once(to) else { return document.to_owned() };
    [before, by, after].concat()
}
