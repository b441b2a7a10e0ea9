use super::{Clause, Source};
use crate::index::postings::Part;
use crate::model::{Article, Snippet};
use crate::sort::sort_by_number;

/// Characters of a snippet, about.
const LENGTH: u32 = 96;
/// Characters shown before the first match, about.
const BEFORE: u32 = 16;

/// What matches in one article, ascending by position.
#[derive(Clone, Debug, Default)]
pub struct Matches(Vec<Match>);

/// A match, or as much of it as lies in one part.
#[derive(Clone, Debug)]
struct Match {
    clause: usize,
    position: u32,
    part: Part,
    start: u32,
    end: u32,
}

impl Matches {
    /// Looks what matches in an article.
    pub fn of(source: Source<'_>, clauses: &[Clause], document: u32) -> Matches {
        let mut matches = Vec::new();
        let Some(text) = source.text(document) else { return Matches(matches) };
        let parts = source.postings.parts(document, &text);
        for (number, clause) in clauses.iter().enumerate() {
            for &(position, to) in clause.walk().within(source, document) {
                let first = parts.partition_point(|(_, range)| range.end <= position);
                for (part, range) in
                    parts.get(first..).unwrap_or_default().iter().take_while(|(_, range)| range.start < to)
                {
                    let (from, to) = (position.max(range.start), to.min(range.end));
                    if from < to {
                        let (start, end) = (from - range.start, to - range.start);
                        matches.push(Match { clause: number, position, part: *part, start, end });
                    }
                }
            }
        }
        sort_by_number(&mut matches, |found| found.position.into());
        Matches(matches)
    }

    /// What matched in one part of the article; ascending and disjoint.
    pub fn highlights(&self, part: Part) -> Vec<(u32, u32)> {
        let here = self.0.iter().filter(|found| found.part == part);
        merge(here.map(|found| (found.start, found.end)).collect())
    }
}

/// The stretch of an article's text that has most of what was looked for, with every match in it marked; where only
/// the title or nothing matches, the beginning of the text.
pub fn snippet(article: &Article, matches: &Matches) -> Snippet {
    let body: Vec<&Match> = matches.0.iter().filter(|found| matches!(found.part, Part::Block(_))).collect();
    let best = body.iter().max_by_key(|first| (clauses_near(&body, first), std::cmp::Reverse(first.position)));
    let (block, from) = match best {
        Some(Match { part: Part::Block(block), start, .. }) => (*block, *start),
        _ => (first_text(article), 0),
    };
    let Some(text) = article.blocks.get(block as usize).map(|block| &block.text) else { return Snippet::default() };

    let chars: Vec<char> = text.chars().collect();
    let (start, end) = window(&chars, from as usize);
    let shift = u32::from(start > 0);
    let mut shown: String = chars.get(start..end).unwrap_or_default().iter().collect();
    if start > 0 {
        shown.insert(0, '…');
    }
    if end < chars.len() {
        shown.push('…');
    }
    let (start, end) = (start as u32, end as u32);
    let inside = body.iter().filter(|found| found.part == Part::Block(block)).filter_map(|found| {
        let (from, to) = (found.start.max(start), found.end.min(end));
        (from < to).then(|| (from - start + shift, to - start + shift))
    });
    Snippet { text: shown, highlights: merge(inside.collect()) }
}

/// How many different things match, and then how many matches there are, in a window that begins with a match.
fn clauses_near(body: &[&Match], first: &Match) -> (usize, usize) {
    let from = body.partition_point(|found| found.position < first.position);
    let is_near = |found: &&&Match| found.part == first.part && found.end <= first.start + LENGTH - BEFORE;
    let near = body.get(from..).unwrap_or_default().iter().take_while(is_near);
    let mut clauses: Vec<usize> = near.map(|found| found.clause).collect();
    let all = clauses.len();
    sort_by_number(&mut clauses, |&clause| clause as u64);
    clauses.dedup();
    (clauses.len(), all)
}

fn first_text(article: &Article) -> u32 {
    use crate::model::BlockKind::{Caption, Paragraph};
    let first = |kind| article.blocks.iter().position(|block| block.kind == kind);
    first(Paragraph).or_else(|| first(Caption)).unwrap_or(0) as u32
}

/// The characters to show around a match: from the beginning of its clause where that is near.
fn window(chars: &[char], from: usize) -> (usize, usize) {
    let length = LENGTH as usize;
    if chars.len() <= length + length / 4 {
        return (0, chars.len());
    }
    let earliest = from.saturating_sub(BEFORE as usize);
    let breaks = |c: &char| matches!(c, '。' | '！' | '？' | '；' | '，' | '、' | '：');
    let start = match chars.get(earliest..from).unwrap_or_default().iter().position(breaks) {
        _ if earliest == 0 => 0,
        Some(at) => earliest + at + 1,
        None => earliest,
    };
    (start, (start + length).min(chars.len()))
}

fn merge(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    sort_by_number(&mut ranges, |&(start, end)| u64::from(start) << 32 | u64::from(end));
    let mut merged: Vec<(u32, u32)> = Vec::new();
    for (start, end) in ranges {
        match merged.last_mut() {
            Some((_, last)) if start <= *last => *last = end.max(*last),
            _ => merged.push((start, end)),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_touch_become_one() {
        assert_eq!(merge(vec![(5, 8), (0, 2), (2, 4), (6, 7)]), [(0, 4), (5, 8)]);
        assert_eq!(merge(Vec::new()), []);
    }

    #[test]
    fn a_window_begins_after_a_pause() {
        let text: Vec<char> = format!("{}，这里是要找的词{}", "前".repeat(60), "后".repeat(200)).chars().collect();
        let (start, end) = window(&text, 65);
        assert_eq!(text[start], '这');
        assert_eq!(end - start, LENGTH as usize);
        assert_eq!(window(&text[..100], 65), (0, 100));
    }
}
