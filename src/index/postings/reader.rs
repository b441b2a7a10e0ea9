#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use std::ops::Range;

use super::blocks::Blocks;
use super::layout;
use super::row::Row;
use crate::format::Parts;
use crate::index::documents::Document;
use crate::index::lexicon::Term;
use crate::model::Field;
use crate::text::{Folding, GAP};

/// The room of a step: 64, 91, 128, 182 and so on, each the square root of 2 times the one before.
pub fn room(step: u8) -> u32 {
    (if step & 1 == 0 { 64 } else { 91 }) << (step.min(LONGEST) / 2)
}

/// The first step that has room for so many characters; the last where none has.
pub fn step(length: usize) -> u8 {
    (0..LONGEST).find(|&step| room(step) as usize >= length).unwrap_or(LONGEST)
}

/// The last step: nearly 3 million characters.
const LONGEST: u8 = 31;

/// A part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
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
    /// By stretch of positions ([`STRETCH`]): the article that its first lies in.
    stretches: Vec<u32>,
    kept: Kept,
}

/// Positions of a stretch. No article is shorter than a quarter of it.
const STRETCH: u32 = 4 * 64;

/// Where the positions are kept.
#[derive(Debug)]
enum Kept {
    /// In the text.
    Here(Row),
    /// In files.
    InBlocks(Blocks),
}

impl Default for Kept {
    fn default() -> Self {
        Kept::Here(Row::default())
    }
}

impl Postings {
    /// Of articles that are here.
    ///
    /// # Panics
    /// Beyond 4 billion characters.
    #[allow(clippy::expect_used, reason = "what takes so much room does not fit into memory")]
    pub fn of(row: Row) -> Self {
        let articles = starts(&row.steps).expect("fewer than 4 billion characters");
        Postings { stretches: stretches(&articles), articles, kept: Kept::Here(row) }
    }

    /// What is fetched of segments.
    pub fn in_blocks(blocks: Vec<super::Segment>) -> Self {
        Postings { articles: Vec::new(), stretches: Vec::new(), kept: Kept::InBlocks(Blocks::new(blocks)) }
    }

    /// Takes in how much room the articles take, without which no position is known. False where it is too much.
    pub fn arrange(&mut self, steps: &[u8]) -> bool {
        let Some(articles) = starts(steps) else { return false };
        self.stretches = stretches(&articles);
        self.articles = articles;
        if let Kept::InBlocks(blocks) = &mut self.kept { blocks.arrange(&self.articles) } else { true }
    }

    /// Begins a question, which may read so much of blocks before others have a turn.
    pub fn begin(&self) {
        if let Kept::InBlocks(blocks) = &self.kept {
            blocks.begin();
        }
    }

    /// Forgets what was read of blocks, where it is much.
    pub fn forget(&self) {
        if let Kept::InBlocks(blocks) = &self.kept {
            blocks.forget();
        }
    }

    /// The positions at which these folded characters stand, ascending, where they can be seen here without any terms; as words that
    /// begin and end there, if they are to.
    pub fn find(&self, folded: &[char], begins: bool, ends: bool) -> Option<Vec<u32>> {
        match &self.kept {
            Kept::Here(row) => Some(row.find(&self.articles, folded, begins, ends)),
            Kept::InBlocks(_) => None,
        }
    }

    /// The positions of a range of terms, ascending; none where they are not in blocks.
    pub fn positions_of_all(&self, parts: Option<&Parts>, terms: Range<Term>) -> Vec<u32> {
        match (&self.kept, parts) {
            (Kept::InBlocks(blocks), Some(parts)) => blocks.positions(parts, &terms),
            _ => Vec::new(),
        }
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
    #[inline]
    pub fn article_at(&self, position: u32) -> u32 {
        let last = self.articles.len().saturating_sub(1);
        let mut article = self.stretches.get((position / STRETCH) as usize).map_or(last, |&article| article as usize);
        while self.articles.get(article + 1).is_some_and(|&next| next <= position) {
            article += 1;
        }
        article as u32
    }

    /// The articles that ascending positions lie in, ascending.
    pub fn articles_of(&self, positions: impl Iterator<Item = u32>) -> Vec<u32> {
        let (mut articles, mut end) = (Vec::new(), 0);
        for position in positions {
            if position >= end {
                let article = self.article_at(position);
                end = self.article(article).end;
                articles.push(article);
            }
        }
        articles
    }

    /// Notes the fields of positions that lie inside a word, or at no term.
    pub fn note(&self, found: Vec<(u32, Field)>) {
        if let Kept::InBlocks(blocks) = &self.kept {
            blocks.note(found);
        }
    }

    /// The fields of positions at which something was found.
    pub fn fields(&self) -> Fields<'_> {
        Fields { postings: self, at: 0, last: (0..0, Field::Body) }
    }

    /// The parts of an article that is there, each with its range of positions.
    pub fn parts(&self, number: u32, document: &Document) -> Vec<(Part, Range<u32>)> {
        let mut start = self.article(number).start;
        let begun = |(unit, text): (Unit, &str)| {
            let from = start;
            start += text.chars().count() as u32 + u32::from(unit.part.has_gap());
            (unit.part, from..start)
        };
        layout(&document.article).into_iter().map(begun).collect()
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

/// Tells the fields of positions; the next is mostly near the last, and after it.
#[derive(Debug)]
pub struct Fields<'a> {
    postings: &'a Postings,
    at: usize,
    /// Positions that lie in the same field as the last, and the field.
    last: (Range<u32>, Field),
}

impl Fields<'_> {
    /// The field that a position lies in, at which something was found.
    pub fn of(&mut self, position: u32) -> Field {
        match &self.postings.kept {
            Kept::Here(_) if self.last.0.contains(&position) => self.last.1,
            Kept::Here(Row { fields, .. }) => {
                let next = advance(fields, self.at, |&(start, _)| start <= position);
                let end = fields.get(next).map_or(u32::MAX, |&(start, _)| start);
                self.at = next.saturating_sub(1);
                if let Some(&(start, field)) = fields.get(self.at) {
                    self.last = (start..end, field);
                }
                self.last.1
            }
            Kept::InBlocks(blocks) => blocks.field_at(position, &mut self.at).unwrap_or(Field::Body),
        }
    }
}

/// The place of the first of some positions or articles, ascending, that is not less: see [`advance`].
pub fn seek(numbers: &[u32], from: usize, least: u32) -> usize {
    advance(numbers, from, |&number| number < least)
}

/// The place of the first of items, ascending, that is not before what is sought: likely soon after `from`, so strides double until it is
/// passed. Where what is sought lies before `from`, the search begins at the first item.
pub fn advance<T>(items: &[T], from: usize, is_before: impl Fn(&T) -> bool) -> usize {
    let mut from = from.min(items.len());
    if from.checked_sub(1).and_then(|last| items.get(last)).is_some_and(|last| !is_before(last)) {
        from = 0;
    }
    let mut stride = 1;
    while items.get(from + stride - 1).is_some_and(&is_before) {
        from += stride;
        stride *= 2;
    }
    let rest = items.get(from..items.len().min(from + stride)).unwrap_or_default();
    from + rest.partition_point(is_before)
}

/// By stretch: the article that its first position lies in.
fn stretches(articles: &[u32]) -> Vec<u32> {
    let end = articles.last().copied().unwrap_or_default();
    let mut article = 0;
    let first = |stretch: u32| {
        while articles.get(article + 1).is_some_and(|&next| next <= stretch * STRETCH) {
            article += 1;
        }
        article as u32
    };
    (0..end.div_ceil(STRETCH)).map(first).collect()
}

/// Where articles begin that take up these steps of room, and where the last ends.
fn starts(steps: &[u8]) -> Option<Vec<u32>> {
    let (mut starts, mut end) = (vec![0_u32], 0_u32);
    for &step in steps {
        end = end.checked_add(room(step))?;
        starts.push(end);
    }
    Some(starts)
}
