//! The date of the issue from a file's name.

use crate::model::{DateRange, Day, IssueBasis, IssueDate, PartialDate};

/// The years a newspaper of this kind can be of: a number beyond them is an identifier.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;

/// Reads `20240301`, `2024-03-01`, `2024_3_1`, `2024.03.01`, `2024-03`, `202403`, `2024年3月1日` out of a file's name.
///
/// The digits must stand alone: not inside a longer run of letters and digits, as in a hash. A bare year is too
/// weak a sign. The first date wins.
pub fn issue_date(document: &str) -> IssueDate {
    let stem = document.rsplit_once('.').map_or(document, |(stem, _)| stem);
    let characters: Vec<char> = stem.chars().collect();
    for start in 0..characters.len() {
        let stands_alone = start == 0 || !characters[start - 1].is_ascii_alphanumeric();
        if stands_alone && let Some((date, length)) = date_at(&characters[start..]) {
            return IssueDate {
                value: Some(DateRange::from(date)),
                basis: IssueBasis::FileName,
                evidence: Some(characters[start..start + length].iter().collect()),
            };
        }
    }
    IssueDate::default()
}

/// The date that begins here and its length in characters.
fn date_at(characters: &[char]) -> Option<(PartialDate, usize)> {
    let digits = characters.iter().take_while(|character| character.is_ascii_digit()).count();
    let after = |at: usize| characters.get(at).copied();
    let ends = |at: usize| !after(at).is_some_and(|character| character.is_ascii_alphanumeric());
    match digits {
        8 if ends(8) => {
            Some((day(number(characters, 0, 4)?, number(characters, 4, 2)?, number(characters, 6, 2)?)?, 8))
        }
        // 20240305004002: the page and the story of an e-paper's site follow the day.
        11..=17 if ends(digits) => {
            Some((day(number(characters, 0, 4)?, number(characters, 4, 2)?, number(characters, 6, 2)?)?, 8))
        }
        6 if ends(6) => Some((month(number(characters, 0, 4)?, number(characters, 4, 2)?)?, 6)),
        4 => {
            let separator = after(4).filter(|separator| matches!(separator, '-' | '_' | '.' | '年'))?;
            let year = number(characters, 0, 4)?;
            let months = digit_count(characters, 5);
            let month_number = number(characters, 5, months)?;
            let end = 5 + months;
            let closing = if separator == '年' { '月' } else { separator };
            if after(end) == Some(closing) {
                let days = digit_count(characters, end + 1);
                let day_end = end + 1 + days;
                if let Some(date) = number(characters, end + 1, days).and_then(|n| day(year, month_number, n)) {
                    if separator == '年' && after(day_end) == Some('日') {
                        return Some((date, day_end + 1));
                    }
                    if separator != '年' && ends(day_end) {
                        return Some((date, day_end));
                    }
                }
                if separator == '年' {
                    return Some((month(year, month_number)?, end + 1));
                }
            }
            (separator != '年' && ends(end)).then(|| month(year, month_number)).flatten().map(|date| (date, end))
        }
        _ => None,
    }
}

/// How many digits stand from `start` on, at most 2 of them counted; 0 where there are more.
fn digit_count(characters: &[char], start: usize) -> usize {
    let run = characters.iter().skip(start).take_while(|character| character.is_ascii_digit()).count();
    if run <= 2 { run } else { 0 }
}

fn number(characters: &[char], start: usize, length: usize) -> Option<i16> {
    let digits: String = characters.get(start..start + length)?.iter().collect();
    digits.parse().ok()
}

fn day(year: i16, month: i16, day: i16) -> Option<PartialDate> {
    let real = YEARS.contains(&year).then(|| Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?))?;
    real.map(PartialDate::Day)
}

fn month(year: i16, month: i16) -> Option<PartialDate> {
    (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(PartialDate::Month(year, month as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_the_name_is_the_issue_date() {
        for (name, value, evidence) in [
            ("20240301.txt", "2024-03-01", "20240301"),
            ("qhrb_20240301_04.html", "2024-03-01", "20240301"),
            ("青禾日报2024-03-01第4版.txt", "2024-03-01", "2024-03-01"),
            ("2024_3_1.txt", "2024-03-01", "2024_3_1"),
            ("2024-03.jsonl", "2024-03", "2024-03"),
            ("2024-03-04版.txt", "2024-03-04", "2024-03-04"),
            ("202403.txt", "2024-03", "202403"),
            ("content_20240301004002.htm", "2024-03-01", "20240301"),
            ("2024年3月1日.md", "2024-03-01", "2024年3月1日"),
            ("2024年3月.md", "2024-03", "2024年3月"),
        ] {
            let date = issue_date(name);
            assert_eq!(date.value.map(|value| value.to_string()).as_deref(), Some(value), "{name}");
            assert_eq!((date.basis, date.evidence.as_deref()), (IssueBasis::FileName, Some(evidence)));
        }
    }

    #[test]
    fn other_numbers_are_no_date() {
        for name in [
            "000_dbca2c251f216325.txt",
            "20241301.txt",
            "120240301.txt",
            "20243101004002.htm",
            "2024.txt",
            "page-04.txt",
            "a20240301.txt",
            "18230301.txt",
        ] {
            assert_eq!(issue_date(name), IssueDate::default(), "{name}");
        }
    }
}
