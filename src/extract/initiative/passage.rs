use std::ops::Range;

use super::clause::ordinal;
use super::mention::Mention;
use crate::extract::figure::{FoundFigure, find_figures_beside};

/// One block as its facts are looked for.
pub(super) struct Passage {
    /// The block's place in the article.
    pub block: usize,
    pub chars: Vec<char>,
    /// Its figures, in order; none stands in another.
    pub figures: Vec<FoundFigure>,
    /// What it names, in order; each with the place of its initiative once that is known.
    pub mentions: Vec<Mention>,
    /// Where its items begin (一是, 二是), in order, each with its number.
    pub items: Vec<(usize, usize)>,
}

impl Passage {
    /// A block with its figures, which names nothing yet; `dates` are the expressions of time in it.
    pub(super) fn of(block: usize, text: &str, dates: impl Iterator<Item = Range<u32>>) -> Passage {
        let chars = curled(text);
        let items = (0..chars.len()).filter_map(|at| Some((at, ordinal(&chars, at)?))).collect();
        Passage { block, chars, figures: find_figures_beside(text, dates), mentions: Vec::new(), items }
    }

    /// The figures whose numbers stand at a place or behind it.
    pub(super) fn figures_from(&self, at: usize) -> &[FoundFigure] {
        &self.figures[self.figures.partition_point(|figure| (figure.number as usize) < at)..]
    }

    /// The figure whose unit ends at a place.
    pub(super) fn figure_ending(&self, at: usize) -> Option<&FoundFigure> {
        let before = self.figures.partition_point(|figure| (figure.unit_end as usize) < at);
        self.figures.get(before).filter(|figure| figure.unit_end as usize == at)
    }
}

/// The characters of a text whose quotes are “ ”, as “ ” or as the straight or cornered ones of some pages.
fn curled(text: &str) -> Vec<char> {
    let straight = text.chars().filter(|&c| c == '"').count();
    let mut opens = false;
    text.chars()
        .map(|c| match c {
            '"' if straight % 2 == 0 => {
                opens = !opens;
                if opens { '“' } else { '”' }
            }
            '「' | '『' => '“',
            '」' | '』' => '”',
            _ => c,
        })
        .collect()
}
