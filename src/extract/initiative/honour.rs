//! The names of honours: 被评为优秀护林员、技术能手, 被评为“全省先进党组织”.

use std::sync::LazyLock;

use super::candidate::{Candidate, Evidence, Text};
use super::words::{AFTER_BARE_NAME, HONOURING, HONOURS};
use crate::model::InitiativeKind;
use crate::text::ByChar;

impl Text<'_> {
    /// 被评为优秀党员、技术能手: the names of honours.
    pub(super) fn honours(&self) -> Vec<Candidate> {
        static VERBS: LazyLock<ByChar<&str>> = LazyLock::new(|| ByChar::first(HONOURING));
        let mut found: Vec<Candidate> = Vec::new();
        let mut at = 0;
        while at < self.chars.len() {
            let verbs = VERBS.of(self.chars[at]).filter(|verb| self.has(at, verb));
            let Some(mut start) = verbs.map(|verb| at + verb.chars().count()).max() else {
                at += 1;
                continue;
            };
            start = self.word_at(start, &["了", "过"]).unwrap_or(start);
            // 2022年度, 全国 and the like belong to the name.
            let stop = (start..self.chars.len())
                .find(|&at| "，。；：！？（）".contains(self.chars[at]))
                .unwrap_or(self.chars.len());
            let mut names = Vec::new();
            let mut from = start;
            for end in start..=stop {
                let parted = end == stop || matches!(self.chars[end], '、' | '和' | '及') || self.has(end, "等");
                if parted && from < end {
                    let name_end = self.word_before(end, &["荣誉称号", "称号"]).unwrap_or(end);
                    if (4..=24).contains(&(name_end - from))
                        && (name_end < end || self.word_before(name_end, HONOURS).is_some())
                        // “优秀党员”称号 is a quoted name with its head; 全国“一村一品”示范村 has quotes inside.
                        && self.chars[from] != '“'
                        && self.chars[name_end - 1] != '”'
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

    /// 被评为“全省先进党组织”: the name of an honour.
    pub(super) fn honoured(&self, open: usize, close: usize) -> Option<Candidate> {
        let before = self.word_before(open, &["了", "为", "省", "市", "全国", "全省", "全市", "国家"]).unwrap_or(open);
        let honours = [before, open].iter().any(|&at| self.word_before(at, HONOURING).is_some());
        let free = self.get(close + 1).is_none_or(|c| AFTER_BARE_NAME.contains(c));
        (honours && free && (close - open > 4 || close - open > 2 && self.get(close - 1) == Some('奖'))).then_some(
            Candidate { start: open, end: close + 1, kind: InitiativeKind::Award, evidence: Evidence::Proven },
        )
    }

    /// 评选“好邻居”“好媳妇”94人、“最美庭院”130户: titles that people were chosen for, one after the other.
    pub(super) fn chosen(&self, open: usize, close: usize, last: Option<&Candidate>) -> Option<Candidate> {
        const CHOOSING: &[&str] = &["评选", "评选出", "评出", "选出", "评选表彰", "表彰", "推选出", "命名表彰"];
        let is_award = |last: &&Candidate| last.kind == InitiativeKind::Award && last.evidence == Evidence::Proven;
        let follows = last.filter(is_award).is_some_and(|last| {
            let between = &self.chars[last.end..open];
            between.len() <= 12
                && !between.iter().any(|c| "，。；：！？".contains(*c))
                && (between.is_empty() || between.ends_with(&['、']))
        });
        let counted = self.figures.iter().any(|figure| figure.number as usize == close + 1);
        let free = counted || self.get(close + 1).is_none_or(|c| c == '“' || AFTER_BARE_NAME.contains(c));
        (free && close - open > 2 && (follows || self.word_before(open, CHOOSING).is_some())).then_some(Candidate {
            start: open,
            end: close + 1,
            kind: InitiativeKind::Award,
            evidence: Evidence::Proven,
        })
    }
}
