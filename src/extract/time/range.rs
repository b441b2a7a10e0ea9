//! Times from one to another: 3月至5月, 3月1日（周五）至5日, 2020—2024年, 2007年与2009年之间.

use super::expression::{Expression, Moment, MonthPart, Year, YearPart};
use super::text::Text;
use super::week::WEEK;
use super::words::{JOINED, TO};
use crate::text::arabic_digit;

impl Text<'_> {
    /// The hour that joins the first end of a range: 3月7日22时至3月8日6时, 12日9:00—13日18:00.
    fn clock(self, end: usize) -> usize {
        let midnight = || self.word(end, &["零", "0", "00"]);
        let Some(hour) = self.number(end, 24).map(|(_, hour)| hour).or_else(midnight) else { return end };
        let minutes = |at: usize| self.number(at, 59).map(|(_, end)| end);
        match self.get(hour) {
            Some(':' | '：') if self.has(hour + 1, "00") => hour + 3,
            Some(':' | '：') => minutes(hour + 1).unwrap_or(end),
            Some('时' | '点') => minutes(hour + 1)
                .and_then(|at| self.word(at, &["分"]))
                .unwrap_or_else(|| self.word(hour + 1, &["半", "整", "许", "左右"]).unwrap_or(hour + 1)),
            _ => end,
        }
    }

    /// 3月1日（周五）: the weekday of a day stands in brackets behind it.
    fn after_weekday(self, end: usize) -> usize {
        let after = || {
            let at = self.word(self.word(end, &["(", "（"])?, WEEK)?;
            let (_, at) = self.weekday(at)?;
            self.word(self.day_part(at), &[")", "）"])
        };
        let is_day = self.before(end).is_some_and(|c| matches!(c, '日' | '号') || arabic_digit(c).is_some());
        after().filter(|_| is_day).unwrap_or(end)
    }

    pub(super) fn range(self, at: usize) -> Option<(Expression, usize)> {
        if let Some(found) = self.short_range(at) {
            return Some(found);
        }
        if let Some(((from, to), end)) = self.entry(at, JOINED) {
            return Some((Expression::Between(from, to), end));
        }
        let (first, end) = self.moment(at)?;
        let end = self.after_weekday(end);
        let middle = self.clock(self.day_part(end));
        if let Some(start) = self.word(middle, TO) {
            let start = self.word(start, &["了"]).unwrap_or(start);
            if let Some((last, stop)) = self.moment(start).or_else(|| self.bare_day(start, first)) {
                if last == Moment::Now {
                    return Some((Expression::Since(first), stop));
                }
                return Some((Expression::Between(first, last), self.after_weekday(stop)));
            }
        }
        // 2007年与2009年之间.
        if let Some(start) = self.word(middle, &["与", "和"])
            && let Some((last, stop)) = self.moment(start)
            && let Some(stop) = self.word(stop, &["之间", "间"])
        {
            return Some((Expression::Between(first, last), stop));
        }
        Some((Expression::At(first), end))
    }

    /// Ranges whose first end leaves out its unit: 2020—2024年, 3至5月, 3月1—5日, 今年1至11月.
    pub(super) fn short_range(self, at: usize) -> Option<(Expression, usize)> {
        if let Some((from, pos)) = self.year_digits(at)
            && let Some(start) = self.word(pos, TO)
            && let Some((last @ Moment::InYear(Year::Printed(to), _), end)) = self.in_year(start)
            && from <= to
        {
            return Some((Expression::Between(Moment::InYear(Year::Printed(from), YearPart::Whole), last), end));
        }
        if let Some(found) = self.dotted_range(at).or_else(|| self.bare_years(at)) {
            return Some(found);
        }
        let (year, pos) = self.year(at).unwrap_or((Year::Missing, at));
        if let Some((from, after)) = self.number(pos, 12)
            && let Some(start) = self.word(after, TO)
            && let Some((to, end)) = self.number(start, 12)
            && self.get(end) == Some('月')
            && from <= to
            && self.starts_number(pos)
        {
            let end = if self.get(end + 1) == Some('份') { end + 2 } else { end + 1 };
            if self.number(end, 31).is_none_or(|(_, end)| self.get(end) != Some('日')) {
                return Some((Expression::At(Moment::InYear(year, YearPart::Months(from, to))), end));
            }
        }
        if let Some((month, after)) = self.number(pos, 12)
            && self.get(after) == Some('月')
            && let Some((from, middle)) = self.number(after + 1, 31)
            && let Some(start) = self.word(middle, TO).or_else(|| self.word(middle, &["、"]))
            && let Some((to, end)) = self.number(start, 31)
            && matches!(self.get(end), Some('日' | '号'))
            && from <= to
            && self.starts_number(pos)
        {
            let part = YearPart::Month(month, MonthPart::Days(from, to));
            return Some((Expression::At(Moment::InYear(year, part)), end + 1));
        }
        None
    }

    /// 1999.08-2002.02: a month with a point stands only in a range, else it is a number.
    fn dotted_range(self, at: usize) -> Option<(Expression, usize)> {
        let (first, pos) = self.dotted_month(at)?;
        let start = self.word(pos, TO)?;
        let (last, end) = self.dotted_month(start).or_else(|| {
            let (year, end) = self.year_digits(start)?;
            Some((Moment::InYear(Year::Printed(year), YearPart::Whole), end))
        })?;
        Some((Expression::Between(first, last), end))
    }

    fn dotted_month(self, at: usize) -> Option<(Moment, usize)> {
        let (year, pos) = self.year_digits(at)?;
        let (month, end) = self.number(pos + 1, 12).filter(|_| matches!(self.get(pos), Some('.' | '．')))?;
        (end == pos + 3).then_some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Whole)), end))
    }

    /// 从2016到2018: two years of our time in a range need no 年, unless they count something.
    fn bare_years(self, at: usize) -> Option<(Expression, usize)> {
        let recent = |&(year, _): &(i16, usize)| (1900..2100).contains(&year);
        let (from, pos) = self.year_digits(at).filter(recent)?;
        let (to, end) = self.year_digits(self.word(pos, TO)?).filter(recent)?;
        let led = self.before(at).is_none_or(|c| "从在自由（(，".contains(c));
        let free = self.get(end).is_none_or(|c| "，。、；）)年学赛财".contains(c));
        let year = |year| Moment::InYear(Year::Printed(year), YearPart::Whole);
        (from < to && led && free).then_some((Expression::Between(year(from), year(to)), end))
    }

    /// The second end of 3月1日至5日 or 2020年1月至6月 leaves out what the first has said; a day needs its 日.
    pub(super) fn bare_day(self, at: usize, first: Moment) -> Option<(Moment, usize)> {
        let (day, end) = self.number(at, 31)?;
        if !matches!(self.get(end), Some('日' | '号')) {
            return None;
        }
        match first {
            Moment::InYear(year, YearPart::Month(month, MonthPart::Day(_))) => {
                Some((Moment::InYear(year, YearPart::Month(month, MonthPart::Day(day))), end + 1))
            }
            _ => None,
        }
    }
}
