//! Which initiative a figure measures.

use super::article::{Mention, Passage};
use super::heads::HEADS;
use super::words::{DEEDS, RESULT, SENTENCE_MARKS, STATE, STATISTICS, STRUCTURE};
use crate::extract::figure::{FoundFigure, is_duration};
use crate::model::InitiativeKind;

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
    let (previous, _) = sentence(&passage.chars, from.checked_sub(1)?);
    let told: Vec<&Mention> =
        passage.mentions.iter().filter(|mention| (previous..from).contains(&mention.candidate.start)).collect();
    let words: String = passage.chars[from..number].iter().collect();
    let result = RESULT.iter().any(|word| words.contains(word));
    let state = STATE.iter().any(|word| words.contains(word)) && !DEEDS.iter().any(|word| words.contains(word));
    let last = told.iter().rfind(|mention| result && !state || is_called(passage, mention, &words))?;
    let counted = told.iter().find(|mention| is_counted(passage, mention, figure));
    Some(counted.filter(|_| !is_counted(passage, last, figure)).unwrap_or(last).initiative)
}

/// Whether words take up a name by its head noun: 招聘会上 after “春雨”招聘会.
fn is_called(passage: &Passage, mention: &Mention, words: &str) -> bool {
    let name: String = passage.chars[mention.candidate.start..mention.candidate.end].iter().collect();
    let head = HEADS.iter().filter(|head| name.ends_with(head.word)).max_by_key(|head| head.word.len());
    head.is_some_and(|head| head.kind == InitiativeKind::Event && words.contains(head.word))
}

/// Whether the noun that a figure counts is part of a name: 征文300篇 and “春天里”征文比赛.
fn is_counted(passage: &Passage, mention: &Mention, figure: &FoundFigure) -> bool {
    let name = &passage.chars[mention.candidate.start..mention.candidate.end];
    let chars = &passage.chars;
    let before = &chars[figure.start as usize..(figure.number as usize).max(figure.start as usize)];
    let behind = &chars[(figure.unit_end as usize).min(figure.end as usize)..figure.end as usize];
    let noun = if behind.is_empty() { before } else { behind };
    noun.windows(2).any(|pair| name.windows(2).any(|other| pair == other))
}

/// Ages, lengths of time and parts of an exposition measure no initiative; 集中两个月时间 does.
fn is_fact_of_its_own(passage: &Passage, figure: &FoundFigure) -> bool {
    let number = figure.number as usize;
    if is_duration(&figure.unit) {
        let before: String = passage.chars[number.saturating_sub(3)..number].iter().collect();
        return !["集中", "为期", "历时", "利用"].iter().any(|word| before.contains(word));
    }
    let before: String = passage.chars[number.saturating_sub(8)..number].iter().collect();
    let clause = before.rsplit(['，', '。', '；', '、']).next().unwrap_or_default();
    if STATISTICS.iter().any(|word| clause.contains(word)) {
        return true;
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
