#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use std::ops::Range;

use super::{DETAILS, FACETS, LOWER, id_number, turned};
use crate::format::{Decoder, PartName};
use crate::index::lexicon::Term;
use crate::index::postings::Segment;
use crate::index::shelves::SHELF;

/// Which files there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// Articles of a file of a shelf.
    pub per_file: u32,
    /// The groups of the shelves.
    pub shelves: Vec<u64>,
    /// The group of the words' files, and how many there are.
    pub words: (u64, u32),
    /// The segments.
    pub segments: Vec<SegmentFiles>,
}

/// The files of a segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SegmentFiles {
    /// Their group.
    pub group: u64,
    /// The segment's articles.
    pub documents: Range<u32>,
    /// How many files of words there are.
    pub words: u32,
    /// How many files of ids.
    pub ids: u32,
    /// By block: a term that none of its own is before, and all of the block before are; its first term where that goes on in the next.
    pub tops: Vec<Term>,
}

/// A kind of files of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    /// Lengths and dates.
    Facets,
    /// Files, pages, standing heads and names.
    Names,
    /// Counties, years and kinds of initiatives.
    Places,
    /// Initiatives without their names and figures.
    Initiatives,
    /// The names of initiatives.
    InitiativeNames,
    /// The figures of initiatives.
    Figures,
    /// Words of letters and digits.
    Words,
    /// Ids.
    Ids,
    /// Terms with their positions.
    Blocks,
}

impl Portion {
    /// All kinds, in the order of their files.
    pub const ALL: [Portion; 9] = [
        Portion::Facets,
        Portion::Places,
        Portion::Names,
        Portion::Initiatives,
        Portion::InitiativeNames,
        Portion::Figures,
        Portion::Words,
        Portion::Ids,
        Portion::Blocks,
    ];
}

impl Directory {
    /// Reads the section `PART` of an archive of so many articles.
    pub fn read(from: &mut Decoder<'_>, articles: u32) -> Directory {
        let group = |from: &mut Decoder<'_>| from.bytes(8).try_into().map_or(0, u64::from_le_bytes);
        let per_file = from.u32();
        let shelves = from.list(group);
        let words = (group(from), from.u32());
        from.charge((words.1 as usize).saturating_mul(size_of::<PartName>()));
        let mut next = 0_u32;
        let segments = from.list(|from| {
            let (group, count) = (group(from), from.u32());
            let documents = next..next.saturating_add(count);
            next = documents.end;
            let (words, ids) = (from.u32(), from.u32());
            let uppers = from.list(Decoder::u32);
            let (mut top, mut tops): (Term, Vec<Term>) =
                (0, Vec::with_capacity(from.items(uppers.len(), size_of::<Term>())));
            for upper in uppers {
                let lower = turned(from.u64()) & LOWER;
                top = if upper == 0 {
                    top.wrapping_add(lower)
                } else {
                    (top >> 32).wrapping_add(upper.into()) << 32 | lower
                };
                tops.push(top);
            }
            if !tops.is_sorted() {
                from.fail("a segment makes no sense");
            }
            from.charge((words as usize).saturating_add(ids as usize).saturating_mul(size_of::<PartName>()));
            SegmentFiles { group, documents, words, ids, tops }
        });
        if next != articles {
            from.fail("the segments have another number of articles");
        }
        if articles as usize > shelves.len().saturating_mul(SHELF as usize) {
            from.fail("the shelves have not as many articles");
        }
        Directory { per_file, shelves, words, segments }
    }

    /// The files of the words.
    pub fn word_files(&self) -> Vec<PartName> {
        let (group, count) = self.words;
        (0..count).map(|number| PartName { group, number }).collect()
    }

    /// The file of the variants: what the section `FOLD` leaves out.
    pub fn variants(&self) -> PartName {
        let (group, number) = self.words;
        PartName { group, number }
    }

    /// The files of one kind, of all segments.
    pub fn files(&self, portion: Portion) -> Vec<PartName> {
        let mut files = Vec::new();
        self.segments.iter().for_each(|segment| files.extend(segment.files(portion)));
        files
    }

    /// Which files tell where an id is.
    pub fn id_files(&self, id: &str) -> Vec<PartName> {
        let file = |segment: &SegmentFiles| {
            let place = (u64::from(id_number(id)) * u64::from(segment.ids)) >> 32;
            segment.files(Portion::Ids).nth(place as usize)
        };
        self.segments.iter().filter_map(file).collect()
    }

    /// The articles that an id may be of, as a file of ids says.
    pub fn candidates(&self, name: PartName, bytes: &[u8], id: &str) -> Vec<u32> {
        let mut from = Decoder::new(bytes);
        let (mut number, wanted) = (0_u32, id_number(id));
        let mut found = Vec::new();
        let Some(segment) = self.segments.iter().find(|segment| segment.group == name.group) else { return found };
        while !from.is_at_end() && number <= wanted {
            number = number.wrapping_add(from.u32());
            let document = segment.documents.start.saturating_add(from.u32());
            if number == wanted && document < segment.documents.end {
                found.push(document);
            }
        }
        found
    }

    /// The segments as postings know them.
    pub fn postings(&self) -> Vec<Segment> {
        let segment = |files: &SegmentFiles| Segment {
            group: files.group,
            first: files.documents.start,
            count: files.documents.end - files.documents.start,
            first_block: files.first(Portion::Blocks),
            tops: files.tops.clone(),
        };
        self.segments.iter().map(segment).collect()
    }
}

impl SegmentFiles {
    /// How many files of a kind there are.
    fn count(&self, portion: Portion) -> u32 {
        let articles = self.documents.end - self.documents.start;
        match portion {
            Portion::Facets | Portion::Places => articles.div_ceil(FACETS),
            Portion::Names | Portion::Initiatives | Portion::InitiativeNames | Portion::Figures => {
                articles.div_ceil(DETAILS)
            }
            Portion::Words => self.words,
            Portion::Ids => self.ids,
            Portion::Blocks => self.tops.len() as u32,
        }
    }

    /// How many articles each file of facets or places, or of names, initiatives or figures, is about.
    pub fn counts(&self, portion: Portion) -> impl Iterator<Item = u32> + use<> {
        let most = if matches!(portion, Portion::Facets | Portion::Places) { FACETS } else { DETAILS };
        let articles = self.documents.end - self.documents.start;
        (0..articles.div_ceil(most)).map(move |at| most.min(articles - at * most))
    }

    /// The number of the first file of a kind.
    fn first(&self, portion: Portion) -> u32 {
        let before = Portion::ALL.iter().take_while(|other| **other != portion);
        before.map(|&other| self.count(other)).fold(0, u32::saturating_add)
    }

    /// The files of a kind.
    pub fn files(&self, portion: Portion) -> impl Iterator<Item = PartName> + '_ {
        let first = self.first(portion);
        (0..self.count(portion)).map(move |at| PartName { group: self.group, number: first.saturating_add(at) })
    }
}
