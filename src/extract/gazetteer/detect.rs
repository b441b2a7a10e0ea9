use std::collections::{BTreeMap, HashSet};

use super::places::Reading;
use super::region::Region;
use super::table::Gazetteer;
use crate::model::Page;
use crate::text::fold;

/// So many names speak for a region before it is believed.
const ENOUGH: usize = 3;

/// The region that pages are about, by the names of its city, counties and towns in them; `None` when unsure: too few
/// names or always the same, fewer than twice as many as of any other region, or fewer than all others together, as in a
/// paper of the whole nation.
pub fn detect_region<'a>(pages: impl Iterator<Item = &'a Page>) -> Option<Region> {
    let scanner = Gazetteer::national().scanner();
    let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
    let mut names: BTreeMap<usize, HashSet<String>> = BTreeMap::new();
    for article in pages.flat_map(|page| &page.articles) {
        // A name counts once in an article, however often it stands there.
        let mut named: HashSet<(usize, String)> = HashSet::new();
        let heads = article.title.iter().chain(&article.standing_head).map(String::as_str);
        for text in heads.chain(article.blocks.iter().map(|block| block.text.as_str())) {
            let folded = fold(text);
            let found = scanner.find(&folded);
            let characters: Vec<char> = folded.chars().collect();
            named.extend(Reading::new(scanner, &characters, &found).named_in_prefectures());
        }
        for (prefecture, name) in named {
            *votes.entry(prefecture).or_default() += 1;
            names.entry(prefecture).or_default().insert(name);
        }
    }
    let (&best, &most) = votes.iter().max_by_key(|&(_, votes)| votes)?;
    let next = votes.iter().filter(|&(&other, _)| other != best).map(|(_, &votes)| votes).max().unwrap_or(0);
    let others: usize = votes.values().sum::<usize>() - most;
    let different = names.get(&best).map_or(0, HashSet::len);
    (most >= ENOUGH && different >= 2 && most >= 2 * next && most >= others).then(|| Region::of_prefecture(best))
}
