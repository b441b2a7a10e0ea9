use super::*;
use proptest::prelude::*;

/// Writes a number below 10^16 as a schoolbook would.
fn write_chinese(number: u64) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    fn section(number: u64) -> String {
        let mut text = String::new();
        let mut gap = false;
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = (number / unit % 10) as usize;
            if digit == 0 {
                gap = true;
                continue;
            }
            if gap && !text.is_empty() {
                text.push('零');
            }
            gap = false;
            text.push(DIGITS[digit]);
            text.push_str(name);
        }
        text
    }
    if number == 0 {
        return "零".into();
    }
    let mut text = String::new();
    for (unit, name) in [(1_0000_0000, "亿"), (1_0000, "万"), (1, "")] {
        let part = number / unit % if unit == 1_0000_0000 { u64::MAX } else { 1_0000 };
        if part == 0 {
            continue;
        }
        if !text.is_empty() && (part < 1000 || (number / (unit * 1_0000)).is_multiple_of(1_0000)) {
            text.push('零');
        }
        text.push_str(&if part >= 1_0000 { write_chinese(part) } else { section(part) });
        text.push_str(name);
    }
    text
}

proptest! {
    #[test]
    fn reads_every_number_that_is_written_out(number in 0u64..1_0000_0000_0000) {
        prop_assert_eq!(parse_numeral(&write_chinese(number)), Some(number as f64), "{}", write_chinese(number));
    }

    #[test]
    fn never_takes_more_than_there_is(text in "[0-9一二三十百千万亿零点,.分之半两廿人]{0,12}") {
        let chars: Vec<char> = text.chars().collect();
        for at in 0..chars.len() {
            if let Some(numeral) = numeral_at(&chars, at) {
                prop_assert!(numeral.len > 0 && at + numeral.len <= chars.len() && numeral.scale <= numeral.len);
            }
        }
    }
}

#[test]
fn reads_what_newspapers_print() {
    for (text, value) in [
        ("2048", 2048.0),
        ("1,200", 1200.0),
        ("1,234,567", 1_234_567.0),
        ("3.5", 3.5),
        ("１２", 12.0),
        ("３·５", 3.5),
        ("3万", 30_000.0),
        ("1.2亿", 1.2e8),
        ("2万亿", 2e12),
        ("3万5千", 35_000.0),
        ("5千", 5_000.0),
        ("十二", 12.0),
        ("二十", 20.0),
        ("一百零五", 105.0),
        ("一百五", 150.0),
        ("一万五", 15_000.0),
        ("两千三百", 2_300.0),
        ("两千零三", 2_003.0),
        ("二〇二四", 2024.0),
        ("一九九八", 1998.0),
        ("廿五", 25.0),
        ("百", 100.0),
        ("三点五", 3.5),
        ("一点二亿", 1.2e8),
        ("四分之一", 0.25),
        ("百分之五十", 0.5),
        ("半", 0.5),
        ("负三", -3.0),
        ("壹佰贰拾叁", 123.0),
        ("三億兩千萬", 3.2e8),
        ("四万万", 4e8),
        ("1千零20", 1_020.0),
        ("5万4千6百", 54_600.0),
        ("5亿1万4千6百", 500_014_600.0),
        ("三 百 五", 350.0),
        ("三百五又三分之一", 350.0 + 1.0 / 3.0),
        ("负一又二分之一", -1.5),
        ("500分之23", 0.046),
        ("百分之3.5", 0.035),
    ] {
        let read = parse_numeral(text).unwrap_or_else(|| panic!("{text} is a number"));
        assert!((read - value).abs() < value.abs() * 1e-12, "{text}: {read}");
    }
    for text in ["", "人", "一人", "点五", "3，200", "年", "1.2.3"] {
        assert_eq!(parse_numeral(text), None, "{text}");
    }
}

#[test]
fn leaves_the_scale_to_the_unit() {
    let read = |text: &str| numeral_at(&text.chars().collect::<Vec<_>>(), 0).map(|n| (n.value, n.len, n.scale));
    assert_eq!(read("100万元"), Some((1e6, 4, 1)));
    assert_eq!(read("三百万元"), Some((3e6, 3, 1)));
    assert_eq!(read("一万二千人"), Some((12_000.0, 4, 0)));
    assert_eq!(read("五千瓦"), Some((5.0, 1, 0)));
}
