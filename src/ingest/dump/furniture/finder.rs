//! Words that are looked for all at once.

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};

pub type Finder = CharwiseDoubleArrayAhoCorasick<u32>;

/// Finds words from left to right, of those that begin at one place the longest.
pub fn finder(words: &[&str]) -> Finder {
    CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(words)
        .expect("the words of furniture are few, and none is empty or named twice")
}
