//! How a page's lines are set: measured, not assumed.

use super::line::{Line, Width, begins_item, continues, is_ended};
use super::role::{has_own_form, is_cut_byline, is_photo_credit, is_whole};
use crate::ingest::byline;

/// What the lines of a page have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// How many blank lines stand between two paragraphs, as a rule.
    pub paragraph_gap: u32,
    /// The width at which lines are broken mid-sentence.
    wrap: Option<Wrap>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrap {
    Characters(usize),
    Halves(usize),
}

impl Layout {
    /// Measures the lines of a page.
    pub fn measure(lines: &[Line]) -> Self {
        let ends: Vec<bool> = lines.iter().map(|line| is_ended(&line.plain)).collect();
        let after_end = lines.iter().skip(1).zip(&ends).filter(|(_, ended)| **ended);
        let paragraph_gap = commonest(after_end.map(|(line, _)| line.gap as usize)).map_or(0, |(gap, _)| gap as u32);
        Layout { paragraph_gap, wrap: wrap(lines, &ends) }
    }

    /// Whether the blank lines before a line are more than a paragraph's.
    pub fn is_wide(&self, gap: u32) -> bool {
        gap >= self.paragraph_gap + 2
    }

    /// Joins again the lines that were broken because they were full: what is left are paragraphs and heads.
    pub fn unwrap<'a>(&self, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
        if self.wrap.is_none() {
            return lines;
        }
        let mut whole: Vec<Line<'a>> = Vec::new();
        for line in lines {
            let goes_on = |last: &Line| {
                let is_tail = continues(&line.plain) || (is_photo_credit(&line) && !is_ended(&last.plain));
                let begins = begins_item(&line.plain) || has_own_form(&line);
                let is_open = if is_whole(last) { is_cut_byline(last, &line) } else { is_tail || !begins };
                self.is_full(last) && is_open && !is_signed(last)
            };
            match whole.last_mut().filter(|last| line.gap == 0 && !line.indented && goes_on(last)) {
                Some(last) => last.join(line, false),
                None => whole.push(line),
            }
        }
        whole
    }

    /// Whether a line is broken because it was full.
    fn is_full(&self, line: &Line) -> bool {
        match self.wrap {
            Some(Wrap::Characters(wrap)) => (wrap - 1..=wrap + 1).contains(&line.width.characters),
            Some(Wrap::Halves(wrap)) => (wrap - 2..=wrap + 2).contains(&line.width.halves),
            None => false,
        }
    }
}

/// Whether a line ends with who wrote the story: nothing goes on behind it, however full the line is.
fn is_signed(line: &Line) -> bool {
    line.plain.ends_with(['）', ')']) && byline::tail(&line.plain).is_some_and(|tail| !tail.is_photo)
}

/// Of the lines that run on into the next one without a blank line, most have one width, and hardly any line of text is
/// wider: at that they are broken.
fn wrap(lines: &[Line], ends: &[bool]) -> Option<Wrap> {
    const WIDEST: usize = 160;
    const NARROWEST: usize = 10;
    let running: Vec<Width> = lines
        .windows(2)
        .zip(ends)
        .filter(|(pair, ended)| !**ended && pair[1].gap == 0 && pair[0].length <= WIDEST)
        .map(|(pair, _)| pair[0].width)
        .collect();
    let share = |measure: fn(&Width) -> usize| {
        let (width, count) = commonest(running.iter().map(measure))?;
        let near = running.iter().filter(|running| measure(running).abs_diff(width) <= 2).count();
        let most = lines.len() / 20;
        let wider = lines.iter().filter(|line| measure(&line.width) > width + 2 && !is_whole(line));
        (near >= 4 && near * 2 >= running.len() && wider.take(most + 1).count() <= most).then_some((count, width))
    };
    let characters = share(|width| width.characters).filter(|&(_, width)| width >= NARROWEST);
    let halves = share(|width| width.halves).filter(|&(_, width)| width >= 2 * NARROWEST);
    match (characters, halves) {
        (Some((count, width)), other) if other.is_none_or(|(others, _)| count >= others) => {
            Some(Wrap::Characters(width))
        }
        (_, Some((_, width))) => Some(Wrap::Halves(width)),
        _ => None,
    }
}

/// The commonest number and how often it occurs; among equals the smallest.
fn commonest(numbers: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    for number in numbers {
        *counts.entry(number).or_insert(0_usize) += 1;
    }
    counts.into_iter().rev().max_by_key(|&(_, count)| count)
}
