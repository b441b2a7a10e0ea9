//! Which initiative a figure measures.

use std::collections::BTreeSet;

use super::candidate::is_han;
use super::clause::{clause, has_any, sentence, whole_sentence};
use super::item::Item;
use super::mention::{
    Mention, is_attended, is_counted, is_counted_mention, is_framework, is_honour, is_means, reaches, takes_part,
};
use super::passage::Passage;
use super::told::{is_of_place, taken_up, told_before};
use super::words::{GOING_ON, RESULT, STATISTICS, STRUCTURE};
use crate::extract::figure::{FoundFigure, is_duration};

/// For each figure of the last passage the initiative it measures, by the first of these that holds:
///
/// | The figure | belongs to |
/// |---|---|
/// | stands in a name, or beside what it counts (驿站12个) | that name |
/// | counts a part of the one before (其中) | the same as that |
/// | is an age, a length of time, a statistic of a place | none |
/// | tells of works and prizes (一等奖3名) | the contest last named |
/// | has a name before it in its sentence | the last such name; one that was counted itself (培训班12期) only with whom it reached |
/// | stands in a sentence that takes up a name (该平台, 义诊活动 for “x”义诊活动) | that name |
/// | has a name behind it in its clause, or is money that the next clause spends | that name |
/// | stands in a sentence that goes on about what its paragraph told before | the name last told there |
/// | stands in a paragraph of results (截至目前, 累计) that names nothing | what the paragraphs before told of, or the headline |
/// | is a result in a story that has told of nothing but what its headline names | that name |
///
/// A sentence about the whole county or town (全县), or about what is there anyway (现有), goes on about nothing.
/// `subject` is the initiative that the headline names.
pub(super) fn link(passages: &[Passage], subject: Option<usize>) -> Vec<Option<usize>> {
    let Some((passage, earlier)) = passages.split_last() else { return Vec::new() };
    let mut last: Option<(&FoundFigure, Option<usize>)> = None;
    let owner_of = |figure| {
        let whole = last.filter(|(whole, _)| is_part(passage, whole, figure));
        let of_last = || last?.1.filter(|_| goes_on(passage, figure));
        let owner = match whole {
            Some((_, owner)) => owner,
            None => owner(passage, earlier, subject, figure).or_else(of_last),
        };
        if !is_fact_of_its_own(passage, figure) {
            last = Some((figure, owner));
        }
        owner
    };
    passage.figures.iter().map(owner_of).collect()
}

/// 按照“春雷行动”要求，选派干部20名: whether a name before a figure is of what was laid down elsewhere.
fn is_demanded(passage: &Passage, mention: &Mention, number: usize) -> bool {
    const DEMANDS: &[&str] = &["要求", "部署", "精神"];
    let behind = passage.chars.get(mention.candidate.end..number).unwrap_or_default();
    let clause: String = behind.iter().take_while(|c| **c != '，').collect();
    clause.chars().count() < behind.len() && DEMANDS.iter().any(|word| clause.ends_with(word))
}

/// 230名学生获得“茶乡”奖学金: the name of what those who are counted were given, where it stands right behind them.
fn received<'a>(passage: &'a Passage, figure: &FoundFigure) -> Option<&'a Mention> {
    let end = figure.unit_end as usize;
    let next = passage.mentions.iter().find(|mention| mention.candidate.start >= end)?;
    let between: String = passage.chars[end..next.candidate.start].iter().collect();
    let is_given = ["获得", "领取", "享受"].iter().any(|verb| between.contains(verb));
    (is_given && !is_honour(next) && !between.contains(['，', '。', '；'])).then_some(next)
}

/// 建成驿站48处，其中，最美驿站4处: whether a figure counts a part of what the one before it does.
fn is_part(passage: &Passage, whole: &FoundFigure, part: &FoundFigure) -> bool {
    let (end, number) = (whole.unit_end as usize, part.number as usize);
    let (from, _) = sentence(&passage.chars, number);
    let words = &passage.chars[from..number];
    let is_told = |mention: &Mention| (end + 1..number).contains(&mention.candidate.start);
    words.windows(2).any(|pair| pair == ['其', '中'])
        && (from <= end || words.starts_with(&['其', '中']))
        && !passage.mentions.iter().any(is_told)
        && touching(passage, part).is_none()
        && !is_fact_of_its_own(passage, part)
}

fn owner(passage: &Passage, earlier: &[Passage], subject: Option<usize>, figure: &FoundFigure) -> Option<usize> {
    let number = figure.number as usize;
    let unit_end = figure.unit_end as usize;
    if is_fact_of_its_own(passage, figure) {
        return None;
    }
    if let Some(mention) = touching(passage, figure) {
        return Some(mention.initiative);
    }
    let (from, to) = sentence(&passage.chars, number);
    if let Some(contest) = contest(passage, earlier, figure) {
        return Some(contest);
    }
    if let Some(received) = received(passage, figure) {
        return Some(received.initiative);
    }
    let within = |mention: &&Mention| (from..to).contains(&mention.candidate.start);
    let before = |mention: &&Mention| {
        mention.candidate.end <= number && !is_honour(mention) && !is_demanded(passage, mention, number)
    };
    let nearest = passage.mentions.iter().filter(within).rfind(before);
    let begin = whole_sentence(&passage.chars, from);
    // What was counted owns whom it reached: 培训班12期，培训300人次, but not what was counted beside it.
    let owns = |mention: &&Mention| !is_counted_mention(passage, mention) || reaches(passage, figure);
    if nearest.filter(owns).is_none()
        && let Some(taken_up) = taken_up(passage, earlier, subject, (begin, from, to), number)
    {
        let mut told = passage.mentions.iter().filter(|mention| mention.candidate.end <= begin);
        // 此次法律援助活动受理案件2起 says which.
        let words: String = passage.chars[begin..number].iter().collect();
        let is_pointed = has_any(&words, &["此次", "本次", "这次"]);
        let counted = told.rfind(|mention| is_counted(passage, mention, figure)).filter(|_| !is_pointed);
        return Some(counted.map_or(taken_up, |mention| mention.initiative));
    }
    // 服务站工作人员等25人参加此次活动: who took part did so in the activity.
    if nearest.is_some_and(|nearest| !is_attended(passage, nearest)) && takes_part(passage, figure) {
        let mut told = passage.mentions.iter().filter(|mention| mention.candidate.end <= number);
        if let Some(activity) = told.rfind(|mention| is_attended(passage, mention)) {
            return Some(activity.initiative);
        }
    }
    let programme = || {
        let mut told = passage.mentions.iter().filter(within).filter(before);
        told.rfind(|mention| is_framework(passage, mention) && !is_counted_mention(passage, mention))
    };
    // 陆续推出“a”“b”等50项活动: a list that a figure sums up is what was done under the name before it.
    let nearest = nearest.map(|nearest| before_list(passage, from, number).unwrap_or(nearest));
    let nearest = nearest.map(|nearest| programme().filter(|_| is_means(passage, nearest, figure)).unwrap_or(nearest));
    if let Some(nearest) = nearest.filter(owns) {
        return Some(nearest.initiative);
    }
    let is_named = |mention: &&Mention| !is_counted_mention(passage, mention);
    let named = passage.mentions.iter().filter(within).filter(is_named).rfind(before);
    let after = || {
        let next = passage.mentions.iter().filter(within).find(|mention| mention.candidate.start >= unit_end)?;
        let commas = passage.chars[unit_end..next.candidate.start].iter().filter(|c| **c == '，').count();
        let words = clause(&passage.chars, number, unit_end);
        let drawn = || has_any(&words, &["抽调", "选派", "选聘", "招募", "聘请", "吸纳"]);
        // 争取2000万元资金发展产业，培育示范村17个: what was counted has no money of its own but what was put into it.
        let invested = || !is_counted_mention(passage, next) || has_any(&words, &["投资", "投入", "斥资"]);
        // 投资20万元，建设…: the money of the clause before is spent on it.
        let spent = figure.unit.ends_with('元') && invested() || drawn();
        (commas <= usize::from(spent) && !is_honour(next)).then_some(next)
    };
    if let Some(mention) = named.or_else(after) {
        return Some(mention.initiative);
    }
    // 改造小区38个，目前已完工25个: the counted thing itself goes on.
    if let Some(nearest) = nearest.filter(|_| has_any(&clause(&passage.chars, number, unit_end), GOING_ON)) {
        return Some(nearest.initiative);
    }
    let words: String = passage.chars[begin..number].iter().collect();
    if let Some(item) = Item::of(passage, number).filter(|_| !is_of_place(&words)) {
        return item.owner(passage, earlier).or(subject);
    }
    told_before(passage, earlier, subject, figure, (begin, from))
}

/// Whether a figure of a paragraph that names nothing before it is one more result of what the figure before it measures.
fn goes_on(passage: &Passage, figure: &FoundFigure) -> bool {
    let number = figure.number as usize;
    let words: String = passage.chars[sentence(&passage.chars, number).0..number].iter().collect();
    !is_fact_of_its_own(passage, figure)
        && has_any(&words, RESULT)
        && !is_of_place(&words)
        && passage.mentions.iter().all(|mention| mention.candidate.start > number)
}

/// The name that a figure stands in or right beside.
fn touching<'a>(passage: &'a Passage, figure: &FoundFigure) -> Option<&'a Mention> {
    let (number, unit_end) = (figure.number as usize, figure.unit_end as usize);
    passage.mentions.iter().find(|mention| {
        let (start, end) = (mention.candidate.start, mention.candidate.end);
        // 举办书画展览、话剧展演等活动20次.
        let sums_up = end <= number
            && number - end <= 6
            && passage.chars[end] == '等'
            && passage.chars[end..number].iter().copied().all(is_han)
            && is_counted_mention(passage, mention);
        let counts = end <= number && passage.chars[end..number].iter().all(|c| "约近逾超达共计累就已".contains(*c));
        number < end && start < unit_end || unit_end == start || counts || sums_up
    })
}

/// The contest that a figure of works, entrants and prizes tells of: 收到参赛作品260幅, 评出一等奖3名.
fn contest(passage: &Passage, earlier: &[Passage], figure: &FoundFigure) -> Option<usize> {
    const PRIZES: &[&str] = &["等奖", "优秀奖", "金奖", "银奖", "铜奖", "参赛", "获奖", "选手", "作品"];
    const REACH: usize = 3;
    let words = clause(&passage.chars, figure.number as usize, figure.end as usize);
    let is_won = words.contains('获') && words.contains('奖') || has_any(&words, PRIZES);
    let here = passage.mentions.iter().filter(|mention| mention.candidate.end <= figure.number as usize).rev();
    let there = earlier.iter().rev().take(REACH).flat_map(|one| one.mentions.iter().rev().map(move |told| (one, told)));
    here.map(|told| (passage, told))
        .chain(there)
        .find(|(passage, told)| told.is_contest && (is_won || is_counted(passage, told, figure)))
        .map(|(_, told)| told.initiative)
}

/// Ages, lengths of time and parts of an exposition measure no initiative; 集中两个月时间 does.
pub(super) fn is_fact_of_its_own(passage: &Passage, figure: &FoundFigure) -> bool {
    const WORKED: &[&str] = &["推广", "改造", "治理", "流转", "托管", "修复", "绿化"];
    let number = figure.number as usize;
    if is_duration(&figure.unit) {
        let before: String = passage.chars[number.saturating_sub(3)..number].iter().collect();
        return !["集中", "为期", "历时", "利用", "时长", "缩短", "压缩"].iter().any(|word| before.contains(word));
    }
    let before: String = passage.chars[number.saturating_sub(8)..number].iter().collect();
    let clause = before.rsplit(['，', '。', '；', '、']).next().unwrap_or_default();
    // 推广总面积5000亩 was worked on.
    if has_any(clause, STATISTICS) && !has_any(clause, WORKED) {
        return true;
    }
    let unit_end = figure.unit_end as usize;
    if is_class(passage, figure) || sums_up(passage, figure) {
        return true;
    }
    if !["个", "大", "种", "项", "类", "条", "点", "大项"].contains(&figure.unit.as_str()) {
        return false;
    }
    let behind: String = passage.chars[unit_end..passage.chars.len().min(unit_end + 3)].iter().collect();
    STRUCTURE.iter().any(|word| behind.starts_with(word))
}

/// The name before the list that ends in 等 right before a number.
fn before_list(passage: &Passage, from: usize, number: usize) -> Option<&Mention> {
    if !passage.chars[..number].ends_with(&['等']) {
        return None;
    }
    let mut told =
        passage.mentions.iter().filter(|one| one.candidate.start >= from && one.candidate.end < number).rev();
    let mut list = told.next().filter(|last| last.candidate.end + 1 == number)?;
    told.find(|one| {
        let gap = &passage.chars[one.candidate.end..list.candidate.start];
        let joins = gap.is_empty() || gap == ['、'] || gap == ['和'];
        if joins {
            list = one;
        }
        !joins
    })
}

/// 建立…机制、…机制等两项机制: a figure that counts the names before it.
fn sums_up(passage: &Passage, figure: &FoundFigure) -> bool {
    let number = figure.number as usize;
    let (from, _) = sentence(&passage.chars, number);
    let told = passage.mentions.iter().filter(|mention| (from..number).contains(&mention.candidate.start));
    let named: BTreeSet<usize> = told.map(|mention| mention.initiative).collect();
    passage.chars[..number].ends_with(&['等']) && named.len() > 1 && named.len() as f64 == figure.value
}

/// 10亿元以上项目5个: a sum that says which of the things that are counted behind it are meant.
fn is_class(passage: &Passage, figure: &FoundFigure) -> bool {
    const LONGEST: usize = 8;
    let unit_end = figure.unit_end as usize;
    let bound =
        passage.chars.get(unit_end..unit_end + 2).is_some_and(|word| word[0] == '以' && "上下内".contains(word[1]));
    bound
        && passage.figures.iter().any(|next| {
            let number = next.number as usize;
            (unit_end + 3..=unit_end + LONGEST).contains(&number)
                && passage.chars[unit_end..number].iter().all(|&c| is_han(c))
        })
}
