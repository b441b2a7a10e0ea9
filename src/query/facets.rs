use super::Key;
use crate::index::documents::Document;
use crate::model::{Article, Facets};
use crate::sort::sort_by_number;

/// Of names that a page cannot list all of, so many are counted for the reader.
const MOST_NAMES: usize = 50;

/// Counts articles by what filters ask for. `selected` gives for each key the articles that are counted; where it gives none,
/// what is `known` stays.
pub fn facets(documents: &[Document], selected: &dyn Fn(Key) -> Option<Vec<u32>>, known: Facets) -> Facets {
    let mut facets = known;
    let count = |counts: &mut Vec<(String, u32)>, key: Key, names: Names| {
        if let Some(selected) = selected(key) {
            *counts = by_name(documents, &selected, names);
        }
    };
    count(&mut facets.county, Key::County, |article, count| article.county.iter().for_each(|name| count(name)));
    count(&mut facets.column, Key::Column, |article, count| article.standing_head.iter().for_each(|name| count(name)));
    count(&mut facets.reporter, Key::Reporter, |article, count| article.names().into_iter().for_each(count));
    facets.column.truncate(MOST_NAMES);
    facets.reporter.truncate(MOST_NAMES);
    if let Some(selected) = selected(Key::Year) {
        facets.year.clear();
        for article in selected {
            documents[article as usize].article.year.into_iter().for_each(|year| add(&mut facets.year, year));
        }
        facets.year.reverse();
    }
    if let Some(selected) = selected(Key::Kind) {
        facets.kind.clear();
        for article in selected {
            let told = &documents[article as usize].article.initiatives;
            for (place, initiative) in told.iter().enumerate() {
                if told[..place].iter().all(|before| before.kind != initiative.kind) {
                    add(&mut facets.kind, initiative.kind);
                }
            }
        }
        sort_by_number(&mut facets.kind, |&(_, count)| u64::from(u32::MAX - count));
    }
    facets
}

/// Counts each of an article's names.
type Names = for<'a> fn(&'a Article, &mut dyn FnMut(&'a str));

/// Counts articles by name, most first, then by name.
fn by_name(documents: &[Document], selected: &[u32], names: Names) -> Vec<(String, u32)> {
    let mut counts: Vec<(&str, u32)> = Vec::new();
    for &article in selected {
        names(&documents[article as usize].article, &mut |name| add(&mut counts, name));
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
