//! Brackets around by-lines, of which OCR may have kept one alone.

const OPENING: [char; 7] = ['(', '（', '【', '［', '[', '〔', '〈'];
const CLOSING: [char; 7] = [')', '）', '】', '］', ']', '〕', '〉'];

/// What stands between brackets around a whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bracketed<'a> {
    pub inside: &'a str,
    /// Whether both brackets are there.
    pub is_whole: bool,
}

/// Reads a text that stands in brackets from end to end.
pub fn around(text: &str) -> Option<Bracketed<'_>> {
    let opened = text.strip_prefix(OPENING);
    let inside = opened.unwrap_or(text);
    let closed = inside.strip_suffix(CLOSING);
    let inside = closed.unwrap_or(inside).trim();
    let is_bracketed = (opened.is_some() || closed.is_some()) && !inside.contains(['(', '（', ')', '）']);
    is_bracketed.then_some(Bracketed { inside, is_whole: opened.is_some() && closed.is_some() })
}

/// Reads what a text that opens a bracket, or has opened one before, says up to the closing one; the whole text where
/// none closes it.
pub fn ahead(text: &str) -> Option<Bracketed<'_>> {
    let opened = text.strip_prefix(OPENING);
    let inside = opened.unwrap_or(text);
    let end = inside.find(CLOSING);
    let is_whole = opened.is_some() && end.is_some();
    let before = &inside[..end.unwrap_or(inside.len())];
    (opened.is_some() || end.is_some() && !before.contains(OPENING)).then_some(Bracketed { inside: before, is_whole })
}

/// Reads the brackets at a text's end: the byte at which they begin, and what they hold. Of a closing one whose opening one
/// is lost, the rest of the text after its last sentence.
pub fn behind(text: &str) -> Option<(usize, Bracketed<'_>)> {
    let closed = text.strip_suffix(CLOSING);
    let before = closed.unwrap_or(text);
    let (at, mark) = before.char_indices().rev().find(|(_, c)| OPENING.contains(c) || CLOSING.contains(c)).unzip();
    let open = at.filter(|_| mark.is_some_and(|mark| OPENING.contains(&mark)));
    match open {
        Some(at) => {
            let inside = before[at..].trim_start_matches(OPENING);
            Some((at, Bracketed { inside, is_whole: closed.is_some() }))
        }
        None => {
            closed?;
            let sentence = before.rfind(['。', '！', '？', '”', '…'])?;
            let start = sentence + before[sentence..].chars().next()?.len_utf8();
            Some((start, Bracketed { inside: before[start..].trim(), is_whole: false }))
        }
    }
}
