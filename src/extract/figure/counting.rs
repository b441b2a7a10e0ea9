//! Whether a number counts: ordinals, times and articles do not.

use super::find::{Amount, Text};
use super::units::{AFTER_NOUN, DURATIONS, MEASURES};
use crate::text::{arabic_digit, is_han};

impl Text<'_> {
    /// Whether a number that stands before a unit counts at all.
    pub(super) fn is_counting(&self, at: usize, amount: Amount, unit: &str, end: usize) -> bool {
        let len = amount.end - at;
        let first = self.get(at);
        // 10分钟便民服务圈: a name that begins with a length of time.
        if self.get(end).is_some()
            && (end..end + 8).any(|at| self.get(at) == Some('圈') && self.chars[end..at].iter().all(|&c| is_han(c)))
            && matches!(unit, "分钟" | "公里" | "小时")
        {
            return false;
        }
        // 双桥社区5组 is an address.
        if unit == "组" && self.before(at).is_some_and(|c| "村区队".contains(c)) {
            return false;
        }
        // 6时30分 is a time; 打扫卫生加2分 is a rule of the game.
        if unit == "分" && self.before(at).is_some_and(|c| "时点加减扣积计得".contains(c)) {
            return false;
        }
        // 去年前10天: counted parts of a time that is named before them are a time as well.
        if DURATIONS.contains(&unit)
            && self.before(at).is_some_and(|c| matches!(c, '前' | '后' | '头'))
            && at >= 2
            && self.is_masked(at - 2)
        {
            return false;
        }
        // 提质增效三年行动, “决胜冬季”百日攻坚: how long it lasts is part of its name.
        if matches!(unit, "年" | "天" | "日" | "个月")
            && ["行动", "攻坚", "计划", "会战", "大会战", "专项"].iter().any(|word| self.has(end, word))
            && self.before(at).is_some_and(|c| is_han(c) || c == '”')
        {
            return false;
        }
        if first.and_then(arabic_digit).is_some() {
            return !(unit == "年" && amount.value >= 1000.0);
        }
        // 一 before a unit of measure counts.
        if len == 1
            && first == Some('一')
            && (MEASURES.contains(&unit) || self.about(at).is_some() && !DURATIONS.contains(&unit))
        {
            return true;
        }
        // 一 is an article but where it counts after its noun: 座谈会一次.
        if len == 1 && first == Some('一') {
            let stands_free = self.get(end).is_none_or(|c| "，。、；）".contains(c));
            let counted_before = self
                .before(at)
                .is_some_and(|c| is_han(c) && !"又再每第这那此有某任同另头唯试看做来走到了的是成为之问去".contains(c));
            return stands_free && counted_before && AFTER_NOUN.contains(&unit);
        }
        // 百, 千 and 万 alone mean many, but for 近百名, 上千人, 百余人.
        if len == 1 && matches!(first, Some('百' | '千' | '万' | '亿')) {
            return amount.approx || self.about(at).is_some();
        }
        true
    }
}
