//! Names in quotes: “双清双建”行动, “渔家书屋”, “送春耕”“送农机”下乡活动.

use super::candidate::{Candidate, Evidence, Text};
use super::clause::clause_start;
use super::frame::is_list;
use super::heads::Proof;
use super::words::{
    AFTER_BARE_NAME, AIMS, BODIES, DOING, FILLERS, FORMULAS, FOUNDING, FURTHERING, MANNERS, PARTS, PEOPLE, QUALITIES,
    SEASONS, STRUCTURE,
};
use crate::model::InitiativeKind;

/// The most characters a quoted name has.
const LONGEST_QUOTE: usize = 24;
/// The same of one that ends in a head noun.
const LONGEST_HEADED: usize = 36;
/// The most characters behind the quotes that a way of doing has up to its noun: “一对一”帮扶机制.
const LONGEST_WAY: usize = 7;
/// The most characters of modifiers before the quotes.
const LONGEST_MODIFIERS: usize = 14;

impl Text<'_> {
    pub(super) fn quoted(&self) -> Vec<Candidate> {
        let quotes = self.quotes();
        let mut found: Vec<Candidate> = Vec::new();
        for (index, &(open, close)) in quotes.iter().enumerate() {
            if found.last().is_some_and(|last| open < last.end)
                || !self.can_be_name(open, close)
                || self.is_in_title(open)
            {
                continue;
            }
            let candidate = self
                .composed(&quotes[index..])
                .or_else(|| self.with_head(open, close))
                .or_else(|| self.with_shared_head(&quotes[index..]))
                .or_else(|| self.before_headed(&quotes[index..]))
                .or_else(|| self.own_head(open, close))
                .or_else(|| self.honoured(open, close))
                .or_else(|| self.after_verb(open, close))
                .or_else(|| self.framed(open, close))
                .or_else(|| self.apposed(open, close))
                .or_else(|| self.chosen(open, close, found.last()))
                .or_else(|| self.counted(open, close))
                .or_else(|| self.listed(open, close, found.last()?))
                .or_else(|| self.alike(&quotes, index))
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

    /// 印发《“红黑榜”考核办法的通知》: the words of a document name what the document is about, not what was done.
    fn is_in_title(&self, at: usize) -> bool {
        self.chars[..at].iter().rposition(|&c| c == '《').is_some_and(|open| !self.chars[open..at].contains(&'》'))
    }

    /// Speech, questions and long formulas are not names.
    pub(super) fn can_be_name(&self, open: usize, close: usize) -> bool {
        let inner = &self.chars[open + 1..close];
        // 开启了“清凉模式” is a way of speaking.
        let is_mood =
            inner.ends_with(&['模', '式']) && self.word_before(open, &["开启", "开启了", "进入", "切换到"]).is_some();
        if is_mood || is_formula(inner) {
            return false;
        }
        if self.is_paired(open, close) {
            return true;
        }
        let is_sum = inner.contains(&'+') && self.head_after(close + 1).is_some();
        let headed = inner.len() <= LONGEST_HEADED && (is_sum || self.head_before(close).is_some());
        !inner.is_empty()
            && (inner.len() <= LONGEST_QUOTE || headed)
            && !inner.iter().any(|c| "，。！？；：…".contains(*c))
            || inner.len() <= LONGEST_QUOTE
                && self.head_after(close + 1).is_some_and(|(_, end, _)| end <= close + 12)
                && !inner.iter().any(|c| "。！？；…".contains(*c))
    }

    /// “x”工程: the head stands behind the quotes; a single quoted character takes its modifiers from before as well.
    pub(super) fn with_head(&self, open: usize, close: usize) -> Option<Candidate> {
        let (_, end, kind) = self.head_after(close + 1)?;
        // “a”和“b”两个项目 counts what it lists.
        let is_second = open > 0 && (self.get(open - 1) == Some('”') || open > 1 && self.get(open - 2) == Some('”'));
        if is_second && self.count_end(close + 1).is_some() {
            return None;
        }
        // 组建“轻骑兵”队伍 and not 打造“匠心干部”队伍.
        if self.has(end - 2, "队伍")
            && self.chars[close + 1..end].len() == 2
            && self.word_before(open, &["组建", "成立"]).is_none()
        {
            return None;
        }
        // 集咨询、培训于一体的“一站式”平台 describes what was named before.
        if self.word_before(open, &["于一体的", "为一体的"]).is_some() {
            return None;
        }
        // 围绕“平安之乡”建设 is an aim.
        if self.word_before(open, &["围绕", "聚焦", "紧扣"]).is_some()
            && self.word_before(end, &["建设", "创建", "工作"]).is_some()
        {
            return None;
        }
        // 按照国家“四级四同”目录清单 follows what was laid down elsewhere; “嵌入”辖区中心 says where something is done.
        let edge = self.left_edge(open, LONGEST_MODIFIERS);
        let is_followed = self.word_before(end, &["清单", "办法"]).is_some()
            && self.word_before(edge, &["按照", "对照", "依照", "根据"]).is_some();
        if is_followed || self.has(close + 1, "辖区") {
            return None;
        }
        // 围绕“五清一改”重点内容集中整治 says what the work is about.
        if (close + 1..end).any(|at| self.word_at(at, &["内容", "标准", "目标"]).is_some_and(|stop| stop < end)) {
            return None;
        }
        // “双向”服务格局 is how things should be.
        let is_loose = self.head_before(end).is_some_and(|head| head.proof == Proof::BesideQuotes);
        if is_loose && self.word_at(end, AIMS).is_some() {
            return None;
        }
        // 采取“一对一”的方式 says how it was done, 探索出“户户抱团”的方式 what was thought of.
        let is_way = self.word_before(end, &["方式"]).is_some();
        let before = self.word_before(open, &["了", "出"]).unwrap_or(open);
        if is_way && self.word_before(before, &["探索", "创新", "推行", "推出", "首创", "形成"]).is_none() {
            return None;
        }
        // “三秋”服务 is the work of a season, which nobody founded; “一对一”帮扶 says how it was done.
        let words: String = self.chars[open + 1..close].iter().collect();
        if SEASONS.contains(&words.as_str()) && kind != InitiativeKind::Event
            || MANNERS.contains(&words.as_str()) && (kind == InitiativeKind::Campaign || end > close + LONGEST_WAY)
        {
            return None;
        }
        // “拉网式”排查 says how it was done.
        if kind == InitiativeKind::Campaign && matches!(self.chars[close - 1], '式' | '型') {
            return None;
        }
        let single = close - open == 2;
        let start = if single { self.left_edge(open, 8) } else { open };
        if single && start == open {
            return None;
        }
        Some(Candidate { start, end, kind, evidence: Evidence::Proven })
    }

    /// “渔家书屋”: the quoted name has its own head.
    pub(super) fn own_head(&self, open: usize, close: usize) -> Option<Candidate> {
        // “清风行动2024”: the year of a campaign stands behind its head.
        let digits = self.chars[open + 1..close].iter().rev().take_while(|c| c.is_ascii_digit()).count();
        let head = self.head_before(close - digits).filter(|head| head.proof >= Proof::AfterVerb)?;
        // 采取“主题活动+系列活动”形式 says how it was done.
        if self.word_at(close + 1, &["形式", "方式", "的形式", "的方式"]).is_some() {
            return None;
        }
        const LONG: std::ops::RangeInclusive<usize> = 6..=14;
        let length = close - open - 1;
        let is_proof = head.proof >= Proof::InQuotes
            || head.word.chars().count() >= 3
            || LONG.contains(&length) && !self.chars[open + 1..close].iter().any(|&c| "的了有而为".contains(c));
        let own = length > head.word.chars().count() && length > 2;
        // 以“小驿站”撬动“大治理”; 成为游子的“温馨港湾”: ways of speaking.
        let is_small = length == head.word.chars().count() + 1
            && matches!(self.chars[open + 1], '小' | '大')
            && self.word_before(open, &["以", "从"]).is_some();
        let before = self.word_before(open, &["的"]);
        let is_image = head.proof == Proof::InQuotes
            && matches!(head.kind, InitiativeKind::Venue | InitiativeKind::Platform)
            && before.is_some_and(|at| self.word_before(at, FOUNDING).is_none());
        if is_small || is_image {
            return None;
        }
        let clause = close - open > 9 && self.chars[open + 1..close].iter().any(|&c| "的了着会要将地时".contains(c));
        (own && is_proof && !clause).then_some(Candidate {
            start: open,
            end: close + 1,
            kind: head.kind,
            evidence: Evidence::Proven,
        })
    }

    /// 推出“x”，: a verb of founding before, nothing behind that makes the quoted words an adjective.
    fn after_verb(&self, open: usize, close: usize) -> Option<Candidate> {
        let before = self.word_before(open, &["了", "出", "好", "起", "的"]).unwrap_or(open);
        let before = self.word_before(before, FILLERS).unwrap_or(before);
        // 正在推行的“议事十条”的内容: what was founded is the quoted words themselves.
        let is_founded = self.ends_with(open, "的") && self.has(close + 1, "的");
        let free = is_founded
            || self.get(close + 1).is_none_or(|c| AFTER_BARE_NAME.contains(c))
            || self.begins_list(close + 1);
        // 实施“地毯式”、滚动式清查 says how it was done.
        let is_manner = matches!(self.chars[close - 1], '式' | '型');
        let long = !is_manner && close - open > 2 && !is_list(&self.chars[open + 1..close]);
        let verb = [before, open]
            .iter()
            .any(|&at| self.word_before(at, FOUNDING).is_some() || self.word_before(at, FURTHERING).is_some());
        // 建立物业服务“红黑榜”: modifiers stand between the verb and the quotes.
        let edge = self.left_edge(open, 8);
        let verb_end = self.word_before(edge, &["了", "出", "起"]).unwrap_or(edge);
        let is_example = self.word_at(edge, &["诸如", "例如", "比如", "包括", "适合"]).is_some();
        let modified = !is_example
            && edge + 2 <= open
            && [edge, verb_end].iter().any(|&at| self.word_before(at, FOUNDING).is_some());
        let general = modified && self.is_generic(edge, open);
        // 开办“某某医院” founds a house, not a programme.
        let body = [BODIES, PEOPLE, &["规定", "手册"]].iter().any(|words| self.word_before(close, words).is_some());
        (free && long && (verb || modified) && !body).then(|| Candidate {
            start: if verb || general { open } else { edge },
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
        let is_people = self.word_before(close, PEOPLE).is_some();
        let may_be_counted = free && !is_part && !is_people && close - open > 2;
        let before = self
            .figures
            .iter()
            .find(|figure| may_be_counted && figure.unit_end as usize == edge && figure.unit != "次")
            // 系上两条“安全带” counts what nobody founded; a head noun proves itself.
            .filter(|figure| {
                let from = figure.start.min(figure.number) as usize;
                self.head_before(close).is_some() || self.clause_has(from, FOUNDING) || self.clause_has(from, DOING)
            });
        if !behind && before.is_none() {
            return None;
        }
        let start = if before.is_some() { edge } else { open };
        let kind = self.head_before(close).map_or(InitiativeKind::Measure, |head| head.kind);
        Some(Candidate { start, end: close + 1, kind, evidence: Evidence::Proven })
    }

    /// Whether one of the words stands between the last mark of a clause and a place.
    fn clause_has(&self, end: usize, words: &[&str]) -> bool {
        let start = clause_start(self.chars, end);
        (start..end).any(|at| self.word_at(at, words).is_some_and(|stop| stop <= end))
    }
}

/// Formulas of policy, plans of the whole nation and common metaphors name nothing of a place: “九五”, “先手棋”.
fn is_formula(quoted: &[char]) -> bool {
    let words: String = quoted.iter().collect();
    let is_plan = words.strip_suffix('五').is_some_and(|count| {
        !count.is_empty() && count.chars().all(|c| "一二三四五六七八九十".contains(c)) && count != "三"
    });
    // “五个突破” has as many parts as an exposition.
    let parts = words.split_once(['个', '大', '项']).is_some_and(|(count, parts)| {
        count.chars().count() <= 2
            && count.chars().all(|c| "一二两三四五六七八九十".contains(c))
            && (PARTS.contains(&parts) || STRUCTURE.contains(&parts))
    });
    is_plan || parts || FORMULAS.contains(&words.as_str()) || QUALITIES.iter().any(|quality| words.ends_with(quality))
}
