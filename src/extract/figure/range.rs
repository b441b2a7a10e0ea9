//! Numbers that are told by two ends: 3至5名, 5000元至1万元, 两到三千元, 七八十人.

use super::find::{Amount, Read, Text};
use super::words::TO;
use crate::text::{Numeral, NumeralForm, chinese_digit, numeral_at, scale_unit};

impl Text<'_> {
    /// A number and the greater one behind 至 or a dash. The unit, or a part of it, may be left to the end.
    pub(super) fn range(&self, at: usize, first: Amount) -> Option<Read> {
        let scale_end = self.scale_end(first.end);
        let scale: String = self.chars.get(first.end..scale_end)?.iter().collect();
        let own = self.unit(first.end);
        let said = [(scale_end, scale), own.map_or((scale_end, String::new()), |(unit, end)| (end, unit))];
        let left_out = self.word(first.end, TO).and_then(|start| self.range_of_one_unit(at, first, start));
        left_out.or_else(|| said.into_iter().find_map(|(gap, unit)| self.range_of_two_units(at, first, gap, &unit)))
    }

    /// 3至5万元: the beginning has no unit. 8500到3万元: nor what the 万 of the end makes of it.
    fn range_of_one_unit(&self, at: usize, first: Amount, start: usize) -> Option<Read> {
        let (last, unit, end) = self.end_of_range(first, start)?;
        let first = self.with_the_unit_of(at, first, start..last.end);
        if first.value < last.value {
            return Some(self.read(at, first, Some(last), unit, end));
        }
        let (scale, thing) = parted(&unit);
        let last = Amount { value: last.value * product(scale), ..last };
        // 拾到三万元 was found.
        let is_number = first.end > at + 1 || first.form == NumeralForm::Arabic;
        (is_number && first.value < last.value).then(|| self.read(at, first, Some(last), thing.to_owned(), end))
    }

    /// 1万至5万元, 500元至800元, and 5000元至1万元, which is counted in the unit of its beginning.
    fn range_of_two_units(&self, at: usize, first: Amount, gap: usize, said: &str) -> Option<Read> {
        let (last, unit, end) = self.end_of_range(first, self.word(gap, TO)?)?;
        let ((own, own_thing), (scale, thing)) = (parted(said), parted(&unit));
        if said.is_empty() || !own_thing.is_empty() && own_thing != thing {
            return None;
        }
        let last = Amount { value: last.value * product(scale) / product(own), ..last };
        (first.value < last.value).then(|| self.read(at, first, Some(last), format!("{own}{thing}"), end))
    }

    /// The number and the unit that end a range; 2020至2024年 is none.
    fn end_of_range(&self, first: Amount, start: usize) -> Option<(Amount, String, usize)> {
        let last = self.amount(start)?;
        let (unit, end) = self.unit(last.end)?;
        (!(unit.ends_with('年') && first.value >= 1000.0)).then_some((last, unit, end))
    }

    fn scale_end(&self, at: usize) -> usize {
        (at..).find(|&at| self.get(at).and_then(scale_unit).is_none()).unwrap_or(at)
    }

    /// 两到三千 is from two thousand to three, but 五到一百 from five.
    fn with_the_unit_of(&self, at: usize, first: Amount, last: std::ops::Range<usize>) -> Amount {
        let unit = match self.chars.get(last) {
            Some([digit, '百']) if numeral_of(*digit) > first.value => 100.0,
            Some([digit, '千']) if numeral_of(*digit) > first.value => 1000.0,
            _ => return first,
        };
        if first.end == at + 1 { Amount { value: first.value * unit, ..first } } else { first }
    }

    /// 七八十人, 三五百元, 十七八个: two neighbouring digits that share what stands before and behind them.
    pub(super) fn neighbours(&self, at: usize) -> Option<(Amount, Amount)> {
        const LONGEST: usize = 12;
        let chars: Vec<char> = self.chars.get(at..)?.iter().copied().take(LONGEST).collect();
        let digit = |at: usize| chars.get(at).copied().and_then(chinese_digit).filter(|&digit| digit > 0);
        let second = (1..chars.len()).find(|&at| digit(at - 1).zip(digit(at)).is_some())?;
        let (low, high) = digit(second - 1).zip(digit(second))?;
        let begins = second == 1;
        let is_pair = low + 1 == high || begins && (low, high) == (3, 5);
        // 三四个 has nothing to share, and 一二三 are three.
        let is_shared = !begins || chars.get(second + 1).is_some_and(|c| "十百千万亿".contains(*c));
        let is_led = begins || chars.get(second - 2).is_some_and(|c| "十百千".contains(*c));
        if !(is_pair && is_shared && is_led) || digit(second + 1).is_some() {
            return None;
        }
        let without = |place: usize| {
            let mut chars = chars.clone();
            chars.remove(place);
            numeral_at(&chars, 0)
        };
        let (low, high) = (without(second)?, without(second - 1)?);
        if low.len != high.len || low.len < second || low.value >= high.value {
            return None;
        }
        let scale: f64 = self
            .chars
            .get(at + 1 + low.len - low.scale..=at + low.len)?
            .iter()
            .filter_map(|&c| scale_unit(c))
            .product();
        let amount = |numeral: Numeral| Amount {
            value: numeral.mantissa(scale),
            end: at + 1 + numeral.len - numeral.scale,
            approx: false,
            form: numeral.form,
        };
        Some((amount(low), amount(high)))
    }
}

/// A unit's 万 or 亿, and the rest of it.
fn parted(unit: &str) -> (&str, &str) {
    unit.split_at(unit.find(|c| scale_unit(c).is_none()).unwrap_or(unit.len()))
}

fn product(scale: &str) -> f64 {
    scale.chars().filter_map(scale_unit).product()
}

fn numeral_of(digit: char) -> f64 {
    numeral_at(&[digit], 0).map_or(0.0, |numeral| numeral.value)
}
