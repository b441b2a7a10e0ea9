//! Lines of a page and their outward form.

use crate::ingest::name::is_han;

/// A line that is not blank.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Its number in the source, from 1.
    pub number: u32,
    /// Its text without the white space around it.
    pub text: &'a str,
    /// How many blank lines stand before it.
    pub gap: u32,
    /// Whether it begins with white space.
    pub indented: bool,
    /// Its length in characters.
    pub length: usize,
}

/// The lines of a text that are not blank.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let mut gap = 0;
    for (number, raw) in (1_u32..).zip(text.split('\n')) {
        let trimmed = raw.trim_matches(is_blank);
        if trimmed.is_empty() {
            gap += 1;
            continue;
        }
        let indented = raw.starts_with(is_blank);
        found.push(Line { number, text: trimmed, gap, indented, length: trimmed.chars().count() });
        gap = 0;
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
    let text = line.text;
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
        let seen: Vec<_> = found.iter().map(|line| (line.number, line.text, line.gap, line.indented)).collect();
        assert_eq!(seen, [(3, "一", 2, true), (5, "二", 1, false)]);
    }

    #[test]
    fn ends_of_sentences() {
        for text in ["河水清了。", "“河水清了。”", "河水清了！①3", "河水清了。（林一舟）", "喜报传来——", "如下："]
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
