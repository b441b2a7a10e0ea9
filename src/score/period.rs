use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::model::{Day, PartialDate};

/// The days that a label gives an expression of time: `2024-03`, `2023/2024-01`, `../2024` (open start), `2020/..`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    first: Option<PartialDate>,
    last: Option<PartialDate>,
}

impl Period {
    /// The year it ends in; `None` where its end is open.
    pub fn last_year(self) -> Option<i16> {
        self.last.map(PartialDate::year)
    }

    /// Whether days that were found mean this period.
    ///
    /// Both ends agree to the day. Two things are free, as two readers differ in them: an end that lies in the year of
    /// the issue may stand anywhere in what the label names (2023年以来 ends “2024” or with the issue) or be open, and
    /// the ends of a period of a month or more may be off by a day (昨日 of an issue known to the month).
    pub fn means(self, from: Option<Day>, to: Option<Day>, issue_year: Option<i16>) -> bool {
        let first = self.first.map(PartialDate::first_day);
        let last = self.last.map(PartialDate::last_day);
        let slack = match (self.first, self.last) {
            (Some(PartialDate::Day(_)), _) | (_, Some(PartialDate::Day(_))) => 0,
            _ => 1,
        };
        let begins = match (first, from) {
            (Some(Some(first)), Some(from)) => (first.to_days() - from.to_days()).abs() <= slack,
            (None, None) => true,
            _ => false,
        };
        let is_range = self.first != self.last;
        let until_issue = is_range && self.last.is_some_and(|last| Some(last.year()) == issue_year);
        let ends = match (last, to) {
            (Some(Some(last)), Some(to)) if !until_issue => (last.to_days() - to.to_days()).abs() <= slack,
            (Some(_), Some(to)) => {
                until_issue
                    && self.last.is_some_and(|end| {
                        end.first_day().is_some_and(|day| to >= day) && end.last_day().is_some_and(|day| to <= day)
                    })
            }
            (Some(_), None) => until_issue,
            (None, to) => to.is_none(),
        };
        begins && ends
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |date: Option<PartialDate>| date.map_or("..".to_owned(), |date| date.to_string());
        f.write_str(&end(self.first))?;
        if self.first != self.last { write!(f, "/{}", end(self.last)) } else { Ok(()) }
    }
}

impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let end = |part: &str| match part {
            ".." => Ok(None),
            part => part.parse::<PartialDate>().map(Some),
        };
        let (first, last) = text.split_once('/').unwrap_or((text, text));
        match (end(first), end(last)) {
            (Ok(None), Ok(None)) | (Err(_), _) | (_, Err(_)) => {
                Err(format!("“{text}” is no time; write YYYY, YYYY-MM, YYYY-MM-DD, A/B or ../B"))
            }
            (Ok(first), Ok(last)) => Ok(Period { first, last }),
        }
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(label: &str, from: &str, to: &str, issue_year: i16) -> bool {
        let day = |text: &str| text.parse::<Day>().ok();
        label.parse::<Period>().unwrap().means(day(from), day(to), Some(issue_year))
    }

    #[test]
    fn the_ends_agree_to_the_day() {
        assert!(means("2023-10", "2023-10-01", "2023-10-31", 2024));
        assert!(!means("2023-10", "2023-10-05", "2023-10-05", 2024));
        assert!(means("2024-03-01", "2024-03-01", "2024-03-01", 2024));
        assert!(!means("2024-03-01", "2024-03-02", "2024-03-02", 2024));
        assert!(means("2021/2022", "2021-01-01", "2022-12-31", 2024));
        assert!(!means("2021/2022", "2021-01-01", "2022-06-30", 2024));
        assert!(means("2024-02/2024-03", "2024-01-31", "2024-03-30", 2024), "昨日 of an issue known to the month");
    }

    #[test]
    fn what_lasts_until_the_issue_may_end_with_it_or_be_open() {
        for to in ["2024-12-31", "2024-03-31", "open"] {
            assert!(means("2023/2024", "2023-01-01", to, 2024), "{to}");
        }
        assert!(!means("2023/2024", "2023-01-01", "2023-12-31", 2024));
        assert!(!means("2020/2021", "2020-01-01", "open", 2024));
        assert!(!means("2024", "2024-01-01", "2024-03-31", 2024), "a year is no time until the issue");
        assert!(means("../2024-03", "open", "2024-03-31", 2024));
        assert!(!means("../2024-03", "2023-01-01", "2024-03-31", 2024));
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in ["", "去年", "../..", "2024-13", "2023/"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
