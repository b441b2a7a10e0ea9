//! What stands around a number and its unit and belongs to its value: coins, halves and signs.

use super::find::{Read, Text};
use super::units::HALVED;
use crate::text::chinese_digit;

impl Text<'_> {
    /// 123元1角1分: coins are hundredths of the sum.
    pub(super) fn with_coins(&self, read: Read) -> Read {
        let Some(money) = ["元", "圆", "块", "角", "毛"].iter().find(|unit| read.unit == **unit) else {
            return read;
        };
        let mut read = read;
        let mut end = read.unit_end;
        if matches!(*money, "角" | "毛") {
            return self.with_cents(read);
        }
        for (coins, worth) in [(&["角", "毛"][..], 0.1), (&["分"][..], 0.01)] {
            let start = self.word(end, &["零"]).unwrap_or(end);
            if let Some(amount) = self.amount(start)
                && let Some(stop) = self.word(amount.end, coins)
                && amount.value < 10.0
            {
                // Sums are kept to hundredths, as they are printed.
                read.value = ((read.value + amount.value * worth) * 100.0).round() / 100.0;
                end = stop;
            }
        }
        if end > read.unit_end {
            read.unit = (*money).to_owned();
            read.end = self.word(end, &["钱", "整", "正"]).unwrap_or(end);
            read.unit_end = read.end;
        }
        read
    }

    /// 6角8分钱: cents are tenths of the coin.
    fn with_cents(&self, read: Read) -> Read {
        let mut read = read;
        if let Some(amount) = self.amount(read.unit_end)
            && amount.value < 10.0
            && let Some(stop) = self.word(amount.end, &["分钱", "分"])
        {
            read.value = ((read.value + amount.value * 0.1) * 10.0).round() / 10.0;
            (read.unit_end, read.end) = (stop, stop);
        }
        read
    }

    /// 一吨半, 三成半, 七成六: what follows the unit is a part of it.
    pub(super) fn halved(&self, read: Read) -> Read {
        let mut read = read;
        if read.end != read.unit_end || read.value_max.is_some() {
            return read;
        }
        let next = self.get(read.unit_end);
        let part = match next {
            Some('半') if HALVED.contains(&read.unit.as_str()) => 0.5,
            Some(c) if read.unit == "成" => chinese_digit(c).map_or(0.0, |digit| f64::from(digit) / 10.0),
            _ => 0.0,
        };
        if part > 0.0 && !self.get(read.unit_end + 1).is_some_and(|c| "径数导成价途夜".contains(c)) {
            read.value += part;
            read.unit_end += 1;
            read.end += 1;
        }
        read
    }

    /// 负0.2千米, 零下5摄氏度, -22.2%.
    pub(super) fn signed(&self, read: Read) -> Read {
        let mut read = read;
        let start = ["负", "零下"]
            .iter()
            .find_map(|sign| read.number.checked_sub(sign.chars().count()).filter(|&start| self.has(start, sign)));
        let minus = read.number.checked_sub(1).filter(|&start| {
            matches!(self.get(start), Some('-' | '－' | '−'))
                && self.before(start).is_none_or(|c| "，。、；：（(:为是达至".contains(c))
        });
        if let Some(start) = start.or(minus) {
            read.value = -read.value;
            read.number = start;
            read.about = read.about.min(start);
        }
        read
    }
}
