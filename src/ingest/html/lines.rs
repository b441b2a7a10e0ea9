//! A document's text in lines, as a browser breaks them.

use scraper::{ElementRef, Html, Node, Selector};

use super::locator::Locator;
use crate::ingest::byline;
use crate::ingest::name::is_han;

/// Elements without any text of an article.
pub(super) const SILENT: [&str; 17] = [
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
pub(super) const INLINE: [&str; 20] = [
    "a", "b", "i", "em", "strong", "span", "font", "u", "s", "small", "big", "sub", "sup", "mark", "abbr", "time",
    "label", "code", "img", "q",
];

/// Bold type is looked for in so many elements around a text.
const STRONG_WITHIN: usize = 6;

/// An element's text in lines, as a browser breaks them: `(line in the source, text, is a head)`.
///
/// Walks with a cursor and not by recursion, so that no depth of nesting can overflow the stack.
pub(super) fn lines(root: ElementRef, locator: &mut Locator) -> Vec<(u32, String, bool)> {
    let mut writer = Writer::default();
    let mut at = root.first_child();
    let end = root.id();
    while let Some(node) = at {
        let element = ElementRef::wrap(node);
        if let Node::Text(text) = node.value() {
            let strong = |above: &ElementRef| matches!(above.value().name(), "strong" | "b");
            let is_strong =
                node.ancestors().take(STRONG_WITHIN).filter_map(ElementRef::wrap).any(|above| strong(&above));
            writer.text(text, is_strong, locator);
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
    /// All of the text is set in bold.
    is_strong: bool,
}

impl Writer {
    fn text(&mut self, text: &str, is_strong: bool, locator: &mut Locator) {
        if text.trim().is_empty() && self.text.is_empty() {
            return;
        }
        self.is_strong = is_strong && (self.is_strong || self.text.is_empty());
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
        let is_strong = std::mem::take(&mut self.is_strong);
        if !text.trim().is_empty() {
            let is_head = is_head || is_strong && can_be_head(text.trim());
            self.lines.push((line.unwrap_or(1), text, is_head));
        }
    }
}

/// Whether a line in bold is a section's head: short, without a sentence's end, and no by-line.
fn can_be_head(text: &str) -> bool {
    const LONGEST: usize = 24;
    let length = text.chars().count();
    (2..=LONGEST).contains(&length)
        && text.chars().any(is_han)
        && !text.ends_with(['。', '，', '：', '；', '）', ')'])
        && byline::line(text).is_none()
}

/// All that the document shows, in lines.
pub(super) fn every_line(document: &Html, text: &str) -> Vec<(u32, String)> {
    let all = lines(document.root_element(), &mut Locator::new(text, 1));
    all.into_iter().map(|(line, text, _)| (line, clean(&text))).collect()
}

/// The first element that a selector finds.
pub(super) fn first<'a>(document: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    document.select(&Selector::parse(selector).ok()?).next()
}

/// White space inside becomes one space.
pub(super) fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
