use std::collections::{BTreeMap, BTreeSet, HashSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::nation::Gazetteer;
use super::places::Reading;
use super::region::Region;
use crate::model::{Article, Page};
use crate::text::fold;

/// So many names speak for a region before it is believed.
const ENOUGH: usize = 3;

/// The region that pages are about, see [`RegionVotes::region`].
pub fn detect_region<'a>(pages: impl Iterator<Item = &'a Page>) -> Option<Region> {
    let mut votes = RegionVotes::default();
    pages.for_each(|page| votes.add(RegionVotes::of(&page.articles)));
    votes.region()
}

/// What speaks for each region: the names of its city, counties and towns in articles.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RegionVotes(BTreeMap<usize, Votes>);

/// What speaks for one region.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Votes {
    /// A name counts once in an article, however often it stands there.
    count: usize,
    names: BTreeSet<String>,
}

impl RegionVotes {
    /// What speaks for regions in these articles.
    pub fn of(articles: &[Article]) -> RegionVotes {
        let found: Vec<_> = articles.par_iter().map(named).collect();
        let mut votes = RegionVotes::default();
        for (prefecture, name) in found.into_iter().flatten() {
            let votes = votes.0.entry(prefecture).or_default();
            votes.count += 1;
            votes.names.insert(name);
        }
        votes
    }

    /// Adds what speaks for regions in other articles.
    pub fn add(&mut self, others: RegionVotes) {
        for (prefecture, Votes { count, names }) in others.0 {
            let votes = self.0.entry(prefecture).or_default();
            votes.count += count;
            votes.names.extend(names);
        }
    }

    /// The region that the articles are about, by its place in the table of the nation; `None` when unsure: too few names or
    /// always the same, fewer than twice as many as of any other region, or fewer than all others together, as in a paper of the
    /// whole nation.
    pub fn prefecture(&self) -> Option<usize> {
        let (&best, votes) = self.0.iter().max_by_key(|(_, votes)| votes.count)?;
        let others = || self.0.iter().filter(|(other, _)| **other != best).map(|(_, votes)| votes.count);
        let (next, all): (usize, usize) = (others().max().unwrap_or(0), others().sum());
        let Votes { count, names } = votes;
        (*count >= ENOUGH && names.len() >= 2 && *count >= 2 * next && *count >= all).then_some(best)
    }

    /// The same as a region.
    pub fn region(&self) -> Option<Region> {
        self.prefecture().map(Region::of_prefecture)
    }
}

/// The names in an article, each with its prefecture.
fn named(article: &Article) -> HashSet<(usize, String)> {
    let scanner = Gazetteer::national().scanner();
    let mut named = HashSet::new();
    let heads = article.title.iter().chain(&article.standing_head).map(String::as_str);
    for text in heads.chain(article.blocks.iter().map(|block| block.text.as_str())) {
        let folded = fold(text);
        let found = scanner.find(&folded);
        if found.is_empty() {
            continue;
        }
        let characters: Vec<char> = folded.chars().collect();
        named.extend(Reading::new(scanner, &characters, &found).named_in_prefectures());
    }
    named
}
