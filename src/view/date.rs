use crate::chart::Language;
use crate::model::{DateRange, MONTHS, PartialDate};

/// A date as readers write it, as precise as it is known: 2024年3月, 2024年2月至3月; March 2024.
pub fn date(range: DateRange, language: Language) -> String {
    if language == Language::En { english(range) } else { chinese(range) }
}

/// From one date to another, in months: 2023年4月至2024年3月; the same month is said once.
pub fn period(first: DateRange, last: DateRange, language: Language) -> String {
    let month = |date: PartialDate| match date {
        PartialDate::Day(day) => PartialDate::Month(day.year(), day.month()),
        coarser => coarser,
    };
    date(DateRange { first: month(first.first), last: month(last.last) }, language)
}

/// A date as readers type it, as filters have it: `2024`, `2024.3`, `2024年3月5日`, `20240305` become `2024`, `2024-03`,
/// `2024-03-05`. `None` for what is no date.
pub fn typed_date(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .map(|c| (c as u32).checked_sub(0xFEE0).and_then(char::from_u32).filter(char::is_ascii_digit).unwrap_or(c))
        .collect();
    let mut parts: Vec<&str> = plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if let [whole] = parts[..]
        && (whole.len() == 6 || whole.len() == 8)
    {
        parts = vec![&whole[..4], &whole[4..6], &whole[6..]];
    }
    let mut written = String::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !written.is_empty() {
            written.push('-');
            if part.len() == 1 {
                written.push('0');
            }
        }
        written.push_str(part);
    }
    written.parse::<DateRange>().is_ok().then_some(written)
}

/// The filter's value for the days from one typed date to another, either of which may be empty: `2024-01..2024-03`; empty
/// where both are. `None` where one is no date. Dates the wrong way round are turned.
pub fn typed_range(from: &str, to: &str) -> Option<String> {
    let typed = |text: &str| if text.trim().is_empty() { Some(String::new()) } else { typed_date(text) };
    let (from, to) = (typed(from)?, typed(to)?);
    Some(match () {
        () if from == to => from,
        () if from > to && !to.is_empty() => [to, from].join(".."),
        () => [from, to].join(".."),
    })
}

/// The two ends of a filter's value, as [`typed_range`] takes them.
pub fn range_ends(value: &str) -> (&str, &str) {
    value.split_once("..").unwrap_or((value, value))
}

/// A filter's range of dates as readers write it; what is none as it stands.
pub fn told_range(value: &str, language: Language) -> String {
    let (from, to) = range_ends(value);
    let end = |text: &str| text.parse::<DateRange>();
    match (end(from), end(to)) {
        (Ok(from), Ok(to)) => date(DateRange { first: from.first, last: to.last }, language),
        (Ok(from), Err(_)) if to.is_empty() => {
            let [before, after] = [["", "", "since "], ["以来", "以來", ""]].map(|words| language.say(words));
            [before, &date(from, language), after].concat()
        }
        (Err(_), Ok(to)) if from.is_empty() => {
            let [before, after] = [["", "", "until "], ["以前", "以前", ""]].map(|words| language.say(words));
            [before, &date(to, language), after].concat()
        }
        _ => value.to_owned(),
    }
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
    fn dates_are_read_however_they_are_typed() {
        for (typed, written) in [
            ("2024", "2024"),
            ("2024-3", "2024-03"),
            ("2024.03.5", "2024-03-05"),
            (" 2024年3月5日", "2024-03-05"),
            ("２０２４年３月", "2024-03"),
            ("202403", "2024-03"),
            ("20240305", "2024-03-05"),
        ] {
            assert_eq!(typed_date(typed).as_deref(), Some(written), "{typed}");
        }
        for nonsense in ["", "三月", "2024-13", "2024-02-30", "24", "2024-3-5-1", "😀"] {
            assert_eq!(typed_date(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn ranges_are_typed_and_told() {
        assert_eq!(typed_range("2024-1", "2024年3月").as_deref(), Some("2024-01..2024-03"));
        assert_eq!(typed_range("2024-3", "2024-1").as_deref(), Some("2024-01..2024-03"));
        assert_eq!(typed_range("2024", "").as_deref(), Some("2024.."));
        assert_eq!(typed_range(" ", "").as_deref(), Some(""));
        assert_eq!(typed_range("2024", "三月"), None);
        let told = |value| told_range(value, Language::ZhCn);
        assert_eq!(told("2024-01..2024-03"), "2024年1月至3月");
        assert_eq!(told("2024-03"), "2024年3月");
        assert_eq!(told("2024.."), "2024年以来");
        assert_eq!(told_range("..2024-03", Language::En), "until March 2024");
        assert_eq!(told("二月"), "二月");
    }

    #[test]
    fn a_period_is_told_in_months() {
        let told = |first: &str, last: &str| period(first.parse().unwrap(), last.parse().unwrap(), Language::ZhCn);
        assert_eq!(told("2023-04-19", "2024-03-01"), "2023年4月至2024年3月");
        assert_eq!(told("2024-03-01", "2024-03-19"), "2024年3月");
        assert_eq!(told("2023", "2024-02/2024-03"), "2023年至2024年3月");
    }
}
