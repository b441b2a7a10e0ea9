use super::{Lexicon, han_key};
use crate::text::Term;

/// Collects terms in ascending order.
#[derive(Default)]
pub(in crate::index) struct LexiconWriter {
    han: Vec<u64>,
    words: Vec<Box<str>>,
}

impl LexiconWriter {
    /// The sort key of a Han term; `None` for a word.
    pub fn han_key(term: Term<'_>) -> Option<u64> {
        match term {
            Term::Pair(first, second) => Some(han_key(first, Some(second))),
            Term::Last(only) => Some(han_key(only, None)),
            Term::Word(_) => None,
        }
    }

    /// Adds a Han term: keys ascending.
    pub fn push_han(&mut self, key: u64) {
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
