//! How far the words of a figure reach: 党员48人, 14个新兴产业园区.

use std::sync::LazyLock;

use jieba_rs::Jieba;

use super::find::{FoundFigure, Read, Text};
use super::words::{BODIES, STOPS, TRAILING, VERBS};
use crate::text::{is_han, numeral_at};

/// The longest text of a figure, in characters.
const LONGEST: usize = 20;
/// The most characters of what is counted that stand before the number.
const LONGEST_BEFORE: usize = 10;

impl Text<'_> {
    /// Adds the words of what is counted: those behind the unit, else those before the number.
    pub(super) fn found(&self, read: Read, from: usize) -> FoundFigure {
        let mut end = self.words_behind(read.end, read.about + LONGEST);
        let mut start = read.about;
        if end == read.end {
            start = self.words_before(read.about, from.max(end.saturating_sub(LONGEST)));
        }
        end = end.min(start + LONGEST);
        FoundFigure {
            text: self.chars[start..end].iter().collect(),
            start: start as u32,
            end: end as u32,
            value: read.value,
            value_max: read.value_max,
            unit: read.unit,
            approx: read.approx,
            number: read.number as u32,
            unit_end: read.unit_end as u32,
        }
    }

    /// The end of the words that follow a unit and are counted by it.
    fn words_behind(&self, start: usize, most: usize) -> usize {
        let mut run = start;
        while run < self.chars.len()
            && is_han(self.chars[run])
            && (self.chars[run] == '一' || numeral_at(self.chars, run).is_none())
        {
            run += 1;
        }
        let mut end = start;
        let mut previous = String::new();
        for word in words(&self.chars[start..run]) {
            let len = word.chars().count();
            // 党组织 is a thing, 组织 by itself a verb.
            let thing = word == "组织" && BODIES.contains(&previous.as_str());
            if end + len > most || stops(&word) && !thing {
                break;
            }
            end += len;
            previous.clone_from(&word);
            if TRAILING.contains(&word.as_str()) {
                return end - len;
            }
        }
        end
    }

    /// The beginning of the words before a number that it counts.
    fn words_before(&self, end: usize, least: usize) -> usize {
        let mut run = end;
        while run > least && is_han(self.chars[run - 1]) {
            run -= 1;
        }
        // What letters begin (B超检查) is not cut in its middle.
        let cut = run.checked_sub(1).and_then(|at| self.get(at)).is_some_and(|c| c.is_ascii_alphanumeric());
        let words = words(&self.chars[run..end]);
        let mut start = end;
        for word in words.iter().skip(usize::from(cut)).rev() {
            let len = word.chars().count();
            if end - (start - len) > LONGEST_BEFORE || stops(word) {
                break;
            }
            start -= len;
        }
        start
    }
}

/// A run of Han characters as words.
fn words(run: &[char]) -> Vec<String> {
    static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);
    if run.is_empty() {
        return Vec::new();
    }
    let text: String = run.iter().collect();
    JIEBA.cut(&text, false).into_iter().map(|token| token.word.to_owned()).collect()
}

/// Whether a word is no part of what is counted: a verb of doing or a particle.
fn stops(word: &str) -> bool {
    let mut chars = word.chars();
    let alone = chars.next().is_some_and(|c| STOPS.contains(c)) && chars.next().is_none();
    alone || VERBS.contains(&word)
}
