use std::str::FromStr;

use crate::model::DateRange;

/// A date in a field of a source: as it is given everywhere (2024-02/2024-03), or as people and sites write it (2024/3/5,
/// 2024年3月5日, 2024年3月), with a time of the day behind it or without.
///
/// # Errors
/// That of [`DateRange`] where it is neither.
pub fn parse(text: &str) -> Result<DateRange, <DateRange as FromStr>::Err> {
    let text = text.trim();
    text.parse().or_else(|error| written(text).ok_or(error))
}

fn written(text: &str) -> Option<DateRange> {
    let day = text.split(['T', ' ']).next()?;
    let numbers = day.split(['-', '/', '.', '年', '月']).map(|part| part.trim_end_matches('日'));
    let numbers: Vec<&str> = numbers.filter(|part| !part.is_empty()).collect();
    let is_number = |part: &&str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let (year, rest) = numbers.split_first()?;
    if year.len() != 4 || rest.len() > 2 || !rest.iter().all(is_number) {
        return None;
    }
    rest.iter().fold((*year).to_owned(), |date, part| format!("{date}-{part:0>2}")).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_and_sites_write_them() {
        for (text, date) in [
            ("2024-03-05", "2024-03-05"),
            ("2024-02/2024-03", "2024-02/2024-03"),
            ("2024/3/5", "2024-03-05"),
            ("2024.3.5", "2024-03-05"),
            ("2024年3月5日", "2024-03-05"),
            ("2024年3月", "2024-03"),
            ("2024年", "2024"),
            ("2024-3-5 08:30:00", "2024-03-05"),
            ("2024-03-05T08:30:00+08:00", "2024-03-05"),
        ] {
            assert_eq!(parse(text).map(|date| date.to_string()).as_deref(), Ok(date), "{text}");
        }
        for text in ["", "明天", "3月5日", "2024-13", "2024年2月30日", "05/03/2024", "2024-3-5-6"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
