//! Numbers as Chinese newspapers print them.
//!
//! ```text
//! numeral  = arabic [ thousands ] [ scale { arabic-or-chinese } ]      2,048  ３·５  1.2亿  3万5千
//!          | chinese                                                   一百零五  两千三百  一万五  廿五
//!          | digits                                                    二〇二四  一九九八
//!          | chinese "点" digits                                        三点五
//!          | numeral "分之" numeral                                     三分之一  百分之3.5
//! scale    = "万" | "亿" | "万亿"
//! ```
//!
//! Full-width digits, formal (壹贰叁) and traditional (萬億) characters count as the plain ones. A last digit without
//! a unit counts in tenths of the unit before it (一百五 is 150), but not after 零 (一百零五 is 105). Rules: GB/T 15835-2011,
//! "General rules for writing numerals in public texts".

/// A number read from a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// The number.
    pub value: f64,
    /// How many characters it takes.
    pub len: usize,
    /// How many of these, at its end, are a 万 or 亿 that could as well belong to the unit: 1 in 100万, 0 in 一万二千.
    pub scale: usize,
    /// How it is written.
    pub form: NumeralForm,
}

impl Numeral {
    /// The number without its scale: 100 in 100万.
    pub fn mantissa(&self, scale: f64) -> f64 {
        if self.scale == 0 { self.value } else { self.value / scale }
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumeralForm {
    /// Arabic digits, with or without a Chinese scale.
    Arabic,
    /// Chinese with its units: 二十.
    Chinese,
    /// Chinese digits by position: 二〇二四.
    Digits,
}

/// The value of an Arabic digit, full-width too.
pub fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The value of a Chinese digit, 0 to 9.
pub fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' | 'Ｏ' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '貳' | '兩' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The value of 十, 百 or 千.
fn small_unit(c: char) -> Option<f64> {
    Some(match c {
        '十' | '拾' => 10.0,
        '百' | '佰' => 100.0,
        '千' | '仟' => 1_000.0,
        _ => return None,
    })
}

/// The value of 万 or 亿.
pub fn scale_unit(c: char) -> Option<f64> {
    Some(match c {
        '万' | '萬' => 1e4,
        '亿' | '億' => 1e8,
        _ => return None,
    })
}

/// 千 is part of the unit in 千瓦, 千克, 千米.
fn begins_metric_unit(chars: &[char], at: usize) -> bool {
    matches!(chars.get(at), Some('千'))
        && matches!(chars.get(at + 1), Some('瓦' | '克' | '米' | '卡' | '焦' | '伏' | '帕'))
}

/// Whether a numeral can begin with a character: most of a text's are passed at once.
fn begins_numeral(c: char) -> bool {
    arabic_digit(c).or(chinese_digit(c)).is_some()
        || small_unit(c).or(scale_unit(c)).is_some()
        || matches!(c, '廿' | '卅')
}

/// The longest numeral that begins at character `at`.
pub fn numeral_at(chars: &[char], at: usize) -> Option<Numeral> {
    let first = *chars.get(at).filter(|&&c| begins_numeral(c))?;
    let whole = if arabic_digit(first).is_some() { arabic_at(chars, at) } else { chinese_at(chars, at) }?;
    Some(fraction_at(chars, at, whole).unwrap_or(whole))
}

/// 三分之一, 百分之3.5, 500分之23: what the parts of a whole come to.
fn fraction_at(chars: &[char], at: usize, whole: Numeral) -> Option<Numeral> {
    let start = at + whole.len + 2;
    if !chars.get(at + whole.len..)?.starts_with(&['分', '之']) || whole.value <= 0.0 {
        return None;
    }
    let part = match chars.get(start).copied().and_then(arabic_digit) {
        Some(_) => arabic_at(chars, start)?,
        None => chinese_at(chars, start)?,
    };
    let len = whole.len + 2 + part.len;
    Some(Numeral { value: part.value / whole.value, len, scale: 0, form: NumeralForm::Chinese })
}

/// The number that the whole text is; a leading 负 or minus counts, blanks do not.
pub fn parse_numeral(text: &str) -> Option<f64> {
    let is_sign = |c: char| matches!(c, '负' | '負' | '-' | '－' | '−');
    let chars = text.chars().filter(|c| !c.is_whitespace());
    let first = chars.clone().next().filter(|&c| is_sign(c) || c == '半' || begins_numeral(c))?;
    let (sign, start) = if is_sign(first) { (-1.0, 1) } else { (1.0, 0) };
    let chars: Vec<char> = chars.collect();
    if chars[start..] == ['半'] {
        return Some(sign * 0.5);
    }
    let numeral = numeral_at(&chars, start)?;
    let end = start + numeral.len;
    // 三又二分之一 is a whole number and a fraction.
    if chars.get(end) == Some(&'又') {
        let fraction = numeral_at(&chars, end + 1)?;
        let is_fraction = end + 1 + fraction.len == chars.len() && chars[end..].contains(&'分');
        return is_fraction.then_some(sign * (numeral.value + fraction.value));
    }
    (end == chars.len()).then_some(sign * numeral.value)
}

fn arabic_at(chars: &[char], at: usize) -> Option<Numeral> {
    let digit = |index: usize| chars.get(index).copied().and_then(arabic_digit);
    let mut pos = at;
    let mut value = 0.0;
    while let Some(d) = digit(pos) {
        value = value * 10.0 + f64::from(d);
        pos += 1;
    }
    if pos - at <= 3 {
        while matches!(chars.get(pos), Some(',' | '，'))
            && (1..=3).all(|step| digit(pos + step).is_some())
            && digit(pos + 4).is_none()
        {
            // A full-width comma parts a number only between full-width digits; elsewhere it parts clauses.
            if chars[pos] == '，' && !('０'..='９').contains(&chars[pos + 1]) {
                break;
            }
            for step in 1..=3 {
                value = value * 10.0 + f64::from(digit(pos + step)?);
            }
            pos += 4;
        }
    }
    if matches!(chars.get(pos), Some('.' | '．' | '·' | '﹒')) && digit(pos + 1).is_some() {
        let (start, mut end) = (pos + 1, pos + 1);
        while digit(end).is_some() {
            end += 1;
        }
        // A decimal is read from its digits at once, so that it is the double nearest to what is printed.
        let fraction: String =
            chars[start..end].iter().filter_map(|&c| arabic_digit(c)).map(|d| d.to_string()).collect();
        value = format!("{value}.{fraction}").parse().ok()?;
        pos = end;
    }
    let mut numeral = Numeral { value, len: pos - at, scale: 0, form: NumeralForm::Arabic };
    let mut last = f64::INFINITY;
    while !begins_metric_unit(chars, at + numeral.len)
        && let Some(unit) = chars.get(at + numeral.len).copied().and_then(small_unit)
    {
        numeral.value *= unit;
        numeral.len += 1;
        last = unit;
    }
    while let Some(unit) = chars.get(at + numeral.len).copied().and_then(scale_unit) {
        numeral.value *= unit;
        numeral.len += 1;
        numeral.scale += 1;
        last = unit;
    }
    // 3万5千, 1千零20, 200亿零4千230: what follows a unit is smaller than it and has units of its own, or a 零 before it.
    if last.is_finite()
        && let start = at + numeral.len + usize::from(chars.get(at + numeral.len) == Some(&'零'))
        && let Some(rest) = part_at(chars, start)
        && rest.value < last
        && (rest.len > 1 || start > at + numeral.len)
        && (rest.form != NumeralForm::Digits || start > at + numeral.len)
    {
        numeral.value += rest.value;
        numeral.len = start + rest.len - at;
        numeral.scale = 0;
    }
    Some(numeral)
}

/// A numeral that is no fraction.
fn part_at(chars: &[char], at: usize) -> Option<Numeral> {
    if arabic_digit(*chars.get(at)?).is_some() { arabic_at(chars, at) } else { chinese_at(chars, at) }
}

fn chinese_at(chars: &[char], at: usize) -> Option<Numeral> {
    let whole = chinese_integer_at(chars, at)?;
    let mut pos = at + whole.len;
    if chars.get(pos) == Some(&'点') && whole.scale == 0 {
        let digits: String =
            chars[pos + 1..].iter().map_while(|&c| chinese_digit(c)).map(|digit| digit.to_string()).collect();
        let after = chars.get(pos + 1 + digits.len());
        // 三点十分, 三点五十分 and 三点三刻 are clock times.
        if !digits.is_empty() && !matches!(after, Some('十' | '分' | '刻')) {
            let value = format!("{}.{digits}", whole.value).parse().ok()?;
            pos += 1 + digits.len();
            let mut numeral = Numeral { value, len: pos - at, scale: 0, form: NumeralForm::Chinese };
            while let Some(unit) = chars.get(at + numeral.len).copied().and_then(scale_unit) {
                numeral.value *= unit;
                numeral.len += 1;
                numeral.scale += 1;
            }
            return Some(numeral);
        }
    }
    Some(whole)
}

/// Reads an integer in Chinese characters, sections of four digits at a time.
fn chinese_integer_at(chars: &[char], at: usize) -> Option<Numeral> {
    let digits = chars[at..].iter().map_while(|&c| chinese_digit(c).filter(|_| !matches!(c, '两' | '兩'))).count();
    let follows_unit = chars.get(at + digits).is_some_and(|&c| small_unit(c).or(scale_unit(c)).is_some());
    if digits >= 2 && !follows_unit {
        let value = chars[at..at + digits]
            .iter()
            .filter_map(|&c| chinese_digit(c))
            .fold(0.0, |value, digit| value * 10.0 + f64::from(digit));
        return Some(Numeral { value, len: digits, scale: 0, form: NumeralForm::Digits });
    }

    let (mut total, mut section) = (0.0, 0.0);
    let mut pending: Option<f64> = None;
    let mut last_unit = 0.0;
    let mut after_zero = false;
    let mut pos = at;
    while let Some(&c) = chars.get(pos) {
        let is_weight = pos > at
            && matches!(c, '两' | '兩')
            && chars.get(pos + 1).is_none_or(|&next| small_unit(next).or(scale_unit(next)).is_none());
        if is_weight {
            break;
        }
        if let Some(digit) = chinese_digit(c) {
            if digit == 0 {
                if pending.is_some() {
                    break;
                }
                after_zero = true;
                if pos == at {
                    pending = Some(0.0);
                }
            } else if pending.is_some_and(|pending| pending > 0.0) {
                break;
            } else {
                pending = Some(f64::from(digit));
            }
        } else if let Some(tens) = match c {
            '廿' => Some(20.0),
            '卅' => Some(30.0),
            _ => None,
        } {
            if pending.is_some() || section > 0.0 {
                break;
            }
            section = tens;
            last_unit = 10.0;
        } else if let Some(unit) = small_unit(c).filter(|_| !begins_metric_unit(chars, pos)) {
            if last_unit > 0.0 && last_unit <= unit && last_unit < 1e4 {
                break;
            }
            section += pending.take().unwrap_or(1.0) * unit;
            last_unit = unit;
            after_zero = false;
        } else if let Some(unit) = scale_unit(c) {
            let head = section + pending.take().unwrap_or(0.0);
            if head == 0.0 && pos > at && last_unit >= 1e4 {
                total *= unit;
            } else if unit > 1e4 {
                total = (total + head.max(if pos == at { 1.0 } else { 0.0 })) * unit;
            } else {
                total += head.max(if pos == at { 1.0 } else { 0.0 }) * unit;
            }
            section = 0.0;
            last_unit = unit;
            after_zero = false;
        } else {
            break;
        }
        pos += 1;
    }
    if pos == at {
        return None;
    }
    let tail = match pending {
        Some(digit) if !after_zero && last_unit >= 100.0 => digit * last_unit / 10.0,
        Some(digit) => digit,
        None => 0.0,
    };
    let scale = chars[at..pos].iter().rev().take_while(|&&c| scale_unit(c).is_some()).count();
    let all_scale = scale == pos - at;
    let inner = chars[at..pos - scale].iter().any(|&c| scale_unit(c).is_some());
    Some(Numeral {
        value: total + section + tail,
        len: pos - at,
        scale: if all_scale || inner { 0 } else { scale },
        form: NumeralForm::Chinese,
    })
}

#[cfg(test)]
mod tests;
