use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::io;

use rayon::prelude::*;

use super::Settings;
use super::piece::{Mark, Piece};
use crate::engine::{Articles, Document, Overview, Scratch};
use crate::model::{Article, Day, Info, Stats};

/// The pieces of all articles, put aside. Wherever they are listed the newest are first, those of one day in the archive's order,
/// those without a date last.
pub struct Pieces<'a> {
    aside: Box<dyn Scratch + 'a>,
    /// In the archive's order: where each begins, and how many bytes it takes.
    places: Vec<(u64, usize)>,
    order: Vec<u32>,
    months: BTreeMap<Option<String>, Vec<u32>>,
    counties: BTreeMap<String, Vec<u32>>,
}

/// Articles that are in memory, with their pieces and their numbers.
type Seen<'a> = (Cow<'a, [Document]>, Vec<Piece>, Stats);

impl<'a> Pieces<'a> {
    /// Sees all articles of an archive once, as many at a time as there are cores, and hands each out with its piece.
    pub fn of(
        articles: &'a dyn Articles,
        info: Info,
        settings: &Settings,
        each: &(dyn Fn(&Piece, &Article) -> io::Result<()> + Sync),
    ) -> io::Result<(Pieces<'a>, Overview)> {
        let mut overview = Overview::new(info);
        let (months, counties) = Default::default();
        let mut pieces = Pieces { aside: articles.scratch()?, places: Vec::new(), order: Vec::new(), months, counties };
        let (mut taken, mut last_days) = (HashSet::new(), Vec::new());
        let hasher = BuildHasherDefault::<DefaultHasher>::default();
        let batches = articles.batches(0..articles.articles());
        for batches in batches.chunks(rayon::current_num_threads()) {
            let read = |batch| -> io::Result<Seen<'a>> {
                let documents = articles.read(batch)?;
                let pieces = documents.iter().map(|document| Piece::of(document, Mark::Short, settings)).collect();
                let counted = overview.count(&documents);
                Ok((documents, pieces, counted))
            };
            let mut seen: Vec<Seen> = batches.par_iter().cloned().map(read).collect::<io::Result<_>>()?;
            for (documents, new, counted) in &mut seen {
                for (document, piece) in documents.iter().zip(new) {
                    if !taken.insert(hasher.hash_one(&piece.path)) {
                        *piece = Piece::of(document, Mark::Whole, settings);
                    }
                    last_days.push(piece.date.and_then(|date| date.last.last_day()));
                    pieces.add(piece)?;
                }
                overview.add(std::mem::take(counted));
            }
            let new = seen.par_iter().flat_map(|(documents, new, _)| documents.par_iter().zip(new));
            new.try_for_each(|(document, piece)| each(piece, &document.article))?;
        }
        pieces.arrange(&last_days);
        Ok((pieces, overview))
    }

    fn add(&mut self, piece: &Piece) -> io::Result<()> {
        let bytes = postcard::to_allocvec(piece).map_err(io::Error::other)?;
        let number = self.places.len() as u32;
        self.places.push((self.aside.put(&bytes)?, bytes.len()));
        self.order.push(number);
        self.months.entry(piece.month()).or_default().push(number);
        if let Some(county) = &piece.county {
            self.counties.entry(county.clone()).or_default().push(number);
        }
        Ok(())
    }

    fn arrange(&mut self, last_days: &[Option<Day>]) {
        let lists = self.months.values_mut().chain(self.counties.values_mut()).chain([&mut self.order]);
        lists.for_each(|list| list.sort_by_key(|number| Reverse(last_days.get(*number as usize))));
    }

    /// By month, and by none: the numbers of the pieces.
    pub fn months(&self) -> &BTreeMap<Option<String>, Vec<u32>> {
        &self.months
    }

    /// By county: the numbers of the pieces.
    pub fn counties(&self) -> &BTreeMap<String, Vec<u32>> {
        &self.counties
    }

    /// The pieces of some numbers.
    pub fn read(&self, numbers: &[u32]) -> io::Result<Vec<Piece>> {
        numbers.iter().map(|number| self.one(*number)).collect()
    }

    /// At most so many pieces.
    pub fn newest(&self, most: usize) -> io::Result<Vec<Piece>> {
        self.all().take(most).collect()
    }

    /// All pieces.
    pub fn all(&self) -> impl Iterator<Item = io::Result<Piece>> {
        self.order.iter().map(|number| self.one(*number))
    }

    fn one(&self, number: u32) -> io::Result<Piece> {
        let (from, length) = *self.places.get(number as usize).ok_or(io::ErrorKind::UnexpectedEof)?;
        let mut bytes = vec![0; length];
        self.aside.read(from, &mut bytes)?;
        postcard::from_bytes(&bytes).map_err(io::Error::other)
    }
}
