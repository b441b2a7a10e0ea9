//! Centuries, decades and five-year plans: 上世纪20年代, 20世纪80年代初, 八十年代, 21世纪, “十四五”时期.

use super::expression::Moment;
use super::text::Text;
use crate::text::{chinese_digit, numeral_at};

impl Text<'_> {
    /// 上世纪20年代, 20世纪80年代初, 八十年代, 21世纪.
    pub(super) fn century(self, at: usize) -> Option<(Moment, usize)> {
        let (century, pos) = if let Some(pos) = self.word(at, &["上世纪", "上个世纪"]) {
            (Some(1900), pos)
        } else if let Some(pos) = self.word(at, &["本世纪"]) {
            (Some(2000), pos)
        } else if let Some((number, pos)) = self.number(at, 21)
            && self.has(pos, "世纪")
        {
            (Some(100 * (i16::from(number) - 1)), pos + 2)
        } else {
            (None, at)
        };
        let decades = if self.starts_number(pos) || century.is_some() {
            self.decades(pos, century.unwrap_or(1900))
        } else {
            None
        };
        let decade = decades.or_else(|| self.decade(pos, century));
        let (first, last, end) = match (century, decade) {
            (_, Some(found)) => found,
            (Some(first), None) => (first + i16::from(first >= 100), first + 100, pos),
            (None, None) => return None,
        };
        let length = last - first;
        for (word, from, to) in [
            ("初期", 0, length * 3 / 10),
            ("初", 0, length * 3 / 10),
            ("中期", length * 4 / 10, length * 6 / 10),
            ("中叶", length * 4 / 10, length * 6 / 10),
            ("后期", length * 6 / 10, length),
            ("末期", length * 8 / 10, length),
            ("末", length * 7 / 10, length),
            ("前期", 0, length * 3 / 10),
        ] {
            if self.has(end, word) {
                return Some((Moment::Years(first + from, first + to), end + word.chars().count()));
            }
        }
        Some((Moment::Years(first, last), end))
    }

    /// “十四五”时期: the years of a five-year plan. Since the third (1966) one has followed the other.
    pub(super) fn plan(self, at: usize) -> Option<(Moment, usize)> {
        let start = self.word(at, &["“"]).unwrap_or(at);
        // The last 五 is the plan's: 十五五 is the fifteenth.
        let five = (start + 1..start + 4).find(|&at| self.get(at) == Some('五') && self.get(at + 1) != Some('五'))?;
        let nth = numeral_at(self.chars.get(..five)?, start).filter(|numeral| start + numeral.len == five)?;
        let end = if start > at { self.word(five + 1, &["”"])? } else { five + 1 };
        let said = self.word(end, &["期间", "时期"]);
        let part = self.entry(end, &[("末", 4), ("初", 0), ("开局之年", 0), ("收官之年", 4)]);
        let opens = self.has(end, "以来");
        if !(3.0..=20.0).contains(&nth.value) || !self.starts_number(start) {
            return None;
        }
        let first = 1966 + 5 * (nth.value as i16 - 3);
        if let Some((years, stop)) = part {
            return Some((Moment::Years(first + years, first + years), stop));
        }
        (said.is_some() || opens).then_some((Moment::Years(first, first + 4), said.unwrap_or(end)))
    }

    /// 七八十年代: two neighbouring decades.
    fn decades(self, at: usize, century: i16) -> Option<(i16, i16, usize)> {
        let (one, other) = (chinese_digit(self.get(at)?)?, chinese_digit(self.get(at + 1)?)?);
        let neighbours = one + 1 == other && self.has(at + 2, "十年代");
        neighbours.then_some((century + 10 * one as i16, century + 10 * other as i16 + 9, at + 5))
    }

    pub(super) fn decade(self, at: usize, century: Option<i16>) -> Option<(i16, i16, usize)> {
        if century.is_none() && !self.starts_number(at) {
            return None;
        }
        let numeral = numeral_at(self.chars, at)?;
        let end = at + numeral.len;
        if !self.has(end, "年代") || numeral.value.fract() != 0.0 || numeral.value % 10.0 != 0.0 {
            return None;
        }
        let value = numeral.value as i16;
        let first = match (century, value) {
            (Some(century), 0..=90) => century + value,
            // Without a century only a decade of the last one is meant.
            (None, 30..=90) => 1900 + value,
            // 00年代.
            (None, 0) => 2000,
            (None, 1500..=2090) => value,
            _ => return None,
        };
        Some((first, first + 9, end + 2))
    }
}
