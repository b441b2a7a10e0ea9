//! The headline: in an element that sites keep for it, in the document's own description, or in the heading nearest the text.

use scraper::{ElementRef, Html, Selector};

use super::lines::{INLINE, clean};
use crate::ingest::{byline, dump};

/// Where the title stands, surest first.
const TITLES: [&str; 18] = [
    "founder-title .font01",
    "founder-title",
    "#activity-name",
    ".newsdetatit h3",
    ".font01",
    ".bt1",
    "meta[name=\"ArticleTitle\"]",
    "h1",
    "#title",
    ".article-title",
    ".title",
    ".title1",
    ".bt",
    "h2",
    "h3",
    "h4",
    "meta[property=\"og:title\"]",
    "title",
];

/// The parts of a page that hold no headline of its article: what is around it, and lists of other articles.
const AROUND: [&str; 7] = ["header", "nav", "footer", "aside", "li", "ul", "ol"];

/// The same by how sites name them.
const AROUND_NAMES: [&str; 10] =
    ["logo", "header", "nav", "menu", "footer", "side", "list", "crumb", "relat", "recommend"];

/// No headline is longer, in characters.
const LONGEST: usize = 120;

/// The document's headline.
pub(super) fn title(document: &Html) -> Option<String> {
    TITLES.iter().find_map(|selector| {
        let selector = Selector::parse(selector).ok()?;
        document
            .select(&selector)
            .filter(|element| !is_around(*element))
            .map(text_of)
            .find(|text| !text.is_empty() && text.chars().count() <= LONGEST && dump::furniture_of(text).is_none())
    })
}

fn text_of(element: ElementRef) -> String {
    let text = match element.value().name() {
        "meta" => element.attr("content").unwrap_or_default().to_owned(),
        "title" => {
            let whole = element.text().collect::<String>();
            let first = whole.split(['_', '|', '－']).next().unwrap_or_default();
            let first = first.split(" - ").next().and_then(|first| first.split("--").next()).unwrap_or_default();
            without_paper(first).to_owned()
        }
        _ => headline(element),
    };
    clean(&text)
}

/// 青禾日报数字报-老渠清了淤: without the paper before it.
fn without_paper(title: &str) -> &str {
    let is_paper = |name: &str| ["报", "报数字版", "报电子版", "网"].iter().any(|end| name.trim_end().ends_with(end));
    let after = title.split_once(['-', '－', '—']).filter(|(paper, rest)| is_paper(paper) && !rest.trim().is_empty());
    after.map_or(title, |(_, rest)| rest)
}

/// Whether an element is, or stands in, a part of the page that is not the article: the site's head, a list of titles.
fn is_around(element: ElementRef) -> bool {
    let names = |element: &ElementRef| {
        let value = element.value();
        let named = value.classes().chain(value.id()).map(str::to_ascii_lowercase);
        AROUND.contains(&value.name())
            || named.into_iter().any(|name| AROUND_NAMES.iter().any(|part| name.contains(part)))
    };
    let is_named = |element: &ElementRef, name: &str| element.value().name() == name;
    let mut chain = std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap));
    let of_article = element.ancestors().filter_map(ElementRef::wrap).any(|above| is_named(&above, "article"));
    // An article's own header has its headline.
    !is_named(&element, "meta")
        && !of_article
        && chain.any(|element| !is_named(&element, "html") && !is_named(&element, "body") && names(&element))
}

/// The headline in an element that may hold kicker, headline, deck and by-line, each in an element of its own.
fn headline(element: ElementRef) -> String {
    let whole = || element.text().collect::<String>();
    let is_block = |child: &ElementRef| !INLINE.contains(&child.value().name()) && child.value().name() != "br";
    let parts: Vec<ElementRef> = element.child_elements().filter(is_block).collect();
    let text = |part: &ElementRef| clean(&part.text().collect::<String>());
    let is_headline = |text: &String| !text.is_empty() && !text.starts_with('—') && byline::line(text).is_none();
    let strong = Selector::parse("strong, b, h1").ok();
    let is_strong = |part: &&ElementRef| strong.as_ref().is_some_and(|strong| part.select(strong).next().is_some());
    let chief = parts.iter().filter(is_strong).map(text).find(is_headline);
    chief
        .or_else(|| parts.iter().map(text).filter(is_headline).max_by_key(|text| text.chars().count()))
        .filter(|_| parts.len() > 1)
        .unwrap_or_else(whole)
}
