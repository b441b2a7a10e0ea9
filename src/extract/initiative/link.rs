//! Which initiative a figure measures.

use super::article::{Mention, Passage};
use super::candidate::{Candidate, Evidence, is_han};
use super::heads::HEADS;
use super::item::Item;
use super::words::{
    AT_EVENT, CONTINUING, DEEDS, GOING_ON, RESULT, SENTENCE_MARKS, STATE, STATISTICS, STRUCTURE, TOTALS, WHOLE_PLACES,
};
use crate::extract::figure::{FoundFigure, is_duration};
use crate::model::InitiativeKind;

/// For each figure of the last passage the initiative it measures, by the first of these that holds:
///
/// | The figure | belongs to |
/// |---|---|
/// | stands in a name, or beside what it counts (驿站12个) | that name |
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
    let mut last = None;
    let mut owner_of = |figure| {
        last = owner(passage, earlier, subject, figure).or_else(|| last.filter(|_| goes_on(passage, figure)));
        last
    };
    passage.figures.iter().map(&mut owner_of).collect()
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
    let within = |mention: &&Mention| (from..to).contains(&mention.candidate.start);
    let before = |mention: &&Mention| mention.candidate.end <= number && !is_honour(mention);
    let nearest = passage.mentions.iter().filter(within).rfind(before);
    let begin = whole_sentence(&passage.chars, from);
    if let Some(taken_up) = taken_up(passage, earlier, (begin, from, to), number).filter(|_| nearest.is_none()) {
        let mut told = passage.mentions.iter().filter(|mention| mention.candidate.end <= begin);
        let counted = told.rfind(|mention| is_counted(passage, mention, figure));
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
        told.rfind(|mention| is_programme(mention.candidate.kind) && !is_counted_mention(passage, mention))
    };
    let nearest = nearest.map(|nearest| programme().filter(|_| is_means(passage, nearest, figure)).unwrap_or(nearest));
    // What was counted owns whom it reached: 培训班12期，培训300人次, but not what was counted beside it.
    if let Some(nearest) = nearest.filter(|mention| !is_counted_mention(passage, mention) || reaches(passage, figure)) {
        return Some(nearest.initiative);
    }
    let is_named = |mention: &&Mention| !is_counted_mention(passage, mention);
    let named = passage.mentions.iter().filter(within).filter(is_named).rfind(before);
    let after = || {
        let next = passage.mentions.iter().filter(within).find(|mention| mention.candidate.start >= unit_end)?;
        let commas = passage.chars[unit_end..next.candidate.start].iter().filter(|c| **c == '，').count();
        // 投资20万元，建设…: the money of the clause before is spent on it.
        let spent = figure.unit.ends_with('元');
        (commas <= usize::from(spent) && !is_honour(next)).then_some(next)
    };
    if let Some(mention) = named.or_else(after) {
        return Some(mention.initiative);
    }
    // 改造小区38个，目前已完工25个: the counted thing itself goes on.
    if let Some(nearest) = nearest.filter(|_| has_any(&clause(&passage.chars, number, unit_end), GOING_ON)) {
        return Some(nearest.initiative);
    }
    if let Some(item) = Item::of(passage, number) {
        return item.owner(passage, earlier).or(subject);
    }
    told_before(passage, earlier, subject, figure, (begin, from))
}

/// 实施改良工程，推广“轮作”模式，引进企业4家: what a programme is done by has no figures where the programme stands before it, but those
/// of its own clause.
fn is_means(passage: &Passage, mention: &Mention, figure: &FoundFigure) -> bool {
    let means = matches!(mention.candidate.kind, InitiativeKind::Mechanism | InitiativeKind::Platform);
    let (end, number) = (mention.candidate.end, figure.number as usize);
    means && passage.chars[end..number].contains(&'，') && !is_counted(passage, mention, figure)
}

/// Whether something is a frame for what is done, rather than a thing or a way.
pub(super) fn is_programme(kind: InitiativeKind) -> bool {
    matches!(kind, InitiativeKind::Project | InitiativeKind::Campaign)
}

fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Where the sentence begins that a place is in, whatever 。 or ； parts before it: 签约项目21个；开工项目33个.
fn whole_sentence(chars: &[char], from: usize) -> usize {
    let mut begin = from;
    while begin > 0 && chars[begin - 1] == '；' {
        begin = sentence(chars, begin - 1).0;
    }
    begin
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

/// Whether a sentence is about a whole place or about what is there anyway, and not about what was done.
fn is_of_place(words: &str) -> bool {
    let begins = |clause: &str| WHOLE_PLACES.iter().any(|place| clause.starts_with(place));
    !has_any(words, DEEDS) && (has_any(words, STATE) || words.split('，').any(begins))
}

/// Whether a clause has a place for its subject, which did more than hold the event told of before: 该区新签约项目32个.
fn tells_of_place(words: &str) -> bool {
    const TIMES: &[&str] = &["截至目前", "目前", "今年以来", "去年以来", "近年来"];
    let is_place = |c: char| "省市州县区镇乡村".contains(c);
    let begins = |clause: &str| {
        let subject = TIMES.iter().find_map(|time| clause.strip_prefix(time)).unwrap_or(clause);
        let subject: Vec<char> = subject.chars().take(5).collect();
        let pointed =
            subject.first().is_some_and(|c| "该我".contains(*c)) && subject.get(1).is_some_and(|&c| is_place(c));
        let named = (2..subject.len().saturating_sub(1))
            .any(|at| is_place(subject[at]) && !"内外级直民长干".contains(subject[at + 1]));
        pointed || named
    };
    words.split('，').any(begins)
}

/// The name that a figure stands in or right beside.
fn touching<'a>(passage: &'a Passage, figure: &FoundFigure) -> Option<&'a Mention> {
    let (number, unit_end) = (figure.number as usize, figure.unit_end as usize);
    passage.mentions.iter().find(|mention| {
        let (start, end) = (mention.candidate.start, mention.candidate.end);
        // 举办书画展览、话剧展演等活动20次.
        let sums_up = end <= number
            && is_counted_mention(passage, mention)
            && number - end <= 6
            && passage.chars[end] == '等'
            && passage.chars[end..number].iter().copied().all(is_han);
        let counts = end <= number && passage.chars[end..number].iter().all(|c| "约近逾超达共计累就已".contains(*c));
        number < end && start < unit_end || unit_end == start || counts || sums_up
    })
}

/// Whether what a place did stands beside it rather than under it: an event, a venue, a brand.
fn is_thing(mention: &Mention) -> bool {
    matches!(mention.candidate.kind, InitiativeKind::Event | InitiativeKind::Venue | InitiativeKind::Brand)
}

/// Whether people take part in it: an event, a campaign, a choice of the best.
fn is_attended(passage: &Passage, mention: &Mention) -> bool {
    let is_choice = || mention.candidate.kind == InitiativeKind::Award && name_of(passage, mention).contains("评选");
    matches!(mention.candidate.kind, InitiativeKind::Event | InitiativeKind::Campaign) || is_choice()
}

/// Whether a figure counts those who took part in something: 25人参加此次活动.
fn takes_part(passage: &Passage, figure: &FoundFigure) -> bool {
    let words = clause(&passage.chars, figure.number as usize, figure.end as usize);
    ["参加", "参与"]
        .iter()
        .filter_map(|word| words.split_once(word))
        .any(|(_, rest)| has_any(rest, &["活动", "此次", "本次", "仪式"]))
}

/// An honour that was won has no figures of its own.
fn is_honour(mention: &Mention) -> bool {
    mention.candidate.kind == InitiativeKind::Award
}

/// The contest that a figure of works, entrants and prizes tells of: 收到参赛作品260幅, 评出一等奖3名.
fn contest(passage: &Passage, earlier: &[Passage], figure: &FoundFigure) -> Option<usize> {
    const PRIZES: &[&str] = &["等奖", "优秀奖", "金奖", "银奖", "铜奖", "参赛", "获奖", "选手", "作品"];
    const CONTESTS: &[&str] =
        &["赛", "评选", "征文", "展", "展览", "比武", "评选活动", "大赛活动", "比赛活动", "征集活动"];
    const REACH: usize = 3;
    let words = clause(&passage.chars, figure.number as usize, figure.end as usize);
    let is_won = words.contains('获') && words.contains('奖') || has_any(&words, PRIZES);
    let is_contest = |passage: &Passage, mention: &Mention| {
        let name = name_of(passage, mention);
        CONTESTS.iter().any(|word| name.trim_end_matches('”').ends_with(word))
    };
    let here = passage.mentions.iter().filter(|mention| mention.candidate.end <= figure.number as usize).rev();
    let there = earlier.iter().rev().take(REACH).flat_map(|one| one.mentions.iter().rev().map(move |told| (one, told)));
    here.map(|told| (passage, told))
        .chain(there)
        .find(|(passage, told)| is_contest(passage, told) && (is_won || is_counted(passage, told, figure)))
        .map(|(_, told)| told.initiative)
}

/// The words from the last mark of a clause before a place to the next one behind another.
fn clause(chars: &[char], at: usize, end: usize) -> String {
    let parts = |c: &char| "，。；！？".contains(*c);
    let start = chars[..at].iter().rposition(parts).map_or(0, |mark| mark + 1);
    let stop = chars[end..].iter().position(parts).map_or(chars.len(), |mark| end + mark);
    chars[start..stop].iter().collect()
}

fn name_of(passage: &Passage, mention: &Mention) -> String {
    passage.chars[mention.candidate.start..mention.candidate.end].iter().collect()
}

/// The initiative that a sentence takes up: 这项工程, 该平台, 平台 at a clause's beginning, or the end of its name (义诊活动).
fn taken_up(
    passage: &Passage,
    earlier: &[Passage],
    (begin, from, to): (usize, usize, usize),
    number: usize,
) -> Option<usize> {
    const POINTERS: [&str; 9] = ["这项", "这一", "这个", "此次", "本次", "此项", "该", "本届", "这样的"];
    const REACH: usize = 3;
    const LEAST_END: usize = 4;
    let words: String = passage.chars[begin..number].iter().collect();
    let whole: String = passage.chars[from..to].iter().collect();
    let is_taken_up = |passage: &Passage, mention: &Mention| {
        let printed = name_of(passage, mention);
        let quoted = printed.split_once('“').and_then(|(_, rest)| rest.split_once('”')).map(|(quoted, _)| quoted);
        let is_quoted = |quoted: &str| {
            let len = quoted.chars().count();
            let end: String = quoted.chars().skip(len.saturating_sub(LEAST_END)).collect();
            len >= LEAST_END && whole.contains(quoted) || len >= LEAST_END + 2 && whole.contains(&end)
        };
        if quoted.is_some_and(is_quoted) {
            return true;
        }
        let name: Vec<char> = printed.chars().filter(|c| !"“”".contains(*c)).collect();
        let ending: String = name[name.len().saturating_sub(LEAST_END)..].iter().collect();
        let bare: String = name.iter().collect();
        let head = HEADS.iter().filter(|head| bare.ends_with(head.word)).max_by_key(|head| head.word.len());
        let at_event = || is_attended(passage, mention) && AT_EVENT.iter().any(|place| words.starts_with(place));
        at_event()
            || head.is_some_and(|head| {
                let begins = words.split('，').any(|clause| {
                    clause.strip_prefix(head.word).is_some_and(|rest| !rest.starts_with(['的', '、', '和']))
                });
                begins
                    || name.len() > LEAST_END && !is_honour(mention) && whole.contains(&ending)
                    || POINTERS.iter().any(|pointer| words.contains(&[pointer, head.word].concat()))
            })
    };
    let here = passage.mentions.iter().filter(|mention| mention.candidate.end <= begin).rev().map(|one| (passage, one));
    let there =
        earlier.iter().rev().take(REACH).flat_map(|one| one.mentions.iter().rev().map(move |mention| (one, mention)));
    here.chain(there).find(|(passage, mention)| is_taken_up(passage, mention)).map(|(_, mention)| mention.initiative)
}

/// The initiative that the sentences before a figure's speak of.
fn told_before<'a>(
    passage: &Passage,
    earlier: &'a [Passage],
    subject: Option<usize>,
    figure: &FoundFigure,
    (begin, from): (usize, usize),
) -> Option<usize> {
    const REACH: usize = 4;
    let words: String = passage.chars[begin..figure.number as usize].iter().collect();
    let whole = clause(&passage.chars, figure.number as usize, figure.end as usize);
    let result = has_any(&words, RESULT) || has_any(&whole, RESULT);
    if is_of_place(&words) {
        return None;
    }
    let of_place = tells_of_place(&words);
    let parts = passage.chars[begin..from].iter().filter(|c| **c == '；').count();
    let reach = parts + if result { REACH } else { 1 };
    let mut end = from;
    for _ in 0..reach {
        let Some(last) = end.checked_sub(1) else { break };
        let (start, _) = sentence(&passage.chars, last);
        let is_told = |mention: &&Mention| (start..end).contains(&mention.candidate.start) && !is_honour(mention);
        let told: Vec<&Mention> = passage.mentions.iter().filter(is_told).collect();
        let named = told.iter().rfind(|mention| !is_counted_mention(passage, mention));
        if let Some(last) = named.or_else(|| told.last().filter(|_| result)) {
            if of_place && is_thing(last) {
                return None;
            }
            let programme = told
                .iter()
                .rfind(|mention| is_programme(mention.candidate.kind) && !is_counted_mention(passage, mention));
            let last = programme.filter(|_| is_means(passage, last, figure)).unwrap_or(last);
            let counted = told.iter().rfind(|mention| is_counted(passage, mention, figure));
            return Some(counted.filter(|_| !is_counted(passage, last, figure)).unwrap_or(last).initiative);
        }
        if !told.is_empty() {
            return None;
        }
        end = start;
    }
    if passage.mentions.iter().any(|mention| mention.candidate.end <= from && !is_honour(mention)) {
        return None;
    }
    let told = |before: &'a Passage| {
        let named = move |one: &&Mention| {
            let is_elsewhere = of_place && is_thing(one);
            !is_counted_mention(before, one) && !is_honour(one) && !is_elsewhere
        };
        before.mentions.iter().filter(named).map(|mention| mention.initiative)
    };
    let programmes = |before: &'a Passage| {
        let named = move |one: &&Mention| !is_counted_mention(before, one) && is_programme(one.candidate.kind);
        before.mentions.iter().filter(named).map(|mention| mention.initiative)
    };
    let only = |initiative: &usize| earlier.iter().flat_map(told).all(|other| other == *initiative);
    if !has_any(&words, TOTALS) {
        // What the headline names, or the story's only name, has all results of a story that has told of nothing else.
        let first = || earlier.iter().flat_map(programmes).next().filter(|_| !of_place);
        return subject.or_else(first).filter(|_| result).filter(only);
    }
    let nearby = || earlier.iter().rev().take(REACH);
    if CONTINUING.iter().any(|word| begins_with(&passage.chars, word)) {
        return nearby().find_map(|before| told(before).next_back()).or(subject);
    }
    let first = || nearby().flat_map(told).next();
    subject.or_else(|| first().filter(|&first| nearby().flat_map(told).all(|other| other == first)))
}

fn begins_with(chars: &[char], word: &str) -> bool {
    chars.iter().copied().take(word.chars().count()).eq(word.chars())
}

/// The same of a mention: what was named before is more than counted.
pub(super) fn is_counted_mention(passage: &Passage, mention: &Mention) -> bool {
    !mention.is_known && is_counted_thing(passage, &mention.candidate)
}

/// Whether a name is of something that was counted, and is not in quotes: 组建党员服务队11支.
pub(super) fn is_counted_thing(passage: &Passage, name: &Candidate) -> bool {
    let (start, end) = (name.start, name.end);
    let adjoins = |figure: &FoundFigure| figure.number as usize == end || figure.unit_end as usize == start;
    let is_quoted = passage.chars[start..end].contains(&'“');
    name.evidence == Evidence::Counted || !is_quoted && passage.figures.iter().any(adjoins)
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
    let words = clause(&passage.chars, figure.number as usize, figure.end as usize);
    has_any(&words, REACHING)
}

/// Whether the noun that a figure counts is part of a name: 征文300篇 and “春天里”征文比赛.
fn is_counted(passage: &Passage, mention: &Mention, figure: &FoundFigure) -> bool {
    let name = &passage.chars[mention.candidate.start..mention.candidate.end];
    let is_head = |pair: &[char]| HEADS.iter().any(|head| head.word.chars().eq(pair.iter().copied()));
    let noun: Vec<char> = noun_of(figure).chars().collect();
    noun.windows(2).any(|pair| !is_head(pair) && name.windows(2).any(|other| pair == other))
}

/// The words of a figure that stand behind its unit, else those before its number.
fn noun_of(figure: &FoundFigure) -> String {
    let place = |at: u32| (at.saturating_sub(figure.start)) as usize;
    let behind: String = figure.text.chars().skip(place(figure.unit_end)).collect();
    if behind.is_empty() { figure.text.chars().take(place(figure.number)).collect() } else { behind }
}

/// Ages, lengths of time and parts of an exposition measure no initiative; 集中两个月时间 does.
fn is_fact_of_its_own(passage: &Passage, figure: &FoundFigure) -> bool {
    let number = figure.number as usize;
    if is_duration(&figure.unit) {
        let before: String = passage.chars[number.saturating_sub(3)..number].iter().collect();
        return !["集中", "为期", "历时", "利用", "时长", "缩短", "压缩"].iter().any(|word| before.contains(word));
    }
    let before: String = passage.chars[number.saturating_sub(8)..number].iter().collect();
    let clause = before.rsplit(['，', '。', '；', '、']).next().unwrap_or_default();
    if has_any(clause, STATISTICS) {
        return true;
    }
    let unit_end = figure.unit_end as usize;
    if is_class(passage, figure) {
        return true;
    }
    let behind: String = passage.chars[unit_end..passage.chars.len().min(unit_end + 3)].iter().collect();
    STRUCTURE.iter().any(|word| behind.starts_with(word))
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

/// No sentence is looked through farther than so many characters to either side.
const LONGEST: usize = 1_000;

/// The sentence around a place: its first character and the one after its last.
pub(super) fn sentence(chars: &[char], at: usize) -> (usize, usize) {
    let ends = |c: &char| SENTENCE_MARKS.contains(*c);
    let at = at.min(chars.len());
    let (first, last) = (at.saturating_sub(LONGEST), chars.len().min(at + LONGEST));
    let from = chars[first..at].iter().rposition(ends).map_or(first, |mark| first + mark + 1);
    let to = chars[at..last].iter().position(ends).map_or(last, |mark| at + mark + 1);
    (from, to)
}
