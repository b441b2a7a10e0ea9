/// At most so many words are given as evidence.
pub(super) const EVIDENCE: usize = 3;

/// The votes for one county, or for the city.
#[derive(Default)]
pub(super) struct Votes {
    pub(super) weight: u32,
    /// The words, each once, with the most that one of them counted.
    words: Vec<(String, u32)>,
}

impl Votes {
    pub(super) fn add(&mut self, words: &str, weight: u32) {
        self.weight += weight;
        match self.words.iter_mut().find(|(known, _)| known == words) {
            Some((_, most)) => *most = weight.max(*most),
            None => self.words.push((words.to_owned(), weight)),
        }
    }

    /// Whether each of the words is such.
    pub(super) fn all(&self, is_such: impl Fn(&str) -> bool) -> bool {
        self.words.iter().all(|(words, _)| is_such(words))
    }

    /// The weightiest words, in the order of the text.
    pub(super) fn evidence(&self) -> String {
        let mut weights: Vec<u32> = self.words.iter().map(|&(_, weight)| weight).collect();
        weights.sort_unstable_by(|one, other| other.cmp(one));
        let least = weights.get(EVIDENCE - 1).copied().unwrap_or(0);
        let words: Vec<&str> =
            self.words.iter().filter(|&&(_, weight)| weight >= least).map(|(words, _)| words.as_str()).collect();
        words.into_iter().take(EVIDENCE).collect::<Vec<_>>().join("、")
    }
}
