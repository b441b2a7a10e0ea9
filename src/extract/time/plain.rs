use crate::text::{arabic_digit, chinese_digit, fold_char, is_han};

/// A text as the grammar reads it: traditional characters simplified, and without the blanks that print and PDF put around
/// figures (2008 年, 3 月 5 日).
pub(in crate::extract) struct Plain {
    pub chars: Vec<char>,
    /// Where each character stands in the text itself.
    places: Vec<usize>,
}

impl Plain {
    pub(in crate::extract) fn new(text: &[char]) -> Self {
        let mut plain = Plain { chars: Vec::with_capacity(text.len()), places: Vec::with_capacity(text.len()) };
        for (at, &c) in text.iter().enumerate() {
            let next = || text[at..].iter().find(|&&c| !is_blank(c));
            if is_blank(c) && plain.chars.last().zip(next()).is_some_and(|(&before, &after)| joins(before, after)) {
                continue;
            }
            plain.chars.push(if is_han(c) { fold_char(c) } else { c });
            plain.places.push(at);
        }
        plain
    }

    /// Which of these characters a stretch of the text itself has.
    pub(in crate::extract) fn stretch(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let place = |at: usize| self.places.partition_point(|&place| place < at);
        place(start)..place(end)
    }

    /// Where a stretch of these characters stands in the text itself.
    pub(in crate::extract) fn place(&self, start: usize, end: usize) -> (usize, usize) {
        let first = self.places.get(start).copied().unwrap_or(0);
        let last = end.checked_sub(1).and_then(|last| self.places.get(last)).map_or(first, |last| last + 1);
        (first, last)
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}')
}

/// Whether a blank between two characters parts nothing: between a figure and its unit, or beside the dash of a range.
fn joins(before: char, after: char) -> bool {
    let number = |c: char| arabic_digit(c).is_some() || chinese_digit(c).is_some() || c == '十';
    let unit = |c: char| "年月日号百千万亿分之个点成折余".contains(c);
    let dash = |c: char| "-—–~～".contains(c);
    number(before) && (is_han(after) && chinese_digit(after).is_none() || dash(after))
        || number(after) && (is_han(before) && chinese_digit(before).is_none() || dash(before))
        || unit(before) && (is_han(after) || dash(after))
        || unit(after) && is_han(before)
}
