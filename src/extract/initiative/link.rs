//! Which initiative a figure measures.

use super::article::{Mention, Passage};
use super::candidate::{Evidence, is_han};
use super::heads::HEADS;
use super::words::{DEEDS, RESULT, SENTENCE_MARKS, STATE, STATISTICS, STRUCTURE};
use crate::extract::figure::{FoundFigure, is_duration};
use crate::model::InitiativeKind;

/// For each figure of the last passage the initiative it measures: the one whose name it stands in or counts, else the last
/// named before it in the sentence, else the first named after it in its clause or the next; else, where the sentence tells of
/// results, the last named before it in the paragraph, or the one that the paragraph goes on to speak of.
///
/// `subject` is the initiative that the headline names.
pub(super) fn link(passages: &[Passage], subject: Option<usize>) -> Vec<Option<usize>> {
    let Some((passage, earlier)) = passages.split_last() else { return Vec::new() };
    passage.figures.iter().map(|figure| owner(passage, earlier, subject, figure)).collect()
}

fn owner(passage: &Passage, earlier: &[Passage], subject: Option<usize>, figure: &FoundFigure) -> Option<usize> {
    let number = figure.number as usize;
    let unit_end = figure.unit_end as usize;
    if is_fact_of_its_own(passage, figure) {
        return None;
    }
    let touching = passage.mentions.iter().find(|mention| {
        let (start, end) = (mention.candidate.start, mention.candidate.end);
        // 举办书画展览、话剧展演等活动20次.
        let sums_up = end <= number
            && is_counted_thing(passage, mention)
            && number - end <= 6
            && passage.chars[end] == '等'
            && passage.chars[end..number].iter().copied().all(is_han);
        let counts = end <= number && passage.chars[end..number].iter().all(|c| "约近逾超达共就已".contains(*c));
        number < end && start < unit_end || unit_end == start || counts || sums_up
    });
    if let Some(mention) = touching {
        return Some(mention.initiative);
    }
    let (from, to) = sentence(&passage.chars, number);
    let within = |mention: &&Mention| (from..to).contains(&mention.candidate.start);
    let before = |mention: &&Mention| mention.candidate.end <= number;
    let nearest = passage.mentions.iter().filter(within).rfind(before);
    // What was counted owns whom it reached: 培训班12期，培训300人次, but not what was counted beside it.
    if let Some(nearest) = nearest.filter(|mention| !is_counted_thing(passage, mention) || reaches(passage, figure)) {
        return Some(nearest.initiative);
    }
    let named =
        passage.mentions.iter().filter(within).filter(|mention| !is_counted_thing(passage, mention)).rfind(before);
    let after = || {
        let next = passage.mentions.iter().filter(within).find(|mention| mention.candidate.start >= unit_end)?;
        let commas = passage.chars[unit_end..next.candidate.start].iter().filter(|c| **c == '，').count();
        (commas <= 1).then_some(next)
    };
    if let Some(mention) = named.or_else(after) {
        return Some(mention.initiative);
    }
    told_before(passage, earlier, subject, figure, from).or(nearest.map(|mention| mention.initiative))
}

/// The initiative that the sentences before a figure's speak of.
fn told_before(
    passage: &Passage,
    earlier: &[Passage],
    subject: Option<usize>,
    figure: &FoundFigure,
    from: usize,
) -> Option<usize> {
    const REACH: usize = 3;
    let words: String = passage.chars[from..figure.number as usize].iter().collect();
    let result = RESULT.iter().any(|word| words.contains(word));
    let state = STATE.iter().any(|word| words.contains(word)) && !DEEDS.iter().any(|word| words.contains(word));
    let is_result = result && !state;
    let mut end = from;
    for _ in 0..REACH {
        let Some(last) = end.checked_sub(1) else { break };
        let (start, _) = sentence(&passage.chars, last);
        let told: Vec<&Mention> =
            passage.mentions.iter().filter(|mention| (start..end).contains(&mention.candidate.start)).collect();
        let is_told = |mention: &&&Mention| is_result || is_called(passage, mention, &words);
        let named = told.iter().filter(|mention| !is_counted_thing(passage, mention)).rfind(is_told);
        if let Some(last) = named.or_else(|| told.iter().rfind(is_told)) {
            let counted = told.iter().find(|mention| is_counted(passage, mention, figure));
            return Some(counted.filter(|_| !is_counted(passage, last, figure)).unwrap_or(last).initiative);
        }
        if !told.is_empty() {
            return None;
        }
        end = start;
    }
    let goes_on = ["该", "这", "目前", "截至", "据", "自"].iter().any(|word| begins_with(&passage.chars, word));
    let before = || {
        let before = earlier.last().filter(|_| goes_on)?;
        before.mentions.iter().rfind(|mention| !is_counted_thing(before, mention)).map(|mention| mention.initiative)
    };
    let is_first = passage.mentions.iter().all(|mention| mention.candidate.start >= from);
    if is_result && is_first { before().or(subject) } else { None }
}

fn begins_with(chars: &[char], word: &str) -> bool {
    chars.iter().copied().take(word.chars().count()).eq(word.chars())
}

/// Whether a mention is of something that was counted, and has no name in quotes: 组建党员服务队11支.
fn is_counted_thing(passage: &Passage, mention: &Mention) -> bool {
    let (start, end) = (mention.candidate.start, mention.candidate.end);
    let adjoins = |figure: &FoundFigure| figure.number as usize == end || figure.unit_end as usize == start;
    let is_quoted = passage.chars[start..end].contains(&'“');
    mention.candidate.evidence == Evidence::Counted || !is_quoted && passage.figures.iter().any(adjoins)
}

/// Whether the clause of a figure says whom or what something reached: 覆盖学生300人, 培训300人次.
fn reaches(passage: &Passage, figure: &FoundFigure) -> bool {
    const REACHING: &[&str] = &[
        "覆盖",
        "惠及",
        "参加",
        "参与",
        "培训",
        "吸引",
        "受益",
        "服务",
        "接待",
        "受教育",
        "帮助",
        "其中",
        "接受",
        "参训",
        "辐射",
        "率",
        "入驻",
        "平均",
        "每",
        "吸纳",
        "借阅",
        "受理",
        "办结",
    ];
    let number = figure.number as usize;
    let clause = passage.chars[..number].iter().rposition(|c| "，。；！？".contains(*c)).map_or(0, |mark| mark + 1);
    let end = passage.chars.len().min(figure.end as usize + 4);
    let words: String = passage.chars[clause..end].iter().collect();
    REACHING.iter().any(|word| words.contains(word))
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
