use std::collections::{HashMap, HashSet};

use super::candidate::{Candidate, Evidence};
use super::name::Name;
use super::passage::Passage;
use crate::model::InitiativeKind;

/// The names that the candidates of an article bear.
pub(super) struct Names {
    /// How many candidates bear a name, by its full words.
    times: HashMap<String, usize>,
    /// Those that are proven somewhere, each once, in the order of the text.
    proven: Vec<Name>,
}

impl Names {
    /// The names of the candidates found in each of the passages.
    pub(super) fn of(passages: &[Passage], found: &[Vec<Candidate>]) -> Self {
        let (mut times, mut proven) = (HashMap::new(), Vec::new());
        let mut seen = HashSet::new();
        for (passage, found) in passages.iter().zip(found) {
            for name in found.iter().map(|one| Name::new(passage, one)) {
                if name.evidence == Evidence::Proven && seen.insert(name.clone()) {
                    proven.push(name.clone());
                }
                *times.entry(name.full).or_default() += 1;
            }
        }
        Names { times, proven }
    }

    /// How many candidates bear a name to the letter.
    pub(super) fn times(&self, name: &Name) -> usize {
        self.times.get(&name.full).copied().unwrap_or_default()
    }

    /// What a name is where it is proven: a name proven once is known wherever it stands.
    pub(super) fn proven(&self, name: &Name) -> Option<InitiativeKind> {
        self.proven.iter().find(|other| other.is_same(name)).map(|other| other.kind)
    }
}
