#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use super::pinyin::Fit;
use super::{INITIALS, KINDS, initial};
use crate::format::Decoder;
use crate::model::WordKind;
use crate::sort::sort_by_number;

/// The words of an archive.
#[derive(Debug, Default)]
pub struct Words {
    /// One text directly after the other.
    texts: String,
    /// Ascending by their texts.
    pub(super) entries: Vec<Entry>,
    /// The readings that there are.
    syllables: Vec<Box<str>>,
    /// Ascending by character: the places of its readings, the usual one first.
    readings: Vec<(char, u32)>,
}

/// A word of an archive, without its text: see [`Words::text`].
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    start: u32,
    length: u16,
    /// What kind of word it is.
    pub kind: WordKind,
    /// In how many articles its characters stand.
    pub articles: u32,
}

impl Words {
    /// Reads the section `WORD`. Words that are out of order are a failure of the decoder.
    pub fn read(from: &mut Decoder<'_>) -> Words {
        let mut words = Words::default();
        words.add_words(from);
        words.add_readings(from);
        words
    }

    /// Takes in one of so many files. What makes no sense is a failure of the decoder.
    pub fn add(&mut self, number: u32, count: u32, from: &mut Decoder<'_>) {
        if count == 1 || number > 0 {
            self.add_words(from);
        }
        if number == 0 {
            self.add_readings(from);
        }
    }

    /// Whether a file may have words that begin with a character, and that no other has, as far as the readings are known.
    pub fn may_begin(&self, number: u32, c: char) -> bool {
        (number as usize).checked_sub(1).is_none_or(|place| place == self.initial(c))
    }

    /// Whether a file may have words whose first character sounds as this may, as far as the readings are known.
    pub fn may_sound(&self, number: u32, c: char) -> bool {
        let place = (number as usize).checked_sub(1).map(|place| place % INITIALS);
        let sounds = |reading| place == Some(initial(Some(self.syllable(reading))));
        self.may_begin(number, c) || self.readings(c).iter().any(sounds)
    }

    /// Whether a file may have words that somebody wants who has typed this, as far as the readings are known.
    pub fn may_complete(&self, number: u32, typed: &str) -> bool {
        let mut chars = typed.chars().skip_while(|c| *c == '\'');
        let Some(place) = (number as usize).checked_sub(1) else { return true };
        match chars.next() {
            Some(letter) if letter.is_ascii_lowercase() => {
                place % INITIALS == initial(Some(letter.encode_utf8(&mut [0; 4])))
            }
            Some(first) if !self.readings.is_empty() => {
                let is_first_alone = chars.next().is_none();
                place % INITIALS == self.initial(first) && (place < INITIALS || !is_first_alone)
            }
            _ => false,
        }
    }

    fn add_words(&mut self, from: &mut Decoder<'_>) {
        let mut before = String::new();
        let mut is_sorted = true;
        let more = from.list(|from| {
            let text = from.text_after(&before);
            is_sorted &= before < text || before.is_empty();
            before = text;
            let number = from.u64();
            let kinds = KINDS.len() as u64;
            from.charge(before.len());
            let start = self.texts.len() as u32;
            self.texts.push_str(&before);
            Entry {
                start,
                length: u16::try_from(before.len()).unwrap_or_else(|_| {
                    from.fail("a word is too long");
                    0
                }),
                kind: from.pick(&KINDS, number % kinds),
                articles: u32::try_from(number / kinds).unwrap_or(u32::MAX),
            }
        });
        if !is_sorted {
            from.fail("it is out of order");
        }
        if !from.is_well() {
            return;
        }
        // Both are ascending, and some may stand in both.
        let mut more = more.into_iter().peekable();
        let mut merged = Vec::new();
        for word in std::mem::take(&mut self.entries) {
            while let Some(other) = more.next_if(|other| self.text(other) <= self.text(&word)) {
                merged.extend((self.text(&other) < self.text(&word)).then_some(other));
            }
            merged.push(word);
        }
        merged.extend(more);
        self.entries = merged;
        self.texts.shrink_to_fit();
    }

    fn add_readings(&mut self, from: &mut Decoder<'_>) {
        let mut before = String::new();
        let all: Vec<Box<str>> = from.list(|from| {
            before = from.text_after(&before);
            from.again(&before).into()
        });
        let mut code = 0_u32;
        let mut readings = Vec::new();
        let characters = from.u32() as usize;
        for _ in 0..from.items(characters, 0) {
            let step = from.u32();
            code = code.saturating_add(step);
            let c = char::from_u32(code).filter(|_| step > 0);
            if c.is_none() {
                from.fail("a character is none");
            }
            loop {
                let number = from.u32();
                if number as usize / 2 >= all.len() {
                    from.fail("a reading is unknown");
                }
                from.charge(size_of::<(char, u32)>());
                readings.push((c.unwrap_or_default(), number / 2));
                if number.is_multiple_of(2) {
                    break;
                }
            }
        }
        readings.shrink_to_fit();
        if from.is_well() {
            (self.syllables, self.readings) = (all, readings);
        }
    }

    /// A word's text, folded.
    pub fn text(&self, word: &Entry) -> &str {
        let start = word.start as usize;
        self.texts.get(start..start + usize::from(word.length)).unwrap_or_default()
    }

    /// The words that begin so, folded; ascending.
    fn beginning_with(&self, text: &str) -> &[Entry] {
        let from = self.entries.partition_point(|word| self.text(word) < text);
        let words = self.entries.get(from..).unwrap_or_default();
        let length = words.partition_point(|word| self.text(word).starts_with(text));
        words.get(..length).unwrap_or_default()
    }

    /// The words of so many characters.
    pub fn of_length(&self, length: usize) -> impl Iterator<Item = &Entry> {
        // A character has one byte to four: most words need not be counted.
        let may = move |word: &&Entry| (length..=4 * length).contains(&usize::from(word.length));
        self.entries.iter().filter(may).filter(move |word| self.text(word).chars().count() == length)
    }

    /// The words that somebody who has typed so much may want, at most so many, the likeliest first: those that begin so,
    /// and names that have it inside; for letters those whose pinyin begins so, syllables whole or not.
    pub fn completing(&self, typed: &str, is_pinyin: bool, most: usize) -> Vec<&Entry> {
        let mut found: Vec<(&Entry, u64)> = Vec::new();
        let likely = |word: &Entry| {
            let kind = match word.kind {
                WordKind::County => 8,
                WordKind::Initiative | WordKind::Column => 4,
                WordKind::Person => 3,
                WordKind::Word => 1,
            };
            u64::from(word.articles) * kind
        };
        if is_pinyin {
            let letters: String =
                typed.chars().filter(|c| *c != '\'').map(|c| if c == 'ü' { 'v' } else { c }).collect();
            let order = |fit| match fit {
                Fit::Whole => 2 << 40,
                Fit::Begun => 1 << 40,
                Fit::Short | Fit::Not => 0,
            };
            found.extend(self.sounding_like(&letters).into_iter().map(|(word, fit)| (word, order(fit) | likely(word))));
        } else if !typed.is_empty() {
            found.extend(self.beginning_with(typed).iter().map(|word| (word, 1 << 40 | likely(word))));
            if typed.chars().nth(1).is_some() {
                let inside = |word: &&Entry| {
                    let text = self.text(word);
                    word.kind < WordKind::Word && text.contains(typed) && !text.starts_with(typed)
                };
                found.extend(self.entries.iter().filter(inside).map(|word| (word, likely(word))));
            }
        }
        found.retain(|(word, _)| word.articles > 0 && self.text(word) != typed);
        sort_by_number(&mut found, |(_, likely)| !likely);
        found.into_iter().take(most).map(|(word, _)| word).collect()
    }

    /// A character's readings, the usual one first: see [`Words::syllable`].
    pub(super) fn readings(&self, c: char) -> &[(char, u32)] {
        let from = self.readings.partition_point(|&(known, _)| known < c);
        let own = self.readings.get(from..).unwrap_or_default();
        let count = own.iter().take_while(|(known, _)| *known == c).count();
        own.get(..count).unwrap_or_default()
    }

    /// A reading in letters.
    pub(super) fn syllable(&self, (_, place): &(char, u32)) -> &str {
        self.syllables.get(*place as usize).map_or("", |syllable| syllable)
    }

    /// The number of the letter that a character's usual reading begins with.
    fn initial(&self, c: char) -> usize {
        initial(self.readings(c).first().map(|reading| self.syllable(reading)))
    }

    /// Cuts a run of folded Han characters into words of the archive and, where there is none, single characters: the
    /// fewest, and the more frequent words where there is a choice. Dynamic programming over the run's ends.
    #[cfg_attr(not(test), expect(clippy::indexing_slicing, reason = "places within the run, and one for its end"))]
    pub fn cut<'a>(&self, run: &'a [char]) -> Vec<&'a [char]> {
        /// What a piece costs that is no word of the archive, against a word that stands in one article.
        const UNKNOWN: f64 = 9.0;
        const WORD: f64 = 5.0;
        // By end: the cost, and where the last piece begins.
        let mut best: Vec<(f64, usize)> = vec![(f64::INFINITY, 0); run.len() + 1];
        best[0].0 = 0.0;
        let mut text = String::new();
        for start in 0..run.len() {
            let before = best[start].0;
            let mut offer = |end: usize, cost: f64| {
                if before + cost < best[end].0 {
                    best[end] = (before + cost, start);
                }
            };
            offer(start + 1, UNKNOWN);
            text.clear();
            for (end, c) in (start + 1..).zip(&run[start..]) {
                text.push(*c);
                match self.beginning_with(&text) {
                    [] => break,
                    [word, ..] if self.text(word) == text && end > start + 1 => {
                        offer(end, WORD - 0.5 * f64::from(word.articles.max(1)).ln());
                    }
                    _ => {}
                }
            }
        }
        let (mut pieces, mut end) = (Vec::new(), run.len());
        while end > 0 {
            let start = best[end].1;
            pieces.push(&run[start..end]);
            end = start;
        }
        pieces.reverse();
        pieces
    }
}
