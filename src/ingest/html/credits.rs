//! Who an article names outside its text, and when it was published.

use scraper::{Html, Node, Selector};

use super::lines::{clean, every_line, first, lines};
use super::locator::Locator;
use crate::ingest::{byline, day};
use crate::model::{IssueBasis, IssueDate};

/// Where authors are named outside the text.
const AUTHORS: [&str; 4] = ["founder-author", ".author", ".byline", "[rel=\"author\"]"];

/// Where the day of publication is given, surest first. The names are those of schema.org, of Open Graph, and of the State
/// Council's guide to government sites (国办发〔2017〕47号: `PubDate`).
const DATES: [&str; 6] = [
    "meta[property=\"article:published_time\"]",
    "meta[name=\"PubDate\"]",
    "meta[name=\"publishdate\"]",
    "[itemprop=\"datePublished\"]",
    "#publish_time",
    "script[type=\"application/ld+json\"]",
];

/// The people that a by-line outside the text names: in an element for authors, beside the headline, or anywhere.
pub(super) fn authors(document: &Html, text: &str) -> Option<byline::Credits> {
    let marked = AUTHORS.iter().filter_map(|selector| first(document, selector));
    let mut candidates: Vec<String> = marked.map(|author| clean(&author.text().collect::<String>())).collect();
    if let Some(head) = first(document, "founder-title") {
        let head = lines(head, &mut Locator::new(text, 1));
        candidates.extend(head.into_iter().map(|(_, line, _)| clean(&line)));
    }
    candidates.extend(every_line(document, text).into_iter().map(|(_, line)| line));
    // A by-line beside the source and the date, each in an element of its own.
    candidates.extend(document.tree.nodes().filter_map(|node| match node.value() {
        Node::Text(text) => Some(clean(text)),
        _ => None,
    }));
    candidates.extend(
        first(document, "meta[name=\"Author\"]")
            .and_then(|author| author.attr("content"))
            .map(|author| format!("作者：{author}")),
    );
    candidates.iter().find_map(|line| match byline::line(line)? {
        (byline::Form::Byline, credits) => Some(credits),
        _ => None,
    })
}

/// The day on which the document says that it was published.
pub(super) fn published(document: &Html) -> Option<IssueDate> {
    DATES
        .iter()
        .find_map(|selector| {
            let selector = Selector::parse(selector).ok()?;
            let element = document.select(&selector).next()?;
            let own = ["content", "datetime"].iter().find_map(|name| element.attr(name)).map(str::to_owned);
            let text = own.unwrap_or_else(|| element.text().collect());
            let text = match element.value().name() {
                "script" => text.split_once("\"datePublished\"")?.1.split('"').nth(1)?.to_owned(),
                _ => clean(&text),
            };
            dated(text)
        })
        .or_else(|| commented(document).and_then(dated))
}

fn dated(text: String) -> Option<IssueDate> {
    let value = day::parse(&text).ok()?;
    Some(IssueDate { value: Some(value), basis: IssueBasis::FrontMatter, evidence: Some(text) })
}

/// The day in the comment in which Founder's system keeps the fields of a story: `<!--enpproperty …<date>2024-03-01 00:00:00:0</date>…`.
fn commented(document: &Html) -> Option<String> {
    let comment = document.tree.nodes().find_map(|node| match node.value() {
        Node::Comment(comment) if comment.contains("enpproperty") => Some(&**comment),
        _ => None,
    })?;
    let (_, date) = comment.split_once("<date>")?;
    date.split_once("</date>").map(|(date, _)| date.trim().to_owned())
}
