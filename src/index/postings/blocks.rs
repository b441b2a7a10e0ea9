#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use std::cell::{Cell, RefCell};
use std::ops::Range;

use super::{Field, seek};
use crate::format::{BitReader, PartName, Parts, Stage};
use crate::index::lexicon::{Lexicon, Term};
use crate::sort::sort_by_number;

/// The Rice code's low bits for the lower halves of terms: second characters that follow each other.
pub(super) const LOW: u32 = 7;
/// So many positions are remembered beyond one question.
const REMEMBERED: usize = 2_000_000;

/// Articles that follow each other, and where the blocks of their terms are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The group of its files.
    pub group: u64,
    /// The number of its first article.
    pub first: u32,
    /// How many articles it has.
    pub count: u32,
    /// The number of the file that is its first block.
    pub first_block: u32,
    /// By block: its first term, ascending.
    pub tops: Vec<Term>,
}

/// The segments of an archive, and what was read of their blocks.
#[derive(Debug)]
pub(super) struct Blocks {
    segments: Vec<Segment>,
    /// By segment: its positions in the archive. Empty until the articles' lengths are known.
    ranges: Vec<Range<u32>>,
    read: RefCell<Vec<Read>>,
    /// The place in `read` of the last position that was looked up: the next is mostly there as well.
    last: Cell<usize>,
}

/// The positions of a range of terms in one segment.
#[derive(Debug)]
struct Read {
    terms: Range<Term>,
    /// Ascending.
    positions: Vec<u32>,
    /// Of each its field.
    fields: Vec<Field>,
}

impl Read {
    fn of(terms: Range<Term>, found: Vec<(u32, Field)>) -> Read {
        let (positions, fields) = found.into_iter().unzip();
        Read { terms, positions, fields }
    }
}

impl Blocks {
    pub fn new(segments: Vec<Segment>) -> Self {
        Blocks { segments, ranges: Vec::new(), read: RefCell::default(), last: Cell::default() }
    }

    pub fn arrange(&mut self, articles: &[u32]) -> bool {
        let at = |article: u32| articles.get(article as usize).copied();
        let range = |segment: &Segment| Some(at(segment.first)?..at(segment.first.checked_add(segment.count)?)?);
        let ranges: Option<Vec<Range<u32>>> = self.segments.iter().map(range).collect();
        self.ranges = ranges.unwrap_or_default();
        self.ranges.len() == self.segments.len()
    }

    /// Keeps the fields of places that no term begins at.
    pub fn note(&self, mut found: Vec<(u32, Field)>) {
        sort_by_number(&mut found, |&(position, _)| position.into());
        self.keep(&mut self.read.borrow_mut(), Read::of(0..0, found));
    }

    /// What was read last is mostly asked for next.
    fn keep(&self, all: &mut Vec<Read>, read: Read) {
        self.last.set(all.len());
        all.push(read);
    }

    /// Forgets what belongs to one question, and what was read where that is much.
    pub fn forget(&self) {
        let mut read = self.read.borrow_mut();
        read.retain(|read| !read.terms.is_empty());
        if read.iter().map(|read| read.positions.len()).sum::<usize>() > REMEMBERED {
            read.clear();
        }
    }

    /// The positions of terms; none of what is not there yet.
    pub fn positions(&self, parts: &Parts, terms: &Range<Term>) -> Vec<u32> {
        let mut read = self.read.borrow_mut();
        if let Some(place) = read.iter().position(|read| read.terms == *terms) {
            self.last.set(place);
        } else {
            let Some(found) = self.read(parts, terms) else { return Vec::new() };
            self.keep(&mut read, Read::of(terms.clone(), found));
        }
        read.get(self.last.get()).map_or(Vec::new(), |read| read.positions.clone())
    }

    /// The field of a position that was read. `near` is where it likely stands, and then where it stands.
    pub fn field_at(&self, position: u32, near: &mut usize) -> Option<Field> {
        let read = self.read.borrow();
        let mut field = |place: usize| {
            let Read { positions, fields, .. } = read.get(place)?;
            // The next is mostly the one after the last.
            let next = *near + 1;
            let is_next = positions.get(next) == Some(&position);
            let at = if is_next { next } else { seek(positions, *near, position) };
            positions.get(at).filter(|found| **found == position)?;
            *near = at;
            fields.get(at).copied()
        };
        field(self.last.get()).or_else(|| {
            let place = (0..read.len()).find(|&place| field(place).is_some())?;
            self.last.set(place);
            field(place)
        })
    }

    /// The positions of terms; `None` where not all blocks are there.
    fn read(&self, parts: &Parts, terms: &Range<Term>) -> Option<Vec<(u32, Field)>> {
        let mut found = Vec::new();
        let mut is_whole = true;
        for (number, segment) in self.segments.iter().enumerate() {
            let mut wanted = terms.clone();
            if let Some(own) = Lexicon::segment(terms.start) {
                if own != number {
                    continue;
                }
                let place = |term: Term| Lexicon::word(0, term as u32 as usize);
                wanted = place(terms.start)..place(terms.start) + (terms.end - terms.start);
            }
            // A term that a block begins with does not begin in the one before.
            let mut from = segment.tops.partition_point(|&top| top < wanted.start);
            if segment.tops.get(from) != Some(&wanted.start) {
                from = from.saturating_sub(1);
            }
            for (block, &top) in segment.tops.iter().enumerate().skip(from).take_while(|(_, top)| **top < wanted.end) {
                let name = PartName { group: segment.group, number: segment.first_block.wrapping_add(block as u32) };
                match (parts.get(name, Stage::Terms), self.ranges.get(number)) {
                    (Some(bytes), Some(range)) => {
                        read_block(bytes, top, range.end - range.start, &wanted, |position, field| {
                            found.push((range.start + position, field));
                        });
                    }
                    _ => is_whole = false,
                }
            }
        }
        sort_by_number(&mut found, |&(position, _)| position.into());
        is_whole.then_some(found)
    }
}

/// The number of bits that numbers below this one take.
pub(super) fn width(room: u32) -> u32 {
    u32::BITS - room.leading_zeros()
}

/// Reads the positions of the wanted terms, of those that lie in the segment.
pub(super) fn read_block(bytes: &[u8], top: Term, room: u32, wanted: &Range<Term>, mut found: impl FnMut(u32, Field)) {
    let mut from = BitReader::new(bytes, 0);
    let mut term = top;
    for _ in 0..from.gamma() {
        term = if from.bits(1) == 1 {
            term.wrapping_add(from.rice(LOW))
        } else {
            ((term >> 32).wrapping_add(from.gamma())) << 32 | from.bits(32)
        };
        if term >= wanted.end {
            return;
        }
        let is_wanted = wanted.contains(&term);
        let count = from.gamma();
        let low = if count > 0 { from.bits(5) as u32 } else { 0 };
        let mut position = from.bits(width(room));
        let mut left = count;
        loop {
            let field = read_field(&mut from);
            if !from.is_well() {
                return;
            }
            if is_wanted && position < u64::from(room) {
                found(position as u32, field);
            }
            if left == 0 {
                break;
            }
            left -= 1;
            position = position.saturating_add(from.rice(low)).saturating_add(1);
        }
    }
}

fn read_field(from: &mut BitReader<'_>) -> Field {
    match (from.bits(1), Field::ALL) {
        (0, _) => Field::Body,
        (_, all) => match from.bits(1) {
            0 => Field::Lead,
            _ => all.get(from.bits(3) as usize).copied().unwrap_or(Field::Body),
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..200), room in any::<u32>(), top in any::<u64>()) {
            let mut count = 0;
            read_block(&bytes, top, room, &(0..u64::MAX), |position, _| {
                assert!(position < room);
                count += 1;
            });
            // Each position takes a bit at least.
            prop_assert!(count <= bytes.len() * 8);
        }
    }
}
