//! What proves a name without quotes: the verb that governs it, or what is said behind it.

use super::candidate::Text;
use super::clause::parts_clause;
use super::heads::Head;
use super::words::{FILLERS, FOUNDING, HELD, MEASURED, PURSUING};
use crate::model::InitiativeKind;
use crate::text::numeral_at;

/// Works that go on are named by so many characters before their noun.
const LONG_WORK: usize = 6;

/// A campaign of so many characters that was held is named by them.
const LONG_NAME: usize = 8;

impl Text<'_> {
    /// 推进茶产业倍增计划: the formal name of a programme that goes on.
    pub(super) fn is_pursued(&self, head: &Head, start: usize, head_start: usize) -> bool {
        let is_programme =
            matches!(head.word, "行动" | "计划" | "专项整治" | "长制" | "代办制" | "帮办制" | "负责制" | "承诺制");
        // 创新积分激励模式 thinks of one.
        let is_new = matches!(head.word, "模式" | "机制") && self.word_before(start, &["创新", "探索"]).is_some();
        // 推进国道G324线扩宽改造工程 is longer than 推进民心工程.
        let is_work = head.word == "工程" && head_start - start >= LONG_WORK;
        (is_programme || is_work) && self.word_before(start, PURSUING).is_some() || is_new
    }

    /// 第三届…大赛, 首届…大赛, 在…竞赛中: an event that has a number, or at which something happened.
    pub(super) fn is_held(&self, head: &Head, start: usize, end: usize) -> bool {
        let numbered = self.session_end(start).is_some() || self.word_before(start, &["首届"]).is_some();
        let contest = matches!(head.word, "大赛" | "竞赛" | "邀请赛" | "联赛" | "博览会" | "交易会" | "展销会");
        let at_it = self.word_before(start, &["在", "于"]).is_some() && self.word_at(end, &["中", "上"]).is_some();
        let begin = self.year_before(start).unwrap_or(start);
        let begins_clause =
            begin.checked_sub(1).is_none_or(|at| parts_clause(self.chars[at]) || "届暨".contains(self.chars[at]));
        let held = begins_clause && (self.word_at(self.issue_end(end), HELD).is_some() || self.has(end, "暨"));
        // …就业援助季示范招聘活动成功举行.
        let campaign = head.kind == InitiativeKind::Campaign
            && end - start >= LONG_NAME
            && self
                .word_at(end, &["成功举行", "举行", "成功举办", "举办", "正式启动", "启动", "拉开", "启幕", "开幕"])
                .is_some();
        campaign || head.kind == InitiativeKind::Event && (numbered || held || contest && at_it)
    }

    /// 手工培训班第一期开班: where the words end that say which time it was held.
    pub(super) fn issue_end(&self, at: usize) -> usize {
        let number = self.word_at(at, &["第"]).and_then(|at| Some(at + numeral_at(self.chars, at)?.len));
        number.and_then(|end| self.word_at(end, &["期", "届", "季", "场"])).unwrap_or(at)
    }

    /// 总投资2亿元的青禾市文化中心, 投资90万元推进农田灌溉工程: money is spent on it.
    pub(super) fn is_funded(&self, start: usize) -> bool {
        let described = self.word_before(start, &["的"]);
        let furthered = self.word_before(start, &["推进", "推动", "加快", "用于", "实施"]);
        described.or(furthered).is_some_and(|at| {
            self.figures.iter().any(|figure| figure.unit_end as usize == at && figure.unit.ends_with('元'))
        })
    }

    /// 冬季严打攻坚战开展以来: what has gone on since it began is named.
    pub(super) fn is_since(&self, end: usize) -> bool {
        let begun = ["开展", "启动", "实施", "推行", "运行", "成立", "建成", "投用", "创建"];
        self.word_at(end, &begun).is_some_and(|end| self.has(end, "以来"))
    }

    /// 云溪县实训基地占地20亩: a place that is told of by its size and what it has.
    pub(super) fn is_measured(&self, head: &Head, start: usize, end: usize) -> bool {
        const LEAST: usize = 6;
        head.kind == InitiativeKind::Venue && end - start >= LEAST && self.word_at(end, MEASURED).is_some()
    }

    /// 青禾市民中心揭牌: a place or a service that is opened.
    pub(super) fn is_opened(&self, head: &Head, end: usize) -> bool {
        matches!(head.kind, InitiativeKind::Venue | InitiativeKind::Platform) && self.is_opened_by(end)
    }

    /// 护茶服务分队已发放手册2000份: a team that did what is counted.
    pub(super) fn acts(&self, head: &Head, end: usize) -> bool {
        head.word.ends_with(['队', '团', '室']) && self.word_at(end, &["已", "共", "累计", "先后"]).is_some()
    }

    /// Whether a verb of founding governs what begins at a place, directly or before its number, 的 or list.
    pub(super) fn is_founded(&self, kind: InitiativeKind, start: usize) -> bool {
        let before_year = self.year_before(start);
        let start = before_year.or_else(|| self.rank_before(start)).unwrap_or(start);
        // 建立了监督制度 tells of one; 举办了2024年助学仪式, 开展了百日行动 name it.
        let is_named = before_year.is_some() || matches!(kind, InitiativeKind::Campaign | InitiativeKind::Project);
        let start = self.word_before(start, &["了"]).filter(|_| is_named).unwrap_or(start);
        let before = self.word_before(start, FILLERS).unwrap_or(start);
        if [start, before].iter().any(|&at| self.word_before(at, FOUNDING).is_some()) {
            return true;
        }
        // 开展以“绿满青山”为主题的植树活动.
        let themed = self.word_before(start, &["为主题的", "为主线的"]).and_then(|at| {
            let open = self.chars[..at].iter().rposition(|&c| c == '“')?;
            self.word_before(open, &["以"])
        });
        if themed.is_some_and(|at| self.word_before(at, FOUNDING).is_some()) {
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
            .is_some_and(|c| matches!(c, '和' | '、' | '与' | '及' | '）') || c == '的' && (described || done));
        joined
            && (start.saturating_sub(26)..start)
                .rev()
                .take_while(|&at| !"，。；：！？".contains(self.chars[at]))
                .any(|at| self.word_at(at, FOUNDING).is_some_and(|end| end < start))
    }
}
