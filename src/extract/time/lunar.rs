//! Dates of the lunar calendar and of reigns: 正月初五, 农历八月十五, 民国三年, 康熙二十年.
//!
//! A reign's months are lunar ones of years that are not reckoned here: they are read with the year, so that no part of
//! them is taken for a date of the common calendar.

use super::almanac::LunarDate;
use super::expression::{Moment, Year, YearPart};
use super::festival::{Festival, SHORT_FESTIVALS};
use super::text::Text;
use crate::text::chinese_digit;

pub(super) const CALENDAR: &[&str] = &["农历", "阴历", "旧历", "夏历"];

/// Reigns that papers tell of, from the Tang to the Qing, and the year each began with. The text is folded before it is read, so
/// that 乾隆 has become 干隆.
#[rustfmt::skip]
pub(super) const REIGNS: &[(&str, i16)] = &[
    ("贞观", 627), ("神龙", 705), ("开元", 713), ("天宝", 742), ("建隆", 960), ("熙宁", 1068), ("元丰", 1078), ("崇宁", 1102),
    ("宣和", 1119),  ("至元", 1264), ("洪武", 1368), ("永乐", 1403), ("宣德", 1426), ("正统", 1436), ("成化", 1465), ("弘治", 1488), ("正德", 1506),
    ("嘉靖", 1522), ("隆庆", 1567), ("万历", 1573), ("天启", 1621), ("崇祯", 1628), ("顺治", 1644), ("康熙", 1662),
    ("雍正", 1723), ("干隆", 1736), ("嘉庆", 1796), ("道光", 1821), ("咸丰", 1851), ("同治", 1862), ("光绪", 1875),
    ("宣统", 1909),
];

impl Text<'_> {
    /// 农历正月初一, 正月初五, 大年初三, 腊月二十三, 五月初五.
    pub(super) fn lunar(self, at: usize, year: Year) -> Option<(Moment, usize)> {
        let named = self.word(at, CALENDAR);
        let start = named.unwrap_or(at);
        let (year, start) = match self.year(start) {
            Some((printed, end)) if named.is_some() => (printed, end),
            _ => (year, start),
        };
        let in_year = |festival| Moment::InYear(year, YearPart::Festival(festival));
        if named.is_some()
            && let Some((festival, end)) = self.festival(start).or_else(|| self.entry(start, SHORT_FESTIVALS))
        {
            return Some((in_year(festival), end));
        }
        if let Some(end) = self.word(start, &["大年"]) {
            let (day, end) = self.lunar_day(end).filter(|_| self.has(end, "初"))?;
            return Some((in_year(Festival::Lunar(LunarDate::of(1, day))), end));
        }
        let (month, is_leap, end) = self.lunar_month(start)?;
        let certain = named.is_some() || self.word(start, &["正月", "腊月", "闰"]).is_some();
        // 八月十五 is the festival where neither 日 nor a printed year says otherwise.
        let says = |day, stop| {
            let is_full_moon = day == 15
                && self.get(end) == Some('十')
                && stop == end + 2
                && !matches!(year, Year::Printed(_))
                && self.get(start).and_then(chinese_digit).is_some();
            certain || is_full_moon || self.has(end, "初") || self.has(end, "廿")
        };
        let day = self.lunar_day(end).filter(|&(day, stop)| says(day, stop));
        let (day, stop) = match day {
            Some(found) => found,
            None if certain => (0, end),
            None => return None,
        };
        Some((in_year(Festival::Lunar(LunarDate { month, is_leap, day })), stop))
    }

    /// The month, and whether it is a leap month.
    fn lunar_month(self, at: usize) -> Option<(u8, bool, usize)> {
        for (word, month) in [("正月", 1), ("腊月", 12), ("冬月", 11)] {
            if self.has(at, word) {
                return Some((month, false, at + 2));
            }
        }
        let start = self.word(at, &["闰"]).unwrap_or(at);
        let (month, end) = self.number(start, 12).filter(|_| self.starts_number(start))?;
        (self.get(end) == Some('月')).then_some((month, start > at, end + 1))
    }

    fn lunar_day(self, at: usize) -> Option<(u8, usize)> {
        let start = self.word(at, &["初"]);
        let (day, end) = self.number(start.unwrap_or(at), if start.is_some() { 10 } else { 30 })?;
        Some((day, self.word(end, &["日", "号"]).unwrap_or(end)))
    }

    /// 民国三年: its calendar is the common one.
    pub(super) fn republic(self, at: usize) -> Option<(Year, usize)> {
        let (year, end) = self.year_of_reign(self.word(at, &["民国"])?)?;
        (year <= 38).then_some((Year::Printed(1911 + year), end))
    }

    /// 康熙二十年五月: the year; its months are lunar ones.
    pub(super) fn reign(self, at: usize) -> Option<(Moment, usize)> {
        let (first, start) = self.entry(at, REIGNS)?;
        let (year, end) = self.year_of_reign(start).filter(|&(year, _)| year <= 61)?;
        let month = self.lunar_month(end).map(|(_, _, end)| self.lunar_day(end).map_or(end, |(_, end)| end));
        let named =
            self.lunar(end, Year::Missing).map(|(_, end)| end).or_else(|| self.word(end, &["大年三十", "除夕"]));
        let stop = month.max(named).unwrap_or(end);
        let year = first + year - 1;
        Some((Moment::Years(year, year), stop))
    }

    fn year_of_reign(self, at: usize) -> Option<(i16, usize)> {
        let (year, end) = match self.word(at, &["元"]) {
            Some(end) => (1, end),
            None => self.number(at, 61)?,
        };
        (self.get(end) == Some('年')).then_some((i16::from(year), end + 1))
    }
}
