//! Names in one text: where they stand, what kind they are of and what proves them.
//!
//! ```text
//! name    = “quoted” [ 的 ] { modifier } head          “双清双建”行动, “2+N”10分钟便民服务圈
//!         | “quoted” { 、“quoted” } 等 { modifier } head  “云溪夜读”“云溪晨跑”等文化活动
//!         | modifiers “x” { modifier } head            文旅助“农”工程, 争“优”专班
//!         | verb modifiers head                        召开返乡创业座谈会
//!         | honour { 、honour } [ 等 ] 称号              被评为优秀党员、技术能手
//! ```

use std::sync::LazyLock;

use super::clause::parts_clause;
use super::formal::LONGEST_FORMAL;
use super::heads::{HEADS, Head};
use super::words::{ACTING, BREAKS, FOUNDING, HOLIDAYS, STOPS, WHOLE};
use crate::extract::figure::FoundFigure;
use crate::model::InitiativeKind;
use crate::text::ByChar;

/// The most characters of modifiers in a name, on either side of its quotes.
pub(super) const LONGEST_MODIFIERS: usize = 14;
/// Head nouns so general that they make a name only right beside its quotes.
const GENERAL_HEADS: &[&str] = &[
    "工作",
    "建设",
    "服务",
    "教育",
    "运动",
    "奖",
    "规划",
    "系统",
    "圈",
    "节",
    "革命",
    "措施",
    "改革",
    "季",
    "榜",
    "公约",
    "队",
    "团队",
    "会",
    "赛",
    "展",
    "中心",
    "馆",
    "站",
    "架构",
    "一件事",
];

/// Verbs of what becomes of a quoted name: “x”纳入民生实事.
const TAKEN_IN: &[&str] = &["纳入", "列入", "融入", "引入", "覆盖", "吸引", "带动", "落户", "写入"];

/// Heads that words before them describe.
const DESCRIBED: &[&str] = &["机制", "模式", "体系", "制度"];

/// Characters before a head of one character that make it the end of another word.
const ENDINGS: &[(&str, &str)] = &[
    ("节", "调环季情细关章枝礼时间音节"),
    ("展", "拓发开进扩施伸"),
    ("会", "社机体学只才就不都也还将委"),
    ("队", "部军排"),
    ("站", "网车"),
];

/// A stretch of text that may name an initiative.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    pub start: usize,
    pub end: usize,
    pub kind: InitiativeKind,
    pub evidence: Evidence,
}

/// What shows that a stretch of text is a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Evidence {
    /// Its surroundings prove it.
    Proven,
    /// It has no name of its own, but was done and counted.
    Counted,
    /// Its head noun is such that it is a name if it comes back in the article.
    Recurring,
    /// It has a head noun, and is a name if the headline has it.
    Headed,
    /// It stands in quotes, and is a name if it is proven elsewhere in the article.
    Quoted,
}

/// All candidates of a text in order, disjoint. `figures` are those of the same text.
pub(super) fn candidates(chars: &[char], figures: &[FoundFigure]) -> Vec<Candidate> {
    let text = Text { chars, figures };
    let mut found: Vec<Candidate> = text.quoted();
    for candidate in text.honours().into_iter().chain(text.documents()).chain(text.formal()) {
        // 全国“一村一品”示范村: quotes inside a name prove nothing by themselves.
        let is_inside = |other: &Candidate| candidate.start < other.start && other.end < candidate.end;
        found.retain(|other| other.evidence != Evidence::Quoted || !is_inside(other));
        if found.iter().all(|other| candidate.end <= other.start || other.end <= candidate.start) {
            found.push(candidate);
        }
    }
    found.sort_by_key(|candidate| candidate.start);
    found
}

pub(super) struct Text<'a> {
    pub(super) chars: &'a [char],
    pub(super) figures: &'a [FoundFigure],
}

pub(super) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

impl Text<'_> {
    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        self.chars.get(at..).is_some_and(|rest| {
            let mut rest = rest.iter();
            word.chars().all(|c| rest.next() == Some(&c))
        })
    }

    pub(super) fn ends_with(&self, end: usize, word: &str) -> bool {
        self.chars.get(..end).is_some_and(|before| {
            let mut before = before.iter().rev();
            word.chars().rev().all(|c| before.next() == Some(&c))
        })
    }

    /// The longest word of a list that ends at a place: where it begins.
    pub(super) fn word_before(&self, end: usize, words: &[&str]) -> Option<usize> {
        let is_word = |word: &&&str| self.ends_with(end, word) && !(**word == "组织" && self.is_body(end));
        words.iter().filter(is_word).map(|word| end - word.chars().count()).min()
    }

    pub(super) fn word_at(&self, at: usize, words: &[&str]) -> Option<usize> {
        let is_word = |word: &&&str| self.has(at, word) && !(**word == "组织" && self.is_body(at + 2));
        words.iter().filter(is_word).map(|word| at + word.chars().count()).max()
    }

    /// 村党组织: whether the 组织 that ends at a place is a body and no verb.
    fn is_body(&self, end: usize) -> bool {
        const BODIES: &str = "党团群会";
        end.checked_sub(3).and_then(|at| self.get(at)).is_some_and(|c| BODIES.contains(c))
    }

    /// The longest head that ends at a place.
    pub(super) fn head_before(&self, end: usize) -> Option<&'static Head> {
        static BY_LAST: LazyLock<ByChar<&'static Head>> =
            LazyLock::new(|| ByChar::new(HEADS.iter().filter_map(|head| Some((head.word.chars().last()?, head)))));
        let last = end.checked_sub(1).and_then(|at| self.get(at))?;
        let head = BY_LAST
            .of(last)
            .copied()
            .filter(|head| self.ends_with(end, head.word))
            .max_by_key(|head| head.word.len())?;
        // 调节, 环节, 季节: the head is the end of another word.
        let before = end.checked_sub(2).and_then(|at| self.get(at));
        let is_word = ENDINGS.iter().any(|(word, ends)| head.word == *word && before.is_some_and(|c| ends.contains(c)));
        (!is_word).then_some(head)
    }

    /// Whether no name goes on over a place: a particle or a preposition stands there, and not as a part of a word.
    pub(super) fn stops_at(&self, at: usize) -> bool {
        let is_part = |word: &&str| {
            let len = word.chars().count();
            (0..len).any(|back| at.checked_sub(back).is_some_and(|from| at < from + len && self.has(from, word)))
        };
        // 第一届, 第一书记: 一 counts.
        let is_ordinal = self.get(at) == Some('一') && at > 0 && self.get(at - 1) == Some('第');
        !is_ordinal && self.get(at).is_some_and(|c| STOPS.contains(c)) && !WHOLE.iter().any(is_part)
    }

    /// The pairs of “ ”, and of ‘ ’ inside what somebody says.
    pub(super) fn quotes(&self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        let (mut open, mut inner) = (None, None);
        let mut nested = Vec::new();
        for (at, c) in self.chars.iter().enumerate() {
            match c {
                '“' => (open, inner) = (Some(at), None),
                '‘' if open.is_some() => inner = Some(at),
                '’' => nested.extend(inner.take().map(|inner| (inner, at))),
                '”' => {
                    if let Some(open) = open.take() {
                        let is_speech = self.chars[open..at].iter().any(|c| "，。！？".contains(*c));
                        if is_speech && !nested.is_empty() {
                            pairs.append(&mut nested);
                        } else {
                            pairs.push((open, at));
                        }
                    }
                    nested.clear();
                }
                _ => {}
            }
        }
        pairs
    }

    /// The head that closes the modifiers beginning at a place: where it begins and ends, and its kind.
    pub(super) fn head_after(&self, at: usize) -> Option<(usize, usize, InitiativeKind)> {
        let at = self.aside_end(at);
        let start = self.word_at(at, &["的"]).unwrap_or(at);
        // “x”式管理 is like x; “x”请消防大队讲课 goes on to what x does.
        if self.get(start).is_some_and(|c| "式般型味请".contains(c)) {
            return None;
        }
        // “x”推行…: the quoted words are what it is done by.
        if self.word_at(start, TAKEN_IN).is_some() {
            return None;
        }
        if let Some(object) = self.word_at(start, FOUNDING)
            && !self.begins_head(start)
            && !HEADS.iter().any(|head| {
                self.has(object, head.word) && matches!(head.kind, InitiativeKind::Campaign | InitiativeKind::Event)
                    || head.word == "工作" && self.has(object, head.word)
            })
        {
            return None;
        }
        let mut best: Option<(usize, usize, InitiativeKind)> = None;
        let mut end = start;
        let longest = if self.has(start.saturating_sub(1), "—") { LONGEST_FORMAL } else { LONGEST_MODIFIERS };
        while end < self.chars.len() && end - start < longest {
            let c = self.chars[end];
            let digit = c.is_ascii_digit();
            // “x”评选活动共评选10人: the name ends where something is said of it.
            if best.is_some() && "共已将均还".contains(c) {
                break;
            }
            if let Some(end) = self.word_at(end, &["APP", "App", "app"]) {
                return Some((start, end, InitiativeKind::Platform));
            }
            if end == start
                && let Some(described) = self.description_end(start)
            {
                end = described;
            }
            // “代办”e站.
            let letter = c.is_ascii_alphabetic() && end == start && self.get(end + 1).is_some_and(is_han);
            if !is_han(c) && !digit && !letter || self.stops_at(end) {
                break;
            }
            // “党员先锋行动”设党员示范岗 says what was set up in it.
            let sets_up = c == '设' && !self.ends_with(end, "建");
            if sets_up && !self.get(end + 1).is_some_and(|c| "施备计立置想".contains(c)) {
                break;
            }
            let verb = self.word_at(end, BREAKS).or_else(|| best.and_then(|_| self.word_at(end, FOUNDING)));
            // “茶香”服务提升行动: the verb is part of the name.
            let acting = || {
                let named = |at| self.word_at(at, &["行动", "工程", "计划", "活动", "专项行动"]);
                self.word_at(end, ACTING).and_then(named).is_some()
            };
            if end > start && verb.is_some() && !self.begins_head(end) && !acting() {
                break;
            }
            end += 1;
            if let Some(head) = self.head_before(end) {
                let len = head.word.chars().count();
                if end - len >= start {
                    let len_before = end - len - start;
                    let general = GENERAL_HEADS.contains(&head.word) && len_before > 4;
                    // 征文获奖 tells of a prize and names none.
                    if head.word == "奖" && self.get(end - 2).is_some_and(|c| "获得颁领中发评受".contains(c)) {
                        break;
                    }
                    // 改造成, 工作人员: the head is part of another word; “x”计划举办12期: it is a verb.
                    let joined = self.get(end).is_some_and(|c| "成者员人力性化造伍长部".contains(c))
                        || matches!(head.word, "计划" | "规划") && self.word_at(end, FOUNDING).is_some();
                    // “x”来年工作 is work of next year; “x”创建工作 goes on a name.
                    let loose = (head.word == "工作" || head.word == "建设" && !self.is_done(at))
                        && len_before > 0
                        && best.is_none();
                    // “x”创建工作 is the work of the 创建.
                    let work = head.word == "工作" && best.is_some();
                    if general || joined || loose || work {
                        continue;
                    }
                    // A second head goes on the name only where it follows closely, or where what is done ends the clause:
                    // “清凉一夏”驿站送清凉系列活动.
                    let is_done = matches!(head.word, "活动" | "行动" | "仪式" | "大赛")
                        && self.get(end).is_none_or(parts_clause);
                    // 大排查大调处活动: what was done goes on to the noun of it.
                    let reach = if matches!(head.word, "活动" | "行动") { 6 } else { 2 };
                    if is_done || best.is_none_or(|(_, stop, _)| end - len <= stop + reach) {
                        best = Some((end - len, end, head.kind));
                    }
                }
            }
        }
        // General words make a name only right beside the quotes. “六·一”国际儿童节 is a day of the calendar.
        best.filter(|&(head, end, _)| {
            if self.word_before(end, HOLIDAYS).is_some() {
                return false;
            }
            let general = self.head_before(end).is_some_and(|head| GENERAL_HEADS.contains(&head.word));
            // “a+b”的土地托管模式 is one way among others, as its quotes say.
            let longest = if self.word_before(end, DESCRIBED).is_some() { 6 } else { 2 };
            // 游子的“心灵”的港湾 is a way of speaking.
            let is_place = self.head_before(end).is_some_and(|head| head.kind == InitiativeKind::Venue);
            // “x”的行动主题 is what is striven for.
            let is_place = is_place || self.has(end, "主题");
            start == at || !is_place && !general && head - start <= longest
        })
    }

    /// 开展“x”: whether a verb of founding governs the quotes that close before a place.
    fn is_done(&self, at: usize) -> bool {
        let open = self.chars[..at].iter().rposition(|&c| c == '“');
        open.is_some_and(|open| self.word_before(open, FOUNDING).is_some())
    }

    /// “x”并行的机制: where a few words that describe the head right behind them end.
    fn description_end(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 4;
        let end = (at + 1..=at + LONGEST).find(|&at| self.get(at) == Some('的'))?;
        let words = self.chars.get(at..end)?;
        (words.iter().all(|&c| is_han(c)) && self.word_at(end + 1, DESCRIBED).is_some()).then_some(end + 1)
    }

    /// “夏季整治”（雷火）专项行动, “茶乡情”——云溪县首届摄影大赛: where what stands between a quoted name and its head ends.
    fn aside_end(&self, at: usize) -> usize {
        const LONGEST: usize = 8;
        if matches!(self.get(at), Some('（' | '(')) {
            let close = (at + 1..self.chars.len()).take(LONGEST).find(|&at| matches!(self.chars[at], '）' | ')'));
            return close.map_or(at, |close| close + 1);
        }
        self.word_at(at, &["——", "—", "-", "－"]).unwrap_or(at)
    }

    fn begins_head(&self, at: usize) -> bool {
        static BY_FIRST: LazyLock<ByChar<&'static str>> =
            LazyLock::new(|| ByChar::new(HEADS.iter().filter_map(|head| Some((head.word.chars().next()?, head.word)))));
        self.get(at).is_some_and(|first| BY_FIRST.of(first).any(|word| self.has(at, word)))
    }

    /// 国道G324线, 南延伸段-池峰路: where the letters or the hyphen begin that stand inside a name and end at a place.
    fn sign_before(&self, end: usize) -> Option<usize> {
        const LONGEST: usize = 8;
        let start = (end.saturating_sub(LONGEST)..end)
            .rev()
            .take_while(|&at| self.chars[at].is_ascii_alphanumeric() || self.chars[at] == '-')
            .last()?;
        let words = &self.chars[start..end];
        let is_sign = words == ['-'] || words.iter().any(char::is_ascii_alphabetic);
        (is_sign && start > 0 && is_han(self.chars[start - 1]) && self.get(end).is_some_and(is_han)).then_some(start)
    }

    /// How far a name reaches to the left: to a mark, a particle, a verb or a figure.
    pub(super) fn left_edge(&self, from: usize, most: usize) -> usize {
        let mut start = from;
        while start > 0 && from - start < most {
            let c = self.chars[start - 1];
            if let Some(sign) = self.sign_before(start) {
                start = sign;
                continue;
            }
            if !is_han(c)
                || self.stops_at(start - 1)
                || self.word_before(start, FOUNDING).is_some() && !self.ends_with(start, "线上线")
                || self.word_before(start, BREAKS).is_some()
                || self.figures.iter().any(|figure| figure.unit_end as usize == start)
            {
                break;
            }
            start -= 1;
        }
        start
    }
}
