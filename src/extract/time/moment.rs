//! One stretch of time: a year, a part of it, a month, a day, a week, or a word that names one.

use std::sync::LazyLock;

use super::expression::{Moment, MonthPart, Year, YearPart};
use super::festival::{FESTIVALS, Festival, OF_FESTIVALS, SHORT_FESTIVALS};
use super::numeric::LEAP_YEAR;
use super::stretch::Stretch;
use super::text::Text;
use super::week::WEEK;
use super::words::{BARE_SEASONS, MOMENTS, MONTH_PARTS, SEASONS, SHARES, YEAR_PARTS};
use crate::model::Day;
use crate::text::{ByChar, arabic_digit, chinese_digit, is_han};

impl Text<'_> {
    pub(super) fn moment(self, at: usize) -> Option<(Moment, usize)> {
        let named = self.named(at);
        let found = [
            self.iso(at),
            self.bare_year(at),
            self.day_first(at),
            self.compact(at),
            self.slashed(at),
            self.english(at),
            self.century(at),
            self.plan(at),
            self.in_year(at),
            self.reign(at),
            self.week(at),
            named.and_then(|named| self.offset_month(named)),
            self.month(at, Year::Missing),
            self.lunar(at, Year::Governing),
            self.share(at, Year::Missing),
            named,
            self.entry(at, SEASONS),
            self.told_day(at),
            self.day_of_month(at),
        ];
        found.into_iter().flatten().max_by_key(|&(_, end)| end)
    }

    pub(super) fn named(self, at: usize) -> Option<(Moment, usize)> {
        if let Some((festival, end)) = self.festival(at).or_else(|| self.short_festival(at)) {
            let (part, end) = self.festival_part(festival, end);
            return Some((Moment::InYear(Year::Governing, part), end));
        }
        static BY_FIRST: LazyLock<ByChar<(&str, Moment)>> = LazyLock::new(|| ByChar::table(MOMENTS));
        let (moment, end) = self.entry_by_first(at, &BY_FIRST)?;
        let (before, after) = (self.before(at), self.get(end));
        let is_part_of_another_word = match self.get(at)? {
            // 昨上午, 明起, 记者昨从: the character alone is a day only there.
            '昨' | '今' | '明' if end == at + 1 => {
                let is_told = self.has(at, "昨") && at.checked_sub(2).is_some_and(|start| self.has(start, "记者"));
                let opens = before.is_none_or(|c| !is_han(c)) && after == Some('起');
                !(is_told || opens || self.has(at, "昨") && self.word(end, &["上午", "下午", "中午", "凌晨"]).is_some())
            }
            '明' => before.is_some_and(|c| "文说证声表发透光聪".contains(c)),
            '后' => before.is_some_and(|c| "先此".contains(c)),
            '前' => before.is_some_and(|c| "目年以之".contains(c)),
            // 发现在, 体现在.
            '现' => self.has(at, "现在") && before.is_some_and(|c| "发出呈体表实再展浮显涌闪隐凸".contains(c)),
            '年' | '月' | '周' | '岁' => {
                before.is_some_and(|c| {
                    arabic_digit(c).is_some() || chinese_digit(c).is_some() || "年月十百千几多半每全本个".contains(c)
                }) || after.is_some_and(|c| self.has(at, "年中") && "国央小学级心".contains(c))
            }
            '上' | '下' => before.is_some_and(|c| "马以".contains(c)),
            // 一本日历, 三本月刊.
            '本' => before.is_some_and(|c| chinese_digit(c).is_some() || "日这那几每两".contains(c)),
            // 这次|日方.
            '次' => before.is_some_and(|c| "这此每首本上下该历各多几".contains(c) || chinese_digit(c).is_some()),
            '这' => before == Some('日'),
            '当' => self.has(at, "当前") && after == Some('任'),
            '近' => before.is_some_and(|c| "附接邻临靠".contains(c)),
            '日' => before.is_some_and(|c| {
                arabic_digit(c).is_some() || chinese_digit(c).is_some() || "十今明昨当同次生节假每".contains(c)
            }),
            '全' => before == Some('健'),
            _ => false,
        };
        (!is_part_of_another_word).then_some((moment, end))
    }

    /// The festival whose name stands at a place.
    pub(super) fn festival(self, at: usize) -> Option<(Festival, usize)> {
        static BY_FIRST: LazyLock<ByChar<(&str, Festival)>> = LazyLock::new(|| ByChar::table(FESTIVALS));
        self.entry_by_first(at, &BY_FIRST)
    }

    /// A festival with the word behind its name: 国庆节期间, 清明节前夕.
    fn festival_part(self, festival: Festival, end: usize) -> (YearPart, usize) {
        if let Some(end) = self.word(end, &["前夕"]) {
            return (YearPart::Eve(festival), end);
        }
        let end = self.word(end, &["期间", "假期", "当天", "当日", "小长假"]).unwrap_or(end);
        (YearPart::Festival(festival), end)
    }

    /// 中秋, 国庆, “五一”: a short name that is followed by a word of time, or by nothing more of its phrase.
    fn short_festival(self, at: usize) -> Option<(Festival, usize)> {
        let (festival, end) = self.entry(at, SHORT_FESTIVALS)?;
        let said = self.word(end, OF_FESTIVALS).is_some();
        let quoted = self.before(at) == Some('“') && self.get(end) == Some('”');
        let free = quoted || self.get(end).is_none_or(|c| "，。、；）".contains(c)) && !self.has(at, "十一");
        let joined = self.before(at).is_some_and(|c| arabic_digit(c).is_some() || chinese_digit(c).is_some());
        (!joined && (said || free && !self.before(at).is_some_and(is_han))).then_some((festival, end))
    }

    pub(super) fn in_year(self, at: usize) -> Option<(Moment, usize)> {
        let (year, end) = self.year(at)?;
        let whole = (Moment::InYear(year, YearPart::Whole), end);
        let after = self.word(end, &["的", " "]).unwrap_or(end);
        let part = self.year_part(end, year);
        // 去年本月10日, 去年的今天.
        let same = match year {
            Year::Offset(years) => self
                .word(end, &["本月", "同月"])
                .map(|end| {
                    let (part, end) = self.month_part(end);
                    (Moment::Month(12 * i32::from(years), part), end)
                })
                .or_else(|| Some((Moment::SameDay(years), self.word(after, &["今天", "今日"])?))),
            _ => None,
        };
        let parts = [
            same,
            self.month(end, year),
            self.month(after, year),
            self.share(after, year),
            part,
            self.lunar(after, year),
            self.festival(after).or_else(|| self.entry(after, SHORT_FESTIVALS)).map(|(festival, end)| {
                let (part, end) = self.festival_part(festival, end);
                (Moment::InYear(year, part), end)
            }),
        ];
        Some(parts.into_iter().flatten().max_by_key(|&(_, end)| end).unwrap_or(whole))
    }

    pub(super) fn year_part(self, at: usize, year: Year) -> Option<(Moment, usize)> {
        if let Some((part, end)) = self.entry(at, BARE_SEASONS)
            && self.get(end).is_none_or(|c| !('\u{4e00}'..='\u{9fff}').contains(&c))
        {
            return Some((Moment::InYear(year, part), end));
        }
        let (part, end) = self.entry(at, YEAR_PARTS)?;
        // 2023年初中毕业 is not the year's beginning.
        let next = self.get(end);
        if end == at + 1 && next.is_some_and(|c| "中级次步一二三端".contains(c)) {
            return None;
        }
        Some((Moment::InYear(year, part), end))
    }

    /// Halves, quarters, and counts from the year's beginning: 上半年, 第三季度, 前三季度, 前10个月.
    pub(super) fn share(self, at: usize, year: Year) -> Option<(Moment, usize)> {
        if self.before(at).is_some_and(|c| "近过".contains(c)) && year == Year::Missing {
            return None;
        }
        if year != Year::Missing
            && let Some((stretch, end)) = self.stretch(at)
        {
            let part = match stretch {
                Stretch::Days(from, to) => YearPart::Days(from, to),
                Stretch::Last(count) => YearPart::LastDays(count),
            };
            return Some((Moment::InYear(year, part), end));
        }
        if let Some((part, end)) = self.entry(at, SHARES) {
            return Some((Moment::InYear(year, part), end));
        }
        if let Some(start) = self.word(at, &["前", "头"])
            && let Some((count, end)) = self.number(start, 12)
        {
            if let Some(stop) = self.word(end, &["季度", "个季度"]).filter(|_| count <= 4) {
                return Some((Moment::InYear(year, YearPart::Months(1, 3 * count)), stop));
            }
            let months: &[&str] = if year == Year::Missing { &["个月"] } else { &["个月", "月"] };
            return match self.word(end, months) {
                Some(stop) if year != Year::Missing || count > 3 => {
                    Some((Moment::InYear(year, YearPart::Months(1, count)), stop))
                }
                _ => None,
            };
        }
        if year != Year::Missing {
            if let Some((nth, None, end)) = self.nth_week(at) {
                return Some((Moment::InYear(year, YearPart::Week(nth)), end));
            }
            let last = self.word(at, &["后", "最后"]);
            if let Some((count, end)) = self.number(last.or_else(|| self.word(at, &["第"])).unwrap_or(at), 12)
                && let Some(stop) = self.word(end, &["个月", "月"])
                && (last.is_some() || self.has(at, "第"))
            {
                let part = if last.is_some() {
                    YearPart::Months(13 - count, 12)
                } else {
                    YearPart::Month(count, MonthPart::Whole)
                };
                return Some((Moment::InYear(year, part), stop));
            }
        }
        let start = self.word(at, &["第"]).unwrap_or(at);
        let (quarter, end) = self.number(start, 4)?;
        let stop = self.word(end, &["季度"])?;
        (start > at || year != Year::Missing || self.starts_number(start)).then_some(())?;
        let (first, last) = (3 * quarter - 2, 3 * quarter);
        let cut = self.get(stop + 1).is_some_and(|c| "中级次步一二三端".contains(c));
        Some(match self.get(stop) {
            Some('末' | '底') => (Moment::InYear(year, YearPart::Month(last, MonthPart::Whole)), stop + 1),
            Some('初') if !cut => (Moment::InYear(year, YearPart::Month(first, MonthPart::Whole)), stop + 1),
            _ => (Moment::InYear(year, YearPart::Months(first, last)), stop),
        })
    }

    pub(super) fn month(self, at: usize, year: Year) -> Option<(Moment, usize)> {
        if year == Year::Missing && !self.starts_number(at) {
            return None;
        }
        let first = || self.has(at, "元月").then_some((1, at + 1));
        let (month, pos) = self.number(at, 12).or_else(first)?;
        if self.get(pos) != Some('月') || self.word(pos + 1, &["龄", "革命"]).is_some() {
            return None;
        }
        let end = if self.get(pos + 1) == Some('份') { pos + 2 } else { pos + 1 };
        let (part, end) = self.month_part(end);
        if let MonthPart::Day(day) = part {
            // No year has a 2月30日.
            Day::new(LEAP_YEAR, month, day)?;
        }
        Some((Moment::InYear(year, YearPart::Month(month, part)), end))
    }

    pub(super) fn month_part(self, at: usize) -> (MonthPart, usize) {
        if let Some((day, end)) = self.number(at, 31)
            && matches!(self.get(end), Some('日' | '号'))
        {
            return (MonthPart::Day(day), end + 1);
        }
        if let Some((part, end)) = self.entry(at, MONTH_PARTS) {
            let cut = end == at + 1 && self.get(end).is_some_and(|c| "中级次步一二三".contains(c));
            if !cut {
                return (part, end);
            }
        }
        if let Some(end) = self.word(at, &["最后一个", "的最后一个"])
            && let Some((day, end)) = self.word(end, WEEK).and_then(|end| self.weekday(end))
        {
            return (MonthPart::LastWeekday(day), end);
        }
        if let Some((nth, day, end)) = self.nth_week(at)
            && nth <= 5
        {
            return (day.map_or(MonthPart::Week(nth), |day| MonthPart::Weekday(nth, day)), end);
        }
        if let Some((stretch, end)) = self.stretch(self.word(at, &["的"]).unwrap_or(at)) {
            let part = match stretch {
                Stretch::Days(from, to) => MonthPart::Days(from, to),
                Stretch::Last(count) => MonthPart::LastDays(count),
            };
            return (part, end);
        }
        // 一月二十三 leaves it out at the end of a phrase.
        if let Some((day, end)) = self.number(at, 31)
            && day > 10
            && self.get(end).is_none_or(|c| !is_han(c))
            && self.before(at - 2).is_none_or(|c| !is_han(c) || c == '年')
            && self.get(at).is_some_and(is_han)
        {
            return (MonthPart::Day(day), end);
        }
        // 1月3 leaves out 日 only at the end of a phrase or of a range's first half.
        if let Some((day, end)) = self.number(at, 31)
            && arabic_digit(self.get(at).unwrap_or_default()).is_some()
            && self.get(end).is_none_or(|c| "，。、；）)至到".contains(c))
        {
            return (MonthPart::Day(day), end);
        }
        (MonthPart::Whole, at)
    }

    /// 昨（2）日: the day of the month stands in brackets.
    fn told_day(self, at: usize) -> Option<(Moment, usize)> {
        let (days, start) = self.entry(at, &[("昨", -1), ("今", 0), ("明", 1), ("前", -2)])?;
        let start = self.word(start, &["(", "（"])?;
        let (_, end) = self.number(start, 31)?;
        let end = self.word(end, &["日", ""])?;
        let end = self.word(self.word(end, &[")", "）"])?, &["日", "天", "晚"])?;
        Some((Moment::Day(days), end))
    }

    /// 上个月15日, 本月底.
    fn offset_month(self, (moment, end): (Moment, usize)) -> Option<(Moment, usize)> {
        let (part, stop) = self.month_part(end);
        match moment {
            Moment::Month(offset, MonthPart::Whole) => Some((Moment::Month(offset, part), stop)),
            Moment::ToldMonth(_) => Some((Moment::ToldMonth(part), stop)),
            _ => None,
        }
    }

    /// 15日 in an issue is a day of its month; 3日内, 7日游 are not.
    pub(super) fn day_of_month(self, at: usize) -> Option<(Moment, usize)> {
        if !self.starts_number(at) || self.before(at).is_some_and(|c| "近连每月内".contains(c)) {
            return None;
        }
        let (day, end) = self.number(at, 31)?;
        let arabic = self.get(at).and_then(arabic_digit).is_some();
        let cut = self.get(end + 1).is_some_and(|c| "内游间均龄志报本元常益子程光照出落夜谈行".contains(c));
        let full = arabic || end - at >= 2;
        // 12号 is a day but where it is a house, a line or a ship.
        let number = arabic
            && !self.before(at).is_some_and(|c| "路街巷道弄里区院楼栋".contains(c))
            && !self
                .get(end + 1)
                .is_some_and(|c| "楼院线文令馆厅厂井店地坝桥门机车床公台站员码煤矿房坑船艇别牌工选种".contains(c));
        let is_day = self.get(end) == Some('日') || self.get(end) == Some('号') && number;
        (is_day && full && !cut).then_some((Moment::DayOfMonth(day), end + 1))
    }
}
