//! Quoted names that are listed: “送春耕”“送农机”下乡活动, “云溪夜读”“云溪晨跑”等文化活动.

use super::candidate::{Candidate, Evidence, Text, is_han};
use super::heads::Proof;
use super::words::{AFTER_BARE_NAME, STOPS};
use crate::model::InitiativeKind;
use crate::text::numeral_at;

/// What a list of more than two quoted names without 等 shares: “送温暖”、“送清凉”、“送岗位”活动.
const ACTIVITIES: &[&str] = &["活动", "系列活动", "专项活动", "行动", "专项行动"];

impl Text<'_> {
    /// “a”“b”慰问活动: quoted words side by side that name nothing by themselves are one name with the head at their end.
    pub(super) fn composed(&self, quotes: &[(usize, usize)]) -> Option<Candidate> {
        let (open, mut close) = *quotes.first()?;
        let (mut parts, mut marks) = (1, 0);
        for &(next_open, next_close) in quotes.get(1..)? {
            let is_listed = next_open == close + 2 && self.get(close + 1) == Some('、');
            if next_open != close + 1 && !is_listed || !self.can_be_name(next_open, next_close) {
                break;
            }
            (close, parts, marks) = (next_close, parts + 1, marks + usize::from(is_listed));
        }
        let is_event = |close: usize| self.head_before(close).is_some_and(|head| head.kind == InitiativeKind::Event);
        // The last two of a longer list are no name by themselves.
        let ends_list = open > 0 && (self.get(open - 1) == Some('”') || open > 1 && self.has(open - 2, "”、"));
        let has_own = |&(open, close): &(usize, usize)| self.own_head(open, close).is_some() || is_event(close);
        if parts < 2 || quotes[..parts].iter().any(has_own) {
            return None;
        }
        let after = self.word_at(close + 1, &["等一系列", "等多项", "等各类", "等系列", "等"]).unwrap_or(close + 1);
        let (_, end, kind) = self.head_after(after)?;
        // “利剑”“雷霆”等专项行动 lists operations, each with a name of its own; so does whatever lists more than two.
        let is_list = marks + usize::from(ends_list) > 1 && self.word_at(close + 1, ACTIVITIES).is_some()
            || after > close + 1
                && (parts > 2
                    || ends_list
                    || numeral_at(self.chars, after).is_some()
                    || after > close + 2
                    || self.word_before(end, &["行动"]).is_some());
        // Projects and events each have a name of their own; a campaign is made up of several.
        (kind == InitiativeKind::Campaign && !is_list).then_some(Candidate {
            start: open,
            end,
            kind,
            evidence: Evidence::Proven,
        })
    }

    /// “a”、“b”等活动: a list shares the head at its end.
    pub(super) fn with_shared_head(&self, quotes: &[(usize, usize)]) -> Option<Candidate> {
        let (open, first_close) = *quotes.first()?;
        let (mut close, mut marks) = (first_close, 0);
        for &(next_open, next_close) in quotes.get(1..)? {
            marks += usize::from(self.chars[close + 1..next_open] == ['、']);
            let gap = &self.chars[close + 1..next_open];
            let gap = gap.strip_prefix(&['和']).or_else(|| gap.strip_prefix(&['与'])).unwrap_or(gap);
            let joins = gap.len() <= 8 && gap.iter().all(|&c| is_han(c) && !STOPS.contains(c) || c == '、');
            if !joins {
                break;
            }
            close = next_close;
        }
        let after = self.word_at(close + 1, &["等一系列", "等多项", "等各类", "等系列", "等"]);
        // “a”、“b”、“c”活动 is a list as well.
        let after = after.or((marks > 1 && self.word_at(close + 1, ACTIVITIES).is_some()).then_some(close + 1))?;
        let after = self.count_end(after).unwrap_or(after);
        let (_, end, shared) = self.head_after(after)?;
        // 设“a”“b”等窗口 lists the parts of a place.
        if self.word_before(end, &["窗口"]).is_some() {
            return None;
        }
        // A contest among activities is an event.
        let own = self.head_before(first_close).filter(|head| head.kind == InitiativeKind::Event);
        let kind = own.map_or(shared, |head| head.kind);
        Some(Candidate { start: open, end: first_close + 1, kind, evidence: Evidence::Proven })
    }

    /// “a”“b”机制: two that share the head behind the second, where that is no campaign made up of both.
    pub(super) fn before_headed(&self, quotes: &[(usize, usize)]) -> Option<Candidate> {
        let (&(open, close), &(next_open, next_close)) = (quotes.first()?, quotes.get(1)?);
        let adjoins = next_open == close + 1 || next_open == close + 2 && self.get(close + 1) == Some('、');
        let next = self.with_head(next_open, next_close).filter(|_| adjoins && close - open > 2)?;
        let kind = next.kind;
        (matches!(kind, InitiativeKind::Mechanism | InitiativeKind::Platform) && next.end <= next_close + 3)
            .then_some(Candidate { start: open, end: close + 1, kind, evidence: Evidence::Proven })
    }

    /// “x”等10项常规服务: where the count of a list ends.
    pub(super) fn count_end(&self, at: usize) -> Option<usize> {
        let number = numeral_at(self.chars, at)?;
        self.word_at(at + number.len, &["项", "个", "大", "类"])
    }

    /// 依托“a”“b”论坛、“c”党日等: another quoted name follows at once, and the list is summed up.
    pub(super) fn begins_list(&self, at: usize) -> bool {
        let rest = self.chars.get(at..).unwrap_or_default();
        let clause: String = rest.iter().take_while(|c| !"，。；：！？".contains(**c)).collect();
        clause.starts_with('“')
            && ["、“", "”“", "”等"].iter().any(|mark| clause.contains(mark))
            && clause.contains('等')
    }

    /// “茶山巡护队”“工地网格队”: quoted names side by side that end alike are those of bodies of one kind.
    pub(super) fn alike(&self, quotes: &[(usize, usize)], index: usize) -> Option<Candidate> {
        const LEAST: usize = 4;
        let (open, close) = quotes[index];
        let head = self.head_before(close).filter(|head| head.word == "队" || head.proof > Proof::BesideQuotes)?;
        let is_alike = |other: Option<&(usize, usize)>| {
            other.is_some_and(|&(from, to)| {
                let gap = if to < open { &self.chars[to + 1..open] } else { &self.chars[close + 1..from] };
                (gap.is_empty() || gap == ['、']) && self.ends_with(to, head.word)
            })
        };
        let before = index.checked_sub(1).and_then(|before| quotes.get(before));
        let is_listed = is_alike(before) || is_alike(quotes.get(index + 1));
        (is_listed && close - open > LEAST).then_some(Candidate {
            start: open,
            end: close + 1,
            kind: head.kind,
            evidence: Evidence::Proven,
        })
    }

    /// “a”机制、“b”: a list goes on after a proven name.
    pub(super) fn listed(&self, open: usize, close: usize, last: &Candidate) -> Option<Candidate> {
        let free = self.get(close + 1).is_none_or(|c| AFTER_BARE_NAME.contains(c)) || self.begins_list(close + 1);
        let joined = last.end == open && self.get(last.end - 1) == Some('”')
            || last.end + 1 == open && matches!(self.get(last.end), Some('、' | '和' | '与' | '及'));
        (last.evidence == Evidence::Proven && joined && free && close - open > 3).then_some(Candidate {
            start: open,
            end: close + 1,
            kind: self
                .head_before(close)
                .filter(|head| head.kind == InitiativeKind::Event)
                .map_or(last.kind, |head| head.kind),
            ..last.clone()
        })
    }
}
