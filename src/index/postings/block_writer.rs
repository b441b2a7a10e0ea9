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
const LARGE: usize = 16 << 10;
/// Blocks grow rather than that a segment has more of them.
const BLOCKS: usize = 4096;
/// Positions of an entry at most.
const POSITIONS: usize = LARGE * 8 / 24;

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

    /// Hands out the blocks in order, each with its first term.
    ///
    /// # Errors
    /// When the runs cannot be read, and those of `take`.
    pub fn write(&self, mut take: impl FnMut(Term, Vec<u8>) -> io::Result<()>) -> io::Result<()> {
        let mut block: Vec<Entry> = Vec::new();
        let mut bits = 0;
        self.entries(drop, |entry| {
            while bits >= self.size {
                // A term that goes on in the next block begins with a block.
                let before = block.iter().take_while(|before| before.term != entry.term).count();
                let rest = block.split_off(if before > 0 { before } else { block.len() });
                take(block[0].term, write_block(&block, self.room))?;
                bits = rest.iter().map(|entry| entry.bits).sum();
                block = rest;
            }
            bits += entry.bits;
            block.push(entry);
            Ok(())
        })?;
        block.first().map_or(Ok(()), |first| take(first.term, write_block(&block, self.room)))
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

fn write_block(entries: &[Entry], room: u32) -> Vec<u8> {
    let mut out = BitWriter::new();
    out.gamma(entries.len() as u64);
    let mut before = entries.first().map_or(0, |entry| entry.term);
    for Entry { term, found, low, .. } in entries {
        let is_near = term >> 32 == before >> 32;
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

    use super::super::blocks::read_block;
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
        fn every_position_comes_back(mut entries in proptest::collection::vec(entry(), 1..12), pick in any::<proptest::sample::Index>()) {
            entries.sort_by_key(|entry| entry.term);
            let room = 60 * 20_000;
            let block = write_block(&entries, room);
            let wanted = pick.get(&entries).term;
            let mut found = Vec::new();
            read_block(&block, entries[0].term, room, &(wanted..wanted + 1), |position, field| found.push((position, field)));
            let expect: Vec<_> = entries.iter().filter(|entry| entry.term == wanted).flat_map(|entry| entry.found.clone()).collect();
            prop_assert_eq!(found, expect);
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
        ) {
            let documents: Vec<Document> = texts.iter().map(|text| document(text)).collect();
            let written = |most: usize| {
                let scratch = Mutex::new(Vec::new());
                let runs: Vec<Run> = documents.chunks(most).map(|some| Run::write(some, &scratch).unwrap()).collect();
                let writer = BlockWriter::new(&runs, &scratch).unwrap();
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
            for (term, expect) in postings.lists() {
                let mut found = Vec::new();
                for (top, block) in &blocks {
                    read_block(block, *top, room, &(term..term + 1), |position, field| found.push((position, field)));
                }
                prop_assert_eq!(found, expect.collect::<Vec<_>>());
            }
        }
    }
}
