use super::{Language, Words, hundredths};

/// A number as a label has room for: 950, 1.2万, 3.4亿; 950, 12K, 340M.
pub fn short(value: f64, language: Language) -> String {
    const HUGE: Words = ["亿", "億", "M"];
    const LARGE: Words = ["万", "萬", "K"];
    let (huge, large) = language.pick((1e8, 1e4), (1e6, 1e3));
    for (unit, name) in [(huge, HUGE), (large, LARGE)] {
        // Rounding may reach the next unit: 99,999,999 is 1亿 and not 10000万.
        let tenths = (value / unit * 10.0).round();
        if value >= 9_999.5 && tenths >= 10.0 {
            let rounded = if tenths < 1_000.0 { tenths / 10.0 } else { (value / unit).round() };
            return hundredths(rounded) + language.say(name);
        }
    }
    hundredths(if value < 100.0 { (value * 10.0).round() / 10.0 } else { value.round() })
}

/// A number to the last digit, at most to a hundredth, in groups of three: 12,345.
pub fn exact(value: f64) -> String {
    let digits = hundredths(value);
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut grouped = String::with_capacity(digits.len() + whole / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place < whole && (whole - place).is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_short_as_readers_write_them() {
        let zh = |count| short(count, Language::ZhCn);
        assert_eq!(zh(0.0), "0");
        assert_eq!(zh(9_999.0), "9999");
        assert_eq!(zh(10_000.0), "1万");
        assert_eq!(zh(12_345.0), "1.2万");
        assert_eq!(zh(1_234_567.0), "123万");
        assert_eq!(zh(99_999_999.0), "1亿");
        assert_eq!(zh(120_000_000.0), "1.2亿");
        assert_eq!(zh(66.666), "66.7");
        assert_eq!(short(12_345.0, Language::ZhTw), "1.2萬");
        let en = |count| short(count, Language::En);
        assert_eq!(en(9_999.0), "9999");
        assert_eq!(en(12_345.0), "12.3K");
        assert_eq!(en(999_999.0), "1M");
    }

    #[test]
    fn tables_have_every_digit() {
        assert_eq!(exact(0.0), "0");
        assert_eq!(exact(999.0), "999");
        assert_eq!(exact(1_000.0), "1,000");
        assert_eq!(exact(4_294_967_295.0), "4,294,967,295");
        assert_eq!(exact(-123_456.5), "-123,456.5");
        assert_eq!(exact(-100.0), "-100");
    }
}
