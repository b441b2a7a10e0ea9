//! Days that are called by name.

use super::almanac::{LunarDate, lunar_days, solar_term};
use crate::model::Day;

/// A festival, by how its day is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Festival {
    /// The same day every year.
    Fixed(u8, u8),
    /// A date of the lunar calendar.
    Lunar(LunarDate),
    /// The day before the first of the lunar year.
    NewYearsEve,
    /// A solar term: 0 is 小寒 in January, 23 is 冬至 in December.
    SolarTerm(u8),
    /// The first, second … such day of the week (Monday 0 to Sunday 6) of a month.
    Weekday(u8, u8, u8),
}

const NEW_YEAR: Festival = Festival::Lunar(LunarDate::of(1, 1));
const LANTERNS: Festival = Festival::Lunar(LunarDate::of(1, 15));
const DRAGON_BOAT: Festival = Festival::Lunar(LunarDate::of(5, 5));
const MID_AUTUMN: Festival = Festival::Lunar(LunarDate::of(8, 15));
const DOUBLE_NINTH: Festival = Festival::Lunar(LunarDate::of(9, 9));

/// Names of festivals, the longer before the shorter that they begin with.
pub(super) const FESTIVALS: &[(&str, Festival)] = &[
    ("元旦", Festival::Fixed(1, 1)),
    ("情人节", Festival::Fixed(2, 14)),
    ("国际劳动妇女节", Festival::Fixed(3, 8)),
    ("三八妇女节", Festival::Fixed(3, 8)),
    ("“三八”妇女节", Festival::Fixed(3, 8)),
    ("“三八”节", Festival::Fixed(3, 8)),
    ("三八节", Festival::Fixed(3, 8)),
    ("妇女节", Festival::Fixed(3, 8)),
    ("植树节", Festival::Fixed(3, 12)),
    ("清明节", Festival::SolarTerm(6)),
    ("清明假期", Festival::SolarTerm(6)),
    ("愚人节", Festival::Fixed(4, 1)),
    ("五一国际劳动节", Festival::Fixed(5, 1)),
    ("“五一”国际劳动节", Festival::Fixed(5, 1)),
    ("国际劳动节", Festival::Fixed(5, 1)),
    ("五一劳动节", Festival::Fixed(5, 1)),
    ("劳动节", Festival::Fixed(5, 1)),
    ("“五一”假期", Festival::Fixed(5, 1)),
    ("五一假期", Festival::Fixed(5, 1)),
    ("“五一”期间", Festival::Fixed(5, 1)),
    ("五四青年节", Festival::Fixed(5, 4)),
    ("青年节", Festival::Fixed(5, 4)),
    ("六一儿童节", Festival::Fixed(6, 1)),
    ("“六一”儿童节", Festival::Fixed(6, 1)),
    ("儿童节", Festival::Fixed(6, 1)),
    ("建党节", Festival::Fixed(7, 1)),
    ("建军节", Festival::Fixed(8, 1)),
    ("教师节", Festival::Fixed(9, 10)),
    ("国庆节", Festival::Fixed(10, 1)),
    ("国庆假期", Festival::Fixed(10, 1)),
    ("国庆期间", Festival::Fixed(10, 1)),
    ("平安夜", Festival::Fixed(12, 24)),
    ("圣诞节", Festival::Fixed(12, 25)),
    ("除夕", Festival::NewYearsEve),
    ("大年三十", Festival::NewYearsEve),
    ("大年初一", NEW_YEAR),
    ("春节", NEW_YEAR),
    ("元宵节", LANTERNS),
    ("正月十五", LANTERNS),
    ("母亲节", Festival::Weekday(5, 2, 6)),
    ("父亲节", Festival::Weekday(6, 3, 6)),
    ("感恩节", Festival::Weekday(11, 4, 3)),
    ("万圣节", Festival::Fixed(10, 31)),
    ("双11", Festival::Fixed(11, 11)),
    ("“双11”", Festival::Fixed(11, 11)),
    ("双十一", Festival::Fixed(11, 11)),
    ("“双十一”", Festival::Fixed(11, 11)),
    ("光棍节", Festival::Fixed(11, 11)),
    ("女生节", Festival::Fixed(3, 7)),
    ("端午节", DRAGON_BOAT),
    ("中秋节", MID_AUTUMN),
    ("重阳节", DOUBLE_NINTH),
    ("农历新年", NEW_YEAR),
    ("七夕节", Festival::Lunar(LunarDate::of(7, 7))),
    ("中元节", Festival::Lunar(LunarDate::of(7, 15))),
    ("腊八节", Festival::Lunar(LunarDate::of(12, 8))),
    ("“三月三”", Festival::Lunar(LunarDate::of(3, 3))),
    ("“二月二”", Festival::Lunar(LunarDate::of(2, 2))),
    ("立春", Festival::SolarTerm(2)),
    ("雨水节气", Festival::SolarTerm(3)),
    ("惊蛰", Festival::SolarTerm(4)),
    ("春分", Festival::SolarTerm(5)),
    ("清明节气", Festival::SolarTerm(6)),
    ("清明时节", Festival::SolarTerm(6)),
    ("谷雨", Festival::SolarTerm(7)),
    ("立夏", Festival::SolarTerm(8)),
    ("小满节气", Festival::SolarTerm(9)),
    ("芒种", Festival::SolarTerm(10)),
    ("夏至", Festival::SolarTerm(11)),
    ("小暑节气", Festival::SolarTerm(12)),
    ("大暑节气", Festival::SolarTerm(13)),
    ("立秋", Festival::SolarTerm(14)),
    ("处暑", Festival::SolarTerm(15)),
    ("白露节气", Festival::SolarTerm(16)),
    ("秋分", Festival::SolarTerm(17)),
    ("寒露节气", Festival::SolarTerm(18)),
    ("霜降", Festival::SolarTerm(19)),
    ("立冬", Festival::SolarTerm(20)),
    ("小雪节气", Festival::SolarTerm(21)),
    ("大雪节气", Festival::SolarTerm(22)),
    ("冬至", Festival::SolarTerm(23)),
    ("小寒", Festival::SolarTerm(0)),
    ("大寒", Festival::SolarTerm(1)),
];

/// Short names that are also parts of other words.
pub(super) const SHORT_FESTIVALS: &[(&str, Festival)] = &[
    ("清明", Festival::SolarTerm(6)),
    ("五一", Festival::Fixed(5, 1)),
    ("“五一”", Festival::Fixed(5, 1)),
    ("六一", Festival::Fixed(6, 1)),
    ("“六一”", Festival::Fixed(6, 1)),
    ("七一", Festival::Fixed(7, 1)),
    ("“七一”", Festival::Fixed(7, 1)),
    ("八一", Festival::Fixed(8, 1)),
    ("“八一”", Festival::Fixed(8, 1)),
    ("国庆", Festival::Fixed(10, 1)),
    ("十一", Festival::Fixed(10, 1)),
    ("“十一”", Festival::Fixed(10, 1)),
    ("元宵", LANTERNS),
    ("端午", DRAGON_BOAT),
    ("中秋", MID_AUTUMN),
    ("重阳", DOUBLE_NINTH),
];

/// What follows a short name where it is the time that is meant.
#[rustfmt::skip]
pub(super) const OF_FESTIVALS: &[&str] = &[
    "期间", "假期", "小长假", "黄金周", "前夕", "前后", "当天", "当日", "佳节", "来临", "之际", "之前", "之后",
    "以来", "长假", "将至", "临近",
];

impl Festival {
    /// Its day in a year, or its first and last; `None` for a lunar date that the calendar does not have or know.
    pub(super) fn days(self, year: i16) -> Option<(Day, Day)> {
        let day = match self {
            Festival::Fixed(month, day) => Day::new(year, month, day),
            Festival::Weekday(month, nth, weekday) => nth_weekday(year, month, nth, weekday),
            Festival::SolarTerm(term) => solar_term(year, term),
            Festival::NewYearsEve => lunar_days(year, LunarDate::of(1, 1))?.0.plus_days(-1),
            Festival::Lunar(date) => return lunar_days(year, date),
        };
        day.map(|day| (day, day))
    }
}

/// The first, second … such day of the week of a month; Monday is 0.
pub(super) fn nth_weekday(year: i16, month: u8, nth: u8, weekday: u8) -> Option<Day> {
    let first = Day::first_of(year, month)?;
    // 1970-01-01 was a Thursday.
    let wait = (i32::from(weekday) - (first.to_days() + 3)).rem_euclid(7);
    first.plus_days(wait + 7 * (i32::from(nth) - 1)).filter(|_| nth > 0)
}
