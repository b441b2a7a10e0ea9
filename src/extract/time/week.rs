//! Weeks and their days: 上周五, 下下周末, 星期三.

use super::expression::Moment;
use super::text::Text;
use crate::text::{arabic_digit, chinese_digit, is_han};

pub(super) const WEEK: &[&str] = &["周", "星期", "礼拜"];

impl Text<'_> {
    pub(super) fn weekday(self, at: usize) -> Option<(u8, usize)> {
        let day = match self.get(at)? {
            '一' | '1' => 0,
            '二' | '2' => 1,
            '三' | '3' => 2,
            '四' | '4' => 3,
            '五' | '5' => 4,
            '六' | '6' => 5,
            '日' | '天' | '七' | '7' => 6,
            _ => return None,
        };
        Some((day, at + 1))
    }

    /// 周三, 上周五, 下周周六, 上上个周末, 本周.
    pub(super) fn week(self, at: usize) -> Option<(Moment, usize)> {
        self.named_week(at).or_else(|| self.bare_weekday(at))
    }

    /// A week by its distance from the issue's, or days of it.
    fn named_week(self, at: usize) -> Option<(Moment, usize)> {
        let first = self.get(at)?;
        let before = self.before(at);
        // More than three mean nothing.
        let steps = (at..at + 4).take_while(|&at| self.get(at) == Some(first)).count();
        let (offset, end) = match first {
            '上' if !before.is_some_and(|c| "马以".contains(c)) => (-(steps as i32), at + steps),
            '下' if before != Some('以') => (steps as i32, at + steps),
            '本' | '这' if steps == 1 && before != Some('日') => (0, at + 1),
            _ => return None,
        };
        let counted = self.word(end, &["个", "一", "一个"]).unwrap_or(end);
        let unit = self.word(counted, WEEK).filter(|_| steps <= 3)?;
        if self.has(unit, "末") {
            return Some((Moment::Week(offset, 5, 6), unit + 1));
        }
        // 下周周六 says the unit twice.
        let start = self.word(unit, WEEK).unwrap_or(unit);
        if let Some((day, stop)) = self.weekday(start)
            && !self.get(stop).is_some_and(|c| "年个月期次天名位场周项十百千".contains(c))
        {
            return Some((Moment::Week(offset, day, day), stop));
        }
        // 本周边, 这周刊.
        let cut = unit == counted + 1 && self.get(unit).is_some_and(|c| "边围刊转期年口岁身密详游折知报".contains(c));
        (!cut).then_some((Moment::Week(offset, 0, 6), unit))
    }

    fn bare_weekday(self, at: usize) -> Option<(Moment, usize)> {
        let start = self.word(at, WEEK)?;
        if self.before(at).is_some_and(|c| {
            arabic_digit(c).is_some() || chinese_digit(c).is_some() || "每个半十几多上下本这".contains(c)
        }) {
            return None;
        }
        let (day, end) = self.weekday(start)?;
        let next = self.get(end);
        // 周一鸣 is a person, 周日报 a paper: the short form must stand free or be followed by a part of the day.
        let free = start > at + 1 || next.is_none_or(|c| !is_han(c) || "上下早晚中凌前后至到起开的在举将".contains(c));
        free.then_some((Moment::Week(0, day, day), end))
    }

    /// 第二周, 第3个星期日: which week of a longer time, or which such day of the week.
    pub(super) fn nth_week(self, at: usize) -> Option<(u8, Option<u8>, usize)> {
        let start = self.word(at, &["第", "的第"])?;
        let (nth, end) = self.number(start, 53)?;
        let counted = self.word(end, &["个"]).unwrap_or(end);
        let unit = self.word(counted, WEEK)?;
        Some(match self.weekday(unit) {
            Some((day, end)) => (nth, Some(day), end),
            None => (nth, None, unit),
        })
    }
}
