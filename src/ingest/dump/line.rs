//! Lines of a page and their outward form.

use std::borrow::Cow;

use crate::ingest::name::is_han;
use crate::model::{Block, BlockKind};
use crate::text::noise;

/// A line that is not blank.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Its text without the white space around it, as it stands.
    pub text: Cow<'a, str>,
    /// The text as it was meant (see [`noise`]): what the line is, is told by this.
    pub plain: Cow<'a, str>,
    /// For each line of the source that it was joined from: the character at which it begins, and its number from 1.
    pub pieces: Vec<(u32, u32)>,
    /// How many blank lines stand before it.
    pub gap: u32,
    /// Whether it begins with white space.
    pub indented: bool,
    /// The length of `plain` in characters.
    pub length: usize,
    /// The length of `text` in characters.
    printed: usize,
    /// How wide it is printed, indentation included.
    pub width: Width,
}

impl<'a> Line<'a> {
    /// The line, unless it is blank.
    pub fn new(raw: &'a str, number: u32, gap: u32) -> Option<Self> {
        let text = raw.trim_matches(is_blank);
        (!text.is_empty()).then(|| {
            let plain = noise::clear(text);
            Line {
                text: Cow::Borrowed(text),
                pieces: vec![(0, number)],
                gap,
                indented: raw.starts_with(is_blank),
                length: plain.chars().count(),
                printed: text.chars().count(),
                width: Width::of(raw.trim_end_matches(is_blank)),
                plain,
            }
        })
    }

    /// A part of a line, with the number of the whole.
    pub fn part(text: String, whole: &Line<'a>, gap: u32) -> Option<Self> {
        let part = Line::new(&text, whole.number(), gap)?;
        let (text, plain) = (Cow::Owned(part.text.into_owned()), Cow::Owned(part.plain.into_owned()));
        Some(Line {
            text,
            plain,
            pieces: part.pieces,
            gap,
            indented: part.indented,
            length: part.length,
            printed: part.printed,
            width: part.width,
        })
    }

    /// How far from the edge it begins, in half-widths.
    pub fn indentation(&self) -> usize {
        self.width.halves.saturating_sub(Width::of(&self.text).halves)
    }

    /// The number of its first line in the source.
    pub fn number(&self) -> u32 {
        self.pieces.first().map_or(0, |piece| piece.1)
    }

    /// The number of its last line in the source.
    pub fn last_number(&self) -> u32 {
        self.pieces.last().map_or(0, |piece| piece.1)
    }

    /// Joins the line that follows to this one. Two Latin words are parted by a space, and what `is_parted` says; Chinese
    /// text is not.
    pub fn join(&mut self, next: Line, is_parted: bool) {
        if is_parted || are_words(&self.text, &next.text) {
            self.text.to_mut().push(' ');
            self.plain.to_mut().push(' ');
            self.length += 1;
            self.printed += 1;
        }
        self.text.to_mut().push_str(&next.text);
        self.plain.to_mut().push_str(&next.plain);
        let offset = u32::try_from(self.printed).unwrap_or(u32::MAX);
        self.pieces.extend(next.pieces.into_iter().map(|(start, line)| (offset.saturating_add(start), line)));
        self.length += next.length;
        self.printed += next.printed;
        self.width = next.width;
    }

    /// The line as a block of its own.
    pub fn into_block(self, kind: BlockKind) -> Block {
        Block { kind, text: self.text.into_owned(), lines: self.pieces }
    }
}

/// The width of a line, in the two measures by which lines are broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width {
    /// In characters, as programs break lines.
    pub characters: usize,
    /// In half-widths, as print and terminals do: a Han character has two, an ASCII one has one.
    pub halves: usize,
}

impl Width {
    fn of(text: &str) -> Self {
        let characters = text.chars().count();
        let ascii = text.bytes().filter(u8::is_ascii).count();
        Width { characters, halves: 2 * characters - ascii }
    }
}

/// Whether two texts meet in Latin letters.
fn are_words(before: &str, after: &str) -> bool {
    before.ends_with(|character: char| character.is_ascii_alphabetic())
        && after.starts_with(|character: char| character.is_ascii_alphabetic())
}

/// The lines of a text that are not blank.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut gap = 0;
    for (number, raw) in (1_u32..).zip(text.split('\n')) {
        match Line::new(raw, number, gap) {
            Some(line) => {
                found.push(line);
                gap = 0;
            }
            None => gap += 1,
        }
    }
    found
}

/// White space, and the characters that print nothing: byte order mark, zero-width space and joiners, form feed.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{C}')
}

/// Marks of items: - • ● 1. （1） 一、
pub fn begins_item(text: &str) -> bool {
    let mut characters = text.chars();
    match characters.next() {
        Some('-' | '•' | '●' | '○' | '■' | '□' | '◆' | '◇' | '▲' | '△' | '★' | '☆' | '※' | '①'..='⑳') => {
            true
        }
        Some('（' | '(') => {
            let inside: String = characters.take_while(|&c| !matches!(c, '）' | ')')).take(4).collect();
            !inside.is_empty() && inside.chars().all(is_ordinal)
        }
        Some(first) if is_ordinal(first) => {
            let after = characters.find(|&character| !is_ordinal(character));
            matches!(after, Some('、' | '．')) && !is_han_list(text)
        }
        _ => false,
    }
}

fn is_ordinal(character: char) -> bool {
    character.is_ascii_digit() || "一二三四五六七八九十".contains(character)
}

/// 一、二产业, 三、四月: two numbers side by side count nothing.
fn is_han_list(text: &str) -> bool {
    let mut after = text.chars().skip_while(|&character| is_ordinal(character)).skip(1);
    after.next().is_some_and(is_ordinal)
}

/// Whether a text ends where a sentence or a paragraph can end.
pub fn is_ended(text: &str) -> bool {
    let text = crate::ingest::byline::without_proof_mark(text);
    let inner = text.trim_end_matches(['”', '’', '"', '\'', '」', '』', '）', ')', '】', '》', '〉', ']']);
    if inner.ends_with(['。', '！', '？', '!', '?', '…', '；', ';', '：', ':', '—', '～', '.']) {
        let is_decimal = inner.ends_with('.') && inner.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit());
        return !is_decimal;
    }
    crate::ingest::byline::tail(text).is_some()
}

/// Whether a text can stand only inside a sentence that began before it.
pub fn continues(text: &str) -> bool {
    text.starts_with([
        '，', '。', '、', '；', '：', '！', '？', '”', '’', '）', ')', '」', '』', '》', '】', ',', ';', '%', '％',
    ])
}

/// The marks of a head: short, of Han characters, without the end or the inside of a sentence.
pub fn looks_like_head(line: &Line) -> bool {
    const LONGEST: usize = 44;
    let text = &line.plain;
    line.length <= LONGEST
        && text.chars().filter(|&character| is_han(character)).count() >= 2
        && !text.contains(['。', '；', ';'])
        && !text.ends_with(['，', '、', '：', ',', ':', '—', '…'])
        && !continues(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_number_gap_and_indentation() {
        let found = lines("\n\n\u{3000}\u{3000}一\r\n \n二\n");
        let seen: Vec<_> = found.iter().map(|line| (line.number(), &*line.text, line.gap, line.indented)).collect();
        assert_eq!(seen, [(3, "一", 2, true), (5, "二", 1, false)]);
    }

    #[test]
    fn ends_of_sentences() {
        for text in ["河水清了。", "“河水清了。”", "河水清了！①3", "河水清了。（林一舟）", "好消息来了——", "如下："]
        {
            assert!(is_ended(text), "{text}");
        }
        for text in ["河水", "共有2", "村（社区）", "打造“一条龙”", "增长3.", "河水，"] {
            assert!(!is_ended(text), "{text}");
        }
    }

    #[test]
    fn item_marks() {
        for text in ["- 图① 河", "（一）河", "1.", "一、提高认识", "●河水"] {
            assert_eq!(begins_item(text), text != "1.", "{text}");
        }
        for text in ["一、二产业融合", "一条河", "2024年", "（记者 林一舟）"] {
            assert!(!begins_item(text), "{text}");
        }
    }
}
