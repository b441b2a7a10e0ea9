//! How deep the elements of HTML may be nested: a parser looks through all open elements at each tag, so that a document
//! costs its length times its depth.

use std::borrow::Cow;
use std::collections::HashMap;

/// The deepest nesting that is read, as in browsers. Pages of newspapers have some dozens.
pub const DEEPEST: usize = 512;

/// Elements without content, and those that the next of their kind ends.
const UNCOUNTED: [&str; 28] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dd", "dt", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "head", "body",
];
/// Elements whose content has no tags.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "noscript", "xmp"];

/// The document without the tags of elements nested deeper than [`DEEPEST`], and the line of the first such tag. Text
/// stands where it stood, and on the same line.
pub fn bounded(html: &str) -> (Cow<'_, str>, Option<u32>) {
    let mut kept = String::new();
    let mut copied = 0;
    let mut first = None;
    let mut open: Vec<String> = Vec::new();
    // Of each name, how many elements are open whose tags were left out.
    let mut left_out: HashMap<String, usize> = HashMap::new();
    let mut at = 0;
    while let Some(tag) = next_tag(html, at) {
        at = tag.end;
        if !tag.closes && RAW.contains(&tag.name.as_str()) {
            at = raw_end(html, tag.end, &tag.name);
        } else if !UNCOUNTED.contains(&tag.name.as_str()) {
            let outside = left_out.get_mut(&tag.name).filter(|count| **count > 0);
            let is_left_out = match outside {
                Some(count) if tag.closes => {
                    *count -= 1;
                    true
                }
                _ if tag.closes => {
                    if let Some(place) = open.iter().rposition(|name| *name == tag.name) {
                        open.truncate(place);
                    }
                    false
                }
                _ if open.len() < DEEPEST => {
                    open.push(tag.name);
                    false
                }
                _ => {
                    *left_out.entry(tag.name).or_default() += 1;
                    true
                }
            };
            if is_left_out {
                first.get_or_insert(tag.start);
                kept.push_str(&html[copied..tag.start]);
                kept.extend(html[tag.start..tag.end].chars().filter(|&character| character == '\n'));
                copied = tag.end;
            }
        }
    }
    let Some(first) = first else { return (Cow::Borrowed(html), None) };
    kept.push_str(&html[copied..]);
    let line = 1 + html[..first].bytes().filter(|&byte| byte == b'\n').count();
    (Cow::Owned(kept), Some(u32::try_from(line).unwrap_or(u32::MAX)))
}

/// A tag: the bytes at which it begins and ends, its name in lower case, and whether it closes an element.
struct Tag {
    start: usize,
    end: usize,
    name: String,
    closes: bool,
}

/// The next tag from a byte on; comments are passed over.
fn next_tag(html: &str, mut from: usize) -> Option<Tag> {
    loop {
        let start = from + html[from..].find('<')?;
        let rest = &html[start + 1..];
        if rest.starts_with("!--") {
            from = start + 1 + rest.find("-->")?;
            continue;
        }
        let (name, closes) = rest.strip_prefix('/').map_or((rest, false), |name| (name, true));
        let length =
            name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':')).count();
        if !name.starts_with(|character: char| character.is_ascii_alphabetic()) {
            from = start + 1;
            continue;
        }
        let end = start + 1 + rest.find('>')? + 1;
        return Some(Tag { start, end, name: name[..length].to_ascii_lowercase(), closes });
    }
}

/// Where the content of a raw element ends.
fn raw_end(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        at += found + 2;
        let is_own =
            html.as_bytes().get(at..at + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()));
        if is_own {
            return at - 2;
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_of_usual_depth_is_left_as_it_is() {
        let listed = "<p>渠<li>水<br><img src=a>".repeat(2 * DEEPEST);
        let closed = "<div><b>渠</b></div>".repeat(2 * DEEPEST);
        // An element left open ends with the one around it.
        let unclosed = "<div><font>渠</div>".repeat(2 * DEEPEST);
        let raw = format!("<script>{}</script><!-- {} -->", "'<div>'".repeat(2 * DEEPEST), "<div>".repeat(2 * DEEPEST));
        for html in [listed, closed, unclosed, raw, "渠 < 水 <".to_owned(), "<div".to_owned(), String::new()] {
            assert_eq!(bounded(&html), (Cow::Borrowed(html.as_str()), None), "{html}");
        }
    }

    #[test]
    fn what_is_nested_deeper_loses_its_tags_and_keeps_its_text() {
        let deep = |depth: usize| format!("{}渠{}水", "<div\n>".repeat(depth), "</div>".repeat(depth));
        let html = deep(DEEPEST + 3);
        let (kept, line) = bounded(&html);
        assert_eq!(line, Some(DEEPEST as u32 + 1));
        assert_eq!(kept, deep(DEEPEST).replace('渠', "\n\n\n渠"));
    }
}
