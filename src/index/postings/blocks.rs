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
/// So many are read at once: whoever asks gives others a turn then, and asks again.
const AT_ONCE: usize = if cfg!(test) { 8 } else { 50_000 };

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
    /// By block: where it begins, ascending.
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
    /// How many positions were read since the question was begun.
    fresh: Cell<usize>,
}

/// The positions of a range of terms, in the first segments.
#[derive(Debug, Default)]
struct Read {
    terms: Range<Term>,
    /// How many segments were read, and of the next how many blocks, and what was found in those.
    segments: usize,
    blocks: usize,
    found: Vec<(u32, Field)>,
    /// Ascending.
    positions: Vec<u32>,
    /// Of each its field.
    fields: Vec<Field>,
}

impl Blocks {
    pub fn new(segments: Vec<Segment>) -> Self {
        let (read, last, fresh) = Default::default();
        Blocks { segments, ranges: Vec::new(), read, last, fresh }
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
        let (positions, fields) = found.into_iter().unzip();
        self.keep(&mut self.read.borrow_mut(), Read { positions, fields, ..Read::default() });
    }

    /// What was read last is mostly asked for next.
    fn keep(&self, all: &mut Vec<Read>, read: Read) {
        self.last.set(all.len());
        all.push(read);
    }

    /// Begins a question, and forgets what belonged to the one before.
    pub fn begin(&self) {
        self.read.borrow_mut().retain(|read| !read.terms.is_empty());
        self.fresh.set(0);
    }

    /// Forgets what was read where that is much.
    pub fn forget(&self) {
        let mut read = self.read.borrow_mut();
        if read.iter().map(|read| read.positions.len()).sum::<usize>() > REMEMBERED {
            read.clear();
        }
    }

    /// The positions of terms; none of what is not there yet. Of much only some is read; that the rest is missing is noted, and when
    /// it is asked for again, more is there.
    pub fn positions(&self, parts: &Parts, terms: &Range<Term>) -> Vec<u32> {
        let mut all = self.read.borrow_mut();
        let known = all.iter().position(|read| read.terms == *terms).unwrap_or(all.len());
        if known == all.len() {
            let mut is_there = true;
            for (number, segment) in self.segments.iter().enumerate() {
                for (name, _) in segment.blocks(own(number, terms)) {
                    is_there &= parts.get(name, Stage::Terms).is_some();
                }
            }
            if is_there {
                all.push(Read { terms: terms.clone(), ..Read::default() });
            }
        }
        let Some(read) = all.get_mut(known) else { return Vec::new() };
        self.last.set(known);
        while let Some((segment, range)) = self.segments.get(read.segments).zip(self.ranges.get(read.segments)) {
            if self.fresh.get() >= AT_ONCE {
                parts.pause();
                return Vec::new();
            }
            self.fresh.set(self.fresh.get() + read.add(segment, range, parts));
        }
        read.positions.clone()
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
}

impl Segment {
    /// The blocks that may have terms, each with where it begins.
    pub(super) fn blocks(&self, Range { start, end }: Range<Term>) -> impl Iterator<Item = (PartName, Term)> {
        // A term at which a block begins does not stand in the one before that begins elsewhere.
        let mut from = self.tops.partition_point(|&top| top < start);
        if self.tops.get(from) != Some(&start) {
            from = from.saturating_sub(1);
        }
        let tops = self.tops.iter().enumerate().skip(from).take_while(move |(_, top)| **top < end);
        tops.map(|(block, &top)| {
            (PartName { group: self.group, number: self.first_block.wrapping_add(block as u32) }, top)
        })
    }
}

/// Those of the terms that a segment has, as it has them.
fn own(segment: usize, terms: &Range<Term>) -> Range<Term> {
    match Lexicon::segment(terms.start) {
        None => terms.clone(),
        Some(number) if number == segment => {
            let first = Lexicon::word(0, terms.start as u32 as usize);
            first..first + (terms.end - terms.start)
        }
        Some(_) => 0..0,
    }
}

impl Read {
    /// Reads the next block of the next segment, which has these positions, and whose blocks are there; how many positions it had.
    fn add(&mut self, segment: &Segment, range: &Range<u32>, parts: &Parts) -> usize {
        let wanted = own(self.segments, &self.terms);
        let before = self.found.len();
        if let Some((name, top)) = segment.blocks(wanted.clone()).nth(self.blocks) {
            let bytes = parts.get(name, Stage::Terms).unwrap_or_default();
            read_block(bytes, top, range.end - range.start, &wanted, |position, field| {
                self.found.push((range.start + position, field));
            });
            self.blocks += 1;
            return self.found.len() - before;
        }
        // Several terms come one after the other.
        sort_by_number(&mut self.found, |&(position, _)| position.into());
        let (positions, fields): (Vec<u32>, Vec<Field>) = std::mem::take(&mut self.found).into_iter().unzip();
        self.positions.extend(positions);
        self.fields.extend(fields);
        (self.segments, self.blocks) = (self.segments + 1, 0);
        0
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
