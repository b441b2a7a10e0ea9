use std::borrow::Cow;
use std::ops::Range;

use super::blocks::Blocks;
use super::{GAP, layout};
use crate::format::Parts;
use crate::index::documents::Document;
use crate::index::lexicon::Term;
use crate::model::Field;
use crate::text::Folding;

/// The room of a step: 64, 91, 128, 182 and so on, each the square root of 2 times the one before.
pub fn room(step: u8) -> u32 {
    [64, 91][usize::from(step & 1)] << (step.min(LONGEST) / 2)
}

/// The first step that has room for so many characters; the last where none has.
pub fn step(length: usize) -> u8 {
    (0..LONGEST).find(|&step| room(step) as usize >= length).unwrap_or(LONGEST)
}

/// The last step: nearly 3 million characters.
const LONGEST: u8 = 31;

/// Where a position lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of the article.
    pub document: u32,
    /// What the part counts as.
    pub field: Field,
}

/// A part of an article in the row of positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The position of its first character.
    pub start: u32,
    /// The number of its article.
    pub document: u32,
    /// What it counts as.
    pub field: Field,
    /// Where its text stands.
    pub part: Part,
}

/// A part of an article that has a text of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The headline.
    Title,
    /// The standing head.
    Column,
    /// One of [`Article::names`](crate::model::Article::names).
    Name(u32),
    /// One of the article's blocks.
    Block(u32),
}

impl Part {
    /// Whether nothing that is found may reach from here into the next part.
    pub(super) fn has_gap(self) -> bool {
        matches!(self, Part::Column | Part::Name(_))
    }
}

/// Every term's positions, and where the articles begin.
#[derive(Debug, Default)]
pub struct Postings {
    /// By article: its first position; one more entry than there are articles.
    articles: Vec<u32>,
    kept: Kept,
}

/// Where the positions are kept.
#[derive(Debug)]
enum Kept {
    /// Derived from the text.
    Here(Derived),
    /// In files.
    InBlocks(Blocks),
}

impl Default for Kept {
    fn default() -> Self {
        Kept::Here(Derived::default())
    }
}

/// What is derived from the texts.
#[derive(Debug, Default)]
pub(super) struct Derived {
    /// The upper halves that terms have, ascending, each with the place of its first term.
    pub uppers: Vec<(u32, u32)>,
    /// By term: its lower half. Ascending within an upper half.
    pub lowers: Vec<u32>,
    /// By term: where its positions begin in `positions`; one more entry than there are terms.
    pub starts: Vec<u32>,
    /// Ascending within a term.
    pub positions: Vec<u32>,
    /// Ascending by start. A word that goes on in the next unit belongs to that in which it begins.
    pub units: Vec<Unit>,
}

impl Derived {
    /// The place of the first term of the upper half at `at`, or where the last term ends.
    fn first(&self, at: usize) -> usize {
        self.uppers.get(at).map_or(self.lowers.len(), |&(_, first)| first as usize)
    }

    /// How many terms come before one.
    fn place(&self, term: Term) -> usize {
        let upper = (term >> 32) as u32;
        let at = self.uppers.partition_point(|&(known, _)| known < upper);
        let is_known = self.uppers.get(at).is_some_and(|&(known, _)| known == upper);
        let (from, to) = (self.first(at), self.first(at + usize::from(is_known)));
        from + self.lowers[from..to].partition_point(|&lower| lower < term as u32)
    }

    /// The positions of the terms from one place up to another.
    fn between(&self, from: usize, to: usize) -> &[u32] {
        match (self.starts.get(from), self.starts.get(to)) {
            (Some(&from), Some(&to)) => self.positions.get(from as usize..to as usize).unwrap_or_default(),
            _ => &[],
        }
    }
}

impl Postings {
    /// What was derived from articles of these steps of room.
    ///
    /// # Panics
    /// Beyond 4 billion characters.
    pub(super) fn derived(steps: &[u8], derived: Derived) -> Self {
        Postings { articles: starts(steps).expect("fewer than 4 billion characters"), kept: Kept::Here(derived) }
    }

    /// What is fetched of segments.
    pub fn in_blocks(blocks: Vec<super::Segment>) -> Self {
        Postings { articles: Vec::new(), kept: Kept::InBlocks(Blocks::new(blocks)) }
    }

    /// Takes in how much room the articles take, without which no position is known. False where it is too much.
    pub fn arrange(&mut self, steps: &[u8]) -> bool {
        let Some(articles) = starts(steps) else { return false };
        self.articles = articles;
        if let Kept::InBlocks(blocks) = &mut self.kept { blocks.arrange(&self.articles) } else { true }
    }

    /// Forgets what was read of blocks, where it is much.
    pub fn forget(&self) {
        if let Kept::InBlocks(blocks) = &self.kept {
            blocks.forget();
        }
    }

    /// Whether all positions are here, and not fetched by need.
    pub fn are_here(&self) -> bool {
        matches!(self.kept, Kept::Here(_))
    }

    /// The positions of a range of terms, ascending only within each term.
    pub fn positions_of_all(&self, parts: Option<&Parts>, terms: Range<Term>) -> Cow<'_, [u32]> {
        match &self.kept {
            Kept::Here(derived) => Cow::Borrowed(derived.between(derived.place(terms.start), derived.place(terms.end))),
            Kept::InBlocks(blocks) => Cow::Owned(parts.map_or(Vec::new(), |parts| blocks.positions(parts, &terms))),
        }
    }

    /// All terms with their positions and the fields of those, where they are here.
    pub(super) fn lists(&self) -> impl Iterator<Item = (Term, impl Iterator<Item = (u32, Field)>)> {
        let here = match &self.kept {
            Kept::Here(derived) => Some(derived),
            Kept::InBlocks(_) => None,
        };
        here.into_iter().flat_map(move |derived| {
            let of_one = move |(at, &(upper, _)): (usize, &(u32, u32))| {
                (derived.first(at)..derived.first(at + 1)).map(move |place| (upper, place))
            };
            derived.uppers.iter().enumerate().flat_map(of_one).map(move |(upper, place)| {
                let found = derived.between(place, place + 1).iter();
                let term = u64::from(upper) << 32 | u64::from(derived.lowers[place]);
                (term, found.map(|&position| (position, self.unit_at(position).field)))
            })
        })
    }

    /// The number of positions.
    pub fn end(&self) -> u32 {
        self.articles.last().copied().unwrap_or_default()
    }

    /// The positions of an article, those that it leaves empty included: about its length. None where it is not known.
    pub fn article(&self, document: u32) -> Range<u32> {
        let at = |document: usize| self.articles.get(document).copied().unwrap_or_default();
        at(document as usize)..at(document as usize + 1)
    }

    /// The article that a position lies in.
    pub fn article_at(&self, position: u32) -> u32 {
        self.articles.partition_point(|&start| start <= position).saturating_sub(1) as u32
    }

    /// Notes the fields of ascending positions that lie inside a word, or at no term.
    pub fn note(&self, found: Vec<(u32, Field)>) {
        if let Kept::InBlocks(blocks) = &self.kept {
            blocks.note(found);
        }
    }

    /// The field of a position in an article that is there; it must lie in the article's text.
    pub fn field_in(&self, folding: &Folding, document: &Document, position: u32) -> Field {
        let start = self.article(self.article_at(position)).start;
        let (_, fields) = super::writer::fields(&document.article, folding);
        let at = fields.partition_point(|&(from, _)| from <= (position - start) as usize);
        at.checked_sub(1).map_or(Field::Body, |at| fields[at].1.field)
    }

    /// The article and the field that a position lies in, at which something was found.
    pub fn unit_at(&self, position: u32) -> Place {
        match &self.kept {
            Kept::Here(Derived { units, .. }) => {
                let unit = units[units.partition_point(|unit| unit.start <= position) - 1];
                Place { document: unit.document, field: unit.field }
            }
            Kept::InBlocks(blocks) => {
                Place { document: self.article_at(position), field: blocks.field_at(position).unwrap_or(Field::Body) }
            }
        }
    }

    /// The article and the field that each of some ranges of positions, ascending, begins in.
    pub fn places_of<'a>(&'a self, spans: &'a [(u32, u32)]) -> impl Iterator<Item = Place> + 'a {
        let (mut at, mut end) = (0, 0);
        spans.iter().map(move |&(start, _)| {
            let Kept::Here(Derived { units, .. }) = &self.kept else { return self.unit_at(start) };
            if start >= end {
                // The next one is seldom far: strides double until it is passed.
                let mut stride = 16;
                while units.get(at + stride).is_some_and(|unit| unit.start <= start) {
                    at += stride;
                    stride *= 2;
                }
                let near = &units[at..units.len().min(at + stride)];
                at += near.partition_point(|unit| unit.start <= start).saturating_sub(1);
                end = units.get(at + 1).map_or(u32::MAX, |next| next.start);
            }
            Place { document: units[at].document, field: units[at].field }
        })
    }

    /// The texts of an article that is there, each with the position of its first character.
    pub fn texts<'a>(&self, number: u32, document: &'a Document) -> Vec<(u32, &'a str)> {
        let mut start = self.article(number).start;
        let begun = |(unit, text): (Unit, &'a str)| {
            let from = start;
            start += text.chars().count() as u32 + u32::from(unit.part.has_gap());
            (from, text)
        };
        layout(&document.article).into_iter().map(begun).collect()
    }

    /// The parts of an article that is there, ascending, each with the position that it ends at.
    pub fn parts(&self, number: u32, document: &Document) -> Vec<(Unit, u32)> {
        let mut start = self.article(number).start;
        let part = |(unit, text): (Unit, &str)| {
            let unit = Unit { start, document: number, ..unit };
            start += text.chars().count() as u32 + u32::from(unit.part.has_gap());
            (unit, start)
        };
        layout(&document.article).into_iter().map(part).collect()
    }

    /// The folded characters from a position on, at most so many and none beyond its article; [`GAP`] stands for a gap.
    pub fn folded(&self, folding: &Folding, document: &Document, position: u32, most: usize) -> Vec<char> {
        let start = self.article(self.article_at(position)).start;
        let mut skip = (position - start) as usize;
        let mut folded = Vec::new();
        for (unit, text) in layout(&document.article) {
            let gap = unit.part.has_gap().then_some(GAP);
            let length = text.chars().count() + usize::from(gap.is_some());
            if skip < length {
                folded
                    .extend(text.chars().map(|c| folding.fold_char(c)).chain(gap).skip(skip).take(most - folded.len()));
                skip = 0;
            } else {
                skip -= length;
            }
            if folded.len() == most {
                break;
            }
        }
        folded
    }
}

/// Where articles begin that take up these steps of room, and where the last ends.
fn starts(steps: &[u8]) -> Option<Vec<u32>> {
    let mut starts = vec![0_u32];
    for &step in steps {
        let last = starts[starts.len() - 1];
        starts.push(last.checked_add(room(step))?);
    }
    Some(starts)
}
