//! When two names mean one initiative.

use super::article::Passage;
use super::candidate::Candidate;
use super::heads::HEADS;

/// A name without its quotes and spaces, with and without the head noun it ends in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub full: String,
    /// Without its last head noun, where something is left.
    core: Option<String>,
    pub proven: bool,
}

impl Name {
    pub(super) fn new(passage: &Passage, candidate: &Candidate) -> Self {
        let full = fold(&passage.chars[candidate.start..candidate.end]);
        let core = HEADS
            .iter()
            .filter_map(|head| full.strip_suffix(head.word))
            .min_by_key(|rest| rest.len())
            .filter(|rest| rest.chars().count() >= 2)
            .map(str::to_owned);
        Name { full, core, proven: candidate.proven }
    }

    /// The quoted names of a title.
    pub(super) fn keys_in(title: &str) -> Vec<String> {
        title
            .split('“')
            .skip(1)
            .filter_map(|rest| rest.split_once('”'))
            .map(|(inner, _)| fold(&inner.chars().collect::<Vec<_>>()))
            .collect()
    }

    /// Whether the names are equal, or one is the other without its head: “红色家园” and “红色家园”品牌.
    pub(super) fn is_same(&self, other: &Name) -> bool {
        self.full == other.full || self.core.as_ref() == Some(&other.full) || other.core.as_ref() == Some(&self.full)
    }

    /// Repetition proves only what is more than a word in quotes.
    pub(super) fn is_long_enough(&self) -> bool {
        self.full.chars().count() >= 3
    }
}

fn fold(chars: &[char]) -> String {
    chars.iter().filter(|c| !"“”‘’ 　".contains(**c)).collect()
}
