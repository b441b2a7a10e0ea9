use super::Language;

/// A count as a label has room for: 950, 1.2万, 3.4亿; 950, 12K, 340M.
pub fn short(count: u32, language: Language) -> String {
    let (units, from) = match language {
        Language::ZhCn => ([(100_000_000, "亿"), (10_000, "万")], 10_000),
        Language::ZhTw => ([(100_000_000, "億"), (10_000, "萬")], 10_000),
        Language::En => ([(1_000_000, "M"), (1_000, "K")], 10_000),
    };
    if count < from {
        return count.to_string();
    }
    for (unit, name) in units {
        let rounded = |part: u64| (u64::from(count) * part + unit / 2) / unit;
        // Rounding may reach the next unit: 99,999,999 is 1亿 and not 10000万.
        match rounded(10) {
            ..10 => {}
            tenths @ 10..1_000 if tenths % 10 > 0 => return format!("{}.{}{name}", tenths / 10, tenths % 10),
            _ => return format!("{}{name}", rounded(1)),
        }
    }
    count.to_string()
}

/// A count to the last digit, in groups of three: 12,345.
pub fn exact(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
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
        assert_eq!(zh(0), "0");
        assert_eq!(zh(9_999), "9999");
        assert_eq!(zh(10_000), "1万");
        assert_eq!(zh(12_345), "1.2万");
        assert_eq!(zh(1_234_567), "123万");
        assert_eq!(zh(99_999_999), "1亿");
        assert_eq!(zh(120_000_000), "1.2亿");
        let en = |count| short(count, Language::En);
        assert_eq!(en(9_999), "9999");
        assert_eq!(en(12_345), "12.3K");
        assert_eq!(en(999_999), "1M");
    }

    #[test]
    fn tables_have_every_digit() {
        assert_eq!(exact(0), "0");
        assert_eq!(exact(999), "999");
        assert_eq!(exact(1_000), "1,000");
        assert_eq!(exact(4_294_967_295), "4,294,967,295");
    }
}
