//! Sentences that prove a quoted name by how they use it: 以“x”为抓手, 把“x”纳入民生实事, “x”正式启用.

use super::candidate::{Candidate, Evidence, Text, is_han};
use super::clause::parts_clause;
use super::words::{AFTER_BARE_NAME, MEANS, OPENED, OPENING, TAKES_PLACE};
use crate::model::InitiativeKind;

/// The most characters between a name and the verb that opens it.
const LONGEST: usize = 24;

/// “讲学习、讲政治、讲正气” is a formula, not a name.
pub(super) fn is_list(words: &[char]) -> bool {
    words.iter().filter(|c| **c == '、').count() > 1
}

impl Text<'_> {
    /// A quoted name that stands free and that its sentence uses as one.
    pub(super) fn framed(&self, open: usize, close: usize) -> Option<Candidate> {
        const LENGTHS: std::ops::RangeInclusive<usize> = 3..=14;
        let words = &self.chars[open + 1..close];
        // “云溪茶韵——手工艺术展”在市民中心举办: an event may have a long name.
        let is_event = self.head_before(close).is_some_and(|head| head.kind == InitiativeKind::Event);
        let is_name = (LENGTHS.contains(&words.len()) || is_event) && !words.iter().any(|c| "的了在是要".contains(*c));
        let is_used = self.is_means(open, close)
            || self.is_turned(open, close)
            || self.is_paired(open, close)
            || self.is_followed_by(close + 1, &[OPENED, TAKES_PLACE]);
        (is_name && !is_list(words) && is_used).then(|| Candidate {
            start: open,
            end: close + 1,
            kind: self.head_before(close).map_or(InitiativeKind::Campaign, |head| head.kind),
            evidence: Evidence::Proven,
        })
    }

    /// 劳务品牌“云溪月嫂”, 小程序“掌上青禾”: what it is stands right before it.
    pub(super) fn apposed(&self, open: usize, close: usize) -> Option<Candidate> {
        const KINDS: &[&str] =
            &["品牌", "平台", "小程序", "公众号", "栏目", "专栏", "热线", "客户端", "驿站", "书屋", "服务队", "宣讲队"];
        let head = self.head_before(open).filter(|head| KINDS.contains(&head.word))?;
        let free = self.get(close + 1).is_none_or(|c| !is_han(c) || AFTER_BARE_NAME.contains(c));
        let words = &self.chars[open + 1..close];
        (free && (2..=LONGEST / 2).contains(&words.len()) && !is_list(words)).then_some(Candidate {
            start: open,
            end: close + 1,
            kind: head.kind,
            evidence: Evidence::Proven,
        })
    }

    /// 以“x”为抓手: what something is done by.
    fn is_means(&self, open: usize, close: usize) -> bool {
        self.word_before(open, &["以"]).is_some()
            && self.word_at(close + 1, &["为", "作为"]).is_some_and(|at| self.word_at(at, MEANS).is_some())
    }

    /// 将“x”纳入民生实事, 把“x”升级为“y”: what is taken in hand.
    fn is_turned(&self, open: usize, close: usize) -> bool {
        const TURNED: &[&str] = &[
            "纳入",
            "列入",
            "升级为",
            "全面升级为",
            "提升为",
            "作为",
            "打造成",
            "打造为",
            "延伸到",
            "引入",
            "嵌入",
            "搬到",
        ];
        self.word_before(open, &["将", "把"]).is_some() && self.word_at(close + 1, TURNED).is_some()
    }

    /// 推行“一次受理，集成服务”: two halves of one length that a verb governs.
    pub(super) fn is_paired(&self, open: usize, close: usize) -> bool {
        let inner = &self.chars[open + 1..close];
        let mut halves = inner.split(|&c| c == '，');
        let (first, second) = (halves.next(), halves.next());
        first.map(<[char]>::len) == second.map(<[char]>::len)
            && halves.next().is_none()
            && self.word_before(open, &["推行", "实行", "试行", "推出"]).is_some()
            && self.get(close + 1).is_none_or(parts_clause)
    }

    /// Whether what stands before a place is opened in its clause: “云溪夜校”近日在青禾市揭牌.
    pub(super) fn is_opened_by(&self, at: usize) -> bool {
        self.is_followed_by(at, &[OPENED])
    }

    /// Whether the clause goes on to one of the verbs and no farther.
    fn is_followed_by(&self, at: usize, verbs: &[&[&str]]) -> bool {
        let verb = |at: usize| verbs.iter().filter_map(|verbs| self.word_at(at, verbs)).max();
        // 举行“x”活动 has an object, and is what somebody did.
        let ends = |at: usize| self.get(at).is_none_or(|c| !is_han(c) && c != '“') || self.has(at, "以来");
        // 揭牌启用: one verb follows the other.
        if verb(at).is_some_and(|at| ends(at) || verb(at).is_some_and(ends)) {
            return true;
        }
        let Some(after) = self.word_at(at, OPENING) else { return false };
        let stop = (after..self.chars.len())
            .take(LONGEST)
            .find(|&at| parts_clause(self.chars[at]) || self.has(at, "以来"))
            .unwrap_or(after);
        ends(stop) && (after..stop).any(|at| verb(at) == Some(stop))
    }
}
