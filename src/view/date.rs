use crate::chart::Language;
use crate::model::{DateRange, PartialDate};

const MONTHS: [&str; 12] = [
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

/// A date as readers write it, as precise as it is known: 2024年3月, 2024年2月至3月; March 2024.
pub fn date(range: DateRange, language: Language) -> String {
    match language {
        Language::ZhCn | Language::ZhTw => chinese(range),
        Language::En => english(range),
    }
}

/// From one date to another, in months: 2023年4月至2024年3月; the same month is said once.
pub fn period(first: DateRange, last: DateRange, language: Language) -> String {
    let month = |date: PartialDate| match date {
        PartialDate::Day(day) => PartialDate::Month(day.year(), day.month()),
        coarser => coarser,
    };
    date(DateRange { first: month(first.first), last: month(last.last) }, language)
}

/// Year, month and day, as far as they are known.
type Parts = (i16, Option<u8>, Option<u8>);

fn parts(date: PartialDate) -> Parts {
    match date {
        PartialDate::Year(year) => (year, None, None),
        PartialDate::Month(year, month) => (year, Some(month), None),
        PartialDate::Day(day) => (day.year(), Some(day.month()), Some(day.day())),
    }
}

fn chinese(range: DateRange) -> String {
    let write = |(year, month, day): Parts| {
        let month = month.map_or(String::new(), |month| format!("{month}月"));
        let day = day.map_or(String::new(), |day| format!("{day}日"));
        format!("{year}年{month}{day}")
    };
    let (first, last) = (parts(range.first), parts(range.last));
    if first == last {
        return write(first);
    }
    let year = format!("{}年", last.0);
    let end = match (first, last) {
        ((y1, Some(m1), Some(_)), (y2, Some(m2), Some(day))) if (y1, m1) == (y2, m2) => format!("{day}日"),
        ((y1, Some(_), _), (y2, Some(_), _)) if y1 == y2 => write(last).replacen(&year, "", 1),
        _ => write(last),
    };
    format!("{}至{end}", write(first))
}

fn english(range: DateRange) -> String {
    let name = |month: u8| MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("");
    let write = |(year, month, day): Parts| match (month, day) {
        (Some(month), Some(day)) => format!("{day} {} {year}", name(month)),
        (Some(month), None) => format!("{} {year}", name(month)),
        _ => year.to_string(),
    };
    let (first, last) = (parts(range.first), parts(range.last));
    if first == last {
        return write(first);
    }
    let begin = match (first, last) {
        ((y1, Some(m1), Some(day)), (y2, Some(m2), Some(_))) if (y1, m1) == (y2, m2) => day.to_string(),
        ((y1, Some(month), Some(day)), (y2, Some(_), _)) if y1 == y2 => format!("{day} {}", name(month)),
        ((y1, Some(month), None), (y2, Some(_), _)) if y1 == y2 => name(month).to_owned(),
        _ => write(first),
    };
    format!("{begin}–{}", write(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        for (written, zh, en) in [
            ("2024", "2024年", "2024"),
            ("2024-03", "2024年3月", "March 2024"),
            ("2024-03-05", "2024年3月5日", "5 March 2024"),
            ("2024-02/2024-03", "2024年2月至3月", "February–March 2024"),
            ("2024-03-01/2024-03-05", "2024年3月1日至5日", "1–5 March 2024"),
            ("2024-02-28/2024-03-01", "2024年2月28日至3月1日", "28 February–1 March 2024"),
            ("2023-12/2024-01", "2023年12月至2024年1月", "December 2023–January 2024"),
            ("2023/2024", "2023年至2024年", "2023–2024"),
        ] {
            let range: DateRange = written.parse().unwrap();
            assert_eq!(date(range, Language::ZhCn), zh);
            assert_eq!(date(range, Language::En), en);
        }
    }

    #[test]
    fn a_period_is_told_in_months() {
        let told = |first: &str, last: &str| period(first.parse().unwrap(), last.parse().unwrap(), Language::ZhCn);
        assert_eq!(told("2023-04-19", "2024-03-01"), "2023年4月至2024年3月");
        assert_eq!(told("2024-03-01", "2024-03-19"), "2024年3月");
        assert_eq!(told("2023", "2024-02/2024-03"), "2023年至2024年3月");
    }
}
