//! Deeds: what was done and counted where no initiative is told of (办理法律援助案件448件, 查处935家药店).
//!
//! ```text
//! deed = verb object number unit        化解矛盾纠纷56起
//!      | verb number unit object        发放1000万元消费券
//!      | verb number unit | number %    of the deed told before it in its sentence: 起诉10件, 完成率105%
//! ```
//!
//! The verbs are those of public work, whatever office reports them. What is so, what happened and what is sold
//! (达到, 增长, 产, 销售) is no deed.

use super::candidate::{Candidate, Evidence, is_han};
use super::clause::sentence;
use super::passage::Passage;
use super::words::{DEED_VERBS, GENERIC, STOPS, STRUCTURE};
use crate::extract::figure::{FoundFigure, is_duration};
use crate::model::InitiativeKind;

/// The most characters of a verb with its object.
const LONGEST: usize = 18;
/// The fewest characters of an object: two are the name of a kind (化解纠纷, 提供岗位), but of a thing that was built (新建公厕).
const LEAST: usize = 3;
/// Verbs of building.
const BUILDING: &[&str] =
    &["新建", "改建", "扩建", "修建", "建成", "建起", "改造", "修缮", "加装", "安装", "增设", "铺设", "栽植"];
/// What stands between an object or a verb and its number.
const BEFORE_NUMBER: &str = "约近逾超达共计累就已了出过起";
/// How much a thing is, and no thing itself.
const SIZES: &[&str] =
    &["面积", "产值", "收入", "总额", "总量", "产量", "里程", "人口", "人数", "金额", "数量", "价值", "时长", "率"];

/// Verbs inside an object: it says what somebody else does (查处销售假冒食品).
const SAYING: &[&str] = &["造成", "销售", "涉嫌", "涉及", "进驻", "用于", "导致"];

/// The deed that a figure without an initiative counts.
pub(super) fn deed(passage: &Passage, figure: &FoundFigure) -> Option<Candidate> {
    let chars = passage.chars.as_slice();
    let number = figure.number as usize;
    if is_duration(&figure.unit) || figure.unit.is_empty() || is_share(figure) {
        return None;
    }
    let (from, _) = sentence(chars, number);
    if passage.mentions.iter().any(|mention| (from..number).contains(&mention.candidate.start)) {
        return None;
    }
    let end = chars[..number].iter().rposition(|c| !BEFORE_NUMBER.contains(*c))? + 1;
    // 进驻20户重点企业: a unit that is followed by a noun counts that noun.
    let (start, end) = if chars.get(figure.unit_end as usize).copied().is_some_and(is_han) {
        counted(chars, figure, end)?
    } else {
        told(chars, end)?
    };
    let words: String = chars[start..end].iter().collect();
    let is_said = SAYING.iter().any(|verb| words.contains(verb));
    let is_thing = !is_said
        && !SIZES.iter().chain(STRUCTURE).any(|size| words.ends_with(size))
        && !GENERIC.contains(&words.as_str());
    is_thing.then_some(Candidate { start, end, kind: InitiativeKind::Measure, evidence: Evidence::Counted })
}

/// Whether a figure goes on about the deed before it in its sentence: a share or a part of it (其中), how much it was
/// (发放金额6595万元), or what else became of it.
pub(super) fn goes_on(passage: &Passage, deed: &FoundFigure, figure: &FoundFigure) -> bool {
    let chars = passage.chars.as_slice();
    let (from, _) = sentence(chars, figure.number as usize);
    if from > deed.number as usize {
        return false;
    }
    let Some(last) = chars[..figure.number as usize].iter().rposition(|c| !BEFORE_NUMBER.contains(*c)) else {
        return false;
    };
    let is_sized = SIZES.iter().any(|size| chars[..=last].ends_with(&size.chars().collect::<Vec<_>>()));
    let between = chars.get(deed.unit_end as usize..last + 1).unwrap_or_default();
    let is_part = between.windows(2).any(|pair| pair == ['其', '中']);
    is_share(figure) || is_sized || is_part || verb_before(chars, last + 1).is_some()
}

fn is_share(figure: &FoundFigure) -> bool {
    matches!(figure.unit.as_str(), "%" | "％" | "‰" | "倍" | "成")
}

/// 办理案件: a verb and its object before a place.
fn told(chars: &[char], end: usize) -> Option<(usize, usize)> {
    // 办理各类案件: 各 stands inside the object.
    let is_told = |c: &char| is_han(*c) && (*c == '各' || !STOPS.contains(*c));
    let start =
        chars[..end].iter().rposition(|c| !is_told(c)).map_or(0, |mark| mark + 1).max(end.saturating_sub(LONGEST));
    let least =
        |verb: &[char]| if BUILDING.iter().any(|one| one.chars().eq(verb.iter().copied())) { LEAST - 1 } else { LEAST };
    let governs = |at: &usize| verb_at(chars, *at).is_some_and(|object| object + least(&chars[*at..object]) <= end);
    Some(((start..end).find(governs)?, end))
}

/// 查处935家药店: what a verb before a number has behind its unit.
fn counted(chars: &[char], figure: &FoundFigure, end: usize) -> Option<(usize, usize)> {
    verb_before(chars, end)?;
    let start = figure.unit_end as usize;
    let is_told = |c: &&char| is_han(**c) && !STOPS.contains(**c);
    let run = chars[start..].iter().take(LONGEST).take_while(is_told).count();
    // 帮助86名学生完成学业: the object ends where another verb has one.
    let verb = (start + LEAST..start + run).find(|&at| verb_at(chars, at).is_some_and(|verb| verb < start + run));
    let end = verb.unwrap_or(start + run);
    (end >= start + LEAST).then_some((start, end))
}

/// Where the verb ends that begins at a place.
fn verb_at(chars: &[char], at: usize) -> Option<usize> {
    let pair: String = chars.get(at..at + 2)?.iter().collect();
    DEED_VERBS.contains(&pair.as_str()).then_some(at + 2)
}

/// Where the verb begins that ends at a place.
fn verb_before(chars: &[char], end: usize) -> Option<usize> {
    let start = end.checked_sub(2)?;
    verb_at(chars, start).map(|_| start)
}
