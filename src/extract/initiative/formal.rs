//! Names without quotes: 召开返乡创业座谈会, 第三届茶文化节.

use super::candidate::{Candidate, Evidence, LONGEST_MODIFIERS, Text, is_han};
use super::clause::{clause_start, parts_clause};
use super::heads::{Head, Proof};
use super::name::is_owner;
use super::words::{ACTING, BREAKS, BUILDING, DEVELOPING, FOUNDING, GENERIC, HELD, HOLIDAYS, MEASURED, STOPS};
use crate::extract::figure::FoundFigure;
use crate::model::InitiativeKind;
use crate::text::numeral_at;

/// The most characters of modifiers in a name, which a verb or a mark begins: 破案攻坚百日会战财物发还大会.
pub(super) const LONGEST_FORMAL: usize = 22;

/// The places, platforms and teams that a headline names: 青禾市民中心办件破百万.
pub(super) fn places_in(title: &[char]) -> Vec<(Vec<char>, InitiativeKind)> {
    const LEAST: usize = 5;
    let text = Text { chars: title, figures: &[] };
    let mut found: Vec<(usize, usize, InitiativeKind)> = Vec::new();
    for end in 1..=title.len() {
        let Some(head) = text.head_before(end) else { continue };
        let is_place =
            matches!(head.kind, InitiativeKind::Venue | InitiativeKind::Platform) || head.word.ends_with('队');
        let head_start = end - head.word.chars().count();
        let start = text.left_edge(head_start, LONGEST_FORMAL);
        if is_place
            && head.proof > Proof::BesideQuotes
            && end - start >= LEAST
            && !text.has(end, "伍")
            && !text.is_generic(start, head_start)
        {
            found.push((start, end, head.kind));
        }
    }
    found.into_iter().map(|(start, end, kind)| (title[start..end].to_vec(), kind)).collect()
}

/// The verbs of making that prove a name of its kind after them.
fn making(kind: InitiativeKind) -> &'static [&'static str] {
    match kind {
        InitiativeKind::Venue => BUILDING,
        InitiativeKind::Platform => DEVELOPING,
        _ => &[],
    }
}

impl Text<'_> {
    /// 召开返乡创业座谈会: modifiers and a head behind a verb of founding.
    pub(super) fn formal(&self) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        for end in 2..=self.chars.len() {
            let Some(head) = self.head_before(end).filter(|head| head.proof > Proof::BesideQuotes) else { continue };
            if !self.ends_name(head, self.built(head, end)) {
                continue;
            }
            let head_start = end - head.word.chars().count();
            let start = self.name_edge(head, head_start);
            // 自专项行动开展以来; 揭牌暨专项行动启动仪式.
            let joined = self.get(start) == Some('自') && self.is_since(end) || self.get(start) == Some('暨');
            let start = self.told_in(head_start, end).unwrap_or(start + usize::from(joined));
            // 秋季村晚暨云溪县采摘季: the second of two names.
            let first = found.last().map(|last| last.end).filter(|&end| start < end && self.has(end, "暨"));
            let start = first.map_or(start, |end| end + 1).min(head_start);
            // 2025年云溪县茶文化座谈会: the name begins behind its year.
            let start = self.behind_year(start).unwrap_or(start);
            // ９０周年纪念活动: the name does not begin inside a count.
            let cut = self.get(start).is_some_and(|c| matches!(c, '年' | '周'))
                && start > 0
                && self.chars[start - 1].is_numeric();
            let modifiers = head_start.saturating_sub(start);
            let many = matches!(self.get(start), Some('数' | '几')) && numeral_at(self.chars, start + 1).is_some();
            // 共建美好家园 is a way of speaking.
            let is_image = head.word == "家园" && self.word_before(start, &["共建"]).is_some();
            // 各村志愿服务队 are many.
            let of_each = self.ends_with(start, "各");
            // 庄园式基地 is a kind of place.
            let is_kind = head.kind == InitiativeKind::Venue && self.chars[..head_start].ends_with(&['式']);
            if cut
                || of_each
                || is_kind
                || is_image
                || many
                || self.word_before(end, HOLIDAYS).is_some()
                || self.is_counted(head, start, end)
                || self.word_before(start, &["于一体的", "为一体的"]).is_some()
                || found.last().is_some_and(|last| start < last.end)
                || modifiers < self.least_modifiers(head, start)
                || head.proof != Proof::Recurring && self.is_generic(start, head_start)
            {
                continue;
            }
            let evidence = match head.proof {
                _ if matches!(head.word, "行动" | "工程") && modifiers < 3 => Evidence::Recurring,
                _ if head.proof == Proof::Recurring && self.is_generic(start, head_start) => Evidence::Headed,
                Proof::Formal => Evidence::Proven,
                _ if self.is_aim(start, end) => Evidence::Headed,
                _ if self.is_founded(head.kind, start)
                    || self.acts(head, end)
                    || self.is_held(head, start, end)
                    || self.is_funded(start)
                    || modifiers >= 3 && self.is_since(end)
                    || self.told_in(head_start, end).is_some()
                    || self.is_pursued(head, start, head_start)
                    || self.word_before(start, making(head.kind)).is_some()
                    || self.is_opened(head, end)
                    || self.is_measured(head, start, end) =>
                {
                    Evidence::Proven
                }
                Proof::Recurring => Evidence::Recurring,
                // 老旧小区改造 is what goes on there, if the article comes back to it.
                _ if head.word == "改造" && modifiers >= 4 => Evidence::Recurring,
                // 云溪县零工市场 is the name of a place, if the article comes back to it.
                _ if matches!(head.kind, InitiativeKind::Venue) && self.is_owned(start, head_start) => {
                    Evidence::Recurring
                }
                _ => Evidence::Headed,
            };
            found.push(Candidate { start, end, kind: head.kind, evidence });
        }
        found
    }

    /// The left edge of a name. 提升行动 and the like have a verb of their own; 第三届 begins a name.
    fn name_edge(&self, head: &Head, head_start: usize) -> usize {
        let acts = matches!(head.kind, InitiativeKind::Campaign | InitiativeKind::Project | InitiativeKind::Event);
        let own = self.word_before(head_start, ACTING).filter(|_| acts).unwrap_or(head_start);
        let start = self.left_edge(own, LONGEST_FORMAL);
        // 开展一系列“x”, 系列宣传活动: 系列 is the rest of the word of number before the name.
        let start = self.word_at(start, &["系列", "场"]).filter(|&end| end + 1 < head_start).unwrap_or(start);
        // 使用护林通APP: 使 ends a name's reach, 用 is the rest of the verb.
        let used = self.get(start) == Some('用') && self.ends_with(start, "使");
        let start = start + usize::from(used);
        // 规范提升行动 needs words before its verb.
        let start = if own < head_start && own - start < 2 { head_start } else { start };
        // 投资90万元建设莲藕产业园: what was built begins behind the verb.
        let made = making(head.kind);
        let start = (start..head_start)
            .rev()
            .find_map(|at| self.word_at(at, made).filter(|&end| end < head_start))
            .unwrap_or(start);
        let start = if head_start - start < 2 { self.governed(head_start).unwrap_or(start) } else { start };
        // 首创全国第一张积分清单: which one it is stands before the name.
        let start = (start..head_start.saturating_sub(3))
            .find(|&at| self.has(at, "第一") && self.get(at + 2).is_some_and(|c| "个家张支座条项所".contains(c)))
            .map_or(start, |at| at + 3);
        (start..head_start).find(|&at| self.get(at) == Some('第') && self.session_end(at).is_some()).unwrap_or(start)
    }

    /// 2025年, 2024年度: where the words of a year end whose 年 stands at a place.
    fn behind_year(&self, at: usize) -> Option<usize> {
        let is_year = self.has(at, "年") && self.year_before(at + 1).is_some();
        is_year.then(|| self.word_at(at, &["年度", "年"])).flatten()
    }

    /// Where the year begins that ends at a place: 2024-2025年.
    pub(super) fn year_before(&self, end: usize) -> Option<usize> {
        const DIGITS: usize = 4;
        let year = self.word_before(end, &["年度", "年"])?;
        let digits = |c: &&char| c.is_ascii_digit() || matches!(c, '-' | '—' | '至');
        let start = year - self.chars[..year].iter().rev().take_while(digits).count();
        (year - start >= DIGITS).then_some(start)
    }

    /// 全国第一张: where the words begin that end at a place and say that a thing is the first of its kind.
    pub(super) fn rank_before(&self, end: usize) -> Option<usize> {
        let start = end.checked_sub(3).filter(|&at| self.has(at, "第一"))?;
        Some(self.word_before(start, &["全国", "全省", "全市", "全区", "全县"]).unwrap_or(start))
    }

    /// 启动乡村工匠培育行动: a verb inside the name, right before its head, is not the one that governs it.
    fn governed(&self, head_start: usize) -> Option<usize> {
        const LEAST: usize = 4;
        (head_start.saturating_sub(LONGEST_MODIFIERS)..head_start)
            .rev()
            .take_while(|&at| is_han(self.chars[at]) && !self.stops_at(at))
            .take_while(|&at| self.figures.iter().all(|figure| figure.unit_end as usize != at + 1))
            .find(|&at| head_start - at >= LEAST && self.word_before(at, FOUNDING).is_some())
            .filter(|&at| self.word_at(at, BREAKS).is_none())
    }

    /// 第三届, 首届: where the words end.
    pub(super) fn session_end(&self, at: usize) -> Option<usize> {
        let number = self.word_at(at, &["第"]).and_then(|at| Some(at + numeral_at(self.chars, at)?.len));
        number.filter(|&end| self.get(end) == Some('届')).map(|end| end + 1)
    }

    /// 在完善提质工程中，…: what a sentence sets out under is named: where it begins.
    fn told_in(&self, head_start: usize, end: usize) -> Option<usize> {
        const FEWEST: usize = 3;
        let programme = ["工程", "行动", "计划"].iter().any(|word| self.has(head_start, word));
        let start = (head_start.saturating_sub(LONGEST_MODIFIERS)..head_start)
            .rev()
            .take_while(|&at| is_han(self.chars[at]))
            .find(|&at| matches!(self.chars[at], '在' | '的'))?
            + 1;
        let begins = self.chars[start - 1] == '在' && (start < 2 || parts_clause(self.chars[start - 2]));
        // 在新一轮招商行动中 points to one told of before.
        let points = self.word_at(start, &["新一轮", "此次", "本次", "这次", "这项", "该项"]).is_some();
        (programme && begins && !points && self.has(end, "中，") && head_start - start >= FEWEST).then_some(start)
    }

    /// 建成综合养老服务中心6所, 成立青年服务队、文艺服务队等11支队伍, 实施示范项目20个: what is counted has no name of its own.
    fn is_counted(&self, head: &Head, start: usize, end: usize) -> bool {
        const COUNTED: &[char] = &['心', '厅', '馆', '队'];
        const VAGUE: &[&str] = &["多个", "一批", "多处", "多家", "多支", "众多", "若干", "各类"];
        let begin = clause_start(self.chars, start);
        if head.kind == InitiativeKind::Venue && (begin..start + 1).any(|at| self.word_at(at, VAGUE).is_some()) {
            return true;
        }
        let is_many = |figure: &&FoundFigure| figure.value > 1.0;
        let adjoins = |figure: &FoundFigure| figure.number as usize == end || figure.unit_end as usize == start;
        let sums_up = |figure: &FoundFigure| {
            let number = figure.number as usize;
            number > end
                && self.get(number - 1) == Some('等')
                && matches!(self.get(end), Some('、' | '和' | '等'))
                && self.chars[end..number].iter().all(|&c| is_han(c) || "、“”".contains(c))
        };
        let mut many = self.figures.iter().filter(is_many);
        let is_place = head.word.ends_with(COUNTED) || matches!(head.word, "服务站" | "服务点" | "工作站");
        let is_item = is_place || head.kind == InitiativeKind::Event;
        let is_counted = is_place || matches!(head.word, "活动" | "项目" | "工程");
        many.any(|figure| is_counted && adjoins(figure) || is_item && sums_up(figure))
    }

    /// Whether a name begins with that of the place it belongs to.
    fn is_owned(&self, start: usize, head_start: usize) -> bool {
        (start + 2..head_start).any(|at| is_owner(self.chars, at))
    }

    /// Events and what is described before its 的 are named in fewer words than other things.
    fn least_modifiers(&self, head: &Head, start: usize) -> usize {
        let described = start.checked_sub(1).and_then(|at| self.get(at)) == Some('的');
        let is_long = head.word.chars().count() >= 3;
        match head.word {
            "会议" | "大会" | "改造" | "比赛" | "仪式" => 4,
            "长制" => 1,
            "制管理" => 2,
            // 服务体系 and the like describe one; 现代农业社会化服务体系 names it.
            "体系" => 6,
            "整治工作" | "治理工作" | "改造工作" | "提升工作" | "创建工作" | "清理工作" | "标准化建设" | "体系建设" => {
                4
            }
            "制度" | "节" => 3,
            // 春风行动 names one, if the article comes back to it.
            "行动" | "工程" => 2,
            _ if matches!(head.kind, InitiativeKind::Event | InitiativeKind::Venue)
                || is_long
                || described && head.word == "机制" =>
            {
                2
            }
            _ => 3,
        }
    }

    /// 灌溉工程建设 is the building of the 灌溉工程: where what is said of the name ends.
    fn built(&self, head: &Head, end: usize) -> usize {
        let built = matches!(head.kind, InitiativeKind::Project | InitiativeKind::Venue) && self.has(end, "建设");
        if built { end + 2 } else { end }
    }

    /// What follows does not make the head part of a longer word.
    fn ends_name(&self, head: &Head, end: usize) -> bool {
        // 装饰工程有限公司 is a company, 服务队伍 no 服务队.
        if self.has(end, "有限") || self.has(end, "伍") {
            return false;
        }
        // 使用护林通APP巡山: what is told of begins behind the letters.
        head.word == "APP"
            || self.get(end).is_none_or(|c| {
                !is_han(c) && c != '“'
                    || STOPS.contains(c)
                    || numeral_at(self.chars, end).is_some()
                    || "上中里后前时相暨".contains(c)
                    || matches!(head.kind, InitiativeKind::Event | InitiativeKind::Campaign)
                        && self.word_at(self.issue_end(end), HELD).is_some()
                    || self.word_at(end, BREAKS).is_some()
                    || self.word_at(end, FOUNDING).is_some()
                    || self.is_opened(head, end)
                    || head.kind == InitiativeKind::Venue && self.word_at(end, MEASURED).is_some()
                    || self.acts(head, end)
            })
    }

    /// 为开展河道综合整治，…; 构建动态排查机制。…: an aim, or the run-in head of a paragraph, names nothing yet.
    fn is_aim(&self, start: usize, end: usize) -> bool {
        const LONGEST: usize = 8;
        let begin = clause_start(self.chars, start);
        let purpose = self.word_at(begin, &["为了", "为"]).is_some_and(|at| self.word_at(at, FOUNDING) == Some(start));
        let heads = begin == 0 && start <= LONGEST && self.get(end) == Some('。') && self.chars.len() > end + 1;
        purpose || heads && self.word_at(begin, FOUNDING).is_some()
    }

    /// Whether nothing but general words stands before the head.
    pub(super) fn is_generic(&self, start: usize, end: usize) -> bool {
        let mut at = start;
        while at < end {
            match self.word_at(at, GENERIC).filter(|&next| next <= end) {
                Some(next) => at = next,
                None => return false,
            }
        }
        true
    }
}
