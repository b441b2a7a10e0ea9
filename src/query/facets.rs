use crate::index::documents::Document;
use crate::sort::sort_by_number;

/// Counts articles by county, most first, then by name.
pub fn by_county(documents: &[Document], selected: impl Iterator<Item = u32>) -> Vec<(String, u32)> {
    let mut counts: Vec<(String, u32)> = Vec::new();
    for document in selected {
        if let Some(county) = &documents[document as usize].article.county {
            match counts.binary_search_by(|(known, _)| known.cmp(county)) {
                Ok(at) => counts[at].1 += 1,
                Err(at) => counts.insert(at, (county.clone(), 1)),
            }
        }
    }
    sort_by_number(&mut counts, |&(_, count)| u64::from(u32::MAX - count));
    counts
}

/// Counts articles by year, latest first.
pub fn by_year(documents: &[Document], selected: impl Iterator<Item = u32>) -> Vec<(i16, u32)> {
    let mut counts: Vec<(i16, u32)> = Vec::new();
    for document in selected {
        if let Some(year) = documents[document as usize].article.year {
            match counts.binary_search_by(|(known, _)| year.cmp(known)) {
                Ok(at) => counts[at].1 += 1,
                Err(at) => counts.insert(at, (year, 1)),
            }
        }
    }
    counts
}
