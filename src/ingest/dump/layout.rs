//! How a page's lines are set: measured, not assumed.

use super::line::{Line, is_ended};

/// What the lines of a page have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// How many blank lines stand between two paragraphs, as a rule.
    pub paragraph_gap: u32,
    /// The width at which lines are broken mid-sentence, in half-widths (a Han character has two).
    pub wrap: Option<usize>,
    /// Whether paragraphs begin with an indentation.
    pub indents: bool,
}

impl Layout {
    /// Measures the lines of a page.
    pub fn measure(lines: &[Line]) -> Self {
        let ends: Vec<bool> = lines.iter().map(|line| is_ended(line.text)).collect();
        let after_end = || lines.iter().skip(1).zip(&ends).filter(|(_, ended)| **ended).map(|(line, _)| line);
        let paragraph_gap = commonest(after_end().map(|line| line.gap as usize)).map_or(0, |(gap, _)| gap as u32);
        let starts = after_end().count();
        let indented = after_end().filter(|line| line.indented).count();
        Layout { paragraph_gap, wrap: wrap(lines, &ends), indents: starts >= 3 && indented * 10 >= starts * 6 }
    }

    /// Whether the blank lines before a line are more than a paragraph's.
    pub fn is_wide(&self, gap: u32) -> bool {
        gap >= self.paragraph_gap + 2
    }

    /// Whether a line is broken because it was full.
    pub fn is_full(&self, line: &Line) -> bool {
        self.wrap.is_some_and(|wrap| half_widths(line.text) + 3 > wrap)
    }
}

/// Of the lines that run on into the next one without a blank line, most have one length: that is the width.
fn wrap(lines: &[Line], ends: &[bool]) -> Option<usize> {
    const LONGEST: usize = 160;
    let running: Vec<usize> = lines
        .windows(2)
        .zip(ends)
        .filter(|(pair, ended)| !**ended && pair[1].gap == 0 && pair[0].length <= LONGEST)
        .map(|(pair, _)| half_widths(pair[0].text))
        .collect();
    let (width, _) = commonest(running.iter().copied())?;
    let near = running.iter().filter(|&&length| length.abs_diff(width) <= 2).count();
    (width >= 16 && near >= 4 && near * 2 >= running.len()).then_some(width)
}

fn half_widths(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}

/// The commonest number and how often it occurs; among equals the smallest.
fn commonest(numbers: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    for number in numbers {
        *counts.entry(number).or_insert(0_usize) += 1;
    }
    counts.into_iter().rev().max_by_key(|&(_, count)| count)
}
