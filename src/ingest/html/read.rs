use std::collections::HashSet;

use encoding_rs::Encoding;
use scraper::{ElementRef, Html, Node, Selector};

use super::credits::{authors, published};
use super::lines::{INLINE, SILENT, clean, every_line, first, lines};
use super::locator::Locator;
use super::title::title;
use crate::ingest::source::Source;
use crate::ingest::{dump, name, nesting};
use crate::model::{Article, BlockKind, Furniture, Page, Problem};

/// Where the text stands, surest first.
const BODIES: [&str; 16] = [
    "founder-content",
    "#ozoom",
    "#articleContent",
    "#contenttext",
    "#js_content",
    ".TRS_Editor",
    "#UCAP-CONTENT",
    "#zoom",
    "#article-content",
    ".article-content",
    "[itemprop=\"articleBody\"]",
    "article",
    "#content",
    ".content",
    "main",
    "#main",
];
/// Where pictures stand with their captions outside the text.
const PICTURES: &str = "#attachment, .attachment, figure";

/// The encoding that the document's own `meta` names, in its first 2,048 bytes.
pub fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(2048)];
    let at = head.windows(7).position(|window| window.eq_ignore_ascii_case(b"charset"))? + 7;
    let name: Vec<u8> = head[at..]
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    Encoding::for_label(&name)
}

/// Reads the document's article into `page`.
pub fn read(source: &Source, text: &str, page: &mut Page, problems: &mut Vec<Problem>) {
    let (text, too_deep) = nesting::bounded(text);
    let text = &*text;
    if let Some(line) = too_deep {
        problems.push(source.problem(
            Some(line),
            format!(
                "elements are nested more than {} deep; the tags of the deeper ones were left out",
                nesting::DEEPEST
            ),
            "close the elements that are left open",
        ));
    }
    let document = Html::parse_document(text);
    let body = body(&document);
    let mut locator = Locator::new(text, 1);
    let title = title(&document);
    let title_line = title.as_deref().and_then(|title| locator.line_of(title));
    let mut locator = Locator::new(text, 1);
    let lines = lines(body, &mut locator);
    let title = title.map(|title| clean(&title)).filter(|title| !title.is_empty());
    let lines = lines.into_iter().filter(|(_, text, _)| Some(text.trim()) != title.as_deref()).collect();
    let (lines, marks) = part_marks(lines);
    let (mut article, furniture) = dump::article(title, &lines);
    page.furniture.extend(page_heads(&document, text));
    page.furniture.extend(marks.into_iter().chain(furniture));
    if article.blocks.is_empty() {
        problems.push(source.problem(
            None,
            "no text of an article was found in the document",
            "give the page of one article, not a list of links",
        ));
        return;
    }
    if article.reporters.is_empty()
        && article.correspondents.is_empty()
        && let Some(credits) = authors(&document, text)
    {
        dump::add(credits, &mut article);
    }
    if !article.blocks.is_empty() {
        caption(&document, body, text, &mut article);
    }
    article.date = published(&document);
    article.order = 1;
    if let Some(line) = title_line {
        article.start_line = line.min(article.start_line);
    }
    page.articles.push(article);
}

/// The text of a piece of HTML in lines, as [`dump::article`] takes them; `line` is the source line on which it begins.
pub fn text_lines(html: &str, line: u32) -> Vec<(u32, String, bool)> {
    let (html, _) = nesting::bounded(html);
    let document = Html::parse_fragment(&html);
    lines(document.root_element(), &mut Locator::new(&html, line))
}

/// The element that holds the text: a known one, else the one whose own paragraphs have the most characters.
fn body(document: &Html) -> ElementRef<'_> {
    const LEAST: usize = 20;
    let known = BODIES.iter().filter_map(|selector| first(document, selector));
    let mut known = known.filter(|element| {
        element.text().flat_map(str::chars).filter(|c| name::is_han(*c)).take(LEAST).count() == LEAST
    });
    known.next().or_else(|| densest(document)).unwrap_or_else(|| document.root_element())
}

fn densest(document: &Html) -> Option<ElementRef<'_>> {
    let mut sizes = std::collections::HashMap::new();
    for node in document.tree.nodes() {
        let Node::Text(text) = node.value() else { continue };
        let mut holder = node.parent();
        let is_block = |name: &str| !INLINE.contains(&name) && name != "p";
        while let Some(element) = holder
            .and_then(ElementRef::wrap)
            .filter(|element| !is_block(element.value().name()) && element.value().name() != "a")
        {
            holder = element.parent();
        }
        if let Some(element) = holder
            .and_then(ElementRef::wrap)
            .filter(|element| !SILENT.contains(&element.value().name()) && element.value().name() != "a")
        {
            let size = sizes.entry(element.id()).or_insert((0_usize, element));
            size.0 += text.trim().chars().count();
        }
    }
    let largest = sizes.into_values().max_by_key(|&(size, element)| (size, std::cmp::Reverse(element.id())));
    largest.filter(|&(size, _)| size > 0).map(|(_, element)| element)
}

/// Adds the captions of pictures that stand outside the text, with their credits.
fn caption(document: &Html, body: ElementRef, text: &str, article: &mut Article) {
    let Ok(selector) = Selector::parse(PICTURES) else { return };
    let is_inside = |element: &ElementRef| element.ancestors().any(|above| above.id() == body.id());
    for picture in document.select(&selector).filter(|picture| !is_inside(picture)) {
        let (beside, _) = dump::article(None, &lines(picture, &mut Locator::new(text, 1)));
        let captions = beside.blocks.into_iter().filter(|block| block.kind != BlockKind::Paragraph);
        article.blocks.extend(captions.filter(|block| block.kind != BlockKind::SectionHead));
        for name in beside.photographers {
            if !article.photographers.contains(&name) {
                article.photographers.push(name);
            }
        }
    }
}

/// The lines of a text apart from what editors and sites add to it.
pub fn part_marks(lines: Vec<(u32, String, bool)>) -> (Vec<(u32, String, bool)>, Vec<Furniture>) {
    let (marks, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(_, text, _)| is_editors_mark(text));
    let mark =
        |(line, text, _): (u32, String, bool)| Furniture { line, text: clean(&text), what: "imprint".to_owned() };
    (lines, marks.into_iter().map(mark).collect())
}

/// What editors leave under a text, or a site above it: （责任编辑：何川）, 点击上方蓝字关注我们.
fn is_editors_mark(text: &str) -> bool {
    const LONGEST: usize = 40;
    const EDITORS: [&str; 12] =
        ["责任编辑", "责编", "编辑", "审核", "校对", "初审", "复审", "终审", "监制", "值班编委", "签发", "来源"];
    const CALLS: [&str; 4] = ["点击上方", "点击蓝字", "长按识别", "扫码关注"];
    let text = text.trim().trim_start_matches(['（', '(', '[', '【']);
    let labelled = EDITORS.iter().any(|label| {
        text.strip_prefix(label).is_some_and(|rest| rest.trim_start().starts_with(['：', ':', '|', '/', '丨']))
    });
    text.chars().count() <= LONGEST && (labelled || CALLS.iter().any(|call| text.starts_with(call)))
}

/// Page heads outside the text (第04版, the date of the issue).
fn page_heads(document: &Html, text: &str) -> Vec<Furniture> {
    let title = first(document, "title").map(|title| title.text().collect::<String>()).unwrap_or_default();
    let in_title = title.split(['_', '|', '-', '－']).map(|part| (1, clean(part)));
    let all = every_line(document, text).into_iter().chain(in_title);
    // A site prints the page head over its list of titles as well.
    let mut seen = HashSet::new();
    let heads = all.filter(|(_, text)| dump::furniture_of(text) == Some("page-head") && seen.insert(text.clone()));
    heads.map(|(line, text)| Furniture { line, text, what: "page-head".to_owned() }).collect()
}
