use std::borrow::Cow;
use std::rc::Rc;

use super::Key;
use crate::index::documents::Outline;
use crate::model::{Day, Facets, InitiativeKind};
use crate::sort::{sort_by, sort_by_number};

/// Of names that a page cannot list all of, so many are counted for the reader.
const MOST_NAMES: usize = 50;

/// What articles are counted and ordered by, apart from the articles: a query that thousands of them answer touches none.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// By article.
    entries: Vec<Entry>,
    counties: Names,
    columns: Names,
    reporters: Names,
}

/// What one article is counted and ordered by, its names left aside.
#[derive(Debug)]
struct Entry {
    /// The first and the last day that its date can mean, counted from 1970.
    days: [Option<i32>; 2],
    year: Option<i16>,
    /// See [`Outline::kinds`].
    kinds: u16,
}

impl Catalogue {
    /// Makes the catalogue of articles.
    pub fn of(outlines: &[Outline]) -> Catalogue {
        Catalogue {
            entries: outlines.iter().map(Entry::of).collect(),
            counties: Names::of(outlines, |outline| outline.county.as_slice()),
            columns: Names::of(outlines, |outline| outline.standing_head.as_slice()),
            reporters: Names::of(outlines, |outline| &outline.names),
        }
    }

    /// The first and the last day that an article's date can mean, counted from 1970.
    pub fn days(&self, document: u32) -> [Option<i32>; 2] {
        self.entries.get(document as usize).map_or([None; 2], |entry| entry.days)
    }

    /// Counts articles by what filters ask for. `selected` gives for each key the articles that are counted; where it gives
    /// none, what is `known` stays.
    pub fn facets<'a>(&self, selected: &dyn Fn(Key) -> Option<Cow<'a, [u32]>>, known: Facets) -> Facets {
        let mut facets = known;
        let names = [
            (&mut facets.county, Key::County, &self.counties, usize::MAX),
            (&mut facets.column, Key::Column, &self.columns, MOST_NAMES),
            (&mut facets.reporter, Key::Reporter, &self.reporters, MOST_NAMES),
        ];
        for (counts, key, names, most) in names {
            if let Some(selected) = selected(key) {
                *counts = names.count(&selected, most);
            }
        }
        if let Some(selected) = selected(Key::Year) {
            facets.year.clear();
            for year in self.entries(&selected).filter_map(|entry| entry.year) {
                match facets.year.iter_mut().find(|(known, _)| *known == year) {
                    Some((_, count)) => *count += 1,
                    None => facets.year.push((year, 1)),
                }
            }
            sort_by_number(&mut facets.year, |&(year, _)| i16::MAX.abs_diff(year).into());
        }
        if let Some(selected) = selected(Key::Kind) {
            let mut counts = [0; InitiativeKind::ALL.len()];
            for mut kinds in self.entries(&selected).map(|entry| entry.kinds) {
                for count in &mut counts {
                    *count += u32::from(kinds & 1);
                    kinds >>= 1;
                }
            }
            let counted = InitiativeKind::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
            facets.kind = counted.map(|(kind, count)| (*kind, count)).collect();
            sort_by_number(&mut facets.kind, |&(_, count)| u64::from(u32::MAX - count));
        }
        facets
    }

    fn entries<'a>(&'a self, selected: &'a [u32]) -> impl Iterator<Item = &'a Entry> {
        selected.iter().filter_map(|&document| self.entries.get(document as usize))
    }
}

impl Entry {
    fn of(Outline { date, year, kinds, .. }: &Outline) -> Entry {
        let days = date.map_or([None; 2], |date| [date.first.first_day(), date.last.last_day()]);
        Entry { days: days.map(|day| day.map(Day::to_days)), year: *year, kinds: *kinds }
    }
}

/// The names of one sort that the articles have.
#[derive(Debug, Default)]
struct Names {
    /// Ascending.
    known: Vec<Rc<str>>,
    /// By article: where its names begin in `places`; one more entry than there are articles.
    starts: Vec<u32>,
    /// Places in `known`.
    places: Vec<u32>,
}

impl Names {
    /// Of each article, what `names` gives: each name once.
    fn of(outlines: &[Outline], names: fn(&Outline) -> &[Rc<str>]) -> Self {
        let mut all: Vec<&Rc<str>> = Vec::new();
        let mut starts = vec![0];
        for outline in outlines {
            all.extend(names(outline));
            starts.push(all.len() as u32);
        }
        let mut known = all.clone();
        sort_by(&mut known, |a, b| a.cmp(b));
        known.dedup();
        let places = all.iter().map(|name| known.partition_point(|known| known < name) as u32).collect();
        Names { known: known.into_iter().cloned().collect(), starts, places }
    }

    /// How many of the articles have each name that any has: those that most have, then by name; at most so many.
    fn count(&self, selected: &[u32], most: usize) -> Vec<(String, u32)> {
        let mut counts: Vec<(usize, u32)> = (0..self.known.len()).map(|place| (place, 0)).collect();
        for &document in selected {
            let Some(&[from, to]) = self.starts.get(document as usize..document as usize + 2) else { continue };
            for &place in self.places.get(from as usize..to as usize).unwrap_or_default() {
                if let Some((_, count)) = counts.get_mut(place as usize) {
                    *count += 1;
                }
            }
        }
        counts.retain(|(_, count)| *count > 0);
        sort_by_number(&mut counts, |&(_, count)| u64::from(u32::MAX - count));
        counts.truncate(most);
        counts
            .into_iter()
            .filter_map(|(place, count)| Some((self.known.get(place)?.as_ref().to_owned(), count)))
            .collect()
    }
}
