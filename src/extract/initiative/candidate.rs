//! Names in one text: where they stand, what kind they are of and what proves them.
//!
//! ```text
//! name    = “quoted” [ 的 ] { modifier } head          “双清双建”行动, “2+N”10分钟便民服务圈
//!         | “quoted” { 、“quoted” } 等 { modifier } head  “云溪夜读”“云溪晨跑”等文化活动
//!         | modifiers “x” { modifier } head            文旅助“农”工程, 争“优”专班
//!         | verb modifiers head                        召开返乡创业座谈会
//!         | honour { 、honour } [ 等 ] 称号              被评为优秀党员、技术能手
//! ```

use std::collections::HashSet;
use std::sync::LazyLock;

use super::heads::{HEADS, Head, Proof};
use super::words::{ACTING, BREAKS, BUILDING, CLAUSE_MARKS, FOUNDING, GENERIC, HELD, PURSUING, STOPS, WHOLE};
use crate::extract::figure::FoundFigure;
use crate::model::InitiativeKind;
use crate::text::numeral_at;

/// The most characters of modifiers in a name, on either side of its quotes.
const LONGEST_MODIFIERS: usize = 14;

/// Head nouns so general that they make a name only right beside its quotes.
const GENERAL_HEADS: &[&str] = &["工作", "建设", "服务", "教育", "运动", "奖", "规划", "系统", "圈"];

/// A stretch of text that may name an initiative.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    pub start: usize,
    pub end: usize,
    pub kind: InitiativeKind,
    pub evidence: Evidence,
}

/// What shows that a stretch of text is a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    for candidate in text.honours().into_iter().chain(text.formal()) {
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

    fn ends_with(&self, end: usize, word: &str) -> bool {
        end.checked_sub(word.chars().count()).is_some_and(|start| self.has(start, word))
    }

    /// The longest word of a list that ends at a place: where it begins.
    pub(super) fn word_before(&self, end: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.ends_with(end, word)).map(|word| end - word.chars().count()).min()
    }

    pub(super) fn word_at(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.has(at, word)).map(|word| at + word.chars().count()).max()
    }

    /// The longest head that ends at a place.
    pub(super) fn head_before(&self, end: usize) -> Option<&'static Head> {
        static LAST: LazyLock<HashSet<char>> =
            LazyLock::new(|| HEADS.iter().filter_map(|head| head.word.chars().last()).collect());
        if !end.checked_sub(1).and_then(|at| self.get(at)).is_some_and(|c| LAST.contains(&c)) {
            return None;
        }
        let head = HEADS.iter().filter(|head| self.ends_with(end, head.word)).max_by_key(|head| head.word.len())?;
        // 调节, 环节, 季节: the head is the end of another word.
        let is_word = head.word == "节"
            && end.checked_sub(2).and_then(|at| self.get(at)).is_some_and(|c| "调环季情细关章枝礼时音节".contains(c));
        (!is_word).then_some(head)
    }

    /// Whether no name goes on over a place: a particle or a preposition stands there, and not as a part of a word.
    fn stops_at(&self, at: usize) -> bool {
        let is_part = |word: &&str| {
            let len = word.chars().count();
            (0..len).any(|back| at.checked_sub(back).is_some_and(|from| at < from + len && self.has(from, word)))
        };
        self.get(at).is_some_and(|c| STOPS.contains(c)) && !WHOLE.iter().any(|word| is_part(word))
    }

    /// The outermost pairs of “ ”.
    pub(super) fn quotes(&self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        let mut open = None;
        for (at, c) in self.chars.iter().enumerate() {
            match c {
                '“' => open = Some(at),
                '”' => pairs.extend(open.take().map(|open| (open, at))),
                _ => {}
            }
        }
        pairs
    }

    /// The head that closes the modifiers beginning at a place: where it begins and ends, and its kind.
    pub(super) fn head_after(&self, at: usize) -> Option<(usize, usize, InitiativeKind)> {
        let start = self.word_at(at, &["的"]).unwrap_or(at);
        if self.get(start).is_some_and(|c| "式般型味".contains(c)) {
            return None;
        }
        if let Some(end) = self.word_at(at, &["APP", "App", "app"]) {
            return Some((at, end, InitiativeKind::Platform));
        }
        let mut best: Option<(usize, usize, InitiativeKind)> = None;
        let mut end = start;
        while end < self.chars.len() && end - start < LONGEST_MODIFIERS {
            let c = self.chars[end];
            let digit = c.is_ascii_digit();
            if !is_han(c) && !digit || self.stops_at(end) {
                break;
            }
            let verb = self.word_at(end, BREAKS).or_else(|| best.and_then(|_| self.word_at(end, FOUNDING)));
            if end > start && verb.is_some() && !self.begins_head(end) {
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
                    // 改造成, 工作人员: the head is part of another word.
                    let joined = self.get(end).is_some_and(|c| "成者员人力性化造".contains(c));
                    // “x”来年工作 is work of next year; “x”创建工作 goes on a name.
                    let loose = matches!(head.word, "工作" | "建设") && len_before > 0 && best.is_none();
                    // “x”创建工作 is the work of the 创建.
                    let work = head.word == "工作" && best.is_some();
                    if general || joined || loose || work {
                        continue;
                    }
                    // A second head goes on the name only where it follows closely.
                    if best.is_none_or(|(_, stop, _)| end - len <= stop + 2) {
                        best = Some((end - len, end, head.kind));
                    }
                }
            }
        }
        // General words make a name only right beside the quotes.
        best.filter(|&(head, end, _)| {
            let general = self.head_before(end).is_some_and(|head| GENERAL_HEADS.contains(&head.word));
            start == at || !general && head - start <= 2
        })
    }

    fn begins_head(&self, at: usize) -> bool {
        HEADS.iter().any(|head| self.has(at, head.word))
    }

    /// How far a name reaches to the left: to a mark, a particle, a verb or a figure.
    pub(super) fn left_edge(&self, from: usize, most: usize) -> usize {
        let mut start = from;
        while start > 0 && from - start < most {
            let c = self.chars[start - 1];
            if !is_han(c)
                || self.stops_at(start - 1)
                || self.word_before(start, FOUNDING).is_some()
                || self.word_before(start, BREAKS).is_some()
                || self.figures.iter().any(|figure| figure.unit_end as usize == start)
            {
                break;
            }
            start -= 1;
        }
        start
    }

    /// 召开返乡创业座谈会: modifiers and a head behind a verb of founding.
    fn formal(&self) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        for end in 2..=self.chars.len() {
            let Some(head) = self.head_before(end).filter(|head| head.proof > Proof::BesideQuotes) else { continue };
            if !self.ends_name(head, self.built(head, end)) {
                continue;
            }
            let head_start = end - head.word.chars().count();
            let start = self.name_edge(head, head_start);
            let modifiers = head_start - start;
            // ９０周年纪念活动: the name does not begin inside a count.
            let cut = self.get(start).is_some_and(|c| matches!(c, '年' | '周'))
                && start > 0
                && self.chars[start - 1].is_numeric();
            if cut
                || found.last().is_some_and(|last| start < last.end)
                || modifiers < self.least_modifiers(head, start)
                || self.is_generic(start, head_start)
            {
                continue;
            }
            let evidence = match head.proof {
                Proof::Formal => Evidence::Proven,
                _ if self.is_founded(head.kind, start)
                    || self.is_held(head, start, end)
                    || self.is_funded(start)
                    || self.is_pursued(head, start)
                    || head.kind == InitiativeKind::Venue && self.word_before(start, BUILDING).is_some() =>
                {
                    Evidence::Proven
                }
                Proof::Recurring => Evidence::Recurring,
                _ => Evidence::Headed,
            };
            found.push(Candidate { start, end, kind: head.kind, evidence });
        }
        found
    }

    /// The left edge of a name. 提升行动 and the like have a verb of their own; 第三届 begins a name.
    fn name_edge(&self, head: &Head, head_start: usize) -> usize {
        let acts = matches!(head.kind, InitiativeKind::Campaign | InitiativeKind::Project);
        let own = self.word_before(head_start, ACTING).filter(|_| acts).unwrap_or(head_start);
        let start = self.left_edge(own, LONGEST_MODIFIERS);
        // 规范提升行动 needs words before its verb.
        let start = if own < head_start && own - start < 2 { head_start } else { start };
        // 投资90万元建设莲藕产业园: what was built begins behind the verb.
        let built = (start..head_start).rev().find_map(|at| self.word_at(at, BUILDING).filter(|&end| end < head_start));
        let start = built.filter(|_| head.kind == InitiativeKind::Venue).unwrap_or(start);
        let start = if head_start - start < 2 { self.governed(head_start).unwrap_or(start) } else { start };
        (start..head_start).find(|&at| self.get(at) == Some('第') && self.session_end(at).is_some()).unwrap_or(start)
    }

    /// 启动乡村工匠培育行动: a verb inside the name, right before its head, is not the one that governs it.
    fn governed(&self, head_start: usize) -> Option<usize> {
        const LEAST: usize = 4;
        (head_start.saturating_sub(LONGEST_MODIFIERS)..head_start)
            .rev()
            .take_while(|&at| is_han(self.chars[at]) && !self.stops_at(at))
            .take_while(|&at| self.figures.iter().all(|figure| figure.unit_end as usize != at + 1))
            .find(|&at| head_start - at >= LEAST && self.word_before(at, FOUNDING).is_some())
            .filter(|&at| self.word_at(at, BREAKS).is_none())
    }

    /// 推进茶产业倍增计划: the formal name of a programme that goes on.
    fn is_pursued(&self, head: &Head, start: usize) -> bool {
        let is_programme = matches!(head.word, "行动" | "计划" | "专项整治");
        is_programme && self.word_before(start, PURSUING).is_some()
    }

    /// 第三届, 首届: where the words end.
    fn session_end(&self, at: usize) -> Option<usize> {
        let number = self.word_at(at, &["第"]).and_then(|at| Some(at + numeral_at(self.chars, at)?.len));
        number.filter(|&end| self.get(end) == Some('届')).map(|end| end + 1)
    }

    /// 第三届…大赛, 首届…大赛, 在…竞赛中: an event that has a number, or at which something happened.
    fn is_held(&self, head: &Head, start: usize, end: usize) -> bool {
        let numbered = self.session_end(start).is_some() || self.word_before(start, &["首届"]).is_some();
        let contest = matches!(head.word, "大赛" | "竞赛" | "邀请赛" | "联赛" | "博览会" | "交易会" | "展销会");
        let at_it = self.word_before(start, &["在", "于"]).is_some() && self.word_at(end, &["中", "上"]).is_some();
        let begins_clause =
            start.checked_sub(1).is_none_or(|at| parts_clause(self.chars[at]) || self.chars[at] == '届');
        let held = begins_clause && self.word_at(end, HELD).is_some();
        head.kind == InitiativeKind::Event && (numbered || held || contest && at_it)
    }

    /// 总投资2亿元的青禾市文化中心, 投资90万元推进农田灌溉工程: money is spent on it.
    fn is_funded(&self, start: usize) -> bool {
        let described = self.word_before(start, &["的"]);
        let furthered = self.word_before(start, &["推进", "推动", "加快", "用于", "实施"]);
        described.or(furthered).is_some_and(|at| {
            self.figures.iter().any(|figure| figure.unit_end as usize == at && figure.unit.ends_with('元'))
        })
    }

    /// Events and what is described before its 的 are named in fewer words than other things.
    fn least_modifiers(&self, head: &Head, start: usize) -> usize {
        let described = start.checked_sub(1).and_then(|at| self.get(at)) == Some('的');
        let is_long = head.word.chars().count() >= 3;
        match head.word {
            "会议" | "大会" | "改造" | "比赛" => 4,
            "制度" | "节" => 3,
            _ if head.kind == InitiativeKind::Event || is_long || described && head.word == "机制" => 2,
            _ => 3,
        }
    }

    /// 灌溉工程建设 is the building of the 灌溉工程: where what is said of the name ends.
    fn built(&self, head: &Head, end: usize) -> usize {
        let built = matches!(head.kind, InitiativeKind::Project | InitiativeKind::Venue) && self.has(end, "建设");
        if built { end + 2 } else { end }
    }

    /// What follows does not make the head part of a longer word.
    fn ends_name(&self, head: &Head, end: usize) -> bool {
        // 装饰工程有限公司 is a company.
        if self.has(end, "有限") {
            return false;
        }
        self.get(end).is_none_or(|c| {
            !is_han(c) && c != '“'
                || STOPS.contains(c)
                || numeral_at(self.chars, end).is_some()
                || "上中里后前时相".contains(c)
                || head.kind == InitiativeKind::Event && self.word_at(end, HELD).is_some()
                || self.word_at(end, BREAKS).is_some()
                || self.word_at(end, FOUNDING).is_some()
        })
    }

    /// Whether nothing but general words stands before the head.
    fn is_generic(&self, start: usize, end: usize) -> bool {
        let mut at = start;
        while at < end {
            match self.word_at(at, GENERIC).filter(|&next| next <= end) {
                Some(next) => at = next,
                None => return false,
            }
        }
        true
    }

    /// Whether a verb of founding governs what begins at a place, directly or before its number, 的 or list.
    fn is_founded(&self, kind: InitiativeKind, start: usize) -> bool {
        if self.word_before(start, FOUNDING).is_some() {
            return true;
        }
        let counted = self.figures.iter().find(|figure| figure.unit_end as usize == start);
        if let Some(figure) = counted {
            return self.word_before(figure.number as usize, FOUNDING).is_some();
        }
        // 构建以党员为主的矛盾调处机制, 召开茶农座谈会和渔民座谈会: the verb stands earlier in the clause.
        let done = start > 0 && self.word_before(start - 1, FOUNDING).is_some();
        let described = matches!(kind, InitiativeKind::Mechanism | InitiativeKind::Event);
        let joined = start
            .checked_sub(1)
            .and_then(|at| self.get(at))
            .is_some_and(|c| matches!(c, '和' | '、' | '与' | '及') || c == '的' && (described || done));
        joined
            && (start.saturating_sub(26)..start)
                .rev()
                .take_while(|&at| !"，。；：！？“”".contains(self.chars[at]))
                .any(|at| self.word_at(at, FOUNDING).is_some_and(|end| end < start))
    }
}

/// Whether a character parts clauses.
pub(super) fn parts_clause(c: char) -> bool {
    CLAUSE_MARKS.contains(c)
}
