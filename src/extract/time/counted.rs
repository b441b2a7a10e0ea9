//! Times that are counted from the issue: 近三年, 未来五年, 3天前, 两个月后.

use super::expression::{Expression, Unit};
use super::text::Text;
use super::words::{AFTER, COMING, PAST, UNITS, UNTIL};
use crate::text::{NumeralForm, arabic_digit, chinese_digit, is_han, numeral_at};

impl Text<'_> {
    /// Times that are counted: 近三年, 未来五年, 3天前, 两个月后.
    pub(super) fn counted(self, at: usize) -> Option<(Expression, usize)> {
        // 近三月 is said of months only where a word of the past stands before them.
        if let Some(start) = self.word(at, &["近", "最近", "过去"])
            && let Some((count, end)) = self.number(start, 12)
            && self.get(start).is_some_and(|c| chinese_digit(c).is_some())
            && self.get(end) == Some('月')
        {
            return Some((Expression::Past(f64::from(count), Unit::Month), end + 1));
        }
        if let Some((start, past)) = self
            .word(at, PAST)
            .map(|start| (start, true))
            .into_iter()
            .chain(self.word(at, COMING).map(|start| (start, false)))
            .max_by_key(|&(start, _)| start)
            && let Some((count, unit, end)) = self.count(start)
        {
            let single = start == at + 1;
            // 这一天 points at a day told of, and 前10个月 counts from the year's beginning.
            let is_bc = self.has(at, "前") && at.checked_sub(2).is_some_and(|start| self.has(start, "公元"));
            let points = is_bc
                || self.has(at, "这") && count < 2.0
                || self.has(at, "前")
                    && match unit {
                        Unit::Month => count > 3.0,
                        Unit::Day | Unit::Year => count == 1.0,
                        _ => false,
                    };
            if !(points || single && self.before(at).is_some_and(|c| "以目之先从向提年月周".contains(c))) {
                return Some(if past {
                    let stop = self.word(end, &["以来", "来", "间", "里", "内", "中"]).unwrap_or(end);
                    (self.past(start, end, count, unit), stop)
                } else {
                    (Expression::Coming(count, unit), self.word(end, &["内", "间", "里"]).unwrap_or(end))
                });
            }
        }
        let (count, unit, end) = self.count(at)?;
        let before = self.before(at);
        if before.is_some_and(|c| "第近约满逾超过达几数".contains(c)) {
            return None;
        }
        // 三年来, 半年来: the time up to the issue where a clause begins with it, or where it ends one that says since when:
        // 改革开放40多年来.
        if let Some(stop) = self.word(end, &["来"])
            && (before.is_none_or(|c| !is_han(c)) || self.get(stop) == Some('，'))
            && !self.get(stop).is_some_and(|c| "临到自说看了的回往".contains(c))
        {
            return Some((self.past(at, end, count, unit), stop));
        }
        if let Some(stop) = self.word(end, &["以来"]) {
            return Some((self.past(at, end, count, unit), stop));
        }
        // 两年内 is the time from the issue where the words look ahead, and else how long something takes.
        if let Some(stop) = self.word(end, &["内", "以内", "之内"])
            && (self.is_future(at) || at == 0 && stop == self.chars.len())
        {
            return Some((Expression::Coming(count, unit), stop));
        }
        if let Some(stop) = self.word(end, &["以前", "之前"]) {
            return Some((Expression::UntilAgo(count, unit), stop));
        }
        if let Some(stop) = self.word(end, &["以后", "之后"]) {
            return Some((Expression::FromLater(count, unit), stop));
        }
        if let Some(stop) = self.word(end, UNTIL).filter(|&stop| !self.is_cut(end, stop)) {
            return Some((Expression::Ago(count, unit), stop));
        }
        let stop = self.word(end, AFTER).filter(|&stop| !self.is_cut(end, stop))?;
        Some((Expression::Later(count, unit), stop))
    }

    /// The time up to the issue, by a count that stands from `at` to `end`.
    fn past(self, at: usize, end: usize, count: f64, unit: Unit) -> Expression {
        let is_odd = self.chars.get(at..end).is_some_and(|count| count.contains(&'多') || count.contains(&'余'));
        if is_odd { Expression::PastAndMore(count, unit) } else { Expression::Past(count, unit) }
    }

    /// A count of time: 三年, 半年, 3个月, 十多天.
    pub(super) fn count(self, at: usize) -> Option<(f64, Unit, usize)> {
        if let Some(rest) = self.word(at, &["半"]) {
            for (word, count, unit) in [
                ("年", 1.0, Unit::HalfYear),
                ("个月", 15.0, Unit::Day),
                ("个多月", 15.0, Unit::Day),
                ("月", 15.0, Unit::Day),
            ] {
                if self.has(rest, word) {
                    return Some((count, unit, rest + word.chars().count()));
                }
            }
            return None;
        }
        let (value, mut pos) = match numeral_at(self.chars, at) {
            Some(numeral) if numeral.form != NumeralForm::Digits && numeral.scale == 0 => {
                (numeral.value, at + numeral.len)
            }
            _ => return None,
        };
        // 07年 is a year.
        if matches!(self.get(at), Some('0' | '０')) && value.fract() == 0.0 {
            return None;
        }
        if !(0.5..=3000.0).contains(&value)
            || value >= 1000.0 && value.fract() == 0.0 && self.get(at).and_then(arabic_digit).is_some()
        {
            return None;
        }
        if matches!(self.get(pos), Some('多' | '余' | '来')) {
            pos += 1;
        }
        let (unit, end) = if self.has(pos, "个多月") { (Unit::Month, pos + 3) } else { self.entry(pos, UNITS)? };
        // 三年半, 两个半月.
        let before_unit = unit == Unit::Month && self.has(pos, "个半月");
        let after_unit = unit != Unit::Month && self.get(end) == Some('半') && self.get(end + 1) != Some('夜');
        let half = if before_unit || after_unit { 0.5 } else { 0.0 };
        let end = if half > 0.0 && unit != Unit::Month { end + 1 } else { end };
        // 三年多以来.
        let odd = unit == Unit::Year && half == 0.0 && self.get(end) == Some('多');
        let end = if odd { end + 1 } else { end };
        // Halves of a year are counted in months, so that the day is not widened to its year.
        let (value, unit) = match unit {
            Unit::Year if half > 0.0 => (12.0 * value + 6.0, Unit::Month),
            _ => (value + half, unit),
        };
        // 3月 is March and 3日 a day; only Chinese numbers count months and days without 个.
        if matches!(unit, Unit::Month) && self.has(pos, "月")
            || self.has(pos, "日") && arabic_digit(self.get(at)?).is_some()
        {
            return None;
        }
        Some((value, unit, end))
    }
}
