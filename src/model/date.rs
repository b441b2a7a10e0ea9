use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The English names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A civil day of the proleptic Gregorian calendar, years 1 to 9999. Written `2024-03-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day, or `None` where the calendar has no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Day> {
        let real =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        real.then_some(Day { year, month, day })
    }

    /// The first day of a month.
    pub fn first_of(year: i16, month: u8) -> Option<Day> {
        Day::new(year, month, 1)
    }

    /// The last day of a month.
    pub fn last_of(year: i16, month: u8) -> Option<Day> {
        if !(1..=12).contains(&month) {
            return None;
        }
        Day::new(year, month, days_in_month(year, month))
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day `days` later (earlier where negative); `None` beyond the calendar's ends.
    pub fn plus_days(self, days: i32) -> Option<Day> {
        Day::from_days(self.to_days().checked_add(days)?)
    }

    /// Days since 1970-01-01. Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn to_days(self) -> i32 {
        let (month, day) = (i32::from(self.month), i32::from(self.day));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The inverse of [`Day::to_days`].
    pub fn from_days(days: i32) -> Option<Day> {
        let shifted = days.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = (shifted_month + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        Day::new(i16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }
}

fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date as precise as its source: a year, a month or a day. Written `2024`, `2024-03`, `2024-03-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// A year, no more.
    Year(i16),
    /// A month of a year.
    Month(i16, u8),
    /// A full day.
    Day(Day),
}

impl PartialDate {
    /// The first day it can mean.
    pub fn first_day(self) -> Option<Day> {
        match self {
            PartialDate::Year(year) => Day::first_of(year, 1),
            PartialDate::Month(year, month) => Day::first_of(year, month),
            PartialDate::Day(day) => Some(day),
        }
    }

    /// The last day it can mean.
    pub fn last_day(self) -> Option<Day> {
        match self {
            PartialDate::Year(year) => Day::last_of(year, 12),
            PartialDate::Month(year, month) => Day::last_of(year, month),
            PartialDate::Day(day) => Some(day),
        }
    }

    /// The year it lies in.
    pub fn year(self) -> i16 {
        match self {
            PartialDate::Year(year) | PartialDate::Month(year, _) => year,
            PartialDate::Day(day) => day.year(),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PartialDate::Day(day) => day.fmt(f),
        }
    }
}

/// A text that is no date of the form asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct NotADate(String);

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        parse_partial(text).ok_or_else(|| NotADate(text.to_owned()))
    }
}

fn parse_partial(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let Some(month) = parts.next() else {
        Day::first_of(year, 1)?;
        return Some(PartialDate::Year(year));
    };
    let month = u8::try_from(digits(month, 2)?).ok()?;
    let Some(day) = parts.next() else {
        Day::first_of(year, month)?;
        return Some(PartialDate::Month(year, month));
    };
    let day = u8::try_from(digits(day, 2)?).ok()?;
    if parts.next().is_some() {
        return None;
    }
    Day::new(year, month, day).map(PartialDate::Day)
}

fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

impl FromStr for Day {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        match parse_partial(text) {
            Some(PartialDate::Day(day)) => Ok(day),
            _ => Err(NotADate(text.to_owned())),
        }
    }
}

/// A date, or the range that the source leaves open, both ends inclusive. Written `2024-03` or `2024-02/2024-03`
/// (the interval form of ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateRange {
    /// The earliest it can be.
    pub first: PartialDate,
    /// The latest it can be; the same as `first` where there is no range.
    pub last: PartialDate,
}

impl DateRange {
    /// The year, where both ends lie in the same one.
    pub fn year(self) -> Option<i16> {
        (self.first.year() == self.last.year()).then(|| self.first.year())
    }
}

impl From<PartialDate> for DateRange {
    fn from(date: PartialDate) -> Self {
        DateRange { first: date, last: date }
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        if self.first != self.last {
            write!(f, "/{}", self.last)?;
        }
        Ok(())
    }
}

impl FromStr for DateRange {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        match text.split_once('/') {
            None => Ok(PartialDate::from_str(text)?.into()),
            Some((first, last)) => {
                let range = DateRange { first: first.parse()?, last: last.parse()? };
                if range.first.first_day() > range.last.last_day() {
                    return Err(NotADate(text.to_owned()));
                }
                Ok(range)
            }
        }
    }
}

/// Dates travel as their written form, in JSON and in the archive alike.
macro_rules! as_written {
    ($($date:ty),*) => {$(
        impl Serialize for $date {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $date {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    )*};
}

as_written!(Day, DateRange);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_six_centuries_comes_back_from_its_number() {
        let first = Day::new(1600, 1, 1).unwrap().to_days();
        let mut before = Day::from_days(first - 1).unwrap();
        for number in first..Day::new(2200, 1, 1).unwrap().to_days() {
            let day = Day::from_days(number).unwrap();
            assert_eq!(day.to_days(), number);
            assert!(before < day, "{before} stands before {day}");
            before = day;
        }
        let epoch = Day::new(1970, 1, 1).unwrap();
        assert_eq!(epoch.to_days(), 0);
        assert_eq!((epoch.plus_days(i32::MAX), epoch.plus_days(i32::MIN)), (None, None));
        assert_eq!(Day::new(1971, 1, 1).unwrap().plus_days(i32::MAX), None);
    }

    #[test]
    fn reads_what_it_writes_and_refuses_the_rest() {
        for text in ["2024", "2024-03", "2024-02-29", "2024-02/2024-03", "2023/2024-01-05"] {
            assert_eq!(text.parse::<DateRange>().unwrap().to_string(), text);
        }
        for text in
            ["", "24", "2023-02-29", "2024-13", "2024-3", "2024-03-01-01", "2024-03/2024-02", "二〇二四", "0000"]
        {
            assert!(text.parse::<DateRange>().is_err(), "{text} is no date");
        }
    }
}
