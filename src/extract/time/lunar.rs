//! Dates of the lunar calendar and of reigns: 正月初五, 农历八月十五, 民国三年, 康熙二十年.
//!
//! Of the lunar calendar only the days that hang on a festival's are reckoned. Other lunar dates are read as a whole, so
//! that no part of them is taken for a date of the common calendar, but have no days.

use super::expression::{Moment, Year, YearPart};
use super::festival::Festival;
use super::text::Text;

const CALENDAR: &[&str] = &["农历", "阴历", "旧历", "夏历"];

/// Reigns of the Ming and Qing and the year each began with.
#[rustfmt::skip]
const REIGNS: &[(&str, i16)] = &[
    ("洪武", 1368), ("永乐", 1403), ("宣德", 1426), ("正统", 1436), ("成化", 1465), ("弘治", 1488), ("正德", 1506),
    ("嘉靖", 1522), ("隆庆", 1567), ("万历", 1573), ("天启", 1621), ("崇祯", 1628), ("顺治", 1644), ("康熙", 1662),
    ("雍正", 1723), ("乾隆", 1736), ("嘉庆", 1796), ("道光", 1821), ("咸丰", 1851), ("同治", 1862), ("光绪", 1875),
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
        let festival = |festival| Moment::InYear(year, YearPart::Festival(festival));
        if let Some(end) = self.word(start, &["大年"]) {
            let (day, end) = self.lunar_day(end).filter(|_| self.has(end, "初"))?;
            return Some((festival(Festival::FromNewYear(i32::from(day) - 1)), end));
        }
        let (month, end) = self.lunar_month(start)?;
        let day = self.lunar_day(end);
        let certain = named.is_some() || self.word(start, &["正月", "腊月", "闰"]).is_some();
        let Some((day, stop)) = day.filter(|_| certain || self.has(end, "初") || self.has(end, "廿")) else {
            return certain.then_some((Moment::Unknown, end));
        };
        let moment = match (month, day) {
            (1, 1..=29) => festival(Festival::FromNewYear(i32::from(day) - 1)),
            (5, 5) => festival(Festival::DragonBoat),
            (8, 15) => festival(Festival::MidAutumn),
            _ => Moment::Unknown,
        };
        Some((moment, stop))
    }

    /// The month, 0 for a leap month.
    fn lunar_month(self, at: usize) -> Option<(u8, usize)> {
        for (word, month) in [("正月", 1), ("腊月", 12), ("冬月", 11)] {
            if self.has(at, word) {
                return Some((month, at + 2));
            }
        }
        let start = self.word(at, &["闰"]).unwrap_or(at);
        let (month, end) = self.number(start, 12).filter(|_| self.starts_number(start))?;
        (self.get(end) == Some('月')).then_some((if start > at { 0 } else { month }, end + 1))
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
        let month = self.lunar_month(end);
        let stop = month.map_or(end, |(_, end)| self.lunar_day(end).map_or(end, |(_, end)| end));
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
