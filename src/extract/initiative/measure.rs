//! Measures: what has no name, but was done and counted (开展电商直播培训8场).

use super::candidate::{Candidate, is_han, parts_clause};
use super::words::{DOING, GENERIC, STOPS, STRUCTURE};
use crate::extract::figure::{FoundFigure, is_duration};
use crate::model::InitiativeKind;

/// The most characters of a thing that is counted.
const LONGEST: usize = 12;

/// Units of money, shares and sizes: they say how much, not how many things were done.
const AMOUNTS: &[&str] = &[
    "元",
    "%",
    "‰",
    "倍",
    "成",
    "百分点",
    "米",
    "里",
    "吨",
    "斤",
    "克",
    "亩",
    "公顷",
    "升",
    "瓦",
    "度",
    "方",
    "人",
    "人次",
    "户",
];

/// The measures that the figures of a text tell of.
pub(super) fn measures(chars: &[char], figures: &[FoundFigure]) -> Vec<Candidate> {
    figures.iter().filter_map(|figure| measure(chars, figure)).collect()
}

fn measure(chars: &[char], figure: &FoundFigure) -> Option<Candidate> {
    let (number, unit_end) = (figure.number as usize, figure.unit_end as usize);
    if is_duration(&figure.unit) || AMOUNTS.iter().any(|unit| figure.unit.ends_with(unit)) {
        return None;
    }
    let thing = if is_han(*chars.get(unit_end).unwrap_or(&'。')) && verb_before(chars, number) {
        behind(chars, unit_end)
    } else {
        before(chars, number)
    };
    let (start, end) = thing?;
    let words: String = chars[start..end].iter().collect();
    let is_thing =
        end - start >= 2 && !STRUCTURE.iter().any(|word| words.ends_with(word)) && !GENERIC.contains(&words.as_str());
    is_thing.then_some(Candidate { start, end, kind: InitiativeKind::Measure, proven: true })
}

fn verb_before(chars: &[char], end: usize) -> bool {
    let skipped = (0..3).map(|back| end.saturating_sub(back));
    let marks = |from: usize| chars[from..end].iter().all(|c| "了出起约近逾".contains(*c));
    skipped.filter(|&from| marks(from)).any(|from| ends_in_verb(chars, from))
}

fn ends_in_verb(chars: &[char], end: usize) -> bool {
    DOING.iter().any(|verb| {
        let len = verb.chars().count();
        end >= len && chars[end - len..end].iter().copied().eq(verb.chars())
    })
}

/// 成立3个督导组: the thing follows its unit.
fn behind(chars: &[char], start: usize) -> Option<(usize, usize)> {
    let mut end = start;
    while end < chars.len() && end - start < LONGEST + 4 && is_han(chars[end]) && !STOPS.contains(chars[end]) {
        end += 1;
    }
    Some((start, end))
}

/// 开展电商直播培训8场, 组织线上展览等15次: the thing stands between verb and number.
fn before(chars: &[char], number: usize) -> Option<(usize, usize)> {
    let mut end = number;
    while end > 0 && "约近逾超达共".contains(chars[end - 1]) {
        end -= 1;
    }
    if end > 0 && chars[end - 1] == '等' {
        end -= 1;
    }
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        if ends_in_verb(chars, start) {
            return (start < end).then_some((start, end));
        }
        let c = chars[start - 1];
        if !is_han(c) || STOPS.contains(c) {
            break;
        }
        start -= 1;
    }
    // A list before it: 举办书画展览、知识竞赛30场.
    let listed = start > 0 && matches!(chars[start - 1], '、' | '和' | '及' | '等');
    let governed = (start.saturating_sub(40)..start)
        .rev()
        .take_while(|&at| !parts_clause(chars[at]) || chars[at] == '、')
        .any(|at| ends_in_verb(chars, at));
    (listed && governed && start < end).then_some((start, end))
}
