//! The ends of stories and captions: closing credits.

use super::bracket::{self, Bracketed};
use super::credits::{Credits, Parsed, parse};
use super::line::{LONGEST, is_agency, is_office, is_sender, names};
use crate::text::noise;

/// A closing credit and where it begins.
#[derive(Debug, PartialEq, Eq)]
pub struct Tail {
    /// Who is named; nobody where an office signs.
    pub credits: Credits,
    /// Whether it speaks of a photograph alone.
    pub is_photo: bool,
    /// The byte at which the credit begins.
    pub start: usize,
}

/// Reads the end of a paragraph: `…。(记者 X 文/图)`, `…。(X Y)①3`, `…。 本报记者 X 摄`, `…。X Y`, `…。(青宣)`.
pub fn tail(text: &str) -> Option<Tail> {
    const LONGEST_PRINTED: usize = 4 * LONGEST;
    let from = text.char_indices().rev().nth(LONGEST_PRINTED).map_or(0, |(at, _)| at);
    let cleared = noise::clear(&text[from..]);
    let tail = cleared_tail(&cleared)?;
    Some(Tail { start: from + noise::source_of(&text[from..], tail.start), ..tail })
}

fn cleared_tail(text: &str) -> Option<Tail> {
    // （林一舟）? is the dirt of a mirror.
    let text = text.trim_end();
    let clean = text.trim_end_matches('?');
    let text = without_proof_mark(if clean.ends_with([')', '）']) { clean } else { text });
    let from = text.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    if let Some((open, Bracketed { inside, is_whole })) = bracket::behind(&text[from..]) {
        let open = from + open;
        let is_closing = is_whole || follows_sentence(&text[..open]);
        let is_person = || is_closing && !is_sender(inside);
        if let Some(parsed) = parse(inside).filter(|_| is_person())
            && (parsed.has_role || is_whole && follows_sentence(&text[..open]))
        {
            return Some(Tail { is_photo: parsed.is_photo(), credits: parsed.credits, start: open });
        }
        let is_signed = is_whole && (is_office(inside) || is_agency(inside)) && follows_sentence(&text[..open]);
        if is_whole {
            return is_signed.then(|| Tail { credits: Credits::default(), is_photo: false, start: open });
        }
    }
    let (at, mark) =
        text[from..].char_indices().rev().find(|&(_, c)| matches!(c, '。' | '！' | '？' | '”' | '…' | '）' | ')'))?;
    let start = from + at + mark.len_utf8();
    let rest = text[start..].trim_start();
    if ["记者", "本报记者", "通讯员", "本报通讯员"].iter().any(|role| rest.starts_with(role)) {
        let signed = parse(rest).filter(|parsed| !parsed.is_photo() && parsed.credits != Credits::default());
        if let Some(parsed) = signed {
            return Some(Tail { credits: parsed.credits, is_photo: false, start });
        }
    }
    // 何川摄, 摄影 何川, 县融媒体中心供图, 资料图片, 新华社发.
    if !text[start..].contains(['摄', '图', '照', '供', '拍', '发', '觉']) {
        let credits = names(rest).filter(|_| mark == '。' && rest.contains(char::is_whitespace))?;
        return Some(Tail { credits, is_photo: false, start });
    }
    // 许岚 摄影报道 wrote the text, too.
    let speaks_of_photos = |parsed: &Parsed| parsed.is_photo() || !parsed.credits.photographers.is_empty();
    let parsed =
        parse(without_leading_mark(&text[start..])).filter(|parsed| parsed.has_role && speaks_of_photos(parsed))?;
    Some(Tail { is_photo: parsed.is_photo(), credits: parsed.credits, start })
}

fn follows_sentence(before: &str) -> bool {
    before.trim_end().ends_with(['。', '！', '？', '”', '…', '.', '!', '?', '；'])
}

/// Takes off the mark of the proof-reader: a circled number and the page, as in ①3.
pub fn without_proof_mark(text: &str) -> &str {
    let short = text.trim_end_matches(|character: char| character.is_ascii_digit());
    match short.char_indices().next_back() {
        Some((at, mark)) if is_circled(mark) && text.len() - short.len() <= 2 => short[..at].trim_end(),
        _ => text,
    }
}

/// Whether the proof-reader has marked the end of a story: 水到了田头。①3
pub fn is_proofed(text: &str) -> bool {
    let story = without_proof_mark(text.trim_end());
    story.len() < text.trim_end().len() && follows_sentence(story)
}

/// The same where the mark stands before a credit: ⑧3何川 摄.
pub(super) fn without_leading_mark(text: &str) -> &str {
    let Some(rest) = text.trim_start().strip_prefix(is_circled) else { return text };
    let credit = rest.trim_start_matches(|character: char| character.is_ascii_digit());
    if matches!(rest.len() - credit.len(), 1..=2) { credit.trim_start() } else { text }
}

fn is_circled(character: char) -> bool {
    matches!(character, '①'..='⑳' | '❶'..='❿' | '⓪')
}
