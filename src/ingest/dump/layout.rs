//! How a page's lines are set: measured, not assumed.

use super::line::{Line, Width, begins_item, continues, is_ended, looks_like_head};
use super::role::{has_own_form, is_cut_byline, is_cut_imprint, is_photo_credit, is_whole};
use crate::ingest::byline;

/// What the lines of a page have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// How many blank lines stand between two paragraphs, as a rule.
    pub paragraph_gap: u32,
    /// The widths at which lines are broken mid-sentence: one, or two where columns are not alike.
    wraps: Vec<Wrap>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrap {
    Characters(usize),
    Halves(usize),
}

impl Wrap {
    fn width(self) -> usize {
        match self {
            Wrap::Characters(width) | Wrap::Halves(width) => width,
        }
    }

    fn measure(self, width: &Width) -> usize {
        match self {
            Wrap::Characters(_) => width.characters,
            Wrap::Halves(_) => width.halves,
        }
    }

    /// How much a full line may be wider or narrower.
    fn slack(self) -> usize {
        match self {
            Wrap::Characters(_) => 1,
            Wrap::Halves(_) => 2,
        }
    }
}

impl Layout {
    /// Measures the lines of a page.
    pub fn measure(lines: &[Line]) -> Self {
        let ends: Vec<bool> = lines.iter().map(|line| is_ended(&line.plain)).collect();
        let after_end = lines.iter().skip(1).zip(&ends).filter(|(_, ended)| **ended);
        let paragraph_gap = commonest(after_end.map(|(line, _)| line.gap as usize)).map_or(0, |(gap, _)| gap as u32);
        Layout { paragraph_gap, wraps: wraps(lines, &ends) }
    }

    /// Whether the blank lines before a line are more than a paragraph's.
    pub fn is_wide(&self, gap: u32) -> bool {
        gap >= self.paragraph_gap + 2
    }

    /// Joins again the lines that were broken because they were full: what is left are paragraphs and heads.
    pub fn unwrap<'a>(&self, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
        if self.wraps.is_empty() {
            return lines;
        }
        let mut whole: Vec<Line<'a>> = Vec::new();
        for line in lines {
            let goes_on = |last: &Line| {
                let is_tail = continues(&line.plain) || (is_photo_credit(&line) && !is_ended(&last.plain));
                let begins = begins_item(&line.plain) || has_own_form(&line);
                let is_open = if is_whole(last) {
                    is_cut_byline(last, &line) || is_cut_imprint(last, &line)
                } else {
                    is_tail || !begins
                };
                // A paragraph may end with a full line, and a headline follow.
                let is_over = is_ended(&last.plain) && looks_like_head(&line) && self.is_short(&line);
                self.is_full(last, &line) && is_open && !is_over && !is_signed(last)
            };
            match whole.last_mut().filter(|last| line.gap == 0 && !line.indented && goes_on(last)) {
                Some(last) => last.join(line, false),
                None => whole.push(line),
            }
        }
        whole
    }

    /// Whether a line breaks off before it is full, and no sentence ends there.
    fn is_short(&self, line: &Line) -> bool {
        !is_ended(&line.plain) && self.wraps.iter().all(|wrap| wrap.measure(&line.width) + wrap.slack() < wrap.width())
    }

    /// Whether a line is broken because it was full. Of two columns the line after it must fit in the same one.
    fn is_full(&self, line: &Line, next: &Line) -> bool {
        self.wraps.iter().any(|wrap| {
            let fits = self.wraps.len() == 1 || wrap.measure(&next.width) <= wrap.width() + wrap.slack();
            wrap.measure(&line.width).abs_diff(wrap.width()) <= wrap.slack() && fits
        })
    }
}

/// Whether a line ends with who wrote the story: nothing goes on behind it, however full the line is.
fn is_signed(line: &Line) -> bool {
    line.plain.ends_with(['）', ')']) && byline::tail(&line.plain).is_some_and(|tail| !tail.is_photo)
}

/// Of the lines that run on into the next one without a blank line, most have one width, or one of two, and hardly any line of
/// text is wider: at that they are broken.
fn wraps(lines: &[Line], ends: &[bool]) -> Vec<Wrap> {
    const WIDEST: usize = 160;
    const NARROWEST: usize = 10;
    let running: Vec<Width> = lines
        .windows(2)
        .zip(ends)
        .filter(|(pair, ended)| !**ended && pair[1].gap == 0 && pair[0].length <= WIDEST)
        .map(|(pair, _)| pair[0].width)
        .collect();
    let share = |wrap: fn(usize) -> Wrap| {
        let measure = |width: &Width| wrap(0).measure(width);
        let mut rest: Vec<usize> = running.iter().map(measure).collect();
        let mut found = Vec::new();
        let mut most = 0;
        while let Some((width, count)) = commonest(rest.iter().copied()).filter(|_| found.len() < 2) {
            let before = rest.len();
            rest.retain(|running| running.abs_diff(width) > 2);
            if before - rest.len() < FEWEST {
                break;
            }
            most = most.max(count);
            found.push(wrap(width));
            let near = running.len() - rest.len();
            let widest = found.iter().map(|wrap| wrap.width()).max().unwrap_or(0);
            let wider = lines.iter().filter(|line| measure(&line.width) > widest + 2 && !is_whole(line));
            if near * 2 >= running.len() && wider.take(lines.len() / 20 + 1).count() <= lines.len() / 20 {
                return Some((most, found));
            }
        }
        None
    };
    let is_wide = |wraps: &[Wrap], narrowest: usize| wraps.iter().all(|wrap| wrap.width() >= narrowest);
    let characters = share(Wrap::Characters).filter(|(_, wraps)| is_wide(wraps, NARROWEST));
    let halves = share(Wrap::Halves).filter(|(_, wraps)| is_wide(wraps, 2 * NARROWEST));
    match (characters, halves) {
        (Some((count, wraps)), other) if other.as_ref().is_none_or(|(others, _)| count >= *others) => wraps,
        (_, Some((_, wraps))) => wraps,
        _ => Vec::new(),
    }
}

/// So many lines that run on at one width make it one at which lines are broken.
const FEWEST: usize = 4;

/// The commonest number and how often it occurs; among equals the smallest.
fn commonest(numbers: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    for number in numbers {
        *counts.entry(number).or_insert(0_usize) += 1;
    }
    counts.into_iter().rev().max_by_key(|&(_, count)| count)
}
