//! Days of the calendar: moved by counts of units, and the first and last of a part of a year, quarter or month.

use super::expression::{MonthPart, QuarterPart, Unit, YearPart};
use super::festival::nth_weekday;
use crate::model::Day;

/// Days counted in months or years are known to the month or year.
pub(super) fn widen((from, to): (Day, Day), unit: Unit) -> (Day, Day) {
    let months =
        |from: Day, to: Day| Some((Day::first_of(from.year(), from.month())?, Day::last_of(to.year(), to.month())?));
    match unit {
        Unit::Day | Unit::Week => Some((from, to)),
        Unit::Month | Unit::Quarter | Unit::HalfYear => months(from, to),
        Unit::Year => Day::first_of(from.year(), 1).zip(Day::last_of(to.year(), 12)),
    }
    .unwrap_or((from, to))
}

/// A day moved by a count of units; the day of the month is kept where the month has it, and half a month is 15 days.
pub(super) fn shift(day: Day, count: f64, unit: Unit) -> Option<Day> {
    let months = match unit {
        Unit::Day => return day.plus_days(count.round() as i32),
        Unit::Week => return day.plus_days((7.0 * count).round() as i32),
        Unit::Month => count,
        Unit::Quarter => 3.0 * count,
        Unit::HalfYear => 6.0 * count,
        Unit::Year => 12.0 * count,
    };
    let (year, month) = add_months(day.year(), day.month(), months.trunc() as i32)?;
    let moved = Day::new(year, month, day.day()).or_else(|| Day::last_of(year, month))?;
    moved.plus_days((30.0 * months.fract()).round() as i32)
}

pub(super) fn add_months(year: i16, month: u8, months: i32) -> Option<(i16, u8)> {
    let index = months.checked_add(i32::from(year) * 12 + i32::from(month) - 1)?;
    let year = i16::try_from(index.div_euclid(12)).ok()?;
    let month = u8::try_from(index.rem_euclid(12)).ok()? + 1;
    Day::first_of(year, month).map(|_| (year, month))
}

pub(super) fn span_in(year: i16, part: YearPart) -> Option<(Day, Day)> {
    match part {
        YearPart::Whole => Day::first_of(year, 1).zip(Day::last_of(year, 12)),
        YearPart::Months(from, to) => Day::first_of(year, from).zip(Day::last_of(year, to)),
        YearPart::Winter => Day::first_of(year, 12).zip(Day::last_of(year + 1, 2)),
        YearPart::Month(month, part) => days_of(year, month, part),
        YearPart::Festival(festival) => festival.days(year),
        YearPart::Eve(festival) => {
            let eve = festival.days(year)?.0.plus_days(-1)?;
            Some((eve, eve))
        }
        YearPart::Week(nth) => {
            let monday = nth_weekday(year, 1, nth, 0)?;
            Some((monday, monday.plus_days(6)?))
        }
        YearPart::Days(from, to) => {
            let eve = Day::first_of(year, 1)?.plus_days(-1)?;
            eve.plus_days(i32::from(from)).zip(eve.plus_days(i32::from(to)))
        }
        YearPart::LastDays(count) => last_days(Day::last_of(year, 12)?, count),
    }
}

fn last_days(last: Day, count: u8) -> Option<(Day, Day)> {
    Some((last.plus_days(1 - i32::from(count))?, last))
}

/// The months of the quarter so many quarters from the one a day lies in.
pub(super) fn quarter(day: Day, quarters: i32, part: QuarterPart) -> Option<(Day, Day)> {
    let (year, first) = add_months(day.year(), (day.month() - 1) / 3 * 3 + 1, 3 * quarters)?;
    let (from, to) = match part {
        QuarterPart::Whole => (first, first + 2),
        QuarterPart::Beginning => (first, first),
        QuarterPart::End => (first + 2, first + 2),
    };
    Day::first_of(year, from).zip(Day::last_of(year, to))
}

pub(super) fn days_of(year: i16, month: u8, part: MonthPart) -> Option<(Day, Day)> {
    match part {
        MonthPart::Whole => Day::first_of(year, month).zip(Day::last_of(year, month)),
        MonthPart::Day(day) => Day::new(year, month, day).map(|day| (day, day)),
        MonthPart::Week(nth) => {
            let monday = nth_weekday(year, month, nth, 0)?;
            Some((monday, monday.plus_days(6)?))
        }
        MonthPart::Weekday(nth, weekday) => nth_weekday(year, month, nth, weekday).map(|day| (day, day)),
        MonthPart::LastWeekday(weekday) => {
            let last = Day::last_of(year, month)?;
            let back = (last.to_days() + 3 - i32::from(weekday)).rem_euclid(7);
            last.plus_days(-back).map(|day| (day, day))
        }
        MonthPart::Days(from, to) => {
            Day::new(year, month, from).zip(Day::new(year, month, to).or_else(|| Day::last_of(year, month)))
        }
        MonthPart::LastDays(count) => last_days(Day::last_of(year, month)?, count),
    }
}
