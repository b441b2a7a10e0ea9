//! Days that are called by name.

use crate::model::Day;

/// A festival, by how its day is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Festival {
    /// The same day every year.
    Fixed(u8, u8),
    /// Days from the first day of the first lunar month.
    FromNewYear(i32),
    /// The first, second … such day of the week (Monday 0 to Sunday 6) of a month.
    Weekday(u8, u8, u8),
    /// The solar term of early April.
    Qingming,
    /// The fifth day of the fifth lunar month.
    DragonBoat,
    /// The fifteenth day of the eighth lunar month.
    MidAutumn,
}

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
    ("清明节", Festival::Qingming),
    ("清明假期", Festival::Qingming),
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
    ("除夕", Festival::FromNewYear(-1)),
    ("大年三十", Festival::FromNewYear(-1)),
    ("大年初一", Festival::FromNewYear(0)),
    ("春节", Festival::FromNewYear(0)),
    ("元宵节", Festival::FromNewYear(14)),
    ("正月十五", Festival::FromNewYear(14)),
    ("母亲节", Festival::Weekday(5, 2, 6)),
    ("父亲节", Festival::Weekday(6, 3, 6)),
    ("感恩节", Festival::Weekday(11, 4, 3)),
    ("万圣节", Festival::Fixed(10, 31)),
    ("双十一", Festival::Fixed(11, 11)),
    ("“双十一”", Festival::Fixed(11, 11)),
    ("光棍节", Festival::Fixed(11, 11)),
    ("女生节", Festival::Fixed(3, 7)),
    ("端午节", Festival::DragonBoat),
    ("中秋节", Festival::MidAutumn),
];

/// Short names that are also parts of other words.
pub(super) const SHORT_FESTIVALS: &[(&str, Festival)] = &[
    ("清明", Festival::Qingming),
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
    ("元宵", Festival::FromNewYear(14)),
    ("端午", Festival::DragonBoat),
    ("中秋", Festival::MidAutumn),
];

/// What follows a short name where it is the time that is meant.
#[rustfmt::skip]
pub(super) const OF_FESTIVALS: &[&str] = &[
    "期间", "假期", "小长假", "黄金周", "前夕", "前后", "当天", "当日", "佳节", "来临", "之际", "之前", "之后",
    "以来", "长假",
];

/// The first year of [`LUNAR`].
const FIRST_YEAR: i16 = 1990;

/// For each year from 1990 the days (month, day) of the Spring, the Dragon Boat and the Mid-Autumn festival, after the
/// calendar of the Purple Mountain Observatory (GB/T 33661-2017).
const LUNAR: &[[(u8, u8); 3]] = &[
    [(1, 27), (5, 28), (10, 3)],
    [(2, 15), (6, 16), (9, 22)],
    [(2, 4), (6, 5), (9, 11)],
    [(1, 23), (6, 24), (9, 30)],
    [(2, 10), (6, 13), (9, 20)],
    [(1, 31), (6, 2), (9, 9)],
    [(2, 19), (6, 20), (9, 27)],
    [(2, 7), (6, 9), (9, 16)],
    [(1, 28), (5, 30), (10, 5)],
    [(2, 16), (6, 18), (9, 24)],
    [(2, 5), (6, 6), (9, 12)],
    [(1, 24), (6, 25), (10, 1)],
    [(2, 12), (6, 15), (9, 21)],
    [(2, 1), (6, 4), (9, 11)],
    [(1, 22), (6, 22), (9, 28)],
    [(2, 9), (6, 11), (9, 18)],
    [(1, 29), (5, 31), (10, 6)],
    [(2, 18), (6, 19), (9, 25)],
    [(2, 7), (6, 8), (9, 14)],
    [(1, 26), (5, 28), (10, 3)],
    [(2, 14), (6, 16), (9, 22)],
    [(2, 3), (6, 6), (9, 12)],
    [(1, 23), (6, 23), (9, 30)],
    [(2, 10), (6, 12), (9, 19)],
    [(1, 31), (6, 2), (9, 8)],
    [(2, 19), (6, 20), (9, 27)],
    [(2, 8), (6, 9), (9, 15)],
    [(1, 28), (5, 30), (10, 4)],
    [(2, 16), (6, 18), (9, 24)],
    [(2, 5), (6, 7), (9, 13)],
    [(1, 25), (6, 25), (10, 1)],
    [(2, 12), (6, 14), (9, 21)],
    [(2, 1), (6, 3), (9, 10)],
    [(1, 22), (6, 22), (9, 29)],
    [(2, 10), (6, 10), (9, 17)],
    [(1, 29), (5, 31), (10, 6)],
    [(2, 17), (6, 19), (9, 25)],
    [(2, 6), (6, 9), (9, 15)],
    [(1, 26), (5, 28), (10, 3)],
    [(2, 13), (6, 16), (9, 22)],
    [(2, 3), (6, 5), (9, 12)],
    [(1, 23), (6, 24), (10, 1)],
    [(2, 11), (6, 12), (9, 19)],
    [(1, 31), (6, 1), (9, 8)],
    [(2, 19), (6, 20), (9, 27)],
    [(2, 8), (6, 10), (9, 16)],
    [(1, 28), (5, 30), (10, 4)],
    [(2, 15), (6, 18), (9, 24)],
    [(2, 4), (6, 7), (9, 13)],
    [(1, 24), (5, 27), (10, 2)],
    [(2, 12), (6, 14), (9, 20)],
    [(2, 1), (6, 3), (9, 10)],
    [(1, 22), (6, 22), (9, 28)],
    [(2, 10), (6, 11), (9, 17)],
    [(1, 30), (5, 31), (10, 5)],
    [(2, 17), (6, 19), (9, 25)],
    [(2, 6), (6, 8), (9, 15)],
    [(1, 26), (5, 29), (10, 4)],
    [(2, 14), (6, 15), (9, 22)],
    [(2, 2), (6, 4), (9, 11)],
    [(1, 23), (6, 23), (9, 30)],
];

impl Festival {
    /// Its day in a year; `None` for lunar festivals of years that the table does not have.
    pub(super) fn day(self, year: i16) -> Option<Day> {
        let lunar = |which: usize| {
            let row = LUNAR.get(usize::try_from(year - FIRST_YEAR).ok()?)?;
            Day::new(year, row[which].0, row[which].1)
        };
        match self {
            Festival::Fixed(month, day) => Day::new(year, month, day),
            Festival::FromNewYear(days) => lunar(0)?.plus_days(days),
            Festival::Weekday(month, nth, weekday) => nth_weekday(year, month, nth, weekday),
            Festival::Qingming => qingming(year),
            Festival::DragonBoat => lunar(1),
            Festival::MidAutumn => lunar(2),
        }
    }
}

/// The first, second … such day of the week of a month; Monday is 0.
pub(super) fn nth_weekday(year: i16, month: u8, nth: u8, weekday: u8) -> Option<Day> {
    let first = Day::first_of(year, month)?;
    // 1970-01-01 was a Thursday.
    let wait = (i32::from(weekday) - (first.to_days() + 3)).rem_euclid(7);
    first.plus_days(wait + 7 * (i32::from(nth) - 1)).filter(|_| nth > 0)
}

/// The day of 清明, by the rule of thumb of the almanacs for the 20th and 21st century.
fn qingming(year: i16) -> Option<Day> {
    let constant = match year {
        1901..=2000 => 5.59,
        2001..=2100 => 4.81,
        _ => return None,
    };
    let of_century = f64::from((year - 1) % 100 + 1);
    let day = (of_century * 0.2422 + constant).floor() - (of_century / 4.0).floor();
    Day::new(year, 4, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn qingming_falls_where_the_almanac_has_it() {
        for (year, day) in [(1998, 5), (2020, 4), (2021, 4), (2022, 5), (2023, 5), (2024, 4), (2025, 4), (2026, 5)] {
            assert_eq!(Festival::Qingming.day(year), Day::new(year, 4, day), "{year}");
        }
    }
}
