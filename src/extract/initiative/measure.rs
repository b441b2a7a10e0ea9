//! Measures: what has no name, but was done and counted (开展直播带货培训12场).

use super::candidate::{Candidate, Evidence, Text, is_han};
use super::clause::{clause_start, parts_clause};
use super::heads::Proof;
use super::words::{DOING, GENERIC, STAFFING, STOPS, STRUCTURE};
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
    "伏",
    "安",
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
    // A unit that is followed by a noun counts that noun: 成立6个巡护小组.
    // People are a measure only where they were chosen for it.
    if matches!(figure.unit.as_str(), "名" | "位")
        && !STAFFING.iter().any(|verb| clause_before(chars, number).contains(verb))
    {
        return None;
    }
    // 组织211家企业进场招聘 counts those who take part.
    let gathers = chars[..number].ends_with(&['组', '织']) && matches!(figure.unit.as_str(), "家" | "名" | "位");
    if gathers {
        return None;
    }
    let thing = if !chars.get(unit_end).copied().is_some_and(is_han) {
        before(chars, number)
    } else if verb_before(chars, number) {
        behind(chars, unit_end)
    } else {
        // 组织工会等10家单位 counts those who take part.
        let takes_part = matches!(figure.unit.as_str(), "家" | "名" | "位");
        behind(chars, unit_end).filter(|&thing| !takes_part && sums_up_list(chars, number, thing))
    };
    let (start, end) = thing.or_else(|| place(chars, figure))?;
    let words: String = chars[start..end].iter().collect();
    let is_thing =
        end - start >= 2 && !STRUCTURE.iter().any(|word| words.ends_with(word)) && !GENERIC.contains(&words.as_str());
    // 窗口后, 联合制定出: the words reach beyond the thing; 立项课题: they begin inside another word.
    let is_cut = words.ends_with(['后', '出', '前', '中', '上', '时']) || words.starts_with(['项', '个', '次', '名']);
    // Two characters are a verb or the name of a kind: 开展1次遍访, 开设课程8门.
    (is_thing && !is_cut && end - start > 2).then_some(Candidate {
        start,
        end,
        kind: InitiativeKind::Measure,
        evidence: Evidence::Counted,
    })
}

/// 全县分为14个服务工作站: places and teams that are counted were set up, whatever verb says so.
fn place(chars: &[char], figure: &FoundFigure) -> Option<(usize, usize)> {
    const UNITS: &[&str] = &["个", "支", "家", "所", "处", "座"];
    const LOOKED_AT: &[&str] =
        &["来自", "覆盖", "检查", "走访", "涉及", "抽查", "排查", "惠及", "联合", "组织", "辖区"];
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=LONGEST;
    let words = clause_before(chars, figure.number as usize);
    if !UNITS.contains(&figure.unit.as_str()) || figure.value < 2.0 || LOOKED_AT.iter().any(|verb| words.contains(verb))
    {
        return None;
    }
    let (start, stop) = behind(chars, figure.unit_end as usize)?;
    let text = Text { chars, figures: &[] };
    let is_place = |end: &usize| {
        text.head_before(*end).is_some_and(|head| {
            // 五个执行团队 are those who did it.
            let is_team = head.word.ends_with('队') && head.word != "团队" && !text.has(*end, "伍");
            is_team || head.proof == Proof::AfterVerb && head.kind == InitiativeKind::Venue
        })
    };
    // 12支党员服务队就开始了服务: the words end with the team.
    let is_said = |end: &usize| *end == stop || chars.get(*end).is_some_and(|c| "就已也将都正".contains(*c));
    let end = (start..=stop).rev().filter(is_said).find(is_place)?;
    LENGTHS.contains(&(end - start)).then_some((start, end))
}

/// Whether nothing, or no more than 活动, stands between the 等 of a list and its number.
fn sums_up(words: &[char]) -> bool {
    words.is_empty() || words == ['活', '动']
}

/// 成立种茶党支部和制茶党支部2个党支部, 建设东岭、西岭等六个文化广场: a list that a verb governs is counted at its end.
fn sums_up_list(chars: &[char], number: usize, (start, end): (usize, usize)) -> bool {
    let again = end - start >= 3 && chars[..number].ends_with(&chars[end - 3..end]);
    let summed = number > 0 && chars[number - 1] == '等';
    (again || summed) && list_verb(chars, number).is_some()
}

/// The verb that governs the list ending at a place.
fn list_verb(chars: &[char], end: usize) -> Option<usize> {
    (end.saturating_sub(40)..end)
        .rev()
        .take_while(|&at| !parts_clause(chars[at]) || "、（）".contains(chars[at]))
        // 检查制造、安装、改造及修理单位49家: verbs of a list describe what is counted.
        .find(|&at| ends_in_verb(chars, at) && !matches!(chars[at], '、' | '及'))
}

/// The words of the clause before a place.
fn clause_before(chars: &[char], end: usize) -> String {
    chars[clause_start(chars, end)..end].iter().collect()
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

/// 成立6个巡护小组: the thing follows its unit.
fn behind(chars: &[char], start: usize) -> Option<(usize, usize)> {
    let mut end = start;
    while end < chars.len() && end - start < LONGEST + 4 && is_han(chars[end]) && !STOPS.contains(chars[end]) {
        end += 1;
    }
    // 安装两盏总高3米的灯: what another number follows is described by it.
    let described =
        end < start + 3 && chars.get(end).is_some_and(|&c| !parts_clause(c)) || chars.get(end) == Some(&'的');
    (!described).then_some((start, end))
}

/// 开展直播带货培训12场, 组织线上展览等15次: the thing stands between verb and number.
fn before(chars: &[char], number: usize) -> Option<(usize, usize)> {
    let mut end = number;
    while end > 0 && "约近逾超达共就已".contains(chars[end - 1]) {
        end -= 1;
    }
    if chars[..end].ends_with(&['共', '计']) || chars[..end].ends_with(&['累', '计']) {
        end -= 2;
    }
    if end > 0 && chars[end - 1] == '等' {
        end -= 1;
    }
    // 为村民办实事22件 is said of every good deed.
    let deed = end.saturating_sub(3);
    if chars[deed..end].iter().copied().eq("办实事".chars()) {
        return Some((deed, end));
    }
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        if ends_in_verb(chars, start) {
            return (start < end).then_some((start, end));
        }
        let c = chars[start - 1];
        // 培育了新农民, 开展各类活动.
        let is_filler = c == '了' || c == '各' && matches!(chars[start], '类' | '种' | '项');
        if is_filler && ends_in_verb(chars, start - 1) {
            let start = start + usize::from(c == '各');
            return (start < end).then_some((start, end));
        }
        if !is_han(c) || STOPS.contains(c) {
            break;
        }
        start -= 1;
    }
    // A list before it, or what it is summed up as: 举办书画展览、知识竞赛等活动30场.
    let listed = start > 0 && matches!(chars[start - 1], '、' | '和' | '及' | '等' | '）');
    match list_verb(chars, start) {
        Some(verb) if listed && chars[start - 1] == '等' && sums_up(&chars[start..end]) => Some((verb, start - 1)),
        Some(_) if listed && start < end => Some((start, end)),
        _ => None,
    }
}
