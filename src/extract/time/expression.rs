//! What an expression of time says, before anything is known about the day it was printed.

use super::festival::Festival;

/// A year as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// In figures: 2024年.
    Printed(i16),
    /// Years from the issue: 去年 is -1.
    Offset(i16),
    /// Years from the year just told of: 当年 is 0, 次年 is 1.
    Told(i16),
    /// By the year that governs the passage, else by the issue: 全年, 年底.
    Governing,
    /// Not at all: 3月.
    Missing,
}

/// A part of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MonthPart {
    Whole,
    /// A day of it.
    Day(u8),
    /// From one day to another; 31 stands for the last.
    Days(u8, u8),
    /// So many days up to its end.
    LastDays(u8),
    /// The week that begins with its first, second … Monday.
    Week(u8),
    /// Its first, second … such day of the week, Monday 0 to Sunday 6.
    Weekday(u8, u8),
    /// Its last such day of the week.
    LastWeekday(u8),
}

/// A part of a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuarterPart {
    Whole,
    /// Its first month.
    Beginning,
    /// Its last month.
    End,
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearPart {
    Month(u8, MonthPart),
    /// From one month to another, both inclusive.
    Months(u8, u8),
    /// From December to February, named by the year it begins in.
    Winter,
    Festival(Festival),
    /// The day before it: 清明节前夕.
    Eve(Festival),
    /// The week that begins with its first, second … Monday.
    Week(u8),
    /// From one of its days to another, counted from the first.
    Days(u8, u8),
    /// So many days up to its end.
    LastDays(u8),
    Whole,
}

/// One stretch of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Moment {
    InYear(Year, YearPart),
    /// Months from the issue: 上个月 is -1.
    Month(i32, MonthPart),
    /// Quarters from the issue: 上季度 is -1.
    Quarter(i32, QuarterPart),
    /// A day of the month that holds: 15日.
    DayOfMonth(u8),
    /// Days from the issue: 昨日 is -1.
    Day(i32),
    /// The day of the issue, so many years from it: 去年今日 is -1.
    SameDay(i16),
    /// Weeks from the issue, and the days of that week, Monday 0 to Sunday 6.
    Week(i32, u8, u8),
    /// The time just told of, and days after it: 当日, 次日.
    ToldDay(i32),
    /// The month just told of, or a part of it: 当月15日.
    ToldMonth(MonthPart),
    /// About the day of the issue: 近日, 目前.
    Now,
    /// From one printed year to another: decades, centuries, eras.
    Years(i16, i16),
    /// From one known day to another: 党的十八大.
    Days((i16, u8, u8), (i16, u8, u8)),
}

/// A unit that time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// An expression of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Expression {
    At(Moment),
    /// 3月至5月.
    Between(Moment, Moment),
    /// 2023年以来, 2020年至今.
    Since(Moment),
    /// 2012年以后.
    After(Moment),
    /// 6月底前.
    Until(Moment),
    /// 近三年: the time up to the issue.
    Past(f64, Unit),
    /// 三年多以来: the beginning is known to the unit.
    PastAndMore(f64, Unit),
    /// 未来五年: the time from the issue on.
    Coming(f64, Unit),
    /// 三天前.
    Ago(f64, Unit),
    /// 三年以前: the time up to then.
    UntilAgo(f64, Unit),
    /// 三年以后: the time from then on.
    FromLater(f64, Unit),
    /// 3个月后.
    Later(f64, Unit),
    /// 近年来: it ends with the issue, and begins nobody says when.
    LongPast,
}
