//! Two columns of print whose lines a dump has mixed: printed line by line in turn, or side by side in one line.

use super::line::{Line, is_ended};
use super::seam;
use crate::model::{Doubt, DoubtKind};

/// The columns one after the other, where it is certain which line belongs to which; each line keeps its number. The
/// doubts say where that was done.
pub fn untangle(lines: Vec<Line<'_>>) -> (Vec<Line<'_>>, Vec<Doubt>) {
    let mut doubts = Vec::new();
    let lines = part_side_by_side(lines, &mut doubts);
    (part_alternating(lines, &mut doubts), doubts)
}

/// Parts lines that have a wide gap at one place, four or more in a row.
fn part_side_by_side<'a>(lines: Vec<Line<'a>>, doubts: &mut Vec<Doubt>) -> Vec<Line<'a>> {
    const FEWEST: usize = 4;
    let gaps: Vec<Option<Gap>> = lines.iter().map(|line| Gap::of(line)).collect();
    let mut parted = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter();
    let mut at = 0;
    while at < gaps.len() {
        let is_below =
            |pair: &[Option<Gap>]| matches!(pair, [Some(upper), Some(lower)] if upper.right.abs_diff(lower.right) <= 1);
        let count = match gaps[at] {
            Some(_) => 1 + gaps[at..].windows(2).take_while(|pair| is_below(pair)).count(),
            None => 1,
        };
        let run: Vec<Line> = lines.by_ref().take(count).collect();
        let parts: Vec<(Line, Line)> = if count < FEWEST {
            Vec::new()
        } else {
            run.iter().zip(&gaps[at..]).filter_map(|(line, gap)| gap.as_ref()?.part(line)).collect()
        };
        if parts.len() == count && run_on(&parts) {
            doubts.push(doubt(&run));
            let (left, right): (Vec<Line>, Vec<Line>) = parts.into_iter().unzip();
            parted.extend(left);
            parted.extend(right);
        } else {
            parted.extend(run);
        }
        at += count;
    }
    parted
}

/// Whether most lines of the left column break off inside a sentence, as those of a table do not.
fn run_on(parts: &[(Line, Line)]) -> bool {
    let open =
        parts.iter().filter(|(left, right)| !is_ended(&left.plain) && left.length >= 8 && right.length >= 8).count();
    let commas =
        parts.iter().filter(|(left, right)| [left, right].iter().any(|part| part.plain.contains(['，', '。', '、'])));
    open * 3 >= parts.len() * 2 && commas.count() * 2 >= parts.len()
}

/// The one wide gap inside a line.
struct Gap {
    /// The byte at which the left part ends.
    end: usize,
    /// The byte at which the right part begins.
    start: usize,
    /// Where the right part begins on the page, in half-widths.
    right: usize,
}

impl Gap {
    fn of(line: &Line) -> Option<Gap> {
        const NARROWEST: usize = 3;
        let text = &*line.text;
        let mut found = None;
        let mut halves = line.width.halves.saturating_sub(halves_of(text));
        let mut from = None;
        let mut width = 0;
        for (at, c) in text.char_indices() {
            let half = if c.is_ascii() { 1 } else { 2 };
            if matches!(c, ' ' | '\u{3000}' | '\t') {
                from.get_or_insert(at);
                width += half;
            } else {
                if let Some(end) = from.take()
                    && width >= NARROWEST
                {
                    if found.is_some() {
                        return None;
                    }
                    found = Some(Gap { end, start: at, right: halves });
                }
                width = 0;
            }
            halves += half;
        }
        found
    }

    fn part<'a>(&self, line: &Line<'a>) -> Option<(Line<'a>, Line<'a>)> {
        let (left, right) = (line.text.get(..self.end)?.to_owned(), line.text.get(self.start..)?.to_owned());
        Some((Line::part(left, line, line.gap)?, Line::part(right, line, 0)?))
    }
}

fn halves_of(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Parts runs of lines that go on two lines below.
fn part_alternating<'a>(lines: Vec<Line<'a>>, doubts: &mut Vec<Doubt>) -> Vec<Line<'a>> {
    const FEWEST: usize = 8;
    let mut parted = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while !rest.is_empty() {
        let is_cut = |pair: &[Line]| pair[1].gap == 0 && !is_ended(&pair[0].plain);
        let count = 1 + rest.windows(2).take_while(|pair| is_cut(pair)).count();
        let after = rest.split_off(count);
        let mut run = std::mem::replace(&mut rest, after);
        let body = run.split_off(shorter_ahead(&run));
        parted.extend(std::mem::replace(&mut run, body));
        if run.len() >= FEWEST && is_interleaved(&run) {
            doubts.push(doubt(&run));
            parted.extend(in_turn(run));
        } else {
            parted.extend(run);
        }
    }
    parted
}

/// How many lines stand ahead that are shorter than a column is wide: a headline, a by-line.
fn shorter_ahead(run: &[Line]) -> usize {
    let mut lengths: Vec<usize> = run.iter().map(|line| line.length).collect();
    lengths.sort_unstable();
    let width = lengths[lengths.len() / 2];
    run.iter().take_while(|line| line.length * 3 < width * 2).count()
}

/// Of the words that the ends of lines cut, most go on two lines below and hardly any on the next line.
fn is_interleaved(run: &[Line]) -> bool {
    const LONGEST: usize = 200;
    let run = &run[..run.len().min(LONGEST)];
    let count = |step: usize| run.iter().zip(&run[step..]).filter(|(line, next)| cuts(line, next)).count();
    let (next, after_next) = (count(1), count(2));
    after_next >= 3 && after_next * 4 >= run.len() && after_next > 3 * next
}

fn cuts(line: &Line, next: &Line) -> bool {
    seam::cuts_word(&line.plain, &next.plain)
}

/// Every second line, then those between. What the longer column has left at the end goes on it.
fn in_turn(run: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let score = |at: usize, step: usize| run.get(at + step).is_some_and(|next| cuts(&run[at], next)) as i32;
    // Up to the end of the shorter column a line goes on two lines below, and after it on the next.
    let mut best = (0, run.len());
    let mut sum = 0;
    for end in (2..run.len()).rev() {
        sum += score(end - 1, 1) - score(end - 1, 2);
        if sum > best.0 {
            best = (sum, end);
        }
    }
    let end = best.1;
    let goes_on_left = end >= 2
        && run.get(end).is_some_and(|rest| {
            let (last, before) = (end - 1, end - 2);
            let left = if last % 2 == 0 { last } else { before };
            let right = if last % 2 == 0 { before } else { last };
            cuts(&run[left], rest) && !cuts(&run[right], rest)
        });
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (at, line) in run.into_iter().enumerate() {
        let is_left = if at < end { at % 2 == 0 } else { goes_on_left };
        if is_left { left.push(line) } else { right.push(line) }
    }
    left.extend(right);
    left
}

fn doubt(run: &[Line]) -> Doubt {
    let (first, last) = (run[0].number(), run[run.len() - 1].last_number());
    Doubt::new(first, DoubtKind::TwoColumns, format!("{first}–{last}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::line::lines;
    use super::*;

    fn numbers(text: &str) -> Vec<u32> {
        untangle(lines(text)).0.iter().map(Line::number).collect()
    }

    #[test]
    fn columns_with_a_gap_between_them_are_parted() {
        let text = "今年春天，云溪县的老渠清了    临汐县的粮库换了新门，库里\n\
                    淤，渠水流到了最远的田里，    的温度在手机上就看得见，管\n\
                    村民们都来帮忙，孩子们在岸    理员晚上不用再起来查看，省\n\
                    边种下了柳树和杨树，浇了水    下的时间用来打扫院子，修农\n\
                    。                            具。\n";
        let (found, doubts) = untangle(lines(text));
        let found: Vec<(u32, &str)> = found.iter().map(|line| (line.number(), &*line.text)).collect();
        assert_eq!(found[1], (2, "淤，渠水流到了最远的田里，"));
        assert_eq!(found[5], (1, "临汐县的粮库换了新门，库里"));
        assert_eq!((found.len(), doubts.len()), (10, 1));
    }

    #[test]
    fn other_gaps_part_nothing() {
        for text in [
            "林一舟    何 川\n许 岚    郑小满\n周 芳    江 平\n苏 青    白 桦\n",
            "云溪县    清淤\n",
            "    今年春天，老渠清了淤\n渠水流到了最远的田里\n",
        ] {
            let (found, doubts) = untangle(lines(text));
            assert_eq!((found.len(), doubts.len()), (text.lines().count(), 0), "{text}");
        }
    }

    #[test]
    fn what_the_longer_column_has_left_goes_on_it() {
        let mixed = include_str!("../../../tests/data/pages/two_columns.txt");
        let order = numbers(mixed);
        let lines = mixed.lines().count() as u32;
        let column = |first: u32| (first..=lines).step_by(2);
        let expected: Vec<u32> = (1..=2).chain(column(3)).chain(column(4)).collect();
        assert_eq!(order, expected);
    }

    /// The text of each line of the source, white space aside, whatever parts it was read in.
    fn by_number(lines: &[Line]) -> BTreeMap<u32, String> {
        let mut texts: BTreeMap<u32, String> = BTreeMap::new();
        for line in lines {
            texts.entry(line.number()).or_default().extend(line.text.chars().filter(|c| !c.is_whitespace()));
        }
        texts
    }

    proptest! {
        #[test]
        fn no_text_is_lost_and_each_keeps_its_line(
            rows in proptest::collection::vec("(今年春天，云溪县的老渠|渠水流到了田里，村民们|清了淤。|\n)[  ]{0,6}[河水田。，渠]{0,14}", 0..24),
        ) {
            let text = rows.join("\n");
            let whole = lines(&text);
            prop_assert_eq!(by_number(&untangle(whole.clone()).0), by_number(&whole));
        }
    }
}
