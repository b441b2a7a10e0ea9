#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use std::rc::Rc;

use super::SHELF;
use crate::format::{Decoder, FormatError, Kind, PartName, Parts, Stage};
use crate::index::documents::{self, Document, Stored};
use crate::index::phrases::Phrases;

/// The articles that are there.
#[derive(Debug, Default)]
pub struct Shelves {
    /// By shelf: the group of its files.
    groups: Vec<u64>,
    /// Articles of a file.
    per_file: u32,
    /// Ascending by name: the articles of a file.
    read: Vec<(PartName, Vec<Rc<Document>>)>,
}

impl Shelves {
    /// Shelves of these groups.
    pub fn new(groups: Vec<u64>, per_file: u32) -> Self {
        Shelves { groups, per_file: per_file.max(1), read: Vec::new() }
    }

    /// The file that an article stands in; `None` beyond the last shelf.
    pub fn file_of(&self, document: u32) -> Option<PartName> {
        let group = *self.groups.get((document / SHELF) as usize)?;
        Some(PartName { group, number: document % SHELF / self.per_file })
    }

    /// An article; `None` when its file is not there, which is noted.
    pub fn get(&self, parts: &Parts, document: u32) -> Option<Rc<Document>> {
        let name = self.file_of(document)?;
        match self.read.binary_search_by_key(&name, |(name, _)| *name) {
            Ok(at) => self.read.get(at)?.1.get((document % SHELF % self.per_file) as usize).cloned(),
            Err(_) => {
                parts.get(name, Stage::Texts);
                None
            }
        }
    }

    /// Whether a file is one of the shelves'.
    pub fn has(&self, name: PartName) -> bool {
        self.groups.contains(&name.group)
    }

    /// Takes in a file of so many articles.
    ///
    /// # Errors
    /// When it is not what it should be.
    pub fn feed(&mut self, name: PartName, bytes: &[u8], phrases: &Phrases, count: u32) -> Result<(), FormatError> {
        let mut from = Decoder::new(bytes);
        let (documents, facts, texts) = (from.counted(), from.counted(), from.counted());
        let (documents, facts, texts) = (from.inside(documents), from.inside(facts), from.inside(texts));
        from.finish().map_err(|why| FormatError::malformed(Kind::DOCUMENTS, why))?;
        let (stored, mut read) = (Stored { documents, facts, texts }, Vec::new());
        documents::read(stored, count, phrases, &mut |document, _| read.push(document))?;
        if let Err(at) = self.read.binary_search_by_key(&name, |(name, _)| *name) {
            self.read.insert(at, (name, read));
        }
        Ok(())
    }

    /// How many articles a file has, of an archive of so many.
    pub fn count(&self, name: PartName, all: u32) -> u32 {
        let shelf = self.groups.iter().position(|&group| group == name.group).unwrap_or_default() as u32;
        let first = u64::from(shelf) * u64::from(SHELF) + u64::from(name.number) * u64::from(self.per_file);
        let end = (u64::from(shelf) + 1) * u64::from(SHELF);
        let last = u64::from(all).min(end).min(first + u64::from(self.per_file));
        last.saturating_sub(first) as u32
    }
}
