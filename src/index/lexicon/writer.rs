use super::{Lexicon, han_key};

/// Collects terms in ascending order.
#[derive(Default)]
pub(in crate::index) struct LexiconWriter {
    han: Vec<u64>,
    words: Vec<Box<str>>,
}

impl LexiconWriter {
    /// Adds a Han term, of one character or two: ascending.
    pub fn push_han(&mut self, first: char, second: Option<char>) {
        let key = han_key(first, second);
        debug_assert!(self.han.last().is_none_or(|&last| last < key) && self.words.is_empty());
        self.han.push(key);
    }

    /// Adds a word: after all Han terms, ascending.
    pub fn push_word(&mut self, word: &str) {
        debug_assert!(self.words.last().is_none_or(|last| &**last < word));
        self.words.push(word.into());
    }

    /// The lexicon.
    pub fn finish(self) -> Lexicon {
        Lexicon { han: self.han, words: self.words }
    }
}
