//! When two names mean one initiative.

use super::article::Passage;
use super::candidate::{Candidate, Evidence};
use super::heads::HEADS;
use crate::model::InitiativeKind;

/// So many characters at the end of a name are the name as well.
const LEAST_END: usize = 6;

/// So many characters in quotes are a name without the head behind them.
const LEAST_QUOTE: usize = 3;

/// What is no part of a name's words.
const MARKS: &str = "“”‘’ 　";

/// A name without its quotes and spaces, with and without the head noun it ends in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub full: String,
    /// Without its last head noun, where something is left.
    core: Option<String>,
    /// The quoted part and the head noun behind it: “七彩” and 创建 of “七彩”支部创建.
    quoted: Option<(String, String)>,
    pub evidence: Evidence,
}

impl Name {
    pub(super) fn new(passage: &Passage, candidate: &Candidate) -> Self {
        let full = fold(&passage.chars[candidate.start..candidate.end]);
        let core = HEADS
            .iter()
            .filter_map(|head| full.strip_suffix(head.word))
            .min_by_key(|rest| rest.len())
            .filter(|rest| rest.chars().count() >= 2)
            .map(str::to_owned);
        let quoted = full_quote(&passage.chars[candidate.start..candidate.end]);
        Name { full, core, quoted, evidence: candidate.evidence }
    }

    /// A text without the marks that names are compared without.
    pub(super) fn fold(text: &str) -> String {
        text.chars().filter(|c| !MARKS.contains(*c)).collect()
    }

    /// Whether the names are equal, or one is the other without its head (“渔家书屋” and “渔家书屋”品牌),
    /// without the modifiers between (“七彩”创建 and “七彩”支部创建) or without what stands first
    /// (“1+N”便民服务圈 and “便民服务圈”).
    pub(super) fn is_same(&self, other: &Name) -> bool {
        self.full == other.full
            || self.core.as_ref() == Some(&other.full)
            || other.core.as_ref() == Some(&self.full)
            || self.quoted.is_some() && self.quoted == other.quoted
            || self.is_quote_of(other)
            || other.is_quote_of(self)
            || other.is_counted_again(self)
            || self.is_end_of(other)
            || other.is_end_of(self)
    }
}

impl Name {
    /// 建立示范点19个 after “儿童之家示范点”: what is counted is what was named.
    fn is_counted_again(&self, named: &Name) -> bool {
        self.evidence == Evidence::Counted && self.full.chars().count() >= 2 && named.full.ends_with(&self.full)
    }

    /// “爱心超市” and “爱心超市”积分兑换机制. An event that bears the name of a programme is another thing.
    fn is_quote_of(&self, other: &Name) -> bool {
        let is_event = |head: &str| HEADS.iter().any(|one| one.word == head && one.kind == InitiativeKind::Event);
        self.full.chars().count() >= LEAST_QUOTE
            && other.quoted.as_ref().is_some_and(|(quote, head)| *quote == self.full && !is_event(head))
    }

    fn is_end_of(&self, other: &Name) -> bool {
        self.full.chars().count() >= LEAST_END && other.full.ends_with(&self.full)
    }
}

/// The quoted beginning of a name and its head, where it has both.
fn full_quote(chars: &[char]) -> Option<(String, String)> {
    let close = chars.iter().position(|&c| c == '”').filter(|&close| chars[0] == '“' && close > 2)?;
    let rest: String = chars[close + 1..].iter().collect();
    let head = HEADS.iter().filter(|head| rest.ends_with(head.word)).max_by_key(|head| head.word.len())?;
    // 争创 is how those who take part call the 创建.
    Some((fold(&chars[..close]), head.word.replace("争创", "创建")))
}

fn fold(chars: &[char]) -> String {
    chars.iter().filter(|c| !MARKS.contains(**c)).collect()
}
