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

/// Two columns have at least so many lines side by side.
const FEWEST_GAPS: usize = 4;

/// No column of a page has more lines.
const MOST_LINES: usize = 300;

/// Parts lines that have a wide gap at one place, four or more in a row.
fn part_side_by_side<'a>(lines: Vec<Line<'a>>, doubts: &mut Vec<Doubt>) -> Vec<Line<'a>> {
    let gaps: Vec<Option<Gap>> = lines.iter().map(|line| Gap::of(line)).collect();
    if gaps.iter().flatten().count() < FEWEST_GAPS {
        return lines;
    }
    let mut parted = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        match side_by_side(&lines[at..], &gaps[at..]) {
            Some(SideBySide { left, right, count }) => {
                doubts.push(doubt(&lines[at..at + count]));
                parted.extend(left);
                parted.extend(right);
                at += count;
            }
            None => {
                parted.push(lines[at].clone());
                at += 1;
            }
        }
    }
    parted
}

/// Two columns at the beginning of some lines.
struct SideBySide<'a> {
    left: Vec<Line<'a>>,
    right: Vec<Line<'a>>,
    /// How many lines have them.
    count: usize,
}

/// Reads two columns that begin with the first of the lines. The right one begins everywhere at one place, or a paragraph's indentation
/// to the right of it; where one column has nothing, the line has the other alone.
fn side_by_side<'a>(lines: &[Line<'a>], gaps: &[Option<Gap>]) -> Option<SideBySide<'a>> {
    let reach = reach(lines, gaps)?;
    let mut edge = gaps.first()?.as_ref()?.right;
    let (mut left, mut right): (Vec<Line>, Vec<Line>) = (Vec::new(), Vec::new());
    // What one column has alone belongs to the columns where they go on below it, or where it goes on itself.
    let (mut certain, mut pairs) = ((0, 0, 0), 0);
    for (line, gap) in lines.iter().zip(gaps).take(reach) {
        match gap {
            Some(gap) => {
                edge = edge.min(gap.right);
                let (before, after) = gap.part(line, edge)?;
                left.push(before);
                right.push(after);
                pairs += 1;
                certain = (left.len(), right.len(), left.len() + right.len() - pairs);
            }
            None if line.indentation() + 1 >= edge => right.push(part(line, 0, line.indentation() > edge + 1)?),
            None => left.push(line.clone()),
        }
        let goes_on = |column: &[Line], parted: usize| {
            column.len() == parted + 1 && line.gap == 0 && !is_ended(&column[parted - 1].plain)
        };
        if certain.0 > 0 && (goes_on(&left, certain.0) || goes_on(&right, certain.1)) {
            certain = (left.len(), right.len(), left.len() + right.len() - pairs);
        }
    }
    left.truncate(certain.0);
    right.truncate(certain.1);
    Some(SideBySide { left, right, count: certain.2 })
}

/// How many of the lines may be of two columns that begin with the first, if any are.
fn reach(lines: &[Line], gaps: &[Option<Gap>]) -> Option<usize> {
    const INDENTATION: usize = 4;
    let mut edge = gaps.first()?.as_ref()?.right;
    let is_at = |right: usize, edge: usize| right + 1 + INDENTATION >= edge && right <= edge + 1 + INDENTATION;
    let goes_on = |(line, gap): &(&Line, &Option<Gap>)| match gap {
        Some(gap) if is_at(gap.right, edge) => {
            edge = edge.min(gap.right);
            true
        }
        Some(_) => false,
        None => line.indentation() + 1 >= edge || line.width.halves < edge,
    };
    let reach = lines.iter().zip(gaps).take(MOST_LINES).take_while(goes_on).count();
    run_on(gaps.get(..reach)?).then_some(reach)
}

/// Whether most lines of the left column break off inside a sentence, as those of a table do not. Short ones may be headlines.
fn run_on(gaps: &[Option<Gap>]) -> bool {
    let long = || gaps.iter().flatten().filter(|gap| gap.parts_text);
    let (pairs, open) = (gaps.iter().flatten().count(), long().filter(|gap| gap.is_open).count());
    let (commas, long) = (long().filter(|gap| gap.has_commas).count(), long().count());
    pairs >= FEWEST_GAPS && long * 2 > pairs && open * 3 >= long * 2 && commas * 2 >= long
}

/// The one wide gap inside a line.
struct Gap {
    /// The byte at which the left part ends.
    end: usize,
    /// The byte at which the right part begins.
    start: usize,
    /// Where the right part begins on the page, in half-widths.
    right: usize,
    /// Whether neither part is as short as a headline.
    parts_text: bool,
    /// Whether the left part breaks off inside a sentence.
    is_open: bool,
    /// Whether one of the parts has a mark inside or behind a sentence.
    has_commas: bool,
}

impl Gap {
    fn of(line: &Line) -> Option<Gap> {
        const NARROWEST: usize = 3;
        const SHORT: usize = 8;
        let text = &*line.text;
        let mut found = None;
        let mut halves = line.indentation();
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
                    found = Some((end, at, halves));
                }
                width = 0;
            }
            halves += half;
        }
        let (end, start, right) = found?;
        let left = Line::part(text.get(..end)?.to_owned(), line, line.gap)?;
        let behind = part(line, start, false)?;
        Some(Gap {
            end,
            start,
            right,
            parts_text: left.length >= SHORT && behind.length >= SHORT,
            is_open: !is_ended(&left.plain),
            has_commas: [&left, &behind].iter().any(|part| part.plain.contains(['，', '。', '、'])),
        })
    }

    /// The two parts of a line. The right one is indented where it begins behind the column's edge.
    fn part<'a>(&self, line: &Line<'a>, edge: usize) -> Option<(Line<'a>, Line<'a>)> {
        let mut left = Line::part(line.text.get(..self.end)?.to_owned(), line, line.gap)?;
        left.indented = line.indented;
        Some((left, part(line, self.start, self.right > edge + 1)?))
    }
}

/// What a line has in its right column, from the byte `start` on.
fn part<'a>(line: &Line<'a>, start: usize, is_indented: bool) -> Option<Line<'a>> {
    let indentation = if is_indented { "\u{3000}\u{3000}" } else { "" };
    Line::part([indentation, line.text.get(start..)?].concat(), line, line.gap)
}

/// Parts runs of lines that go on two lines below.
fn part_alternating<'a>(lines: Vec<Line<'a>>, doubts: &mut Vec<Doubt>) -> Vec<Line<'a>> {
    const FEWEST: usize = 8;
    let mut parted = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut run = vec![first];
        let is_cut = |run: &[Line], next: &Line| next.gap == 0 && run.last().is_some_and(|last| !is_ended(&last.plain));
        while let Some(next) = rest.next_if(|next| is_cut(&run, next)) {
            run.push(next);
        }
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
    fn indented_paragraphs_and_what_one_column_has_alone_are_of_the_columns() {
        let text = "云溪县柳林镇                      临汐县\n\
                    老渠清了淤                        粮库换新门\n\
                    \n\
                    \u{20}   本报讯（记者 林一舟）今年         本报讯（记者 何川）临汐县\n\
                    春天，云溪县的老渠清了淤，渠      的粮库换了新门，库里的温度在\n\
                    水流到了最远的田里。              手机上就看得见，管理员晚上不\n\
                    \u{20}                                 用再起来查看。\n\
                    \u{20}   村民都来帮忙，孩子们在岸          明年，县里还要再换八座。\n\
                    边种下了柳树和杨树，又浇上了\n\
                    水。\n\
                    责任编辑 许岚\n";
        let (found, doubts) = untangle(lines(text));
        assert_eq!(doubts.len(), 1);
        let found: Vec<(u32, bool)> = found.iter().map(|line| (line.number(), line.indented)).collect();
        let left = [(1, false), (2, false), (4, true), (5, false), (6, false), (8, true), (9, false), (10, false)];
        let right = [(1, false), (2, false), (4, true), (5, false), (6, false), (7, false), (8, true)];
        assert_eq!(found, [&left[..], &right[..], &[(11, false)]].concat());
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
