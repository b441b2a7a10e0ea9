//! Measures of policy that are named by the document they were issued in: 出台《关于扶持壮大集体经济的十条措施》.

use super::candidate::{Candidate, Evidence, Text};
use super::words::FOUNDING;
use crate::model::InitiativeKind;

/// Verbs of issuing, beside those of founding.
const ISSUING: &[&str] = &["制定", "印发", "下发", "发布", "制订", "颁布", "编制", "修订"];

/// What the titles of documents end in that lay down what is done. A 通知 or a 意见书 does not.
#[rustfmt::skip]
const RULES: &[&str] = &[
    "办法", "措施", "条", "方案", "细则", "计划", "意见", "规定", "条例", "清单", "公约", "制度", "机制", "规划", "标准", "指引",
    "指南", "政策",
];

/// The most characters of a title.
const LONGEST: usize = 40;

impl Text<'_> {
    /// Documents in 《》 that a verb of issuing governs; the titles of works name no initiative.
    pub(super) fn documents(&self) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut open = None;
        for (at, c) in self.chars.iter().enumerate() {
            match c {
                '《' => open = Some(at),
                '》' => found.extend(open.take().and_then(|open| self.document(open, at))),
                _ => {}
            }
        }
        found
    }

    fn document(&self, open: usize, close: usize) -> Option<Candidate> {
        let before = self.word_before(open, &["了", "的"]).unwrap_or(open);
        let is_issued = [before, open]
            .iter()
            .any(|&at| self.word_before(at, FOUNDING).is_some() || self.word_before(at, ISSUING).is_some());
        let rules = self.word_before(close, RULES).is_some_and(|rule| rule > open + 1);
        (is_issued && rules && close - open <= LONGEST).then_some(Candidate {
            start: open,
            end: close + 1,
            kind: InitiativeKind::Mechanism,
            evidence: Evidence::Proven,
        })
    }
}
