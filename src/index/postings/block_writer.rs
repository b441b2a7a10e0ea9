use std::io;

use super::blocks::{LOW, width};
use super::runs::{Key, Merge, Run};
use super::{Field, room};
use crate::format::BitWriter;
use crate::index::Scratch;
use crate::index::lexicon::{Lexicon, Term};

/// A block of an archive that is not large has about so many bytes.
const SMALL: usize = 2 << 10;
/// No block is much larger than twice this.
const LARGE: usize = 8 << 10;
/// Blocks grow rather than that a segment has more of them.
const BLOCKS: usize = 8192;
/// Positions of an entry at most.
const POSITIONS: usize = if cfg!(test) { 4 } else { LARGE * 8 / 24 };

/// Terms that are farther apart are not near, so that the Rice code stays short.
const NEAR: Term = 32 << LOW;

/// Writes the blocks of a segment: brings its runs together.
pub struct BlockWriter<'a> {
    runs: &'a [Run],
    scratch: &'a dyn Scratch,
    room: u32,
    /// About how many bits a block has.
    size: usize,
    /// The segment's words, ascending.
    pub words: Vec<String>,
}

impl<'a> BlockWriter<'a> {
    /// Looks through the runs of all articles of a segment, in order.
    ///
    /// # Errors
    /// When they cannot be read.
    ///
    /// # Panics
    /// Beyond 4 billion characters.
    pub fn new(runs: &'a [Run], scratch: &'a dyn Scratch) -> io::Result<BlockWriter<'a>> {
        let room = runs.iter().flat_map(|run| &run.steps).map(|&step| room(step)).sum();
        let mut writer = BlockWriter { runs, scratch, room, size: 0, words: Vec::new() };
        let (mut words, mut bits) = (Vec::new(), 0);
        writer.entries(
            |word| words.push(word),
            |entry| {
                bits += entry.bits;
                Ok(())
            },
        )?;
        writer.words = words;
        writer.size = (bits / 8 / BLOCKS).clamp(SMALL, LARGE) * 8;
        Ok(writer)
    }

    /// Hands out the blocks in order, each with where it begins.
    ///
    /// # Errors
    /// When the runs cannot be read, and those of `take`.
    pub fn write(&self, mut take: impl FnMut(Term, Vec<u8>) -> io::Result<()>) -> io::Result<()> {
        let mut block: Vec<Entry> = Vec::new();
        let (mut bits, mut last) = (0, 0);
        let mut end = |block: &[Entry], next: Term| {
            let top = top(last, block[0].term, next);
            last = block[block.len() - 1].term;
            take(top, write_block(block, top, self.room))
        };
        self.entries(drop, |entry| {
            while bits >= self.size {
                let rest = block.split_off(cut(&block, entry.term, self.size));
                end(&block, rest.first().unwrap_or(&entry).term)?;
                bits = rest.iter().map(|entry| entry.bits).sum();
                block = rest;
            }
            bits += entry.bits;
            block.push(entry);
            Ok(())
        })?;
        if block.is_empty() { Ok(()) } else { end(&block, Term::MAX) }
    }

    /// All words; and all positions by term, at most so many in one entry.
    fn entries(&self, mut word: impl FnMut(String), mut take: impl FnMut(Entry) -> io::Result<()>) -> io::Result<()> {
        let mut merge = Merge::new(self.runs, self.scratch)?;
        let mut words = 0;
        while let Some(key) = merge.key() {
            let term = match key {
                Key::Pair(term) => *term,
                Key::Word(text) => {
                    word(text.clone());
                    words += 1;
                    Lexicon::word(0, words - 1)
                }
            };
            let mut found = Vec::new();
            merge.positions(|position, field| {
                if found.len() == POSITIONS {
                    take(Entry::new(term, std::mem::take(&mut found), self.room))?;
                }
                found.push((position, field));
                Ok(())
            })?;
            take(Entry::new(term, found, self.room))?;
        }
        Ok(())
    }
}

/// Some positions of a term with their fields.
#[derive(Debug)]
struct Entry {
    term: Term,
    found: Vec<(u32, Field)>,
    /// The low bits of the Rice code.
    low: u32,
    /// About how many bits it takes.
    bits: usize,
}

impl Entry {
    fn new(term: Term, found: Vec<(u32, Field)>, room: u32) -> Entry {
        let gaps: Vec<u64> = gaps(&found).collect();
        let bits = |low: u32| gaps.iter().map(|gap| (gap >> low) + u64::from(low)).sum::<u64>();
        // Each more low bit saves less than the one before, so that from about where the best is it lies downhill.
        let mean = gaps.iter().sum::<u64>() / gaps.len().max(1) as u64;
        let mut low = mean.checked_ilog2().unwrap_or_default();
        let mut least = bits(low);
        while let Some(less) = low.checked_sub(1).map(bits).filter(|&less| less <= least) {
            (low, least) = (low - 1, less);
        }
        while low < 31 {
            let more = bits(low + 1);
            if more >= least {
                break;
            }
            (low, least) = (low + 1, more);
        }
        Entry { term, low, bits: least as usize + gaps.len() * 3 + width(room) as usize + 20, found }
    }
}

fn gaps(found: &[(u32, Field)]) -> impl Iterator<Item = u64> {
    found.windows(2).map(|pair| u64::from(pair[1].0 - pair[0].0 - 1))
}

/// How many entries of a full block stay in it, before one of the term `next`: a block is cut, near its end, where the next can begin
/// at the roundest number, and never inside a term, unless it has no other.
fn cut(block: &[Entry], next: Term, size: usize) -> usize {
    let (mut bits, mut best) = (0, (None, block.len()));
    for (at, entry) in block.iter().enumerate() {
        bits += entry.bits;
        let next = block.get(at + 1).map_or(next, |next| next.term);
        let round = (next ^ entry.term).checked_ilog2().map(|bit| if bits * 4 < size * 3 { 0 } else { bit + 1 });
        if round.is_some() && round >= best.0 {
            best = (round, at + 1);
        }
    }
    best.1
}

/// Where a block begins, after one whose last term is `last` and before one whose first is `next`: the roundest number that tells its
/// own first term from `last`. A term that goes on is itself the beginning of all its blocks.
fn top(last: Term, first: Term, next: Term) -> Term {
    match (first ^ last).checked_ilog2() {
        Some(bit) if first < next => first >> bit << bit,
        _ => first,
    }
}

fn write_block(entries: &[Entry], top: Term, room: u32) -> Vec<u8> {
    let mut out = BitWriter::new();
    out.gamma(entries.len() as u64);
    let mut before = top;
    for Entry { term, found, low, .. } in entries {
        let is_near = term >> 32 == before >> 32 && term - before < NEAR;
        out.bits(is_near.into(), 1);
        if is_near {
            out.rice(term - before, LOW);
        } else {
            out.gamma((term >> 32) - (before >> 32));
            out.bits(*term, 32);
        }
        before = *term;
        out.gamma(found.len() as u64 - 1);
        if found.len() > 1 {
            out.bits((*low).into(), 5);
        }
        out.bits(found[0].0.into(), width(room));
        write_field(found[0].1, &mut out);
        for (gap, (_, field)) in gaps(found).zip(&found[1..]) {
            out.rice(gap, *low);
            write_field(*field, &mut out);
        }
    }
    out.finish()
}

fn write_field(field: Field, out: &mut BitWriter) {
    match field {
        Field::Body => out.bits(0, 1),
        Field::Lead => out.bits(0b10, 2),
        _ => {
            out.bits(0b11, 2);
            let number = Field::ALL.iter().position(|other| *other == field).unwrap_or_default();
            out.bits(number as u64, 3);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use proptest::prelude::*;

    use super::super::blocks::{Segment, read_block};
    use super::super::writer;
    use super::*;
    use crate::index::documents::Document;
    use crate::model::{Article, Block, BlockKind};
    use crate::text::Folding;

    fn entry() -> impl Strategy<Value = Entry> {
        let field = (0..7usize).prop_map(|at| Field::ALL[at]);
        let gap = prop_oneof![3 => 1..40u32, 1 => 1..20_000u32];
        let found = proptest::collection::vec((gap, field), 1..60).prop_map(|gaps| {
            let positions = gaps.into_iter().scan(0, |at, (gap, field)| {
                *at += gap;
                Some((*at, field))
            });
            positions.collect::<Vec<_>>()
        });
        let term = prop_oneof![(0x4E00..0x4E10u64, 0..90_000u64), (1 << 31..(1 << 31) + 1u64, 0..90u64)];
        (term, found).prop_map(|((upper, lower), found)| Entry::new(upper << 32 | lower, found, 0))
    }

    fn document(text: &str) -> Document {
        let blocks = vec![Block::on_line(BlockKind::Paragraph, text, 1)];
        Document { article: Article { blocks, ..Article::default() }, ..Document::default() }
    }

    proptest! {
        #[test]
        fn every_position_comes_back(
            mut entries in proptest::collection::vec(entry(), 1..12),
            last in 0x4DF0..0x4E10u64,
            pick in any::<proptest::sample::Index>(),
        ) {
            let last = last << 32 | 7;
            entries.sort_by_key(|entry| entry.term);
            let room = 60 * 20_000;
            let top = top(last.min(entries[0].term), entries[0].term, Term::MAX);
            let block = write_block(&entries, top, room);
            let wanted = pick.get(&entries).term;
            let mut found = Vec::new();
            read_block(&block, top, room, &(wanted..wanted + 1), |position, field| found.push((position, field)));
            let expect: Vec<_> = entries.iter().filter(|entry| entry.term == wanted).flat_map(|entry| entry.found.clone()).collect();
            prop_assert_eq!(found, expect);
        }

        #[test]
        fn a_block_begins_between_two_terms(terms in any::<[u64; 3]>()) {
            let mut terms = terms;
            terms.sort_unstable();
            let [last, first, next] = terms;
            let top = top(last, first, next);
            prop_assert!(top <= first && (top > last || first == last));
            prop_assert!(top == first || first < next);
            prop_assert_eq!(super::top(last, first, first), first);
        }

        #[test]
        fn no_term_is_cut_that_is_not_alone(mut entries in proptest::collection::vec(entry(), 1..12), again in 0..3usize, size in 1..9_000usize) {
            entries.sort_by_key(|entry| entry.term);
            let next = entries[entries.len() - 1].term + again as u64;
            let cut = cut(&entries, next, size);
            prop_assert!((1..=entries.len()).contains(&cut));
            let after = entries.get(cut).map_or(next, |entry| entry.term);
            prop_assert!(after > entries[cut - 1].term || entries.iter().all(|entry| entry.term == next));
        }

        #[test]
        fn no_other_number_of_low_bits_takes_less(entry in entry()) {
            let bits = |low: u32| gaps(&entry.found).map(|gap| (gap >> low) + u64::from(low)).sum::<u64>();
            prop_assert_eq!((0..32).min_by_key(|&low| bits(low)), Some(entry.low));
        }

        /// However articles are divided into runs, a segment has the same blocks, and they have what all of its articles give at once.
        #[test]
        fn runs_give_what_all_articles_give_at_once(
            texts in proptest::collection::vec("([天地玄黄〇，\0]|ab|[a-c]{1,3}| ){0,30}", 1..9),
            most in 1..9usize,
            bits in prop_oneof![1..900usize, Just(SMALL * 8)],
        ) {
            let documents: Vec<Document> = texts.iter().map(|text| document(text)).collect();
            let written = |most: usize| {
                let scratch = Mutex::new(Vec::new());
                let runs: Vec<Run> = documents.chunks(most).map(|some| Run::write(some, &scratch).unwrap()).collect();
                let writer = BlockWriter { size: bits, ..BlockWriter::new(&runs, &scratch).unwrap() };
                let mut blocks = Vec::new();
                let mut take = |term, block| {
                    blocks.push((term, block));
                    Ok(())
                };
                writer.write(&mut take).unwrap();
                (blocks, writer.words, writer.room)
            };
            let (blocks, words, room) = written(most);
            prop_assert_eq!(&(blocks.clone(), words.clone(), room), &written(9));
            let (lexicon, postings, _) = writer::derive(&documents, Folding::whole());
            prop_assert!(words.iter().map(String::as_str).eq(lexicon.words().map(|(_, word)| word)));
            let segment = Segment { tops: blocks.iter().map(|(top, _)| *top).collect(), ..Segment::default() };
            for (term, expect) in postings.lists() {
                let mut found = Vec::new();
                let wanted = term..term + 1;
                for (name, top) in segment.blocks(wanted.clone()) {
                    let block = &blocks[name.number as usize].1;
                    read_block(block, top, room, &wanted, |position, field| found.push((position, field)));
                }
                prop_assert_eq!(found, expect.collect::<Vec<_>>());
            }
        }
    }
}
