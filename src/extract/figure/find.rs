use super::units::{AFTER_NOUN, CURRENCY_SIGNS, HALVED, MEASURES, UNITS};
use super::words::{ABOUT, IDIOMS, MORE_OR_LESS, NOT_AFTER, NOT_BEFORE, ODD, STOPS, TO, VERBS};
use crate::extract::time::{Plain, find_dates};
use crate::text::{NumeralForm, arabic_digit, chinese_digit, numeral_at, scale_unit};

/// The longest text of a figure, in characters.
const LONGEST: usize = 20;
/// The most characters of what is counted that stand before the number.
const LONGEST_BEFORE: usize = 8;

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
    let original: Vec<char> = text.chars().collect();
    if let Some(value) = crate::text::parse_numeral(text).filter(|_| !original.contains(&'分')) {
        return vec![bare(text, value, original.len())];
    }
    let plain = Plain::new(&original);
    let chars = plain.chars.as_slice();
    let mask = mask(chars);
    let text = Text { chars, mask: &mask };
    let mut figures: Vec<FoundFigure> = Vec::new();
    let mut at = 0;
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

/// Marks what holds no figures: dates, set phrases, quoted names.
fn mask(chars: &[char]) -> Vec<bool> {
    let mut mask = vec![false; chars.len()];
    let text: String = chars.iter().collect();
    for date in find_dates(&text, None) {
        // Counted times such as 3个月后 are durations as well.
        let counted = date.text.contains('个') && date.text.ends_with('后');
        if !counted {
            mask[date.start as usize..date.end as usize].fill(true);
        }
    }
    for at in 0..chars.len() {
        if chinese_digit(chars[at]).is_some() || "十百千万八不成第".contains(chars[at]) {
            for idiom in IDIOMS {
                let len = idiom.chars().count();
                if chars[at..].iter().copied().take(len).eq(idiom.chars()) {
                    mask[at..at + len].fill(true);
                }
            }
        }
    }
    for (open, close) in quotes(chars) {
        let inner = &chars[open + 1..close];
        let is_speech = inner.iter().any(|c| "，。！？；…".contains(*c)) || inner.len() > 24;
        if !is_speech {
            mask[open..=close].fill(true);
        }
    }
    mask
}

/// The places of paired quotation marks, outermost only.
fn quotes(chars: &[char]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut open = None;
    for (at, c) in chars.iter().enumerate() {
        match c {
            '“' | '《' => open = open.or(Some(at)),
            '”' | '》' => {
                if let Some(open) = open.take() {
                    pairs.push((open, at));
                }
            }
            _ => {}
        }
    }
    pairs
}

/// What the grammar read: the number, its unit and their places.
struct Read {
    number: usize,
    end: usize,
    unit_end: usize,
    about: usize,
    value: f64,
    value_max: Option<f64>,
    unit: String,
    approx: bool,
}

#[derive(Clone, Copy)]
struct Amount {
    value: f64,
    /// Where the number ends and its 万 or unit begins.
    end: usize,
    approx: bool,
    form: NumeralForm,
}

struct Text<'a> {
    chars: &'a [char],
    mask: &'a [bool],
}

impl Text<'_> {
    fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    fn has(&self, at: usize, word: &str) -> bool {
        self.chars.get(at..).is_some_and(|rest| {
            let mut rest = rest.iter();
            word.chars().all(|c| rest.next() == Some(&c))
        })
    }

    fn word(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.has(at, word)).map(|word| at + word.chars().count()).max()
    }

    fn is_masked(&self, at: usize) -> bool {
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
        if self.is_masked(at) {
            return None;
        }
        let read =
            self.percent(at).or_else(|| self.priced(at)).or_else(|| self.share(at)).or_else(|| self.counted(at))?;
        Some(self.signed(self.halved(self.with_coins(read))))
    }

    /// 百分之三十, 千分之五.
    fn percent(&self, at: usize) -> Option<Read> {
        let start = self.word(at, &["百分之", "千分之", "仟分之", "佰分之"])?;
        let amount = self.amount(start)?;
        let scale: f64 = self.chars[amount.end..].iter().map_while(|&c| scale_unit(c)).product();
        let end = amount.end + self.chars[amount.end..].iter().take_while(|&&c| scale_unit(c).is_some()).count();
        let unit = if matches!(self.get(at), Some('百' | '佰')) { "%" } else { "‰" };
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
                || c.is_ascii_alphabetic()
                || "+＋/:：.．·".contains(c) && arabic_digit(self.get(at)?).is_some()
                || is_joined_number(self.chars, at))
        {
            return None;
        }
        let first = self.amount(at)?;
        // A range leaves its unit to the end, or says it twice.
        let middle = self.unit(first.end).map_or(first.end, |(_, end)| end);
        for gap in [first.end, middle] {
            if let Some(start) = self.word(gap, TO)
                && let Some(last) = self.amount(start)
                && let Some((unit, end)) = self.unit(last.end)
                && (gap == first.end || self.unit(first.end).is_some_and(|(same, _)| same == unit))
                && first.value < last.value
                && !(unit.ends_with('年') && first.value >= 1000.0)
            {
                return Some(self.read(at, first, Some(last), unit, end));
            }
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

    /// 123元1角1分: coins are hundredths of the sum.
    fn with_coins(&self, read: Read) -> Read {
        let Some(money) = ["元", "圆", "块"].iter().find(|unit| read.unit == **unit) else { return read };
        let mut read = read;
        let mut end = read.unit_end;
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

    /// 一吨半, 三成半, 七成六: what follows the unit is a part of it.
    fn halved(&self, read: Read) -> Read {
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
    fn signed(&self, read: Read) -> Read {
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

    /// A number without the 万 that its unit may take: 1.2 in 1.2万人, 30 in 30多万.
    fn amount(&self, at: usize) -> Option<Amount> {
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
    fn unit(&self, at: usize) -> Option<(String, usize)> {
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
        let found = UNITS
            .iter()
            .filter(|unit| self.has_unit(start, unit))
            .map(|unit| (*unit, start + unit.chars().count()))
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
        !NOT_AFTER.iter().any(|(word, after)| *word == unit && after.contains(next))
    }

    /// Whether a number that stands before a unit counts at all.
    fn is_counting(&self, at: usize, amount: Amount, unit: &str, end: usize) -> bool {
        let len = amount.end - at;
        let first = self.get(at);
        // 10分钟便民服务圈: a name that begins with a length of time.
        if self.get(end).is_some()
            && (end..end + 8).any(|at| self.get(at) == Some('圈') && self.chars[end..at].iter().all(|&c| is_han(c)))
            && matches!(unit, "分钟" | "公里" | "小时")
        {
            return false;
        }
        if first.and_then(arabic_digit).is_some() {
            return !(unit == "年" && amount.value >= 1000.0);
        }
        // 一 before a unit of measure counts.
        if len == 1 && first == Some('一') && (MEASURES.contains(&unit) || self.about(at).is_some()) {
            return true;
        }
        // 一 is an article but where it counts after its noun: 座谈会一次.
        if len == 1 && first == Some('一') {
            let stands_free = self.get(end).is_none_or(|c| "，。、；）".contains(c));
            let counted_before = self
                .before(at)
                .is_some_and(|c| is_han(c) && !"又再每第这那有某任同另头唯试看做来走到了的是成为之问去".contains(c));
            return stands_free && counted_before && AFTER_NOUN.contains(&unit);
        }
        // 百, 千 and 万 alone mean many, but for 近百名, 上千人, 百余人.
        if len == 1 && matches!(first, Some('百' | '千' | '万' | '亿')) {
            return amount.approx || self.about(at).is_some();
        }
        true
    }

    /// Where a word that says about so much begins before a number.
    fn about(&self, at: usize) -> Option<usize> {
        ABOUT
            .iter()
            .filter_map(|word| {
                at.checked_sub(word.chars().count()).filter(|&from| self.has(from, word) && !self.is_masked(from))
            })
            .min()
            .filter(|&from| !(self.has(from, "上") && self.get(at).is_none_or(|c| !"百千万亿".contains(c))))
            .filter(|&from| !(self.has(from, "近") && self.before(from).is_some_and(|c| "附最接临邻".contains(c))))
    }

    fn read(&self, number: usize, first: Amount, last: Option<Amount>, unit: String, unit_end: usize) -> Read {
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

    /// Adds the words of what is counted: those behind the unit, else those before the number.
    fn found(&self, read: Read, from: usize) -> FoundFigure {
        let mut end = read.end;
        while end < self.chars.len()
            && end - read.about < LONGEST
            && is_han(self.chars[end])
            && !STOPS.contains(self.chars[end])
            && self.word(end, VERBS).is_none()
            && (self.chars[end] == '一' || numeral_at(self.chars, end).is_none())
        {
            end += 1;
        }
        let mut start = read.about;
        if end == read.end {
            while start > from
                && end - start < LONGEST
                && read.about - start < LONGEST_BEFORE
                && is_han(self.chars[start - 1])
                && !STOPS.contains(self.chars[start - 1])
                && !VERBS.iter().any(|verb| self.ends_with(start, verb))
            {
                start -= 1;
            }
        }
        end = end.min(start + LONGEST);
        FoundFigure {
            text: self.chars[start..end].iter().collect(),
            start: start as u32,
            end: end as u32,
            value: read.value,
            value_max: read.value_max,
            unit: read.unit,
            approx: read.approx,
            number: read.number as u32,
            unit_end: read.unit_end as u32,
        }
    }

    fn ends_with(&self, end: usize, word: &str) -> bool {
        end.checked_sub(word.chars().count()).is_some_and(|start| self.has(start, word))
    }
}

/// A digit stands right before: the number began earlier.
fn is_joined_number(chars: &[char], at: usize) -> bool {
    at > 0 && arabic_digit(chars[at - 1]).is_some() && arabic_digit(chars[at]).is_some()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
