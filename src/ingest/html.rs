//! HTML: one article a document, as e-paper sites serve them.
//!
//! Line numbers are found again in the source, since the parser keeps none: each piece of text is looked for from where
//! the one before it was found. A text that is not found so (written in character references) has the line of
//! the one before it.

use encoding_rs::Encoding;
use scraper::{ElementRef, Html, Node, Selector};

use super::byline;
use super::dump;
use super::nesting;
use super::source::Source;
use crate::model::{Furniture, Page, Problem};

/// Where the title stands, surest first.
const TITLES: [&str; 12] = [
    "founder-title .font01",
    "founder-title",
    ".font01",
    "h1",
    "#title",
    ".article-title",
    ".title",
    ".title1",
    ".bt",
    "h2",
    "meta[property=\"og:title\"]",
    "title",
];
/// Where the text stands, surest first.
const BODIES: [&str; 12] = [
    "founder-content",
    "#ozoom",
    "#articleContent",
    "#contenttext",
    "#article-content",
    ".article-content",
    "[itemprop=\"articleBody\"]",
    "article",
    "#content",
    ".content",
    "main",
    "#main",
];
/// Where authors are named outside the text.
const AUTHORS: [&str; 4] = ["founder-author", ".author", ".byline", "[rel=\"author\"]"];
/// Elements without any text of an article.
const SILENT: [&str; 17] = [
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "button",
    "select",
    "iframe",
    "svg",
    "head",
    "founder-title",
    "textarea",
    "object",
];
/// Elements within a line.
const INLINE: [&str; 20] = [
    "a", "b", "i", "em", "strong", "span", "font", "u", "s", "small", "big", "sub", "sup", "mark", "abbr", "time",
    "label", "code", "img", "q",
];

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
    let mut locator = Locator { source: text, at: 0, line: 1 };
    let title = title(&document);
    let title_line = title.as_deref().and_then(|title| locator.line_of(title));
    let mut locator = Locator { source: text, at: 0, line: 1 };
    let lines = lines(body, &mut locator);
    let title = title.map(|title| clean(&title)).filter(|title| !title.is_empty());
    let lines: Vec<_> = lines.into_iter().filter(|(_, text, _)| Some(text.trim()) != title.as_deref()).collect();
    let (mut article, furniture) = dump::article(title, &lines);
    page.furniture.extend(page_heads(&document, text));
    page.furniture.extend(furniture);
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
    lines(document.root_element(), &mut Locator { source: &html, at: 0, line })
}

fn first<'a>(document: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    document.select(&Selector::parse(selector).ok()?).next()
}

fn title(document: &Html) -> Option<String> {
    TITLES.iter().find_map(|selector| {
        let element = first(document, selector)?;
        let text = match element.value().name() {
            "meta" => element.attr("content").unwrap_or_default().to_owned(),
            "title" => {
                let whole = element.text().collect::<String>();
                let first = whole.split(['_', '|', '－']).next().unwrap_or_default();
                first.split(" - ").next().and_then(|first| first.split("--").next()).unwrap_or_default().to_owned()
            }
            _ => headline(element),
        };
        let text = clean(&text);
        (!text.is_empty() && text.chars().count() <= 120).then_some(text)
    })
}

/// The people that a by-line outside the text names: in an element for authors, beside the headline, or anywhere.
fn authors(document: &Html, text: &str) -> Option<byline::Credits> {
    let marked = AUTHORS.iter().filter_map(|selector| first(document, selector));
    let mut candidates: Vec<String> = marked.map(|author| clean(&author.text().collect::<String>())).collect();
    if let Some(head) = first(document, "founder-title") {
        let head = lines(head, &mut Locator { source: text, at: 0, line: 1 });
        candidates.extend(head.into_iter().map(|(_, line, _)| clean(&line)));
    }
    candidates.extend(every_line(document, text).into_iter().map(|(_, line)| line));
    candidates.iter().find_map(|line| match byline::line(line)? {
        (byline::Form::Byline, credits) => Some(credits),
        _ => None,
    })
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

/// White space inside becomes one space.
fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The element that holds the text: a known one, else the one whose own paragraphs have the most characters.
fn body(document: &Html) -> ElementRef<'_> {
    const LEAST: usize = 20;
    let known = BODIES.iter().filter_map(|selector| first(document, selector));
    let mut known = known.filter(|element| {
        element.text().flat_map(str::chars).filter(|c| super::name::is_han(*c)).take(LEAST).count() == LEAST
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

/// An element's text in lines, as a browser breaks them: `(line in the source, text, is a head)`.
///
/// Walks with a cursor and not by recursion, so that no depth of nesting can overflow the stack.
fn lines(root: ElementRef, locator: &mut Locator) -> Vec<(u32, String, bool)> {
    let mut writer = Writer::default();
    let mut at = root.first_child();
    let end = root.id();
    while let Some(node) = at {
        let element = ElementRef::wrap(node);
        if let Node::Text(text) = node.value() {
            writer.text(text, locator);
        }
        let name = element.map(|element| element.value().name());
        writer.element(name);
        let is_silent = name.is_some_and(|name| SILENT.contains(&name));
        if let Some(child) = node.first_child().filter(|_| !is_silent) {
            at = Some(child);
            continue;
        }
        writer.element(name);
        let mut from = node;
        at = loop {
            if let Some(next) = from.next_sibling() {
                break Some(next);
            }
            match from.parent().filter(|parent| parent.id() != end) {
                Some(parent) => {
                    writer.element(ElementRef::wrap(parent).map(|element| element.value().name()));
                    from = parent;
                }
                None => break None,
            }
        };
    }
    writer.break_line(false);
    writer.lines
}

/// Gathers text into lines.
#[derive(Default)]
struct Writer {
    lines: Vec<(u32, String, bool)>,
    text: String,
    line: Option<u32>,
}

impl Writer {
    fn text(&mut self, text: &str, locator: &mut Locator) {
        if text.trim().is_empty() && self.text.is_empty() {
            return;
        }
        if self.line.is_none() {
            self.line = Some(locator.line_of(text).unwrap_or(locator.line));
        }
        // A line break in the source is none on the screen.
        for (number, piece) in text.split(['\n', '\r', '\t']).enumerate() {
            let piece = if number == 0 { piece } else { piece.trim_start_matches(' ') };
            self.text.push_str(piece);
        }
    }

    /// The beginning or the end of an element.
    fn element(&mut self, name: Option<&str>) {
        let Some(name) = name else { return };
        if !INLINE.contains(&name) {
            self.break_line(matches!(name, "h2" | "h3" | "h4" | "h5" | "h6"));
        }
    }

    fn break_line(&mut self, is_head: bool) {
        let text = std::mem::take(&mut self.text);
        let line = self.line.take();
        if !text.trim().is_empty() {
            self.lines.push((line.unwrap_or(1), text, is_head));
        }
    }
}

/// Page heads outside the text (第04版, the date of the issue).
fn page_heads(document: &Html, text: &str) -> Vec<Furniture> {
    let title = first(document, "title").map(|title| title.text().collect::<String>()).unwrap_or_default();
    let in_title = title.split(['_', '|', '-', '－']).map(|part| (1, clean(part)));
    let all = every_line(document, text).into_iter().chain(in_title);
    let heads = all.filter(|(_, text)| dump::furniture_of(text) == Some("page-head"));
    heads.map(|(line, text)| Furniture { line, text, what: "page-head".to_owned() }).collect()
}

/// All that the document shows, in lines.
fn every_line(document: &Html, text: &str) -> Vec<(u32, String)> {
    let mut locator = Locator { source: text, at: 0, line: 1 };
    let all = lines(document.root_element(), &mut locator);
    all.into_iter().map(|(line, text, _)| (line, clean(&text))).collect()
}

/// Finds texts again in the source, in their order.
struct Locator<'a> {
    source: &'a str,
    at: usize,
    line: u32,
}

impl Locator<'_> {
    /// The line on which a text begins. The search goes from the text before it, and not for ever: a document of many
    /// texts that are not found must not cost the square of its length.
    fn line_of(&mut self, text: &str) -> Option<u32> {
        const REACH: usize = 1 << 18;
        let start = text.trim().split(['&', '<', '>', '\u{A0}', '\n']).find(|part| !part.trim().is_empty())?;
        let key: String = start.chars().take(16).collect();
        let mut end = (self.at + REACH).min(self.source.len());
        while !self.source.is_char_boundary(end) {
            end -= 1;
        }
        let found = self.source.get(self.at..end)?.find(&key)?;
        let between = &self.source[self.at..self.at + found];
        self.line += between.bytes().filter(|&byte| byte == b'\n').count() as u32;
        self.at += found;
        Some(self.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;

    fn page(bytes: &[u8]) -> (Page, Vec<Problem>) {
        crate::ingest::read(&Source { path: "a.html".to_owned(), document: "a.html".to_owned() }, bytes)
    }

    const SITE: &str = "<html><head><meta charset=\"gb2312\"><title>云溪县清淤队进村_青禾日报</title>\n<script>var a = '广告';</script></head>\n<body><div class=\"nav\"><a href=\"#\">上一版</a></div>\n<div>青禾日报 2024年3月1日 星期五</div>\n<founder-title>云溪县清淤队进村</founder-title>\n<div id=\"ozoom\"><founder-content>\n<P>　　本报讯（记者 林一舟）云溪县清淤队走进柳林镇，给老渠清淤，渠水又流到了田里。</P>\n<P>　　村民们<b>带着铁锹</b>来帮忙。<br>渠水清了。</P>\n<P>　　游人在渠边散步。 本报记者 何川 摄</P>\n</founder-content></div>\n<div class=\"foot\">版权所有</div></body></html>";

    #[test]
    fn a_sites_article_is_found_in_its_markup() {
        let gb = encoding_rs::GB18030.encode(SITE).0;
        for bytes in [SITE.as_bytes(), &gb] {
            let (page, problems) = page(bytes);
            assert_eq!(problems, []);
            let [article] = page.articles.as_slice() else { panic!("{page:?}") };
            assert_eq!(article.title.as_deref(), Some("云溪县清淤队进村"));
            let blocks: Vec<_> =
                article.blocks.iter().map(|block| (block.kind, block.text.as_str(), block.lines[0].1)).collect();
            assert_eq!(
                blocks,
                [
                    (
                        BlockKind::Paragraph,
                        "本报讯（记者 林一舟）云溪县清淤队走进柳林镇，给老渠清淤，渠水又流到了田里。",
                        7
                    ),
                    (BlockKind::Paragraph, "村民们带着铁锹来帮忙。", 8),
                    (BlockKind::Paragraph, "渠水清了。", 8),
                    (BlockKind::Caption, "游人在渠边散步。", 9),
                    (BlockKind::Byline, "本报记者 何川 摄", 9),
                ]
            );
            assert_eq!(
                (article.reporters.join(" "), article.photographers.join(" ")),
                ("林一舟".to_owned(), "何川".to_owned())
            );
            assert_eq!(page.furniture[0].text, "青禾日报 2024年3月1日 星期五");
        }
    }

    #[test]
    fn without_known_structure_the_densest_part_is_the_text() {
        let (page, _) = page("<h1>老渠新光景</h1><ul><li><a href=x>首页首页首页首页首页首页首页</a></ul><div><p>云溪县的老渠清了淤。<p>水流到了最远的田里。</div><div>短</div>".as_bytes());
        let texts: Vec<&str> = page.articles[0].texts(BlockKind::Paragraph).collect();
        assert_eq!(texts, ["云溪县的老渠清了淤。", "水流到了最远的田里。"]);
    }

    #[test]
    fn a_headline_is_told_from_kicker_deck_and_byline() {
        let text = "<p>　　云溪县清淤队走进柳林镇，给老渠清淤，渠水又流到了田里。</p>";
        for head in [
            "<founder-title><div>春耕</div><div><strong>老渠清了淤</strong></div><div>——来自柳林镇的报道</div><div>本报记者 林一舟</div></founder-title>",
            "<td class=font02>春耕进行时</td><table><tr><td class=font01>老渠清了淤</td></tr></table><p class=a>本报记者 林一舟</p>",
        ] {
            let (page, _) = page(
                format!("<title>青禾日报--2024年03月01日--第04版</title>{head}<div id=ozoom>{text}</div>").as_bytes(),
            );
            assert_eq!(page.articles[0].title.as_deref(), Some("老渠清了淤"), "{head}");
            assert_eq!(page.articles[0].reporters, ["林一舟"], "{head}");
            assert_eq!(page.furniture[0].text, "2024年03月01日");
        }
    }

    #[test]
    fn deep_nesting_is_read_and_an_empty_page_reported() {
        let deep = format!(
            "{}云溪县的老渠清了淤，水流到了最远的田里，村民都来看。{}",
            "<div>".repeat(5_000),
            "</div>".repeat(5_000)
        );
        let (read, problems) = page(deep.as_bytes());
        assert_eq!((read.articles.len(), problems.len()), (1, 1));
        assert!(problems[0].what.contains("nested more than 512 deep"), "{problems:?}");
        let (empty, problems) = page(b"<html><body><script>1</script></body></html>");
        assert_eq!((empty.articles.len(), problems.len()), (0, 1));
    }
}
