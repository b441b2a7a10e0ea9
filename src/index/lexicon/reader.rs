use std::ops::Range;

use super::han_key;

/// The terms of an archive.
#[derive(Debug, Default)]
pub struct Lexicon {
    pub(super) han: Vec<u64>,
    pub(super) words: Vec<Box<str>>,
}

impl Lexicon {
    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.han.len() + self.words.len()
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of a pair of neighbouring Han characters.
    pub fn pair(&self, first: char, second: char) -> Option<usize> {
        self.han.binary_search(&han_key(first, Some(second))).ok()
    }

    /// The numbers of all terms that begin with a Han character: all places where it stands.
    pub fn beginning_with(&self, first: char) -> Range<usize> {
        let from = self.han.partition_point(|&key| key < han_key(first, None));
        let length = self.han[from..].partition_point(|&key| key >> 32 == u64::from(u32::from(first)));
        from..from + length
    }

    /// The number of a word.
    pub fn word(&self, word: &str) -> Option<usize> {
        let at = self.words.binary_search_by(|known| (**known).cmp(word)).ok()?;
        Some(self.han.len() + at)
    }

    /// All words with their numbers, ascending.
    pub fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        self.words.iter().enumerate().map(|(at, word)| (self.han.len() + at, &**word))
    }
}
