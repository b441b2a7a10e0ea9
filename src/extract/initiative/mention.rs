//! What is known of a place where an initiative is named, and of a figure beside it.

use super::candidate::{Candidate, Evidence};
use super::clause::{clause, has_any};
use super::heads::HEADS;
use super::passage::Passage;
use crate::extract::figure::FoundFigure;
use crate::model::InitiativeKind;

/// A place where an initiative is named.
pub(super) struct Mention {
    pub candidate: Candidate,
    pub initiative: usize,
    /// Whether the initiative was named before, and is not only counted.
    pub is_known: bool,
    /// Whether it is something to which works are sent in and in which prizes are won.
    pub is_contest: bool,
}

impl Mention {
    pub(super) fn new(passage: &Passage, candidate: Candidate, initiative: usize, is_known: bool) -> Self {
        const CONTESTS: &[&str] =
            &["赛", "评选", "征文", "展", "展览", "比武", "评选活动", "大赛活动", "比赛活动", "征集活动"];
        let name: String = passage.chars[candidate.start..candidate.end].iter().collect();
        let is_contest = CONTESTS.iter().any(|word| name.trim_end_matches('”').ends_with(word));
        Mention { candidate, initiative, is_known, is_contest }
    }
}

/// An honour that was won has no figures of its own.
pub(super) fn is_honour(mention: &Mention) -> bool {
    mention.candidate.kind == InitiativeKind::Award
}

/// Whether what a place did stands beside it rather than under it: an event, a venue, a brand.
pub(super) fn is_thing(mention: &Mention) -> bool {
    matches!(mention.candidate.kind, InitiativeKind::Event | InitiativeKind::Venue | InitiativeKind::Brand)
}

/// Whether people take part in it: an event, a campaign, a choice of the best.
pub(super) fn is_attended(passage: &Passage, mention: &Mention) -> bool {
    let is_choice = || mention.candidate.kind == InitiativeKind::Award && name_of(passage, mention).contains("评选");
    matches!(mention.candidate.kind, InitiativeKind::Event | InitiativeKind::Campaign) || is_choice()
}

/// Whether other names of a sentence are told of as what was done under it.
pub(super) fn is_framework(passage: &Passage, mention: &Mention) -> bool {
    is_programme(mention.candidate.kind) && !is_plain_campaign(passage, mention)
}

/// 开展环境整治行动: a campaign without a name in quotes, and without one that is as long as a name.
fn is_plain_campaign(passage: &Passage, mention: &Mention) -> bool {
    const LONG_NAME: usize = 12;
    let words = &passage.chars[mention.candidate.start..mention.candidate.end];
    mention.candidate.kind == InitiativeKind::Campaign && !words.contains(&'“') && words.len() < LONG_NAME
}

/// Whether something is a frame for what is done, rather than a thing or a way.
pub(super) fn is_programme(kind: InitiativeKind) -> bool {
    matches!(kind, InitiativeKind::Project | InitiativeKind::Campaign)
}

/// 实施改良工程，推广“轮作”模式，引进企业4家: what a programme is done by has no figures where the programme stands before it, but those
/// of its own clause.
pub(super) fn is_means(passage: &Passage, mention: &Mention, figure: &FoundFigure) -> bool {
    let means = matches!(mention.candidate.kind, InitiativeKind::Mechanism | InitiativeKind::Platform)
        || is_plain_campaign(passage, mention);
    let (end, number) = (mention.candidate.end, figure.number as usize);
    means && passage.chars[end..number].contains(&'，') && !is_counted(passage, mention, figure)
}

/// The same of a mention: what was named before is more than counted.
pub(super) fn is_counted_mention(passage: &Passage, mention: &Mention) -> bool {
    !mention.is_known && is_counted_thing(passage, &mention.candidate)
}

/// Whether a name is of something that was counted, and is not in quotes: 组建党员服务队11支.
pub(super) fn is_counted_thing(passage: &Passage, name: &Candidate) -> bool {
    let is_quoted = passage.chars[name.start..name.end].contains(&'“');
    let number_behind = || passage.figures_from(name.end).first().is_some_and(|next| next.number as usize == name.end);
    let adjoins = || number_behind() || passage.figure_ending(name.start).is_some();
    name.evidence == Evidence::Counted || !is_quoted && adjoins()
}

/// Whether the noun that a figure counts is part of a name: 征文300篇 and “春天里”征文比赛.
pub(super) fn is_counted(passage: &Passage, mention: &Mention, figure: &FoundFigure) -> bool {
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

/// The words of a name as printed.
pub(super) fn name_of(passage: &Passage, mention: &Mention) -> String {
    passage.chars[mention.candidate.start..mention.candidate.end].iter().collect()
}

/// Whether the clause of a figure says whom or what something reached: 覆盖学生300人, 培训300人次.
pub(super) fn reaches(passage: &Passage, figure: &FoundFigure) -> bool {
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
        "带动",
        "就业",
        "借阅",
        "受理",
        "办结",
    ];
    const SOLVED: &[&str] = &["件", "条", "项", "起", "宗"];
    let words = clause(&passage.chars, figure.number as usize, figure.end as usize);
    let is_cost = figure.unit.ends_with('元') && words.contains("投入");
    is_cost || has_any(&words, REACHING) && !(words.contains("帮助") && SOLVED.contains(&figure.unit.as_str()))
}

/// Whether a figure counts those who took part in something: 25人参加此次活动.
pub(super) fn takes_part(passage: &Passage, figure: &FoundFigure) -> bool {
    let words = clause(&passage.chars, figure.number as usize, figure.end as usize);
    ["参加", "参与"]
        .iter()
        .filter_map(|word| words.split_once(word))
        .any(|(_, rest)| has_any(rest, &["活动", "此次", "本次", "仪式"]))
}
