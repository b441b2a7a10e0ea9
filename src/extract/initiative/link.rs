//! Which initiative a figure measures.

use super::article::{Mention, Passage};
use super::words::{RESULT, SENTENCE_MARKS, STRUCTURE};
use crate::extract::figure::{FoundFigure, is_duration};

/// For each figure of a passage the initiative it measures: the one whose name it stands in or counts, else the last named
/// before it in the sentence, else the first named after it; else, where the sentence tells of results, the last named in the
/// sentence before.
pub(super) fn link(passage: &Passage) -> Vec<Option<usize>> {
    passage.figures.iter().map(|figure| owner(passage, figure)).collect()
}

fn owner(passage: &Passage, figure: &FoundFigure) -> Option<usize> {
    let number = figure.number as usize;
    let unit_end = figure.unit_end as usize;
    if is_fact_of_its_own(passage, figure) {
        return None;
    }
    let touching = passage.mentions.iter().find(|mention| {
        let (start, end) = (mention.candidate.start, mention.candidate.end);
        number < end && start < unit_end || unit_end == start
    });
    if let Some(mention) = touching {
        return Some(mention.initiative);
    }
    let (from, to) = sentence(&passage.chars, number);
    let within = |mention: &&Mention| (from..to).contains(&mention.candidate.start);
    let before = passage.mentions.iter().filter(within).rfind(|mention| mention.candidate.end <= number);
    let after = || passage.mentions.iter().filter(within).find(|mention| mention.candidate.start >= unit_end);
    if let Some(mention) = before.or_else(after) {
        return Some(mention.initiative);
    }
    let words: String = passage.chars[from..number].iter().collect();
    if !RESULT.iter().any(|word| words.contains(word)) || from == 0 {
        return None;
    }
    let (previous, _) = sentence(&passage.chars, from - 1);
    let last = passage.mentions.iter().rfind(|mention| (previous..from).contains(&mention.candidate.start));
    last.map(|mention| mention.initiative)
}

/// Ages, lengths of time and parts of an exposition measure no initiative; 集中两个月时间 does.
fn is_fact_of_its_own(passage: &Passage, figure: &FoundFigure) -> bool {
    let number = figure.number as usize;
    if is_duration(&figure.unit) {
        let before: String = passage.chars[number.saturating_sub(3)..number].iter().collect();
        return !["集中", "为期", "历时", "利用"].iter().any(|word| before.contains(word));
    }
    let unit_end = figure.unit_end as usize;
    let behind: String = passage.chars[unit_end..passage.chars.len().min(unit_end + 3)].iter().collect();
    STRUCTURE.iter().any(|word| behind.starts_with(word))
}

/// The sentence around a place: its first character and the one after its last.
pub(super) fn sentence(chars: &[char], at: usize) -> (usize, usize) {
    let ends = |c: &char| SENTENCE_MARKS.contains(*c);
    let at = at.min(chars.len());
    let from = chars[..at].iter().rposition(ends).map_or(0, |mark| mark + 1);
    let to = chars[at..].iter().position(ends).map_or(chars.len(), |mark| at + mark + 1);
    (from, to)
}
