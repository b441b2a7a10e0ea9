use super::Key;
use crate::index::documents::Document;
use crate::model::{Facets, InitiativeKind};
use crate::sort::sort_by_number;

/// Of names that a page cannot list all of, so many are counted for the reader.
const MOST_NAMES: usize = 50;

/// Counts articles by what filters ask for. `selected` gives for each key the articles that are counted.
pub fn facets<I: Iterator<Item = u32>>(documents: &[Document], selected: &dyn Fn(Key) -> I) -> Facets {
    let count = |key: Key, names: Names| by_name(documents, &mut selected(key), names);
    let mut kinds: Vec<(InitiativeKind, u32)> = Vec::new();
    for article in selected(Key::Kind) {
        let mut told: Vec<InitiativeKind> = Vec::new();
        for initiative in &documents[article as usize].article.initiatives {
            if !told.contains(&initiative.kind) {
                told.push(initiative.kind);
                add(&mut kinds, initiative.kind);
            }
        }
    }
    let mut years: Vec<(i16, u32)> = Vec::new();
    selected(Key::Year).filter_map(|article| documents[article as usize].article.year).for_each(|y| add(&mut years, y));
    years.reverse();
    sort_by_number(&mut kinds, |&(_, count)| u64::from(u32::MAX - count));
    let few = |mut counts: Vec<(String, u32)>| {
        counts.truncate(MOST_NAMES);
        counts
    };
    Facets {
        county: count(Key::County, |document| document.article.county.iter().map(String::as_str).collect()),
        year: years,
        kind: kinds,
        column: few(count(Key::Column, |document| document.article.standing_head.iter().map(String::as_str).collect())),
        reporter: few(count(Key::Reporter, |document| document.article.names())),
    }
}

type Names = fn(&Document) -> Vec<&str>;

/// Counts articles by name, most first, then by name.
fn by_name(documents: &[Document], selected: &mut dyn Iterator<Item = u32>, names: Names) -> Vec<(String, u32)> {
    let mut counts: Vec<(&str, u32)> = Vec::new();
    for article in selected {
        names(&documents[article as usize]).into_iter().for_each(|name| add(&mut counts, name));
    }
    sort_by_number(&mut counts, |&(_, count)| u64::from(u32::MAX - count));
    counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect()
}

/// Counts one more; `counts` is ascending by what is counted.
fn add<T: Ord>(counts: &mut Vec<(T, u32)>, what: T) {
    match counts.binary_search_by(|(known, _)| known.cmp(&what)) {
        Ok(at) => counts[at].1 += 1,
        Err(at) => counts.insert(at, (what, 1)),
    }
}
