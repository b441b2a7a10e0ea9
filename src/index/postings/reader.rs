use std::ops::Range;

use super::GAP;
use crate::index::documents::Document;
use crate::model::Field;
use crate::text::fold_char;

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

/// Every term's positions, and where the articles and their parts begin.
#[derive(Debug, Default)]
pub struct Postings {
    /// By term: where its positions begin in `positions`; one more entry than there are terms.
    pub(super) starts: Vec<u32>,
    /// Ascending within a term.
    pub(super) positions: Vec<u32>,
    /// By article: its first position; one more entry than there are articles.
    pub(super) articles: Vec<u32>,
    /// Ascending by start.
    pub(super) units: Vec<Unit>,
}

impl Postings {
    /// The positions of a term, ascending.
    pub fn positions(&self, term: usize) -> &[u32] {
        &self.positions[self.starts[term] as usize..self.starts[term + 1] as usize]
    }

    /// The positions of terms that follow each other in the lexicon, ascending only within each term.
    pub fn positions_of_all(&self, terms: Range<usize>) -> &[u32] {
        &self.positions[self.starts[terms.start] as usize..self.starts[terms.end] as usize]
    }

    /// The number of positions.
    pub fn end(&self) -> u32 {
        self.articles.last().copied().unwrap_or_default()
    }

    /// The positions of an article.
    pub fn article(&self, document: u32) -> Range<u32> {
        self.articles[document as usize]..self.articles[document as usize + 1]
    }

    /// The article that a position lies in.
    pub fn article_at(&self, position: u32) -> u32 {
        (self.articles.partition_point(|&start| start <= position) - 1) as u32
    }

    /// The part that a position lies in.
    pub fn unit_at(&self, position: u32) -> &Unit {
        &self.units[self.units.partition_point(|unit| unit.start <= position) - 1]
    }

    /// The part that each of some ranges of positions, ascending, begins in.
    pub fn units_of<'a>(&'a self, spans: &'a [(u32, u32)]) -> impl Iterator<Item = &'a Unit> {
        let (mut at, mut end) = (0, 0);
        spans.iter().map(move |&(start, _)| {
            if start >= end {
                // The next one is seldom far: strides double until it is passed.
                let mut stride = 16;
                while self.units.get(at + stride).is_some_and(|unit| unit.start <= start) {
                    at += stride;
                    stride *= 2;
                }
                let near = &self.units[at..self.units.len().min(at + stride)];
                at += near.partition_point(|unit| unit.start <= start).saturating_sub(1);
                end = self.units.get(at + 1).map_or(u32::MAX, |next| next.start);
            }
            &self.units[at]
        })
    }

    /// The parts that positions `from..to` of one article touch, with the characters of each: `(unit, start, end)`.
    pub fn parts(&self, from: u32, to: u32) -> Vec<(&Unit, u32, u32)> {
        let first = self.units.partition_point(|unit| unit.start <= from).saturating_sub(1);
        let touched = self.units[first..].iter().take_while(|unit| unit.start < to).enumerate();
        touched
            .map(|(at, unit)| {
                let end = self.units.get(first + at + 1).map_or(self.end(), |next| next.start);
                (unit, from.max(unit.start) - unit.start, to.min(end) - unit.start)
            })
            .collect()
    }

    /// The folded characters from a position on, at most so many and none beyond its article; [`GAP`] stands for a gap.
    pub fn folded(&self, documents: &[Document], position: u32, most: usize) -> Vec<char> {
        let at = self.units.partition_point(|unit| unit.start <= position) - 1;
        let document = self.units[at].document;
        let mut skip = (position - self.units[at].start) as usize;
        let mut folded = Vec::new();
        for unit in self.units[at..].iter().take_while(|unit| unit.document == document) {
            folded.extend(
                unit.text(&documents[document as usize]).chars().skip(skip).take(most - folded.len()).map(fold_char),
            );
            if unit.part.has_gap() && folded.len() < most {
                folded.push(GAP);
            }
            if folded.len() == most {
                break;
            }
            skip = 0;
        }
        folded
    }
}

impl Unit {
    /// Its original text.
    pub fn text<'a>(&self, document: &'a Document) -> &'a str {
        let article = &document.article;
        let text = match self.part {
            Part::Title => article.title.as_deref(),
            Part::Column => article.standing_head.as_deref(),
            Part::Name(name) => article.names().get(name as usize).copied(),
            Part::Block(block) => article.blocks.get(block as usize).map(|block| block.text.as_str()),
        };
        text.unwrap_or_default()
    }
}
