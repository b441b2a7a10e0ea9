//! What a sentence goes on about that names nothing before its figures.

use super::candidate::is_han;
use super::clause::{LONGEST, clause, has_any, parts_clause, sentence};
use super::heads::HEADS;
use super::mention::{
    Mention, is_attended, is_counted, is_counted_mention, is_framework, is_honour, is_means, is_programme, is_thing,
    name_of, reaches,
};
use super::passage::Passage;
use super::words::{AT_EVENT, CONTINUING, DEEDS, GOING_ON, RESULT, STATE, TOTALS, WHOLE_PLACES};
use crate::extract::figure::FoundFigure;
use crate::model::InitiativeKind;

/// The initiative that a sentence takes up: 这项工程, 该平台, 平台 at a clause's beginning, or the end of its name (义诊活动).
pub(super) fn taken_up(
    passage: &Passage,
    earlier: &[Passage],
    subject: Option<usize>,
    (begin, from, to): (usize, usize, usize),
    number: usize,
) -> Option<usize> {
    const POINTERS: [&str; 9] = ["这项", "这一", "这个", "此次", "本次", "此项", "该", "本届", "这样的"];
    const THIS: [&str; 3] = ["此次", "本次", "本届"];
    const REACH: usize = 3;
    const LEAST_END: usize = 4;
    let words: String = passage.chars[begin..number].iter().collect();
    let whole: String = passage.chars[from..to].iter().collect();
    let is_taken_up = |passage: &Passage, mention: &Mention| {
        let printed = name_of(passage, mention);
        let quoted = printed.split_once('“').and_then(|(_, rest)| rest.split_once('”')).map(|(quoted, _)| quoted);
        // “农技员+”服务 is taken up as 农技员.
        let quoted = quoted.map(|quoted| quoted.trim_end_matches('+'));
        let is_quoted = |quoted: &str| {
            let len = quoted.chars().count();
            let end: String = quoted.chars().skip(len.saturating_sub(LEAST_END)).collect();
            len >= LEAST_END && whole.contains(quoted) || len >= LEAST_END + 2 && words.contains(&end)
        };
        if quoted.is_some_and(is_quoted) {
            return true;
        }
        let name: Vec<char> = printed.chars().filter(|c| !"“”".contains(*c)).collect();
        let ending: String = name[name.len().saturating_sub(LEAST_END)..].iter().collect();
        let bare: String = name.iter().collect();
        let head = head_of(&bare);
        let at_event = || is_attended(passage, mention) && AT_EVENT.iter().any(|place| words.starts_with(place));
        at_event()
            || head.is_some_and(|head| {
                let begins = words
                    .split('，')
                    .any(|clause| clause.strip_prefix(head).is_some_and(|rest| !rest.starts_with(['的', '、', '和'])));
                begins
                    || name.len() > LEAST_END && !is_honour(mention) && whole.contains(&ending)
                    || POINTERS.iter().any(|pointer| words.contains(&[pointer, head].concat()))
            })
    };
    let here = passage.mentions.iter().filter(|mention| mention.candidate.end <= begin).rev().map(|one| (passage, one));
    let there =
        earlier.iter().rev().take(REACH).flat_map(|one| one.mentions.iter().rev().map(move |mention| (one, mention)));
    let last = here.chain(there).find(|(passage, mention)| is_taken_up(passage, mention))?.1.initiative;
    // 本次活动调集大巴30辆: of all activities told of, this one is what the headline names.
    let points = |mention: &Mention, passage: &Passage| {
        Some(mention.initiative) == subject
            && head_of(&name_of(passage, mention))
                .is_some_and(|head| THIS.iter().any(|this| words.contains(&[this, head].concat())))
    };
    let told = earlier.iter().chain([passage]).flat_map(|one| one.mentions.iter().map(move |mention| (one, mention)));
    Some(
        told.filter(|(passage, mention)| points(mention, passage))
            .map(|(_, told)| told.initiative)
            .next()
            .unwrap_or(last),
    )
}

/// 落实惠民政策。资助学生159人…: whether a paragraph says at its head what it is about.
fn has_run_in_head(passage: &Passage) -> bool {
    const LONGEST_HEAD: usize = 16;
    let mark = passage.chars.iter().take(LONGEST_HEAD + 1).position(|&c| parts_clause(c));
    mark.is_some_and(|mark| passage.chars[mark] == '。' && mark + 1 < passage.chars.len())
}

/// The longest head that a name ends in, quotes aside.
fn head_of(name: &str) -> Option<&'static str> {
    let name = name.trim_end_matches('”');
    let heads = HEADS.iter().map(|head| head.word).filter(|head| name.ends_with(head));
    heads.max_by_key(|head| head.len())
}

/// The initiative that the sentences before a figure's speak of.
pub(super) fn told_before<'a>(
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
    let of_place = tells_of_place(&words);
    // 有35人就业 tells of people, who did something.
    let is_people = matches!(figure.unit.as_str(), "人" | "名" | "位" | "人次" | "户" | "家");
    if is_there(&words) && !is_people && !has_any(&whole, RESULT) {
        return None;
    }
    if is_of_place(&words) {
        let last = passage.mentions.iter().rfind(|mention| mention.candidate.end <= from && !is_honour(mention));
        let goes_on = |mention: &&Mention| {
            !is_counted_mention(passage, mention)
                && mention.candidate.kind != InitiativeKind::Venue
                && shares_word(passage, mention, &words)
        };
        let did = result && !tells_state(&whole);
        return last.filter(goes_on).map(|mention| mention.initiative).or(subject.filter(|_| did));
    }
    let parts = passage.chars[begin..from].iter().filter(|c| **c == '；').count();
    let reach = parts + if result { REACH } else { 1 };
    let mut end = from;
    for _ in 0..reach {
        let Some(last) = end.checked_sub(1) else { break };
        let (start, _) = sentence(&passage.chars, last);
        let is_told = |mention: &&Mention| (start..end).contains(&mention.candidate.start) && !is_honour(mention);
        let told: Vec<&Mention> = passage.mentions.iter().filter(is_told).collect();
        let named = told.iter().rfind(|mention| !is_counted_mention(passage, mention));
        // What was counted is gone on about where its own clause says so.
        let counted = || told.last().filter(|_| result && (reaches(passage, figure) || has_any(&whole, GOING_ON)));
        if let Some(last) = named.or_else(counted) {
            if of_place && is_thing(last) {
                return None;
            }
            let programme =
                told.iter().rfind(|mention| is_framework(passage, mention) && !is_counted_mention(passage, mention));
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
        return subject.filter(|_| result);
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
    // 小区共有住房18栋: what is so before the story has come to its headline is no result of it.
    let is_told = |subject: &usize| earlier.iter().flat_map(|one| &one.mentions).any(|one| one.initiative == *subject);
    let is_result = has_any(&whole, RESULT) && !tells_state(&whole);
    let subject = subject.filter(|subject| is_told(subject) || is_result);
    let only = |initiative: &usize| earlier.iter().flat_map(told).all(|other| other == *initiative);
    if !has_any(&words, TOTALS) {
        // What the headline names, or the story's only name, has all results of a story that has told of nothing else.
        let first = || earlier.iter().flat_map(programmes).next().filter(|_| !of_place && !has_run_in_head(passage));
        return subject.or_else(first).filter(|_| result).filter(only);
    }
    let nearby = || earlier.iter().rev().take(REACH);
    let opening: String = passage.chars.iter().take((figure.number as usize).min(LONGEST)).collect();
    if CONTINUING.iter().any(|word| opening.starts_with(word)) && !names_subject(&opening) {
        return nearby().find_map(|before| told(before).next_back()).or(subject);
    }
    let first = || nearby().flat_map(told).next().filter(|_| !has_run_in_head(passage));
    subject.or_else(|| first().filter(|&first| nearby().flat_map(told).all(|other| other == first)))
}

/// Whether a sentence is about a whole place or about what is there anyway, and not about what was done.
pub(super) fn is_of_place(words: &str) -> bool {
    let begins = |clause: &str| WHOLE_PLACES.iter().any(|place| clause.starts_with(place));
    !has_any(words, DEEDS) && (tells_state(words) || words.split('，').any(begins))
}

/// Whether some words tell of what is so: 现有, 占20%, but not 占用.
fn tells_state(words: &str) -> bool {
    let is_share = |behind: &str| {
        behind.is_empty() || behind.starts_with(|c: char| c.is_ascii_digit() || "比全总了到约近".contains(c))
    };
    has_any(words, STATE) || words.split('占').skip(1).any(is_share)
}

/// 有2条110千伏线路从该村通过: whether the clause of a number tells of what there is.
fn is_there(words: &str) -> bool {
    let clause = words.rsplit('，').next().unwrap_or_default();
    let behind = clause.split_once('有').map(|(_, behind)| behind);
    behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(|c: char| c.is_ascii_digit()))
}

/// 据悉，青禾农商银行累计发放贷款5亿元: whether a paragraph says who did what it tells of.
fn names_subject(words: &str) -> bool {
    const BODIES: &str = "省市州县区镇乡村园行局院校厂社会所室部司";
    const LONGEST_SUBJECT: usize = 16;
    let names = |clause: &str| {
        let did = ["累计", "先后", "一直", "坚持", "将", "共", "已"].iter().filter_map(|verb| clause.find(verb)).min();
        let subject = did.map(|at| clause[..at].trim_end_matches("今年"));
        subject.is_some_and(|subject| {
            (3..=LONGEST_SUBJECT).contains(&subject.chars().count())
                && subject.ends_with(|c| BODIES.contains(c))
                && !subject.starts_with(['各', '该', '全', '我'])
        })
    };
    words.split(['，', '。', '；']).any(names)
}

/// 全县茶叶产值 after 茶产业倍增计划: whether some words say what a name is about.
fn shares_word(passage: &Passage, mention: &Mention, words: &str) -> bool {
    let name: Vec<char> = name_of(passage, mention).chars().filter(|c| is_han(*c)).collect();
    let core = HEADS
        .iter()
        .filter(|head| name.ends_with(&head.word.chars().collect::<Vec<_>>()))
        .map(|head| head.word.chars().count())
        .max();
    let core = &name[..name.len() - core.unwrap_or(0)];
    core.windows(2).any(|pair| words.contains(&pair.iter().collect::<String>()))
}

/// Whether a clause has a place for its subject, which did more than hold the event told of before: 该区新签约项目32个.
fn tells_of_place(words: &str) -> bool {
    const TIMES: &[&str] = &["截至目前", "目前", "今年以来", "去年以来", "近年来"];
    let is_place = |c: char| "省市州县区镇乡村".contains(c);
    let begins = |clause: &str| {
        let subject = TIMES.iter().find_map(|time| clause.strip_prefix(time)).unwrap_or(clause);
        // 在云溪县城抓获2人 says where it was done.
        let subject: Vec<char> = subject.chars().take_while(|c| !"在到从对为向".contains(*c)).take(5).collect();
        let pointed =
            subject.first().is_some_and(|c| "该我".contains(*c)) && subject.get(1).is_some_and(|&c| is_place(c));
        let named = (2..subject.len().saturating_sub(1))
            .any(|at| is_place(subject[at]) && !"内外级直民长干".contains(subject[at + 1]));
        pointed || named
    };
    words.split('，').any(begins)
}
