//! The lunar calendar and the solar terms, as days of the common calendar.

use crate::model::Day;

/// A date of the lunar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LunarDate {
    /// From 1 to 12.
    pub month: u8,
    /// It is the leap month after the one of that number.
    pub is_leap: bool,
    /// From 1 to 30; 0 for the whole month.
    pub day: u8,
}

impl LunarDate {
    /// A day of a month that is no leap month.
    pub const fn of(month: u8, day: u8) -> LunarDate {
        LunarDate { month, is_leap: false, day }
    }
}

/// The first year of [`LUNAR_YEARS`].
const FIRST_YEAR: i16 = 1949;

/// Lunar years from 1949 to 2060, after the calendar of the Purple Mountain Observatory (GB/T 33661-2017).
///
/// From the lowest bit: for each of up to 13 months whether it has 30 days, else 29; four bits for the month that a leap
/// month follows, 0 for none; the days from 1 January to the first day of the year.
#[rustfmt::skip]
const LUNAR_YEARS: &[u32] = &[
    0x38f52d, 0x5e0536, 0x480aad, 0x34b5aa, 0x5805b2, 0x420da5, 0x2e7d4a, 0x540d4a, 0x3d0a95, 0x600a97,
    0x4c0556, 0x36cab5, 0x5a0ad5, 0x4606d2, 0x308ea5, 0x560ea5, 0x40064a, 0x286c97, 0x4e0a9b, 0x3af55a,
    0x5e056a, 0x480b69, 0x34b752, 0x5a0b52, 0x420b25, 0x2c964b, 0x520a4b, 0x3d14ab, 0x6002ad, 0x4a056d,
    0x36cb69, 0x5c0da9, 0x460d92, 0x309d25, 0x560d25, 0x415a4d, 0x640a56, 0x4e02b6, 0x38c5b5, 0x5e06d5,
    0x480ea9, 0x34be92, 0x5a0e92, 0x440d26, 0x2c6a56, 0x500a57, 0x3d14d6, 0x62035a, 0x4a06d5, 0x36b6c9,
    0x5c0749, 0x460693, 0x2e952b, 0x54052b, 0x3e0a5b, 0x2a555a, 0x4e056a, 0x38fb55, 0x600ba4, 0x4a0b49,
    0x32ba93, 0x580a95, 0x42052d, 0x2c8aad, 0x500ab5, 0x3d35aa, 0x6205d2, 0x4c0da5, 0x36dd4a, 0x5c0d4a,
    0x460c95, 0x30952e, 0x540556, 0x3e0ab5, 0x2a55b2, 0x5006d2, 0x38cea5, 0x5e0725, 0x48064b, 0x32ac97,
    0x560cab, 0x42055a, 0x2c6ad6, 0x520b69, 0x3d7752, 0x620b52, 0x4c0b25, 0x36da4b, 0x5a0a4b, 0x4404ab,
    0x2ea55b, 0x5405ad, 0x3e0b6a, 0x2a5b52, 0x500d92, 0x3afd25, 0x5e0d25, 0x480a55, 0x32b4ad, 0x5804b6,
    0x4005b5, 0x2c6daa, 0x520ec9, 0x3f1e92, 0x620e92, 0x4c0d26, 0x36ca56, 0x5a0a57, 0x440556, 0x2e86d5,
    0x540755, 0x400749,
];

/// The first and last day of a lunar date in the lunar year that begins in `year`; `None` where the table does not have
/// the year or the year the date.
pub(super) fn lunar_days(year: i16, date: LunarDate) -> Option<(Day, Day)> {
    let bits = *LUNAR_YEARS.get(usize::try_from(year - FIRST_YEAR).ok()?)?;
    let leap = bits >> 13 & 0xf;
    let month = u32::from(date.month);
    if date.is_leap && month != leap {
        return None;
    }
    let place = month.checked_sub(1)? + u32::from(date.is_leap || leap > 0 && month > leap);
    let length = |place: u32| 29 + (bits >> place & 1) as i32;
    let before: i32 = (0..place).map(length).sum();
    let first = Day::first_of(year, 1)?.plus_days((bits >> 17) as i32 + before)?;
    match i32::from(date.day) {
        0 => Some((first, first.plus_days(length(place) - 1)?)),
        day if day <= length(place) => first.plus_days(day - 1).map(|day| (day, day)),
        _ => None,
    }
}

/// The day of a solar term in China: 0 is 小寒 in January, 23 is 冬至 in December.
///
/// Each term is when the sun's apparent longitude reaches a multiple of 15 degrees (J. Meeus, Astronomical Algorithms,
/// chapter 25, the lower accuracy of 0.01 degrees, or a quarter of an hour).
pub(super) fn solar_term(year: i16, term: u8) -> Option<Day> {
    /// Days from the epoch 2000-01-01 12:00 UTC to 1970-01-01 00:00 UTC.
    const EPOCH: f64 = -10957.5;
    const BEIJING: f64 = 8.0 / 24.0;
    let target = f64::from((285 + 15 * u16::from(term)) % 360);
    let january = f64::from(Day::first_of(year, 1)?.to_days()) + EPOCH;
    let mut at = january + 5.0 + 15.22 * f64::from(term);
    // The sun moves nearly a degree a day: three steps are exact to a second.
    for _ in 0..3 {
        let missing = (target - sun_longitude(at) + 540.0).rem_euclid(360.0) - 180.0;
        at += missing * 365.2422 / 360.0;
    }
    Day::from_days((at - EPOCH + BEIJING).floor() as i32)
}

/// The sun's apparent longitude in degrees, so many days after 2000-01-01 12:00.
fn sun_longitude(days: f64) -> f64 {
    let t = days / 36525.0;
    let mean = 280.46646 + 36000.76983 * t;
    let anomaly = (357.52911 + 35999.05029 * t).to_radians();
    let centre = (1.914602 - 0.004817 * t) * anomaly.sin() + 0.019993 * (2.0 * anomaly).sin();
    let node = (125.04 - 1934.136 * t).to_radians();
    mean + centre + 0.000289 * (3.0 * anomaly).sin() - 0.00569 - 0.00478 * node.sin()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(month: u8, is_leap: bool, day: u8) -> LunarDate {
        LunarDate { month, is_leap, day }
    }

    #[test]
    fn lunar_days_are_those_of_the_calendar() {
        for (year, lunar, day) in [
            (1978, date(8, false, 15), (1978, 9, 17)),
            (2012, date(1, false, 8), (2012, 1, 30)),
            (2020, date(4, true, 1), (2020, 5, 23)),
            (2020, date(5, false, 5), (2020, 6, 25)),
            (2021, date(8, false, 15), (2021, 9, 21)),
            (2022, date(12, false, 10), (2023, 1, 1)),
            (2023, date(9, false, 9), (2023, 10, 23)),
        ] {
            let day = Day::new(day.0, day.1, day.2).unwrap();
            assert_eq!(lunar_days(year, lunar), Some((day, day)), "{year} {lunar:?}");
        }
        assert_eq!(lunar_days(2021, date(4, true, 1)), None);
        assert_eq!(lunar_days(2021, date(1, false, 30)), None);
        assert_eq!(lunar_days(1948, date(1, false, 1)), None);
    }

    #[test]
    fn each_lunar_year_ends_where_the_next_begins() {
        for year in FIRST_YEAR..FIRST_YEAR + LUNAR_YEARS.len() as i16 - 1 {
            let (_, last) = lunar_days(year, date(12, false, 0)).unwrap();
            let (next, _) = lunar_days(year + 1, date(1, false, 1)).unwrap();
            assert_eq!(last.plus_days(1), Some(next), "{year}");
        }
    }

    #[test]
    fn solar_terms_fall_where_the_almanac_has_them() {
        for (term, days) in [
            (6, &[(1998, 5), (2020, 4), (2021, 4), (2022, 5), (2023, 5), (2024, 4), (2025, 4), (2026, 5)][..]),
            (23, &[(2019, 22), (2020, 21), (2021, 21), (2022, 22), (2023, 22), (2024, 21)]),
            (2, &[(2017, 3), (2020, 4), (2021, 3), (2024, 4), (2025, 3)]),
            (1, &[(2018, 20), (2024, 20)]),
        ] {
            for &(year, day) in days {
                assert_eq!(solar_term(year, term).map(|found| found.day()), Some(day), "{year} {term}");
            }
        }
    }
}
