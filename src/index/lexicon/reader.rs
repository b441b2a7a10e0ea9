#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use std::ops::Range;

/// A term as a number. Pairs and lone last characters sort by their first character, so that a single character is a range of
/// them: the first character's code point times 2³², plus the second's or 0. Words come after: 2⁶³, plus the
/// segment they stand in times 2³², plus their place in its list.
pub type Term = u64;

const WORD: Term = 1 << 63;

/// The words of an archive.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By segment: its words, ascending.
    words: Vec<Vec<Box<str>>>,
}

impl Lexicon {
    /// The words of the segments, each ascending.
    pub const fn new(words: Vec<Vec<Box<str>>>) -> Self {
        Lexicon { words }
    }

    /// Two neighbours.
    pub fn pair(first: char, second: char) -> Term {
        Self::last(first) | u64::from(u32::from(second))
    }

    /// A character that stands before a gap or the end.
    pub fn last(only: char) -> Term {
        u64::from(u32::from(only)) << 32
    }

    /// All terms that begin with a character: all places where it stands, unless it is of a word.
    pub fn beginning_with(first: char) -> Range<Term> {
        Self::last(first)..Self::last(first) + (1 << 32)
    }

    /// A word by its segment and its place in the segment's list.
    pub(in crate::index) fn word(segment: usize, place: usize) -> Term {
        WORD | (segment as u64) << 32 | place as u64
    }

    /// The segment that a word stands in; `None` for other terms.
    pub(in crate::index) fn segment(term: Term) -> Option<usize> {
        (term >= WORD).then_some(((term & !WORD) >> 32) as usize)
    }

    /// All words with their terms, ascending within a segment.
    pub fn words(&self) -> impl Iterator<Item = (Term, &str)> {
        let terms = |(segment, words): (usize, &'_ Vec<Box<str>>)| {
            let word = move |place: usize| Self::word(segment, place);
            (0..words.len()).map(word).collect::<Vec<Term>>()
        };
        let terms = self.words.iter().enumerate().flat_map(terms);
        terms.zip(self.words.iter().flatten().map(|word| &**word))
    }
}
