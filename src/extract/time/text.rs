//! A text under the grammar's eye: what stands at a place.

use crate::text::{NumeralForm, arabic_digit, chinese_digit, fold_char, is_han, numeral_at};

#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub chars: &'a [char],
}

impl Text<'_> {
    pub(super) fn get(self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    pub(super) fn before(self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    pub(super) fn has(self, at: usize, word: &str) -> bool {
        let mut at = at;
        word.chars().all(|c| {
            at += 1;
            self.get(at - 1) == Some(c)
        })
    }

    /// The longest word of a list that stands at a place.
    pub(super) fn word(self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.has(at, word)).map(|word| at + word.chars().count()).max()
    }

    /// The longest entry of a table that stands at a place.
    pub(super) fn entry<T: Copy>(self, at: usize, table: &[(&str, T)]) -> Option<(T, usize)> {
        table
            .iter()
            .filter(|(word, _)| self.has(at, word))
            .map(|&(word, value)| (value, at + word.chars().count()))
            .max_by_key(|&(_, end)| end)
    }

    /// A whole number of at most `max` as dates have them: no 万, no decimals.
    pub(super) fn number(self, at: usize, max: u32) -> Option<(u8, usize)> {
        if self.get(at).and_then(arabic_digit).is_some() {
            let end = (at..).find(|&end| self.get(end).and_then(arabic_digit).is_none())?;
            if end - at > 2 {
                return None;
            }
            let value = (at..end).filter_map(|at| self.get(at).and_then(arabic_digit)).fold(0, |v, d| v * 10 + d);
            return (1..=max).contains(&value).then_some((value as u8, end));
        }
        let numeral = numeral_at(self.chars, at)?;
        let plain = numeral.form == NumeralForm::Chinese && numeral.value.fract() == 0.0;
        (plain && (1.0..=f64::from(max)).contains(&numeral.value)).then_some((numeral.value as u8, at + numeral.len))
    }

    /// No digit, 第 or decimal point stands before a number.
    pub(super) fn starts_number(self, at: usize) -> bool {
        !self.before(at).is_some_and(|c| {
            arabic_digit(c).is_some()
                || chinese_digit(c).is_some()
                || "第.．十百千万几数".contains(c)
                || c.is_ascii_alphabetic()
        })
    }
}

/// A text as the grammar reads it: traditional characters simplified, and without the blanks that print and PDF put around
/// figures (2008 年, 3 月 5 日).
pub(super) struct Plain {
    pub chars: Vec<char>,
    /// Where each character stands in the text itself.
    places: Vec<usize>,
}

impl Plain {
    pub(super) fn new(text: &[char]) -> Self {
        let mut plain = Plain { chars: Vec::with_capacity(text.len()), places: Vec::with_capacity(text.len()) };
        for (at, &c) in text.iter().enumerate() {
            if is_blank(c) && plain.chars.last().zip(text.get(at + 1)).is_some_and(|(&a, &b)| joins(a, b)) {
                continue;
            }
            plain.chars.push(if is_han(c) { fold_char(c) } else { c });
            plain.places.push(at);
        }
        plain
    }

    /// Where a stretch of these characters stands in the text itself.
    pub(super) fn place(&self, start: usize, end: usize) -> (usize, usize) {
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
    let number = |c: char| arabic_digit(c).is_some() || chinese_digit(c).is_some();
    let unit = |c: char| "年月日号".contains(c);
    let dash = |c: char| "-—–~～".contains(c);
    number(before) && (is_han(after) && chinese_digit(after).is_none() || dash(after))
        || number(after) && (is_han(before) && chinese_digit(before).is_none() || dash(before))
        || unit(before) && (is_han(after) || dash(after))
        || unit(after) && is_han(before)
}
