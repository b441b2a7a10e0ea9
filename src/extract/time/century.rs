//! Centuries and decades: 上世纪20年代, 20世纪80年代初, 八十年代, 21世纪.

use super::expression::Moment;
use super::text::Text;
use crate::text::numeral_at;

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
        let decade = self.decade(pos, century);
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
            ("末期", length * 7 / 10, length),
            ("末", length * 7 / 10, length),
            ("前期", 0, length / 2),
        ] {
            if self.has(end, word) {
                return Some((Moment::Years(first + from, first + to), end + word.chars().count()));
            }
        }
        Some((Moment::Years(first, last), end))
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
            (None, 1500..=2090) => value,
            _ => return None,
        };
        Some((first, first + 9, end + 2))
    }
}
