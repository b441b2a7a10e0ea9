use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::index::documents::Document;

/// Counts articles by county, most first, then by name.
pub fn by_county(documents: &[Document], selected: impl Iterator<Item = u32>) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for document in selected {
        if let Some(county) = &documents[document as usize].article.county {
            *counts.entry(county).or_default() += 1;
        }
    }
    let mut counts: Vec<(String, u32)> = counts.into_iter().map(|(county, count)| (county.to_owned(), count)).collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

/// Counts articles by year, latest first.
pub fn by_year(documents: &[Document], selected: impl Iterator<Item = u32>) -> Vec<(i16, u32)> {
    let mut counts: BTreeMap<i16, u32> = BTreeMap::new();
    for document in selected {
        if let Some(year) = documents[document as usize].article.year {
            *counts.entry(year).or_default() += 1;
        }
    }
    counts.into_iter().rev().collect()
}
