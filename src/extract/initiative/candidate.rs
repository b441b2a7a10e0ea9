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
use super::words::{
    AFTER_BARE_NAME, BREAKS, CLAUSE_MARKS, DOING, FORMULAS, FOUNDING, FURTHERING, GENERIC, HONOURING, HONOURS, STOPS,
    STRUCTURE,
};
use crate::extract::figure::FoundFigure;
use crate::model::InitiativeKind;
use crate::text::numeral_at;

/// The most characters of modifiers in a name, on either side of its quotes.
const LONGEST_MODIFIERS: usize = 14;
/// The most characters a quoted name has.
const LONGEST_QUOTE: usize = 24;

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

struct Text<'a> {
    chars: &'a [char],
    figures: &'a [FoundFigure],
}

pub(super) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

impl Text<'_> {
    fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    fn has(&self, at: usize, word: &str) -> bool {
        self.chars.get(at..).is_some_and(|rest| {
            let mut rest = rest.iter();
            word.chars().all(|c| rest.next() == Some(&c))
        })
    }

    fn ends_with(&self, end: usize, word: &str) -> bool {
        end.checked_sub(word.chars().count()).is_some_and(|start| self.has(start, word))
    }

    /// The longest word of a list that ends at a place: where it begins.
    fn word_before(&self, end: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.ends_with(end, word)).map(|word| end - word.chars().count()).min()
    }

    fn word_at(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.has(at, word)).map(|word| at + word.chars().count()).max()
    }

    /// The longest head that ends at a place.
    fn head_before(&self, end: usize) -> Option<&'static Head> {
        static LAST: LazyLock<HashSet<char>> =
            LazyLock::new(|| HEADS.iter().filter_map(|head| head.word.chars().last()).collect());
        if !end.checked_sub(1).and_then(|at| self.get(at)).is_some_and(|c| LAST.contains(&c)) {
            return None;
        }
        HEADS.iter().filter(|head| self.ends_with(end, head.word)).max_by_key(|head| head.word.len())
    }

    /// The outermost pairs of “ ”.
    fn quotes(&self) -> Vec<(usize, usize)> {
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

    fn quoted(&self) -> Vec<Candidate> {
        let quotes = self.quotes();
        let mut found: Vec<Candidate> = Vec::new();
        for (index, &(open, close)) in quotes.iter().enumerate() {
            if found.last().is_some_and(|last| open < last.end) || !self.can_be_name(open, close) {
                continue;
            }
            let candidate = self
                .composed(&quotes[index..])
                .or_else(|| self.with_head(open, close))
                .or_else(|| self.with_shared_head(&quotes[index..]))
                .or_else(|| self.own_head(open, close))
                .or_else(|| self.after_verb(open, close))
                .or_else(|| self.counted(open, close))
                .or_else(|| self.listed(open, close, found.last()?))
                .unwrap_or(Candidate {
                    start: open,
                    end: close + 1,
                    kind: InitiativeKind::default(),
                    evidence: Evidence::Quoted,
                });
            found.push(candidate);
        }
        found
    }

    /// Speech, questions and long formulas are not names.
    fn can_be_name(&self, open: usize, close: usize) -> bool {
        let inner = &self.chars[open + 1..close];
        if is_formula(inner) {
            return false;
        }
        !inner.is_empty() && inner.len() <= LONGEST_QUOTE && !inner.iter().any(|c| "，。！？；：…".contains(*c))
            || inner.len() <= LONGEST_QUOTE
                && self.head_after(close + 1).is_some_and(|(_, end, _)| end <= close + 8)
                && !inner.iter().any(|c| "。！？；…".contains(*c))
    }

    /// “x”工程: the head stands behind the quotes; a single quoted character takes its modifiers from before as well.
    fn with_head(&self, open: usize, close: usize) -> Option<Candidate> {
        let (_, end, kind) = self.head_after(close + 1)?;
        let single = close - open == 2;
        let start = if single { self.left_edge(open, 8) } else { open };
        if single && start == open {
            return None;
        }
        Some(Candidate { start, end, kind, evidence: Evidence::Proven })
    }

    /// “a”“b”慰问活动: quoted words side by side that name nothing by themselves are one name with the head at their end.
    fn composed(&self, quotes: &[(usize, usize)]) -> Option<Candidate> {
        let (open, mut close) = *quotes.first()?;
        let mut parts = 1;
        for &(next_open, next_close) in quotes.get(1..)? {
            let adjoins = next_open == close + 1 || next_open == close + 2 && self.get(close + 1) == Some('、');
            if !adjoins || !self.can_be_name(next_open, next_close) {
                break;
            }
            (close, parts) = (next_close, parts + 1);
        }
        let has_own = |&(open, close): &(usize, usize)| self.own_head(open, close).is_some();
        if parts < 2 || quotes[..parts].iter().any(has_own) {
            return None;
        }
        let after = self.word_at(close + 1, &["等一系列", "等多项", "等各类", "等系列", "等"]).unwrap_or(close + 1);
        let (_, end, kind) = self.head_after(after)?;
        // Projects and events each have a name of their own; a campaign is made up of several.
        (kind == InitiativeKind::Campaign).then_some(Candidate { start: open, end, kind, evidence: Evidence::Proven })
    }

    /// “a”、“b”等活动: a list shares the head at its end.
    fn with_shared_head(&self, quotes: &[(usize, usize)]) -> Option<Candidate> {
        let (open, first_close) = *quotes.first()?;
        let mut close = first_close;
        for &(next_open, next_close) in quotes.get(1..)? {
            let gap = &self.chars[close + 1..next_open];
            let joins = gap.len() <= 8 && gap.iter().all(|&c| is_han(c) && !STOPS.contains(c) || c == '、');
            if !joins {
                break;
            }
            close = next_close;
        }
        let after = self.word_at(close + 1, &["等一系列", "等多项", "等各类", "等系列", "等"])?;
        let (_, _, kind) = self.head_after(after)?;
        Some(Candidate { start: open, end: first_close + 1, kind, evidence: Evidence::Proven })
    }

    /// “渔家书屋”: the quoted name has its own head.
    fn own_head(&self, open: usize, close: usize) -> Option<Candidate> {
        let head = self.head_before(close).filter(|head| head.proof >= Proof::InQuotes)?;
        let own = close - open - 1 > head.word.chars().count();
        let clause = close - open > 9 && self.chars[open + 1..close].iter().any(|&c| "的了着会要将地时".contains(c));
        (own && !clause).then_some(Candidate {
            start: open,
            end: close + 1,
            kind: head.kind,
            evidence: Evidence::Proven,
        })
    }

    /// 推出“x”，: a verb of founding before, nothing behind that makes the quoted words an adjective.
    fn after_verb(&self, open: usize, close: usize) -> Option<Candidate> {
        let before = self.word_before(open, &["了", "出", "好", "起"]).unwrap_or(open);
        let free = self.get(close + 1).is_none_or(|c| AFTER_BARE_NAME.contains(c));
        let long = close - open > 2;
        let verb = [before, open]
            .iter()
            .any(|&at| self.word_before(at, FOUNDING).is_some() || self.word_before(at, FURTHERING).is_some());
        (free && long && verb).then(|| Candidate {
            start: open,
            end: close + 1,
            kind: self.head_before(close).map_or(InitiativeKind::Campaign, |head| head.kind),
            evidence: Evidence::Proven,
        })
    }

    /// 30家乡村联盟“合伙人”, “书香驿站”2个: a figure counts it.
    fn counted(&self, open: usize, close: usize) -> Option<Candidate> {
        let behind = self
            .figures
            .iter()
            .any(|figure| figure.number as usize == close + 1 && !matches!(figure.unit.as_str(), "字" | "年" | "岁"));
        let edge = self.left_edge(open, LONGEST_MODIFIERS);
        let done = |end: usize| self.word_before(end, FOUNDING).is_some() || self.word_before(end, DOING).is_some();
        let behind = behind && (done(open) || done(edge) || self.own_head(open, close).is_some());
        let is_part = STRUCTURE.iter().any(|word| self.has(edge, word));
        let free = self.get(close + 1).is_none_or(|c| AFTER_BARE_NAME.contains(c));
        let may_be_counted = free && !is_part && close - open > 2;
        let before = self
            .figures
            .iter()
            .find(|figure| may_be_counted && figure.unit_end as usize == edge && figure.unit != "次");
        if !behind && before.is_none() {
            return None;
        }
        let start = if before.is_some() { edge } else { open };
        let kind = self.head_before(close).map_or(InitiativeKind::Measure, |head| head.kind);
        Some(Candidate { start, end: close + 1, kind, evidence: Evidence::Proven })
    }

    /// “a”机制、“b”: a list goes on after a proven name.
    fn listed(&self, open: usize, close: usize, last: &Candidate) -> Option<Candidate> {
        let free = self.get(close + 1).is_none_or(|c| AFTER_BARE_NAME.contains(c));
        let joined = last.end + 1 == open && self.get(last.end) == Some('、');
        (last.evidence == Evidence::Proven && joined && free && close - open > 3).then_some(Candidate {
            start: open,
            end: close + 1,
            ..last.clone()
        })
    }

    /// The head that closes the modifiers beginning at a place: where it begins and ends, and its kind.
    fn head_after(&self, at: usize) -> Option<(usize, usize, InitiativeKind)> {
        let start = self.word_at(at, &["的"]).unwrap_or(at);
        if self.get(start).is_some_and(|c| "式般型味".contains(c)) {
            return None;
        }
        let mut best: Option<(usize, usize, InitiativeKind)> = None;
        let mut end = start;
        while end < self.chars.len() && end - start < LONGEST_MODIFIERS {
            let c = self.chars[end];
            let digit = c.is_ascii_digit();
            if !is_han(c) && !digit || STOPS.contains(c) {
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
                    // 改造成, 工作人员: the head is part of another word.
                    let joined = self.get(end).is_some_and(|c| "成者员人力性化".contains(c));
                    // “x”来年工作 is work of next year; “x”创建工作 goes on a name.
                    let loose = matches!(head.word, "工作" | "建设") && len_before > 0 && best.is_none();
                    if general || joined || loose {
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
    fn left_edge(&self, from: usize, most: usize) -> usize {
        let mut start = from;
        while start > 0 && from - start < most {
            let c = self.chars[start - 1];
            if !is_han(c)
                || STOPS.contains(c)
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
            if !self.ends_name(end) {
                continue;
            }
            let head_start = end - head.word.chars().count();
            let start = self.left_edge(head_start, LONGEST_MODIFIERS);
            let modifiers = head_start - start;
            if found.last().is_some_and(|last| start < last.end)
                || modifiers < self.least_modifiers(head, start)
                || self.is_generic(start, head_start)
            {
                continue;
            }
            let evidence = match head.proof {
                Proof::Formal => Evidence::Proven,
                _ if self.is_founded(start) => Evidence::Proven,
                Proof::Recurring => Evidence::Recurring,
                _ => Evidence::Headed,
            };
            found.push(Candidate { start, end, kind: head.kind, evidence });
        }
        found
    }

    /// Events and what is described before its 的 are named in fewer words than other things.
    fn least_modifiers(&self, head: &Head, start: usize) -> usize {
        let described = start.checked_sub(1).and_then(|at| self.get(at)) == Some('的');
        if head.kind == InitiativeKind::Event || described && head.word == "机制" { 2 } else { 3 }
    }

    /// What follows does not make the head part of a longer word.
    fn ends_name(&self, end: usize) -> bool {
        self.get(end).is_none_or(|c| {
            !is_han(c) && c != '“'
                || STOPS.contains(c)
                || numeral_at(self.chars, end).is_some()
                || "上中里后前时".contains(c)
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
    fn is_founded(&self, start: usize) -> bool {
        if self.word_before(start, FOUNDING).is_some() {
            return true;
        }
        let counted = self.figures.iter().find(|figure| figure.unit_end as usize == start);
        if let Some(figure) = counted {
            return self.word_before(figure.number as usize, FOUNDING).is_some();
        }
        // 构建以党员为主的矛盾调处机制, 召开茶农座谈会和渔民座谈会: the verb stands earlier in the clause.
        let joined = start
            .checked_sub(1)
            .and_then(|at| self.get(at))
            .is_some_and(|c| matches!(c, '的' | '和' | '、' | '与' | '及'));
        joined
            && (start.saturating_sub(26)..start)
                .rev()
                .take_while(|&at| !"，。；：！？“”".contains(self.chars[at]))
                .any(|at| self.word_at(at, FOUNDING).is_some_and(|end| end < start))
    }

    /// 被评为优秀党员、技术能手: the names of honours.
    fn honours(&self) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let mut at = 0;
        while at < self.chars.len() {
            let Some(mut start) = self.word_at(at, HONOURING) else {
                at += 1;
                continue;
            };
            start = self.word_at(start, &["了", "过"]).unwrap_or(start);
            // 2022年度, 全国 and the like belong to the name.
            let stop = (start..self.chars.len())
                .find(|&at| "，。；：！？（）“”".contains(self.chars[at]))
                .unwrap_or(self.chars.len());
            let mut names = Vec::new();
            let mut from = start;
            for end in start..=stop {
                let parted = end == stop || matches!(self.chars[end], '、' | '和' | '及') || self.has(end, "等");
                if parted && from < end {
                    let name_end = self.word_before(end, &["荣誉称号", "称号"]).unwrap_or(end);
                    if (4..=24).contains(&(name_end - from))
                        && (name_end < end || self.word_before(name_end, HONOURS).is_some())
                        && !self.chars[from..name_end].iter().any(|&c| "的了在与为".contains(c))
                        && !self.figures.iter().any(|figure| (from..name_end).contains(&(figure.number as usize)))
                    {
                        names.push(Candidate {
                            start: from,
                            end: name_end,
                            kind: InitiativeKind::Award,
                            evidence: Evidence::Proven,
                        });
                    }
                    from = end + 1;
                }
                if self.has(end, "等") {
                    break;
                }
            }
            found.extend(names);
            at = start.max(at + 1);
        }
        found.dedup_by(|next, previous| next.start < previous.end);
        found
    }
}

/// Formulas of policy, plans of the whole nation and common metaphors name nothing of a place: “九五”, “先手棋”.
fn is_formula(quoted: &[char]) -> bool {
    let words: String = quoted.iter().collect();
    let is_plan = words.strip_suffix('五').is_some_and(|count| {
        !count.is_empty() && count.chars().all(|c| "一二三四五六七八九十".contains(c)) && count != "三"
    });
    is_plan || FORMULAS.contains(&words.as_str())
}

/// Whether a character parts clauses.
pub(super) fn parts_clause(c: char) -> bool {
    CLAUSE_MARKS.contains(c)
}
