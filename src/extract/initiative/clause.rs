//! Sentences and clauses of a text.

use super::words::{CLAUSE_MARKS, SENTENCE_MARKS};

/// No sentence or clause is looked through farther than so many characters to either side, nor the opening of a paragraph: what a
/// damaged page has without any mark is read in time that grows with its length.
pub(super) const LONGEST: usize = 1_000;

/// Whether a character parts clauses.
pub(super) fn parts_clause(c: char) -> bool {
    CLAUSE_MARKS.contains(c)
}

/// Where the clause begins that a place is in.
pub(super) fn clause_start(chars: &[char], at: usize) -> usize {
    let first = at.saturating_sub(LONGEST);
    chars[first..at].iter().rposition(|&c| parts_clause(c)).map_or(first, |mark| first + mark + 1)
}

/// The sentence around a place: its first character and the one after its last.
pub(super) fn sentence(chars: &[char], at: usize) -> (usize, usize) {
    let ends = |c: &char| SENTENCE_MARKS.chars().any(|mark| mark == *c);
    let at = at.min(chars.len());
    let (first, last) = (at.saturating_sub(LONGEST), chars.len().min(at + LONGEST));
    let from = chars[first..at].iter().rposition(ends).map_or(first, |mark| first + mark + 1);
    let to = chars[at..last].iter().position(ends).map_or(last, |mark| at + mark + 1);
    (from, to)
}

/// Where the sentence begins that stands before the one that begins at a place.
pub(super) fn sentence_before(chars: &[char], from: usize) -> Option<usize> {
    from.checked_sub(1).map(|last| sentence(chars, last).0)
}

/// Where the sentence begins that a place is in, whatever 。 or ； parts before it: 签约项目21个；开工项目33个.
pub(super) fn whole_sentence(chars: &[char], from: usize) -> usize {
    let mut begin = from;
    while begin > 0 && chars[begin - 1] == '；' {
        begin = sentence(chars, begin - 1).0;
    }
    begin
}

/// The words from the last mark of a clause before a place to the next one behind another.
pub(super) fn clause(chars: &[char], at: usize, end: usize) -> String {
    let parts = |c: &char| matches!(c, '，' | '。' | '；' | '！' | '？');
    let (first, last) = (at.saturating_sub(LONGEST), chars.len().min(end + LONGEST));
    let start = chars[first..at].iter().rposition(parts).map_or(first, |mark| first + mark + 1);
    let stop = chars[end..last].iter().position(parts).map_or(last, |mark| end + mark);
    chars[start..stop].iter().collect()
}

/// Whether some words have one of a list among them.
pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The number of the item that begins at a place: 2 at 二是.
pub(super) fn ordinal(chars: &[char], at: usize) -> Option<usize> {
    const NUMBERS: &str = "一二三四五六七八九";
    let number = NUMBERS.chars().position(|number| chars.get(at) == Some(&number))?;
    let begins = at.checked_sub(1).is_none_or(|before| "。；：，！？ 　".contains(chars[before]));
    (begins && chars.get(at + 1) == Some(&'是')).then_some(number + 1)
}
