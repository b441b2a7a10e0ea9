//! Years: 2024年, 二〇二四年, 98年, 两千零四年, 公元789年, 去年.

use super::expression::Year;
use super::text::Text;
use super::words::YEARS;
use crate::text::{NumeralForm, arabic_digit, chinese_digit, numeral_at};

impl Text<'_> {
    pub(super) fn arabic_year(self, at: usize) -> Option<(i16, usize)> {
        let digits: Vec<u32> = (at..).map_while(|at| self.get(at).and_then(arabic_digit)).take(5).collect();
        let year = digits.iter().fold(0, |year, digit| year * 10 + digit);
        (digits.len() == 4 && (1900..2100).contains(&year)).then_some((year as i16, at + 4))
    }

    /// Four digits that can be a year, Arabic or Chinese by position.
    pub(super) fn year_digits(self, at: usize) -> Option<(i16, usize)> {
        self.get(at).filter(|&c| arabic_digit(c).is_some() || chinese_digit(c).is_some())?;
        if !self.starts_number(at) && !matches!(self.before(at), Some('第')) || self.is_before_christ(at) {
            return None;
        }
        let arabic = (at..).map_while(|at| self.get(at).and_then(arabic_digit));
        let chinese = (at..).map_while(|at| self.get(at).and_then(chinese_digit));
        let digits: Vec<u32> = arabic.chain(chinese).take(5).collect();
        if digits.len() != 4 {
            return None;
        }
        let year = digits.iter().fold(0, |year, digit| year * 10 + digit);
        (1000..2200).contains(&year).then_some((year as i16, at + 4))
    }

    /// 公元前1000年 is no year of the calendar.
    pub(super) fn is_before_christ(self, at: usize) -> bool {
        at.checked_sub(3).is_some_and(|start| self.has(start, "公元前"))
    }

    pub(super) fn year(self, at: usize) -> Option<(Year, usize)> {
        if let Some((year, pos)) = self.year_digits(at)
            && self.get(pos) == Some('年')
        {
            // 2000年历史 and 1000年来 count years.
            let counts = year % 100 == 0 && self.word(pos + 1, &["历史", "的历史", "来", "文明", "悠久"]).is_some();
            let end = self.word(pos + 1, &["度"]).unwrap_or(pos + 1);
            return (!counts).then_some((Year::Printed(year), end));
        }
        // 2022、2023年.
        if let Some((year, pos)) = self.year_digits(at)
            && matches!(self.get(pos), Some('、' | '和' | '与'))
            && let Some((Year::Printed(next), _)) = self.year(pos + 1)
            && year + 1 == next
        {
            return Some((Year::Printed(year), pos));
        }
        let named = self.short_year(at).or_else(|| self.spoken_year(at)).or_else(|| self.republic(at));
        if let Some(found) = named.or_else(|| self.early_year(at)) {
            return Some(found);
        }
        let (year, end) = self.entry(at, YEARS)?;
        let before = self.before(at);
        let joined = match self.get(at)? {
            '明' => before.is_some_and(|c| "文说证声表发透".contains(c)),
            // 以前年久失修
            '前' | '后' => before.is_some_and(|c| "年先此以".contains(c) || arabic_digit(c).is_some()),
            // 市场上|年味.
            '上' | '下' => {
                before.is_some_and(|c| "以".contains(c)) || self.get(at + 2).is_some_and(|c| "味画夜饭".contains(c))
            }
            '本' => before.is_some_and(|c| "日".contains(c)),
            _ => false,
        };
        (!joined).then_some((year, end))
    }

    /// 公元789年.
    pub(super) fn early_year(self, at: usize) -> Option<(Year, usize)> {
        let start = self.word(at, &["公元"])?;
        let numeral = numeral_at(self.chars, start).filter(|numeral| numeral.scale == 0)?;
        let end = start + numeral.len;
        let is_year = (1.0..2200.0).contains(&numeral.value) && numeral.value.fract() == 0.0;
        (is_year && self.get(end) == Some('年')).then_some((Year::Printed(numeral.value as i16), end + 1))
    }

    /// Years of two digits: 98年8月, 九八年, 08年, 19年底. Those up to 29 are of this century.
    pub(super) fn short_year(self, at: usize) -> Option<(Year, usize)> {
        let (tens, ones) = (self.get(at)?, self.get(at + 1)?);
        if !self.starts_number(at) || self.get(at + 2) != Some('年') {
            return None;
        }
        let end = at + 3;
        let (tens, ones) = if let Some((tens, ones)) = arabic_digit(tens).zip(arabic_digit(ones)) {
            // 20年 by itself is how long; a year is followed by a part of it, or written as no number is.
            let has_part = self.number(end, 12).is_some_and(|(_, end)| self.get(end) == Some('月'))
                || self.word(end, &["底", "初", "末"]).is_some()
                || self.festival(end).is_some()
                || !self.has(end, "前") && self.share(end, Year::Governing).is_some();
            let counts = self.before(at).is_some_and(|c| "近约满逾超过达有经历前后这".contains(c))
                || self
                    .word(
                        end,
                        &["历史", "的", "来", "前", "后", "间", "以", "里", "内", "多", "余", "纪念", "历程", "庆典"],
                    )
                    .is_some();
            // 24年 is a year where nothing else is said, and where 自 or 从 and 起 say so.
            let alone = at == 0 && end == self.chars.len() && tens < 3;
            let since =
                self.before(at).is_some_and(|c| "自从".contains(c)) && self.word(end, &["起", "开始"]).is_some();
            (has_part || alone || since || tens == 0 || tens == 9 && !counts).then_some((tens, ones))?
        } else {
            let (tens, ones) = chinese_digit(tens).zip(chinese_digit(ones))?;
            // 三五年 and 七八年 count years.
            (tens + 1 != ones && (tens, ones) != (3, 5)).then_some((tens, ones))?
        };
        let year = (tens * 10 + ones) as i16;
        Some((Year::Printed(if year < 30 { 2000 + year } else { 1900 + year }), end))
    }

    /// 两千零四年.
    pub(super) fn spoken_year(self, at: usize) -> Option<(Year, usize)> {
        let numeral = numeral_at(self.chars, at).filter(|numeral| numeral.form == NumeralForm::Chinese)?;
        let end = at + numeral.len;
        let is_year = (1901.0..2100.0).contains(&numeral.value) && numeral.value.fract() == 0.0 && numeral.scale == 0;
        (is_year && self.starts_number(at) && self.get(end) == Some('年'))
            .then_some((Year::Printed(numeral.value as i16), end + 1))
    }
}
