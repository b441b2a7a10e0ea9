#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use super::{Entry, Words};
use crate::model::WordKind;
use crate::sort::sort_by_number;

/// How letters fit a word's pinyin: the better first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// They are all of it.
    Whole,
    /// They are how it begins.
    Begun,
    /// Some of its characters are spelled by their first letters.
    Short,
    /// They do not.
    Not,
}

impl Words {
    /// Whether two characters have a reading in common.
    pub fn sound_alike(&self, one: char, other: char) -> bool {
        let others = self.readings(other);
        self.readings(one).iter().any(|(_, reading)| others.iter().any(|(_, known)| known == reading))
    }

    /// The words that are spelled so in pinyin without tones, in small letters: in whole syllables, or, for names (not
    /// for plain words), by their initials. The likeliest first.
    pub fn spelled(&self, letters: &str) -> Vec<&Entry> {
        let is_name = |word: &Entry| word.kind < WordKind::Word && letters.len() > 1;
        let is_whole = |&(word, fit): &(&Entry, Fit)| {
            fit == Fit::Whole || is_name(word) && self.text(word).chars().count() == letters.len()
        };
        let found = self.sounding_like(letters).into_iter().filter(is_whole);
        let mut found: Vec<&Entry> = found.map(|(word, _)| word).collect();
        sort_by_number(&mut found, |word| (word.kind as u64) << 32 | u64::from(u32::MAX - word.articles));
        found
    }

    /// The words whose pinyin the letters begin, and how they fit.
    pub(super) fn sounding_like(&self, letters: &str) -> Vec<(&Entry, Fit)> {
        let mut found = Vec::new();
        let first = letters.as_bytes().first();
        let (mut before, mut may) = ('\0', false);
        for word in &self.entries {
            let text = self.text(word);
            let begin = text.chars().next().unwrap_or_default();
            if begin != before {
                may = self.readings(begin).iter().any(|reading| self.syllable(reading).as_bytes().first() == first);
                before = begin;
            }
            let fit = if may { self.fit(text, letters) } else { Fit::Not };
            if fit != Fit::Not {
                found.push((word, fit));
            }
        }
        found
    }

    /// How letters fit characters: each is spelled by its syllable or by how that begins. Dynamic programming over how many
    /// letters the characters so far take.
    #[cfg_attr(
        not(test),
        expect(clippy::indexing_slicing, reason = "places within the letters, and one for their end")
    )]
    pub(super) fn fit(&self, text: &str, letters: &str) -> Fit {
        let letters = letters.as_bytes();
        let end = letters.len();
        let mut taken = vec![Fit::Not; end + 1];
        taken[0] = Fit::Begun;
        let mut best = Fit::Not;
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            let before = std::mem::replace(&mut taken, vec![Fit::Not; end + 1]);
            best = best.min(before[end]);
            for at in (0..end).filter(|&at| before[at] != Fit::Not) {
                for reading in self.readings(c).iter().map(|reading| self.syllable(reading)) {
                    let common = reading.bytes().zip(&letters[at..]).take_while(|(a, b)| a == *b).count();
                    for length in 1..=common {
                        let (is_whole, next) = (length == reading.len(), at + length);
                        // The last syllable may be still coming.
                        let fit = if is_whole || next == end { before[at] } else { Fit::Short };
                        taken[next] = taken[next].min(fit);
                        if next == end && rest.as_str().is_empty() {
                            best = best.min(if is_whole && fit != Fit::Short { Fit::Whole } else { fit });
                        }
                    }
                }
            }
        }
        best
    }
}
