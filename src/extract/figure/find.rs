use std::ops::Range;

use super::mask::mask;
use super::units::{CURRENCY_SIGNS, units};
use super::words::{ABOUT, MORE_OR_LESS, NOT_AFTER, NOT_BEFORE, ODD};
use crate::extract::time::{Plain, find_dates};
use crate::text::{NumeralForm, arabic_digit, chinese_digit, is_han, numeral_at, scale_unit};

/// A number with its unit in one text.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundFigure {
    /// The words, with what is counted where it adjoins; at most 20 characters.
    pub text: String,
    /// The first character (Unicode scalar values) of `text`.
    pub start: u32,
    /// The character after the last of `text`.
    pub end: u32,
    /// The number as printed in `unit`: 100 for 100万元.
    pub value: f64,
    /// The end of a range.
    pub value_max: Option<f64>,
    /// The unit as printed: 万元; empty where the text is a number and nothing else.
    pub unit: String,
    /// Whether the text says that it is about so much.
    pub approx: bool,
    /// The first character of the number itself.
    pub number: u32,
    /// The character after the unit.
    pub unit_end: u32,
}

/// Every number with a unit in a text, in order; dates, clock times, ordinals, codes, set phrases and numbers inside quoted
/// names are left out.
///
/// ```text
/// figure = [ 约 ] number [ 余 ] [ 万 ] unit [ 左右 ] | number 至 number unit | 百分之 number
/// ```
pub fn find_figures(text: &str) -> Vec<FoundFigure> {
    let dates = find_dates(text, None);
    find_figures_beside(text, dates.iter().map(|date| date.start..date.end))
}

/// The same where the text's dates are known: from character to character, in the text itself.
pub(in crate::extract) fn find_figures_beside(text: &str, dates: impl Iterator<Item = Range<u32>>) -> Vec<FoundFigure> {
    let original: Vec<char> = text.chars().collect();
    if let Some(value) = crate::text::parse_numeral(text).filter(|_| !original.contains(&'分')) {
        return vec![bare(text, value, original.len())];
    }
    let plain = Plain::new(&original);
    let chars = plain.chars.as_slice();
    let mask = mask(chars, dates.map(|date| plain.stretch(date.start as usize, date.end as usize)));
    let text = Text { chars, mask: &mask };
    let (mut figures, mut at) = (Vec::<FoundFigure>::new(), 0);
    while at < chars.len() {
        match text.figure(at) {
            Some(read) => {
                at = read.end;
                let from = figures.last().map_or(0, |figure| figure.end as usize);
                figures.push(text.found(read, from));
            }
            None => at += text.skip(at),
        }
    }
    for figure in &mut figures {
        let place = |start: u32, end: u32| plain.place(start as usize, end as usize);
        let (number, unit_end) = place(figure.number, figure.unit_end);
        let (start, end) = place(figure.start, figure.end);
        figure.text = original[start..end].iter().collect();
        (figure.start, figure.end) = (start as u32, end as u32);
        (figure.number, figure.unit_end) = (number as u32, unit_end as u32);
    }
    figures
}

fn bare(text: &str, value: f64, len: usize) -> FoundFigure {
    FoundFigure {
        text: text.to_owned(),
        start: 0,
        end: len as u32,
        value,
        value_max: None,
        unit: String::new(),
        approx: false,
        number: 0,
        unit_end: len as u32,
    }
}

/// What the grammar read: the number, its unit and their places.
pub(super) struct Read {
    pub(super) number: usize,
    pub(super) end: usize,
    pub(super) unit_end: usize,
    pub(super) about: usize,
    pub(super) value: f64,
    pub(super) value_max: Option<f64>,
    pub(super) unit: String,
    pub(super) approx: bool,
}

#[derive(Clone, Copy)]
pub(super) struct Amount {
    pub(super) value: f64,
    /// Where the number ends and its 万 or unit begins.
    pub(super) end: usize,
    pub(super) approx: bool,
    pub(super) form: NumeralForm,
}

pub(super) struct Text<'a> {
    pub(super) chars: &'a [char],
    mask: &'a [bool],
}

impl Text<'_> {
    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        self.chars.get(at..).is_some_and(|rest| {
            let mut rest = rest.iter();
            word.chars().all(|c| rest.next() == Some(&c))
        })
    }

    pub(super) fn word(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.has(at, word)).map(|word| at + word.chars().count()).max()
    }

    pub(super) fn is_masked(&self, at: usize) -> bool {
        self.mask.get(at).copied().unwrap_or(false)
    }

    /// How far to go where no figure begins: past a whole number, so that none begins inside it.
    fn skip(&self, at: usize) -> usize {
        if self.is_masked(at) {
            return 1;
        }
        numeral_at(self.chars, at).map_or(1, |numeral| numeral.len)
    }

    fn figure(&self, at: usize) -> Option<Read> {
        let first = self.get(at).filter(|_| !self.is_masked(at))?;
        // 百分之三十, ￥300, 人民币3.2亿.
        let is_led = matches!(first, '百' | '千' | '仟' | '佰' | '￥' | '¥' | '＄' | '$' | '€' | '£' | '人');
        if !is_led && numeral_at(self.chars, at).is_none() {
            return None;
        }
        let read =
            self.percent(at).or_else(|| self.priced(at)).or_else(|| self.share(at)).or_else(|| self.counted(at))?;
        Some(self.signed(self.halved(self.with_coins(read))))
    }

    /// 百分之三十, 千分之五.
    fn percent(&self, at: usize) -> Option<Read> {
        let start = self.word(at, &["百分之", "千分之", "仟分之", "佰分之"])?;
        let unit = if matches!(self.get(at), Some('百' | '佰')) { "%" } else { "‰" };
        if let Some((low, high)) = self.neighbours(start) {
            return Some(self.read(at, low, Some(high), unit.to_owned(), high.end));
        }
        let amount = self.amount(start)?;
        let scale: f64 = self.chars[amount.end..].iter().map_while(|&c| scale_unit(c)).product();
        let end = amount.end + self.chars[amount.end..].iter().take_while(|&&c| scale_unit(c).is_some()).count();
        let amount = Amount { value: amount.value * scale, end, ..amount };
        Some(self.read(at, amount, None, unit.to_owned(), end))
    }

    /// 一万分之三, 三分之一: a share by itself.
    fn share(&self, at: usize) -> Option<Read> {
        let numeral = numeral_at(self.chars, at)?;
        let inner = self.chars.get(at..at + numeral.len)?;
        if !inner.contains(&'分') || self.before(at) == Some('第') {
            return None;
        }
        let amount = Amount { value: numeral.value, end: at + numeral.len, approx: false, form: numeral.form };
        Some(self.read(at, amount, None, String::new(), amount.end))
    }

    /// ￥300, 人民币3.2亿: the currency stands before the number.
    fn priced(&self, at: usize) -> Option<Read> {
        let (sign, unit) = CURRENCY_SIGNS.iter().find(|(sign, _)| self.has(at, sign))?;
        let amount = self.amount(at + sign.chars().count())?;
        let end = amount.end + self.chars[amount.end..].iter().take_while(|&&c| scale_unit(c).is_some()).count();
        let scale: String = self.chars[amount.end..end].iter().collect();
        // 人民币100万元 has its unit behind it as well.
        (self.unit(amount.end).is_none_or(|(_, stop)| stop <= end))
            .then(|| self.read(at, amount, None, format!("{scale}{unit}"), end))
    }

    fn counted(&self, at: usize) -> Option<Read> {
        if let Some(c) = self.before(at)
            && (NOT_BEFORE.contains(c)
                || "几数".contains(c) && "十百千万亿".contains(self.get(at)?)
                || c.is_ascii_alphabetic()
                || "+＋/:：.．·".contains(c) && arabic_digit(self.get(at)?).is_some()
                || is_joined_number(self.chars, at))
        {
            return None;
        }
        if let Some((low, high)) = self.neighbours(at)
            && let Some((unit, end)) = self.unit(high.end)
            && unit != "世纪"
            && self.is_counting(at, high, &unit, end)
        {
            return Some(self.read(at, low, Some(high), unit, end));
        }
        let first = self.amount(at)?;
        if let Some(range) = self.range(at, first) {
            return Some(range);
        }
        let (unit, end) = self.unit(first.end)?;
        if !self.is_counting(at, first, &unit, end) {
            return None;
        }
        // 两个半小时.
        if unit == "个"
            && self.get(end) == Some('半')
            && let Some(stop) = self.word(end + 1, &["小时", "月", "学期", "世纪"])
        {
            let unit: String = std::iter::once('个').chain(self.chars[end + 1..stop].iter().copied()).collect();
            return Some(self.read(at, Amount { value: first.value + 0.5, ..first }, None, unit, stop));
        }
        // 三四个: two neighbouring digits are a range.
        if first.form == NumeralForm::Digits {
            let digits: Vec<u32> = self.chars[at..first.end].iter().filter_map(|&c| chinese_digit(c)).collect();
            let [low, high] = digits[..] else { return None };
            // 三八折 is thirty-eight hundredths.
            if unit == "折" {
                let value = f64::from(low) + f64::from(high) / 10.0;
                return Some(self.read(at, Amount { value, ..first }, None, unit, end));
            }
            if low + 1 != high {
                return None;
            }
            let one = |value: u32| Amount { value: f64::from(value), ..first };
            return Some(self.read(at, one(low), Some(one(high)), unit, end));
        }
        Some(self.read(at, first, None, unit, end))
    }

    /// A number without the 万 that its unit may take: 1.2 in 1.2万人, 30 in 30多万.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let numeral = numeral_at(self.chars, at)?;
        let scale: f64 = self.chars[at + numeral.len - numeral.scale..at + numeral.len]
            .iter()
            .filter_map(|&c| scale_unit(c))
            .product();
        let mut end = at + numeral.len - numeral.scale;
        let approx = numeral.scale == 0 && self.word(end, ODD).is_some_and(|stop| self.unit(stop).is_some());
        if approx {
            end += 1;
        }
        Some(Amount { value: numeral.mantissa(scale), end, approx, form: numeral.form })
    }

    /// The unit that begins at a place, 万 included.
    pub(super) fn unit(&self, at: usize) -> Option<(String, usize)> {
        let mut start = at;
        while self.get(start).and_then(scale_unit).is_some() {
            start += 1;
        }
        let scale_end = start;
        if start > at && matches!(self.get(start), Some('余' | '多')) {
            start += 1;
        }
        // 四大项, 3大类.
        if self.get(start) == Some('大') && self.word(start + 1, &["项", "类", "块", "件", "个"]).is_some() {
            start += 1;
        }
        let found = self
            .get(start)
            .into_iter()
            .flat_map(units)
            .filter(|unit| self.has_unit(start, unit))
            .map(|unit| (unit, start + unit.chars().count()))
            .filter(|&(unit, end)| self.ends_unit(unit, end))
            .max_by_key(|&(_, end)| end);
        let scale: String = self.chars[at..scale_end].iter().collect();
        // 参保人数为123万。 leaves out what is counted.
        let alone = scale_end > at && self.get(scale_end).is_none_or(|c| "，。、；）".contains(c));
        found
            .map(|(unit, end)| (format!("{scale}{}", if unit == "％" { "%" } else { unit }), end))
            .or_else(|| alone.then_some((scale, scale_end)))
    }

    /// Latin units are printed in either case: 168CM.
    fn has_unit(&self, at: usize, unit: &str) -> bool {
        self.has(at, unit)
            || unit.len() > 1
                && unit.is_ascii()
                && unit.chars().enumerate().all(|(i, c)| self.get(at + i).is_some_and(|d| d.eq_ignore_ascii_case(&c)))
    }

    fn ends_unit(&self, unit: &str, end: usize) -> bool {
        let Some(next) = self.get(end) else { return true };
        if unit.is_ascii() && unit != "%" {
            return !next.is_ascii_alphanumeric();
        }
        // Points are scored; before another word 分 is a part of it.
        if unit == "分" {
            return !is_han(next) || self.word(end, MORE_OR_LESS).is_some();
        }
        // 家乡 is a home, but 15家乡镇企业 are enterprises.
        if unit == "家" && self.word(end, &["乡镇", "乡村", "乡级"]).is_some() {
            return true;
        }
        // 名单 is a list, but 120名单身青年 are people.
        if unit == "名" && self.word(end, &["单身", "单亲"]).is_some() {
            return true;
        }
        !NOT_AFTER.iter().any(|(word, after)| *word == unit && after.contains(next))
    }

    /// Where a word that says about so much begins before a number.
    pub(super) fn about(&self, at: usize) -> Option<usize> {
        ABOUT
            .iter()
            .filter_map(|word| {
                at.checked_sub(word.chars().count()).filter(|&from| self.has(from, word) && !self.is_masked(from))
            })
            .min()
            .filter(|&from| !(self.has(from, "上") && self.get(at).is_none_or(|c| !"百千万亿".contains(c))))
            .filter(|&from| {
                !(self.has(from, "约") && self.before(from).is_some_and(|c| "签预合契邀违履续节".contains(c)))
            })
            .filter(|&from| !(self.has(from, "近") && self.before(from).is_some_and(|c| "附最接临邻".contains(c))))
    }

    pub(super) fn read(
        &self,
        number: usize,
        first: Amount,
        last: Option<Amount>,
        unit: String,
        unit_end: usize,
    ) -> Read {
        let about = self.about(number);
        let end = self.word(unit_end, MORE_OR_LESS).unwrap_or(unit_end);
        let inner_odd = last.unwrap_or(first).end..unit_end;
        let odd = first.approx
            || last.is_some_and(|last| last.approx)
            || self.chars[inner_odd].iter().any(|c| matches!(c, '余' | '多'));
        // 4个以上 says about so much; 年以上 after a number of years as well.
        Read {
            number,
            end,
            unit_end,
            about: about.unwrap_or(number),
            value: first.value,
            value_max: last.map(|last| last.value),
            unit,
            approx: odd || about.is_some() || end > unit_end,
        }
    }
}

/// A digit stands right before: the number began earlier.
fn is_joined_number(chars: &[char], at: usize) -> bool {
    at > 0 && arabic_digit(chars[at - 1]).is_some() && arabic_digit(chars[at]).is_some()
}
