//! A text under the grammar's eye: what stands at a place.

use crate::text::{ByChar, NumeralForm, arabic_digit, chinese_digit, numeral_at};

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
        self.rest(at).is_some_and(|rest| begins(rest, word))
    }

    /// The text from a place on.
    fn rest(&self, at: usize) -> Option<&[char]> {
        self.chars.get(at..).filter(|rest| !rest.is_empty())
    }

    /// The longest word of a list that stands at a place.
    pub(super) fn word(self, at: usize, words: &[&str]) -> Option<usize> {
        let rest = self.rest(at)?;
        words.iter().filter(|word| begins(rest, word)).map(|word| at + word.chars().count()).max()
    }

    /// The longest entry of a table that stands at a place.
    pub(super) fn entry<T: Copy>(self, at: usize, table: &[(&str, T)]) -> Option<(T, usize)> {
        self.longest(at, table.iter())
    }

    /// The same of a long table, by first characters.
    pub(super) fn entry_by_first<T: Copy>(self, at: usize, table: &ByChar<(&str, T)>) -> Option<(T, usize)> {
        self.longest(at, table.of(self.get(at)?))
    }

    fn longest<'a, T: Copy + 'a>(
        self,
        at: usize,
        entries: impl Iterator<Item = &'a (&'a str, T)>,
    ) -> Option<(T, usize)> {
        let rest = self.rest(at)?;
        entries
            .filter(|(word, _)| begins(rest, word))
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

    /// No digit, 第 or decimal point stands before a number. The digit of a weekday is none: 星期三2024年.
    pub(super) fn starts_number(self, at: usize) -> bool {
        let joins = |c: char| {
            arabic_digit(c).is_some()
                || chinese_digit(c).is_some()
                || matches!(c, '第' | '.' | '．' | '十' | '百' | '千' | '万' | '几' | '数')
                || c.is_ascii_alphabetic()
        };
        let follows_weekday = || at.checked_sub(3).is_some_and(|start| self.has(start, "星期"));
        !self.before(at).is_some_and(joins) || follows_weekday()
    }
}

/// Whether a text begins with a word.
fn begins(rest: &[char], word: &str) -> bool {
    let mut rest = rest.iter();
    word.chars().all(|c| rest.next() == Some(&c))
}
