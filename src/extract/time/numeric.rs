//! Dates in figures alone: 2024-03-05, 3-7-2017, 20240307, 11/3日.

use super::expression::{Moment, MonthPart, Year, YearPart};
use super::text::Text;
use crate::model::{Day, MONTHS};
use crate::text::arabic_digit;

/// A year that has every day there is.
pub(super) const LEAP_YEAR: i16 = 2024;

impl Text<'_> {
    pub(super) fn iso(self, at: usize) -> Option<(Moment, usize)> {
        let (year, pos) = self.year_digits(at)?;
        let mark = self.get(pos).filter(|c| matches!(c, '-' | '/' | '.' | '．' | '－' | '／' | '·' | '—' | ' '))?;
        let start = pos;
        let (month, pos) = self.number(pos + 1, 12)?;
        // 2024-03/05, as the addresses of e-papers have it.
        let is_mixed = mark == '-' && self.get(pos) == Some('/');
        if self.get(pos) != Some(mark) && !(is_mixed && self.number(pos + 1, 31).is_some()) {
            let two_digits = self.before(pos - 1).and_then(arabic_digit).is_some();
            let stops = !matches!(self.get(pos), Some('年' | '月' | '-' | '.' | '/' | '%' | '％' | '万' | '亿'));
            let whole = !matches!(mark, '.' | '．' | ' ' | '·' | '—') && two_digits && stops;
            return whole
                .then_some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Whole)), pos));
        }
        let (day, pos) = self.number(pos + 1, 31).or_else(|| self.day_before_clock(pos + 1))?;
        // 2010 01 29: blanks part a date only where all its digits are written.
        if mark == ' ' && pos != start + 6 {
            return None;
        }
        Some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Day(day))), pos))
    }

    /// 2024-03-0510:09: the page has lost the blank before the hour.
    fn day_before_clock(self, at: usize) -> Option<(u8, usize)> {
        let digit = |at: usize| self.get(at).and_then(arabic_digit);
        let colon = matches!(self.get(at + 4), Some(':' | '：'));
        let hour = 10 * digit(at + 2)? + digit(at + 3)?;
        let day = 10 * digit(at)? + digit(at + 1)?;
        (colon && hour <= 24 && (1..=31).contains(&day)).then_some((day as u8, at + 2))
    }

    /// A year that is all of a text, as in a table.
    pub(super) fn bare_year(self, at: usize) -> Option<(Moment, usize)> {
        let (year, end) = self.arabic_year(at).filter(|&(_, end)| at == 0 && end == self.chars.len())?;
        Some((Moment::InYear(Year::Printed(year), YearPart::Whole), end))
    }

    /// 3-7-2017, 13.5.2015: a day before its month where the year is the last.
    pub(super) fn day_first(self, at: usize) -> Option<(Moment, usize)> {
        let (day, pos) = self.number(at, 31).filter(|_| self.starts_number(at))?;
        let mark = self.get(pos).filter(|c| matches!(c, '-' | '/' | '.'))?;
        let (month, pos) = self.number(pos + 1, 12)?;
        let (year, end) = self.arabic_year(pos + 1).filter(|_| self.get(pos) == Some(mark))?;
        Day::new(year, month, day)?;
        Some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Day(day))), end))
    }

    /// March 5, 2024, in the heads of pages.
    pub(super) fn english(self, at: usize) -> Option<(Moment, usize)> {
        let (month, start) =
            (1_u8..).zip(MONTHS).find_map(|(month, name)| Some((month, self.word(at, &[name, &name[..3]])?)))?;
        let skip = |at: usize| (at..).find(|&at| !self.get(at).is_some_and(|c| " ,，.".contains(c))).unwrap_or(at);
        let (day, pos) = self.number(skip(start), 31).filter(|_| skip(start) > start)?;
        let (year, end) = self.arabic_year(skip(pos)).filter(|_| skip(pos) > pos)?;
        Day::new(year, month, day)?;
        Some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Day(day))), end))
    }

    /// 11/3日 in notices.
    pub(super) fn slashed(self, at: usize) -> Option<(Moment, usize)> {
        let (month, pos) = self.number(at, 12).filter(|_| self.starts_number(at))?;
        let (day, end) = self.number(pos + 1, 31).filter(|_| matches!(self.get(pos), Some('/' | '／')))?;
        Day::new(LEAP_YEAR, month, day).filter(|_| matches!(self.get(end), Some('日' | '号')))?;
        Some((Moment::InYear(Year::Missing, YearPart::Month(month, MonthPart::Day(day))), end + 1))
    }

    /// Eight digits that can be a day of our time: 20240307.
    pub(super) fn compact(self, at: usize) -> Option<(Moment, usize)> {
        let digits: Vec<u32> = (at..).map_while(|at| self.get(at).and_then(arabic_digit)).take(9).collect();
        if digits.len() != 8 || !self.starts_number(at) || self.get(at + 8).is_some_and(|c| "万亿元.．".contains(c))
        {
            return None;
        }
        let value = |range: std::ops::Range<usize>| digits[range].iter().fold(0, |value, digit| value * 10 + digit);
        let (year, month, day) = (value(0..4) as i16, value(4..6) as u8, value(6..8) as u8);
        Day::new(year, month, day).filter(|_| (1900..2100).contains(&year))?;
        Some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Day(day))), at + 8))
    }
}
