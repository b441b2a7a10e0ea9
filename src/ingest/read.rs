use super::decode::{Decoded, NotText, decode};
use super::json_lines::JsonLines;
use super::source::Source;
use super::{dump, feed, file_name, html, markdown};
use crate::model::{IssueBasis, Page, Problem};

/// Reads one source's bytes into a page.
///
/// Never fails: what is wrong is in the problems, the good rest is in the page. The articles are filled down to their
/// blocks; county and date only where the source's own fields name them. The kind of the source is told by the ending
/// of its name; any other than `.md`, `.html`, `.htm`, `.jsonl`, `.xml`, `.rss` and `.atom` is read as a page dump.
pub fn read(source: &Source, bytes: &[u8]) -> (Page, Vec<Problem>) {
    read_after(&mut JsonLines::default(), source, bytes)
}

/// The same for the bytes after some lines.
pub(super) fn read_after(before: &mut JsonLines, source: &Source, bytes: &[u8]) -> (Page, Vec<Problem>) {
    let extension = source.extension();
    let is_html = matches!(extension.as_str(), "html" | "htm");
    let mut page = Page { document: source.document.clone(), ..Page::default() };
    let decoded = match decode(bytes, is_html.then(|| html::declared_encoding(bytes)).flatten()) {
        Ok(decoded) => decoded.after(before.lines),
        Err(error) => return (page, vec![refusal(source, &error.after(before.lines))]),
    };
    let mut problems: Vec<Problem> = damage(source, &decoded).into_iter().collect();
    match extension.as_str() {
        "md" => markdown::read(source, &decoded.text, &mut page, &mut problems),
        "html" | "htm" => html::read(source, &decoded.text, &mut page, &mut problems),
        "xml" | "rss" | "atom" => feed::read(source, &decoded.text, &mut page, &mut problems),
        "jsonl" => before.read(source, &decoded.text, &mut page, &mut problems),
        _ => dump::read(source, &decoded.text, &mut page, &mut problems),
    }
    if page.issue_date.basis == IssueBasis::None {
        page.issue_date = file_name::issue_date(&source.document);
    }
    (page, problems)
}

fn refusal(source: &Source, error: &NotText) -> Problem {
    let (line, mend) = match error {
        NotText::Empty => (None, "leave it out, or fill it"),
        NotText::Binary { line, .. } => (Some(*line), "export it as plain text in UTF-8 or GB18030"),
        NotText::Unknown { .. } => (None, "save it as UTF-8"),
    };
    source.problem(line, error.to_string(), mend)
}

fn damage(source: &Source, decoded: &Decoded) -> Option<Problem> {
    let line = decoded.first_error_line?;
    let places = if decoded.errors == 1 { "place" } else { "places" };
    Some(source.problem(
        Some(line),
        format!(
            "{} {places} could not be decoded as {}; the first is on line {line}",
            decoded.errors, decoded.encoding
        ),
        "save the file anew as UTF-8, or repair the characters shown as \u{FFFD}",
    ))
}
