//! What a page is taken apart into.

use crate::model::{BlockKind, DoubtKind};

/// An article in the making: places in the page's lines.
#[derive(Debug, Default)]
pub struct Draft {
    /// The lines of its headline.
    pub title: Vec<usize>,
    /// The lines of its text, each with what it is.
    pub parts: Vec<(usize, BlockKind)>,
}

impl Draft {
    /// Whether it has running text.
    pub fn has_text(&self) -> bool {
        self.parts.iter().any(|part| part.1 == BlockKind::Paragraph)
    }

    /// The places of its lines.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.title.iter().copied().chain(self.parts.iter().map(|part| part.0))
    }

    /// The place of its first line.
    pub fn first(&self) -> usize {
        self.places().min().unwrap_or(0)
    }
}

/// A column's name and how many articles stand before it.
#[derive(Debug)]
pub struct StandingHead {
    /// The place of its line.
    pub line: usize,
    /// The number of articles before it.
    pub after: usize,
    /// Whether the next article's headline stands right under it.
    pub is_over_title: bool,
}

/// A page taken apart. Each line is in one of the three.
#[derive(Debug, Default)]
pub struct Parts {
    /// The articles in reading order.
    pub drafts: Vec<Draft>,
    /// The names of columns.
    pub standing: Vec<StandingHead>,
    /// Places of lines that belong to no article, and what they are.
    pub furniture: Vec<(usize, &'static str)>,
    /// Places of heads that may be something else than they were taken for, and what was decided.
    pub close_calls: Vec<(usize, DoubtKind)>,
}
