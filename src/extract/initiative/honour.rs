//! The names of honours: 被评为优秀护林员、技术能手.

use std::sync::LazyLock;

use super::candidate::{Candidate, Evidence, Text};
use super::words::{HONOURING, HONOURS};
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
}
