use std::borrow::Cow;

use super::Key;
use crate::index::documents::Document;
use crate::model::{DateRange, Day, Facets, InitiativeKind};
use crate::sort::{sort_by, sort_by_number};

/// Of names that a page cannot list all of, so many are counted for the reader.
const MOST_NAMES: usize = 50;

/// What articles are counted and ordered by, apart from the articles: a query that thousands of them answer touches none.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// By article: the first and the last day that its date can mean, counted from 1970.
    days: Vec<(Option<i32>, Option<i32>)>,
    counties: Values<String>,
    years: Values<i16>,
    kinds: Values<InitiativeKind>,
    columns: Values<String>,
    names: Values<String>,
}

impl Catalogue {
    /// Makes the catalogue of articles.
    pub fn of(documents: &[Document]) -> Catalogue {
        let number = |day: Option<Day>| day.map(Day::to_days);
        let days = |date: DateRange| (number(date.first.first_day()), number(date.last.last_day()));
        let all = |document: &Document| document.date.map_or((None, None), days);
        Catalogue {
            days: documents.iter().map(all).collect(),
            counties: Values::of(documents, |Document { article, .. }| article.county.iter().cloned().collect()),
            years: Values::of(documents, |Document { article, .. }| article.year.into_iter().collect()),
            kinds: Values::of(documents, |Document { article, .. }| {
                let mut kinds: Vec<InitiativeKind> = article.initiatives.iter().map(|told| told.kind).collect();
                sort_by_number(&mut kinds, |&kind| kind as u64);
                kinds.dedup();
                kinds
            }),
            columns: Values::of(documents, |Document { article, .. }| article.standing_head.iter().cloned().collect()),
            names: Values::of(documents, |Document { article, .. }| {
                article.names().into_iter().map(str::to_owned).collect()
            }),
        }
    }

    /// The first day that an article's date can mean, counted from 1970.
    pub fn first_day(&self, document: u32) -> Option<i32> {
        self.days.get(document as usize)?.0
    }

    /// The last day that it can mean.
    pub fn last_day(&self, document: u32) -> Option<i32> {
        self.days.get(document as usize)?.1
    }

    /// Counts articles by what filters ask for. `selected` gives for each key the articles that are counted; where it gives
    /// none, what is `known` stays.
    pub fn facets<'a>(&self, selected: &dyn Fn(Key) -> Option<Cow<'a, [u32]>>, known: Facets) -> Facets {
        let mut facets = known;
        let by_name = |counts: &mut Vec<(String, u32)>, key: Key, values: &Values<String>| {
            if let Some(selected) = selected(key) {
                *counts = values.count(&selected);
                sort_by_number(counts, |&(_, count)| u64::from(u32::MAX - count));
            }
        };
        by_name(&mut facets.county, Key::County, &self.counties);
        by_name(&mut facets.column, Key::Column, &self.columns);
        by_name(&mut facets.reporter, Key::Reporter, &self.names);
        facets.column.truncate(MOST_NAMES);
        facets.reporter.truncate(MOST_NAMES);
        if let Some(selected) = selected(Key::Year) {
            facets.year = self.years.count(&selected);
            facets.year.reverse();
        }
        if let Some(selected) = selected(Key::Kind) {
            facets.kind = self.kinds.count(&selected);
            sort_by_number(&mut facets.kind, |&(_, count)| u64::from(u32::MAX - count));
        }
        facets
    }
}

/// What the articles have of one kind, each value once.
#[derive(Debug)]
struct Values<T> {
    /// Ascending.
    known: Vec<T>,
    /// By article: where its values begin in `places`; one more entry than there are articles.
    starts: Vec<u32>,
    /// Places in `known`.
    places: Vec<u32>,
}

impl<T> Default for Values<T> {
    fn default() -> Self {
        Values { known: Vec::new(), starts: Vec::new(), places: Vec::new() }
    }
}

impl<T: Ord + Clone> Values<T> {
    /// Of each article, what `values` gives: each value once.
    fn of(documents: &[Document], values: fn(&Document) -> Vec<T>) -> Self {
        let mut known: Vec<T> = Vec::new();
        let mut starts = vec![0];
        for document in documents {
            known.extend(values(document));
            starts.push(known.len() as u32);
        }
        let all = known.clone();
        sort_by(&mut known, T::cmp);
        known.dedup();
        let places = all.iter().map(|value| known.partition_point(|known| known < value) as u32).collect();
        Values { known, starts, places }
    }

    /// How many of the articles have each value that any has, in the order of the values.
    fn count(&self, selected: &[u32]) -> Vec<(T, u32)> {
        let mut counts = vec![0; self.known.len()];
        for &document in selected {
            let Some(&[from, to]) = self.starts.get(document as usize..document as usize + 2) else { continue };
            for &place in &self.places[from as usize..to as usize] {
                counts[place as usize] += 1;
            }
        }
        let counted = self.known.iter().zip(counts).filter(|(_, count)| *count > 0);
        counted.map(|(value, count)| (value.clone(), count)).collect()
    }
}
