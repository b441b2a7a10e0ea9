//! The day in a page's head, in all the ways that papers print it.

use crate::model::MONTHS;

/// What is left of a text without its first full date, where it has one: 2024年3月5日, 二○二四年三月五日, 2024.3.5, 2024·03·05,
/// 20240305, March 5, 2024.
pub fn without_day(text: &str) -> Option<String> {
    let characters: Vec<char> = text.chars().map(narrow).collect();
    for start in 0..characters.len() {
        let joins = start > 0 && {
            let (before, here) = (characters[start - 1], characters[start]);
            before.is_ascii_digit() && here.is_ascii_digit()
                || before.is_ascii_alphabetic() && here.is_ascii_alphabetic()
                || is_numeral(before) && is_numeral(here)
        };
        let rest = &characters[start..];
        if !joins && let Some(length) = in_words(rest).or_else(|| in_figures(rest)).or_else(|| in_english(rest)) {
            let (before, after) = (&characters[..start], &rest[length..]);
            return Some(before.iter().chain(&[' ']).chain(after).collect());
        }
    }
    None
}

/// A figure or a Latin letter of full width as one of half.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' if c.to_digit(10).is_none() && !matches!(c, '：' | '，' | '（' | '）' | '／') => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        '\u{3000}' => ' ',
        '○' | 'Ｏ' => '〇',
        _ => c,
    }
}

fn is_numeral(c: char) -> bool {
    "〇零一二三四五六七八九十".contains(c)
}

/// 2024年3月5日 and 二〇二四年三月五日, also with blanks inside.
fn in_words(text: &[char]) -> Option<usize> {
    let year = number(text, 0, 4)?;
    let year = (year.digits == 4 && year.value.is_none_or(|value| (1900..2100).contains(&value))).then_some(year)?;
    let month = number(text, after(text, year.end, '年')?, 3)?;
    let day = number(text, after(text, month.end, '月')?, 3)?;
    let is_real = month.value.is_none_or(|month| (1..=12).contains(&month))
        && day.value.is_none_or(|day| (1..=31).contains(&day));
    after(text, day.end, '日').filter(|_| is_real).map(|end| trim(text, end))
}

/// 2024-03-05 with any mark, and 20240305.
fn in_figures(text: &[char]) -> Option<usize> {
    let year = number(text, 0, 8).filter(|number| number.value.is_some())?;
    let is_day = |year: u32, month: u32, day: u32| {
        (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
    };
    let value = year.value?;
    if year.digits == 8 {
        let is_apart = !text.get(8).is_some_and(char::is_ascii_digit);
        return (is_apart && is_day(value / 10_000, value / 100 % 100, value % 100)).then_some(8);
    }
    let mark = *text.get(year.end).filter(|c| "-–—./／·".contains(**c) && year.digits == 4)?;
    let month = number(text, year.end + 1, 2)?;
    // 2024-03/05, as the addresses of e-papers have it.
    let is_same = |next: char| next == mark || (mark, next) == ('-', '/');
    let day = number(text, month.end + 1, 2).filter(|_| text.get(month.end).copied().is_some_and(is_same))?;
    let is_apart = !text.get(day.end).is_some_and(char::is_ascii_digit);
    (is_apart && is_day(value, month.value?, day.value?)).then_some(day.end)
}

/// March 5, 2024.
fn in_english(text: &[char]) -> Option<usize> {
    let letters = text.iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let word: String = text[..letters].iter().collect();
    let begins = |month: &&str| month.get(..letters).is_some_and(|month| month.eq_ignore_ascii_case(&word));
    (letters >= 3 && MONTHS.iter().any(begins)).then_some(())?;
    let is_parting = |c: &char| matches!(c, ' ' | ',' | '，' | '.');
    let skip = |from: usize| from + text[from..].iter().take_while(|c| is_parting(c)).count();
    let day = number(text, skip(letters), 2)?;
    let year = number(text, skip(day.end), 4)?;
    let is_real = day.value.is_some_and(|day| (1..=31).contains(&day))
        && year.value.is_some_and(|year| (1900..2100).contains(&year));
    is_real.then_some(year.end)
}

/// A number, Arabic or Chinese.
struct Number {
    /// `None` where it is Chinese.
    value: Option<u32>,
    digits: usize,
    end: usize,
}

fn number(text: &[char], start: usize, most: usize) -> Option<Number> {
    let start = start + text.get(start..)?.iter().take_while(|c| **c == ' ').count();
    let rest = &text[start..];
    let digits = rest.iter().take(most).take_while(|c| c.is_ascii_digit()).count();
    if digits > 0 {
        let value = rest[..digits].iter().fold(0, |value, c| value * 10 + c.to_digit(10).unwrap_or(0));
        return Some(Number { value: Some(value), digits, end: start + digits });
    }
    let digits = rest.iter().take(most).take_while(|c| is_numeral(**c)).count();
    (digits > 0).then_some(Number { value: None, digits, end: start + digits })
}

/// The place after a character and the blanks before it.
fn after(text: &[char], at: usize, wanted: char) -> Option<usize> {
    let at = at + text.get(at..)?.iter().take_while(|c| **c == ' ').count();
    (text.get(at) == Some(&wanted)).then_some(at + 1)
}

/// The blanks behind a date go with it.
fn trim(text: &[char], end: usize) -> usize {
    end + text[end..].iter().take_while(|c| **c == ' ').count()
}

#[cfg(test)]
mod tests {
    use super::without_day;

    #[test]
    fn a_full_date_is_found_in_any_form() {
        for (text, rest) in [
            ("青禾日报 2024年3月 5日", "青禾日报"),
            ("二○二四年三月五日 星期二", "星期二"),
            ("２０２４年３月５日　第４版", "第4版"),
            ("A4 要闻 2024/3/5", "A4 要闻"),
            ("2024·3·5 星期二", "星期二"),
            ("2024.3.5.", "."),
            ("2024-03/05 星期二", "星期二"),
            ("20240305 A04", "A04"),
            ("Tuesday March 5, 2024", "Tuesday"),
            ("2024年03月05日09:14", "09:14"),
        ] {
            assert_eq!(without_day(text).as_deref().map(str::trim), Some(rest), "{text}");
        }
        for text in
            ["2024年3月", "3月5日 星期二", "2024.13.5", "202403051", "二〇二四年三月", "Marching 5 2024", "1.2.3.4"]
        {
            assert_eq!(without_day(text), None, "{text}");
        }
    }
}
