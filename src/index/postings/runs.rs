//! Runs: the postings of a few articles each, by term, as they are put aside until a segment's are brought together. So a
//! segment of any length is indexed in the memory of a few articles (Heinz and Zobel: “Efficient Single-Pass Index
//! Construction for Text Databases”, 2003).
//!
//! For each term in order: what it is more than the one before, plus 1, or 0 and a word; how many positions it has; and for each what it
//! is more than the one before, times 8, and its field. All are numbers in postcard's wire format.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::io;
use std::ops::Range;

use super::{Field, room, writer};
use crate::format::Encoder;
use crate::index::Scratch;
use crate::index::documents::Document;
use crate::index::lexicon::{Lexicon, Term};
use crate::text::Folding;

/// So many bytes of a run are in memory while it is read.
const WINDOW: u64 = 8 << 10;

/// The postings of articles that follow each other.
#[derive(Debug)]
pub struct Run {
    /// The steps of room that the articles take.
    pub steps: Vec<u8>,
    /// Where the postings were put.
    place: Range<u64>,
}

impl Run {
    /// Derives the postings of articles and puts them aside.
    ///
    /// # Errors
    /// When there is no room for them.
    ///
    /// # Panics
    /// Beyond 4 billion characters.
    pub fn write(documents: &[Document], scratch: &dyn Scratch) -> io::Result<Run> {
        let (lexicon, derived, steps) = writer::derive(documents, Folding::whole());
        let mut words = lexicon.words();
        let mut out = Encoder::new();
        let mut before = 0;
        for (term, found) in derived.lists() {
            match Lexicon::segment(term) {
                None => out.u64(term - before + 1),
                Some(_) => {
                    out.u64(0);
                    out.text(words.next().map_or("", |(_, word)| word));
                }
            }
            before = term;
            let found: Vec<(u32, Field)> = found.collect();
            out.size(found.len());
            let mut last = 0;
            for (position, field) in found {
                out.u64(u64::from(position - last) << 3 | field as u64);
                last = position;
            }
        }
        let bytes = out.finish();
        let from = scratch.put(&bytes)?;
        Ok(Run { steps, place: from..from + bytes.len() as u64 })
    }

    fn room(&self) -> u32 {
        self.steps.iter().map(|&step| room(step)).sum()
    }
}

/// A term as its runs have it: in another run a word has another place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Pair(Term),
    Word(String),
}

/// The terms of several runs, each once.
pub(super) struct Merge<'a> {
    readers: Vec<RunReader<'a>>,
    /// The next term of each run that has one; of equal ones the first run comes first, which has the first positions.
    next: BinaryHeap<Reverse<(Key, usize)>>,
}

impl<'a> Merge<'a> {
    pub fn new(runs: &[Run], scratch: &'a dyn Scratch) -> io::Result<Merge<'a>> {
        let mut merge = Merge { readers: Vec::with_capacity(runs.len()), next: BinaryHeap::new() };
        let mut base = 0_u32;
        for run in runs {
            let mut reader =
                RunReader { scratch, rest: run.place.clone(), window: Vec::new(), at: 0, base, term: 0, left: 0 };
            base = base.checked_add(run.room()).expect("fewer than 4 billion characters");
            if let Some(key) = reader.key()? {
                merge.next.push(Reverse((key, merge.readers.len())));
            }
            merge.readers.push(reader);
        }
        Ok(merge)
    }

    /// The next term.
    pub fn key(&self) -> Option<&Key> {
        self.next.peek().map(|Reverse((key, _))| key)
    }

    /// All positions of the next term in order. Goes on to the term after it.
    pub fn positions(&mut self, mut found: impl FnMut(u32, Field) -> io::Result<()>) -> io::Result<()> {
        let mut term = None;
        while let Some(mut first) = self.next.peek_mut() {
            let Reverse((key, run)) = &mut *first;
            if term.as_ref().is_some_and(|term| term != key) {
                break;
            }
            let reader = &mut self.readers[*run];
            reader.positions(&mut found)?;
            term = Some(match reader.key()? {
                Some(next) => std::mem::replace(key, next),
                None => PeekMut::pop(first).0.0,
            });
        }
        Ok(())
    }
}

/// Reads one run from its beginning to its end.
struct RunReader<'a> {
    scratch: &'a dyn Scratch,
    /// What is not in the window yet.
    rest: Range<u64>,
    window: Vec<u8>,
    /// What was read of the window.
    at: usize,
    /// The first position of the run's articles.
    base: u32,
    /// The last term that is no word.
    term: Term,
    /// How many positions the term has that was read last.
    left: u64,
}

impl RunReader<'_> {
    fn key(&mut self) -> io::Result<Option<Key>> {
        if self.at == self.window.len() && self.rest.is_empty() {
            return Ok(None);
        }
        let key = match self.number()? {
            0 => {
                let length = self.number()?;
                let bytes: Vec<u8> = (0..length).map(|_| self.byte()).collect::<io::Result<_>>()?;
                Key::Word(String::from_utf8(bytes).map_err(io::Error::other)?)
            }
            more => {
                self.term += more - 1;
                Key::Pair(self.term)
            }
        };
        self.left = self.number()?;
        Ok(Some(key))
    }

    fn positions(&mut self, found: &mut impl FnMut(u32, Field) -> io::Result<()>) -> io::Result<()> {
        let mut position = self.base;
        for _ in 0..self.left {
            let step = self.number()?;
            position += (step >> 3) as u32;
            found(position, Field::ALL[step as usize & 7])?;
        }
        Ok(())
    }

    fn number(&mut self) -> io::Result<u64> {
        let mut number = 0;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Ok(number)
    }

    fn byte(&mut self) -> io::Result<u8> {
        if self.at == self.window.len() {
            let length = WINDOW.min(self.rest.end - self.rest.start);
            self.window.resize(length as usize, 0);
            self.scratch.read(self.rest.start, &mut self.window)?;
            self.rest.start += length;
            self.at = 0;
        }
        let byte = self.window.get(self.at).copied().ok_or(io::ErrorKind::UnexpectedEof)?;
        self.at += 1;
        Ok(byte)
    }
}
