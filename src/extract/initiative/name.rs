//! When two names mean one initiative.

use super::candidate::{Candidate, Evidence};
use super::heads::HEADS;
use super::passage::Passage;
use super::words::PEOPLE;
use crate::model::InitiativeKind;

/// So many characters at the end of a name are the name as well.
const LEAST_END: usize = 6;

/// So many characters at its end are a name that was printed in quotes.
const LEAST_QUOTED_END: usize = 4;

/// So many characters in quotes are a name without the head behind them.
const LEAST_QUOTE: usize = 3;

/// What is no part of a name's words.
const MARKS: &str = "“”‘’ 　";

/// A name without its quotes and spaces, with and without the head noun it ends in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Name {
    pub full: String,
    /// Without its last head noun, where something is left.
    core: Option<String>,
    /// The quoted part and the head noun behind it: “七彩” and 创建 of “七彩”支部创建.
    quoted: Option<(String, String)>,
    /// Whether the whole of it was printed in quotes.
    is_quote: bool,
    pub kind: InitiativeKind,
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
        let printed = &passage.chars[candidate.start..candidate.end];
        let is_quote =
            printed.first() == Some(&'“') && printed.iter().position(|&c| c == '”') == Some(printed.len() - 1);
        Name { full, core, quoted, is_quote, kind: candidate.kind, evidence: candidate.evidence }
    }

    /// A text without the marks that names are compared without.
    pub(super) fn fold(text: &str) -> String {
        text.chars().filter(|c| !MARKS.chars().any(|mark| mark == *c)).collect()
    }

    /// Whether the names are equal, or one is the other without its head (“渔家书屋” and “渔家书屋”品牌),
    /// without the modifiers between (“七彩”创建 and “七彩”支部创建) or without what stands first
    /// (“1+N”便民服务圈 and “便民服务圈”).
    pub(super) fn is_same(&self, other: &Name) -> bool {
        self.full == other.full
            || self.core.as_ref() == Some(&other.full)
            || other.core.as_ref() == Some(&self.full)
            || self.is_quoted_as(other)
            || self.is_quote_of(other)
            || other.is_quote_of(self)
            || other.is_counted_again(self)
            || self.is_end_of(other)
            || other.is_end_of(self)
            || self.is_short_of(other)
            || other.is_short_of(self)
            || self.is_noun_of(other)
            || other.is_noun_of(self)
            || self.is_branch_of(other)
            || other.is_branch_of(self)
    }
}

impl Name {
    /// Whether the names of one initiative are this one's. What only a bare quote joins (“红枫家园” between “红枫家园”大讲堂
    /// and “红枫家园”创建工作) is two.
    pub(super) fn is_among(&self, names: &[Name]) -> bool {
        let is_apart = |first: &Name| first.quoted.is_some() && self.quoted.is_some() && !first.is_same(self);
        let apart = names.first().is_some_and(is_apart);
        names.iter().any(|other| other.is_same(self) && !(apart && other.is_quote))
    }

    /// 建立示范点19个 after “儿童之家示范点”: what is counted is what was named.
    fn is_counted_again(&self, named: &Name) -> bool {
        self.evidence == Evidence::Counted && named.full.ends_with(&self.full) && self.full.chars().count() >= 2
    }

    /// “爱心超市” and “爱心超市”积分兑换机制. An event that bears the name of a programme is another thing.
    fn is_quote_of(&self, other: &Name) -> bool {
        other.quoted.as_ref().is_some_and(|(quote, head)| *quote == self.full && !is_event(head))
            && self.full.chars().count() >= LEAST_QUOTE
    }

    fn is_end_of(&self, other: &Name) -> bool {
        // 社区茶友之家 after “茶友之家”.
        let least = if self.is_quote { LEAST_QUOTED_END } else { LEAST_END };
        other.full.ends_with(&self.full) && self.full.chars().count() >= least
    }

    /// 执行行动 after “春雷”集中执行行动.
    fn is_noun_of(&self, other: &Name) -> bool {
        const LEAST: usize = 4;
        self.quoted.is_none()
            && !self.is_quote
            && self.evidence != Evidence::Counted
            && other.quoted.is_some()
            && other.full.ends_with(&self.full)
            && self.full.chars().count() >= LEAST
    }

    /// “名医服务站—云溪站” and “名医服务站”.
    fn is_branch_of(&self, other: &Name) -> bool {
        self.full.strip_prefix(other.full.as_str()).is_some_and(|branch| branch.starts_with('—'))
            && other.full.chars().count() >= LEAST_QUOTED_END
    }

    /// 长者茶座 and 云溪县幸福院长者茶座.
    fn is_short_of(&self, other: &Name) -> bool {
        let may_be_short = other.quoted.is_none() && !other.is_quote && other.full.ends_with(&self.full);
        may_be_short && other.short().is_some_and(|short| short == self.full)
    }

    /// “红枫家园”建设 and “红枫家园”服务站 are one; what is held under a name is not, nor what shares a formula (“互联网+”).
    fn is_quoted_as(&self, other: &Name) -> bool {
        const LEAST: usize = 4;
        const WHOLE: &[&str] = &["品牌", "建设", "工作", "服务", "团队", "服务队"];
        let (Some((quote, head)), Some((other_quote, other_head))) = (&self.quoted, &other.quoted) else {
            return false;
        };
        let is_whole = || [head, other_head].iter().any(|head| WHOLE.contains(&head.as_str()));
        let is_event = || is_event(head) || is_event(other_head);
        // “秋季攻坚”专项行动 and “秋季攻坚”执行活动: one campaign.
        let is_campaign = |head: &str| is_of_kind(head, InitiativeKind::Campaign);
        let are_campaigns = || is_campaign(head) && is_campaign(other_head);
        quote == other_quote
            && (head.starts_with(other_head.as_str())
                || other_head.starts_with(head.as_str())
                || quote.chars().count() >= LEAST
                    && !quote.ends_with('+')
                    && (are_campaigns() || is_whole() && !is_event()))
    }

    /// What it is called once it is known: the quoted part without quotes, or the name without the place or the body it
    /// belongs to (市民中心 for 云溪县市民中心).
    pub(super) fn short(&self) -> Option<String> {
        const LEAST: usize = 4;
        // “留守儿童”关爱活动 is for people who are called so.
        let is_of_people = |quote: &str| PEOPLE.iter().any(|people| quote.ends_with(people));
        if self.is_quote {
            return Some(self.full.clone()).filter(|full| full.chars().count() >= LEAST);
        }
        if let Some((quote, _)) = &self.quoted {
            return Some(quote.clone()).filter(|quote| quote.chars().count() >= LEAST && !is_of_people(quote));
        }
        let chars: Vec<char> = self.full.chars().collect();
        let last = chars.len().checked_sub(LEAST)?;
        let owner = (1..last).rev().find(|&at| is_owner(&chars, at));
        owner.map(|owner| chars[owner + 1..].iter().collect())
    }

    /// How many characters stand before the end of the name that a title has: 供电所 of 供电所党员服务队 where it has 党员服务队.
    pub(super) fn before_title(&self, title: &str) -> Option<usize> {
        const LEAST: usize = 5;
        let chars: Vec<char> = self.full.chars().collect();
        let most = chars.len().saturating_sub(LEAST);
        let start = (0..=most).find(|&start| title.contains(&chars[start..].iter().collect::<String>()))?;
        // 县委书记项目 is not 基层党委书记项目.
        if start > 0 && begins_word(&chars, start - 1) {
            return None;
        }
        // 村长者茶座 begins inside the name of a village.
        let cut = start > 0 && "省市县区镇乡村".contains(chars[start]);
        Some(start + usize::from(cut))
    }

    /// Whether a title names it: in full, by its quoted part or by the end of its name.
    pub(super) fn is_in(&self, title: &str) -> bool {
        const LEAST: usize = 5;
        let end = || {
            let len = self.full.chars().count();
            self.full.chars().skip(len.saturating_sub(LEAST)).collect::<String>()
        };
        let quote = || {
            self.quoted.as_ref().is_some_and(|(quote, _)| quote.chars().count() >= LEAST_QUOTE && title.contains(quote))
        };
        title.contains(&self.full) || quote() || self.full.chars().count() > LEAST && title.contains(&end())
    }
}

/// Whether the name of a place or a body ends at a character: 云溪县, 北山区公安局, but not 农村 or 社区.
pub(super) fn is_owner(chars: &[char], at: usize) -> bool {
    const OWNERS: &str = "省市县区镇乡村局所院";
    const KINDS: &str = "农乡小园社景山街灾边全本我各该城库校场住医学法";
    let community = at > 2 && chars[at - 1..=at] == ['社', '区'];
    community || OWNERS.contains(chars[at]) && at > 0 && !KINDS.contains(chars[at - 1]) && !begins_word(chars, at)
}

/// 县委, 村级: whether the character of a place begins another word.
fn begins_word(chars: &[char], at: usize) -> bool {
    "省市县区镇乡村".contains(chars[at]) && chars.get(at + 1).is_some_and(|c| "委级域直长民内外".contains(*c))
}

fn is_event(head: &str) -> bool {
    is_of_kind(head, InitiativeKind::Event)
}

fn is_of_kind(head: &str, kind: InitiativeKind) -> bool {
    HEADS.iter().any(|one| one.word == head && one.kind == kind)
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
