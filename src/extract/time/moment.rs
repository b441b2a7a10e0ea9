//! One stretch of time: a year, a part of it, a month, a day, a week, or a word that names one.

use super::expression::{Moment, MonthPart, Year, YearPart};
use super::festival::{FESTIVALS, Festival, OF_FESTIVALS, SHORT_FESTIVALS};
use super::text::Text;
use super::words::{BARE_SEASONS, MOMENTS, MONTH_PARTS, SEASONS, SHARES, YEAR_PARTS, YEARS};
use crate::model::Day;
use crate::text::{NumeralForm, arabic_digit, chinese_digit, is_han, numeral_at};

/// A year that has every day there is.
const LEAP_YEAR: i16 = 2024;

impl Text<'_> {
    pub(super) fn moment(self, at: usize) -> Option<(Moment, usize)> {
        let found = [
            self.iso(at),
            self.day_first(at),
            self.compact(at),
            self.slashed(at),
            self.century(at),
            self.plan(at),
            self.in_year(at),
            self.reign(at),
            self.week(at),
            self.offset_month(at),
            self.month(at, Year::Missing),
            self.lunar(at, Year::Governing),
            self.share(at, Year::Missing),
            self.named(at),
            self.entry(at, SEASONS),
            self.day_of_month(at),
        ];
        found.into_iter().flatten().max_by_key(|&(_, end)| end)
    }

    pub(super) fn named(self, at: usize) -> Option<(Moment, usize)> {
        if let Some((festival, end)) = self.entry(at, FESTIVALS).or_else(|| self.short_festival(at)) {
            let end = self.word(end, &["期间", "假期", "前夕", "当天", "当日", "小长假"]).unwrap_or(end);
            return Some((Moment::InYear(Year::Governing, YearPart::Festival(festival)), end));
        }
        let (moment, end) = self.entry(at, MOMENTS)?;
        let (before, after) = (self.before(at), self.get(end));
        let is_part_of_another_word = match self.get(at)? {
            '明' => before.is_some_and(|c| "文说证声表发透光聪".contains(c)),
            '后' => before.is_some_and(|c| "先此".contains(c)),
            '前' => before.is_some_and(|c| "目年".contains(c)),
            '年' | '月' | '周' | '岁' => {
                before.is_some_and(|c| {
                    arabic_digit(c).is_some() || chinese_digit(c).is_some() || "年月十百千几多半每全本个".contains(c)
                }) || after.is_some_and(|c| self.has(at, "年中") && "国央小学级".contains(c))
            }
            '上' | '下' => before.is_some_and(|c| "马以".contains(c)),
            '本' | '这' => before.is_some_and(|c| "日".contains(c)),
            '当' => self.has(at, "当前") && after == Some('任'),
            '近' => before.is_some_and(|c| "附接邻临靠".contains(c)),
            '日' => before.is_some_and(|c| {
                arabic_digit(c).is_some() || chinese_digit(c).is_some() || "十今明昨当同次生节假每".contains(c)
            }),
            '全' => before == Some('健'),
            _ => false,
        };
        (!is_part_of_another_word).then_some((moment, end))
    }

    /// 中秋, 国庆, “五一”: a short name that is followed by a word of time, or by nothing more of its phrase.
    fn short_festival(self, at: usize) -> Option<(Festival, usize)> {
        let (festival, end) = self.entry(at, SHORT_FESTIVALS)?;
        let said = self.word(end, OF_FESTIVALS).is_some();
        let free = self.get(end).is_none_or(|c| "，。、；）".contains(c)) && !self.has(at, "十一");
        let joined = self.before(at).is_some_and(|c| arabic_digit(c).is_some() || chinese_digit(c).is_some());
        (!joined && (said || free && !self.before(at).is_some_and(is_han))).then_some((festival, end))
    }

    pub(super) fn iso(self, at: usize) -> Option<(Moment, usize)> {
        let (year, pos) = self.year_digits(at)?;
        let mark = self.get(pos).filter(|c| matches!(c, '-' | '/' | '.' | '．' | '－' | '／'))?;
        let (month, pos) = self.number(pos + 1, 12)?;
        if self.get(pos) != Some(mark) {
            let two_digits = self.before(pos - 1).and_then(arabic_digit).is_some();
            let stops = !matches!(self.get(pos), Some('年' | '月' | '-' | '.' | '/' | '%' | '％' | '万' | '亿'));
            let whole = mark != '.' && mark != '．' && two_digits && stops;
            return whole
                .then_some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Whole)), pos));
        }
        let (day, pos) = self.number(pos + 1, 31)?;
        if self.get(pos).and_then(arabic_digit).is_some() {
            return None;
        }
        Some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Day(day))), pos))
    }

    /// 3-7-2017, 13.5.2015: a day before its month where the year is the last.
    fn day_first(self, at: usize) -> Option<(Moment, usize)> {
        let (day, pos) = self.number(at, 31).filter(|_| self.starts_number(at))?;
        let mark = self.get(pos).filter(|c| matches!(c, '-' | '/' | '.'))?;
        let (month, pos) = self.number(pos + 1, 12)?;
        let (year, end) = self.arabic_year(pos + 1).filter(|_| self.get(pos) == Some(mark))?;
        Day::new(year, month, day)?;
        Some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Day(day))), end))
    }

    fn arabic_year(self, at: usize) -> Option<(i16, usize)> {
        let digits: Vec<u32> = (at..).map_while(|at| self.get(at).and_then(arabic_digit)).take(5).collect();
        let year = digits.iter().fold(0, |year, digit| year * 10 + digit);
        (digits.len() == 4 && (1900..2100).contains(&year)).then_some((year as i16, at + 4))
    }

    /// 11/3日 in notices.
    pub(super) fn slashed(self, at: usize) -> Option<(Moment, usize)> {
        let (month, pos) = self.number(at, 12).filter(|_| self.starts_number(at))?;
        let (day, end) = self.number(pos + 1, 31).filter(|_| matches!(self.get(pos), Some('/' | '／')))?;
        Day::new(LEAP_YEAR, month, day).filter(|_| matches!(self.get(end), Some('日' | '号')))?;
        Some((Moment::InYear(Year::Missing, YearPart::Month(month, MonthPart::Day(day))), end + 1))
    }

    /// Eight digits that can be a day of our time: 20240307.
    pub(super) fn compact(self, at: usize) -> Option<(Moment, usize)> {
        let digits: Vec<u32> = (at..).map_while(|at| self.get(at).and_then(arabic_digit)).take(9).collect();
        if digits.len() != 8 || !self.starts_number(at) || self.get(at + 8).is_some_and(|c| "万亿元.．".contains(c))
        {
            return None;
        }
        let value = |range: std::ops::Range<usize>| digits[range].iter().fold(0, |value, digit| value * 10 + digit);
        let (year, month, day) = (value(0..4) as i16, value(4..6) as u8, value(6..8) as u8);
        Day::new(year, month, day).filter(|_| (1900..2100).contains(&year))?;
        Some((Moment::InYear(Year::Printed(year), YearPart::Month(month, MonthPart::Day(day))), at + 8))
    }

    /// Four digits that can be a year, Arabic or Chinese by position.
    pub(super) fn year_digits(self, at: usize) -> Option<(i16, usize)> {
        if !self.starts_number(at) && !matches!(self.before(at), Some('第')) {
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

    pub(super) fn printed_year(self, at: usize) -> Option<(Moment, usize)> {
        let (year, end) = self.year(at)?;
        matches!(year, Year::Printed(_)).then_some((Moment::InYear(year, YearPart::Whole), end))
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
        if let Some(found) = self.short_year(at).or_else(|| self.spoken_year(at)).or_else(|| self.republic(at)) {
            return Some(found);
        }
        let (year, end) = self.entry(at, YEARS)?;
        let before = self.before(at);
        let joined = match self.get(at)? {
            '明' => before.is_some_and(|c| "文说证声表发透".contains(c)),
            '前' | '后' => before.is_some_and(|c| "年先此".contains(c) || arabic_digit(c).is_some()),
            '上' | '下' => before.is_some_and(|c| "以".contains(c)),
            '本' => before.is_some_and(|c| "日".contains(c)),
            _ => false,
        };
        (!joined).then_some((year, end))
    }

    /// Years of two digits: 98年8月, 九八年, 08年, 19年底. Those up to 29 are of this century.
    fn short_year(self, at: usize) -> Option<(Year, usize)> {
        let (tens, ones) = (self.get(at)?, self.get(at + 1)?);
        if !self.starts_number(at) || self.get(at + 2) != Some('年') {
            return None;
        }
        let end = at + 3;
        let (tens, ones) = if let Some((tens, ones)) = arabic_digit(tens).zip(arabic_digit(ones)) {
            // 20年 by itself is how long; a year is followed by a part of it, or written as no number is.
            let has_part = self.number(end, 12).is_some_and(|(_, end)| self.get(end) == Some('月'))
                || self.word(end, &["底", "初", "末"]).is_some()
                || self.entry(end, FESTIVALS).is_some()
                || !self.has(end, "前") && self.share(end, Year::Governing).is_some();
            let counts = self.before(at).is_some_and(|c| "近约满逾超过达有经历前后这".contains(c))
                || self.word(end, &["历史", "的", "来", "前", "后", "间", "以", "里", "内", "多", "余"]).is_some();
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
    fn spoken_year(self, at: usize) -> Option<(Year, usize)> {
        let numeral = numeral_at(self.chars, at).filter(|numeral| numeral.form == NumeralForm::Chinese)?;
        let end = at + numeral.len;
        let is_year = (1901.0..2100.0).contains(&numeral.value) && numeral.value.fract() == 0.0 && numeral.scale == 0;
        (is_year && self.starts_number(at) && self.get(end) == Some('年'))
            .then_some((Year::Printed(numeral.value as i16), end + 1))
    }

    pub(super) fn in_year(self, at: usize) -> Option<(Moment, usize)> {
        let (year, end) = self.year(at)?;
        let whole = (Moment::InYear(year, YearPart::Whole), end);
        let after = self.word(end, &["的", " "]).unwrap_or(end);
        let part = self.year_part(end, year);
        let parts = [
            self.month(end, year),
            self.month(after, year),
            self.share(after, year),
            part,
            self.lunar(after, year),
            self.entry(after, FESTIVALS).or_else(|| self.entry(after, SHORT_FESTIVALS)).map(|(festival, end)| {
                let end = self.word(end, &["期间", "假期", "前夕"]).unwrap_or(end);
                (Moment::InYear(year, YearPart::Festival(festival)), end)
            }),
        ];
        Some(parts.into_iter().flatten().max_by_key(|&(_, end)| end).unwrap_or(whole))
    }

    pub(super) fn year_part(self, at: usize, year: Year) -> Option<(Moment, usize)> {
        if let Some((part, end)) = self.entry(at, BARE_SEASONS)
            && self.get(end).is_none_or(|c| !('\u{4e00}'..='\u{9fff}').contains(&c))
        {
            return Some((Moment::InYear(year, part), end));
        }
        let (part, end) = self.entry(at, YEAR_PARTS)?;
        // 2023年初中毕业 is not the year's beginning.
        let next = self.get(end);
        if end == at + 1 && next.is_some_and(|c| "中级次步一二三端".contains(c)) {
            return None;
        }
        Some((Moment::InYear(year, part), end))
    }

    /// Halves, quarters, and counts from the year's beginning: 上半年, 第三季度, 前三季度, 前10个月.
    pub(super) fn share(self, at: usize, year: Year) -> Option<(Moment, usize)> {
        if self.before(at).is_some_and(|c| "近过".contains(c)) && year == Year::Missing {
            return None;
        }
        if let Some((part, end)) = self.entry(at, SHARES) {
            return Some((Moment::InYear(year, part), end));
        }
        if let Some(start) = self.word(at, &["前", "头"])
            && let Some((count, end)) = self.number(start, 12)
        {
            if let Some(stop) = self.word(end, &["季度", "个季度"]).filter(|_| count <= 4) {
                return Some((Moment::InYear(year, YearPart::Months(1, 3 * count)), stop));
            }
            let months: &[&str] = if year == Year::Missing { &["个月"] } else { &["个月", "月"] };
            return match self.word(end, months) {
                Some(stop) if year != Year::Missing || count > 3 => {
                    Some((Moment::InYear(year, YearPart::Months(1, count)), stop))
                }
                _ => None,
            };
        }
        if year != Year::Missing {
            if let Some((nth, None, end)) = self.nth_week(at) {
                return Some((Moment::InYear(year, YearPart::Week(nth)), end));
            }
            let last = self.word(at, &["后", "最后"]);
            if let Some((count, end)) = self.number(last.or_else(|| self.word(at, &["第"])).unwrap_or(at), 12)
                && let Some(stop) = self.word(end, &["个月", "月"])
                && (last.is_some() || self.has(at, "第"))
            {
                let part = if last.is_some() {
                    YearPart::Months(13 - count, 12)
                } else {
                    YearPart::Month(count, MonthPart::Whole)
                };
                return Some((Moment::InYear(year, part), stop));
            }
        }
        let start = self.word(at, &["第"]).unwrap_or(at);
        let (quarter, end) = self.number(start, 4)?;
        let stop = self.word(end, &["季度"])?;
        (start > at || year != Year::Missing || self.starts_number(start)).then_some(())?;
        let (first, last) = (3 * quarter - 2, 3 * quarter);
        let cut = self.get(stop + 1).is_some_and(|c| "中级次步一二三端".contains(c));
        Some(match self.get(stop) {
            Some('末' | '底') => (Moment::InYear(year, YearPart::Month(last, MonthPart::Whole)), stop + 1),
            Some('初') if !cut => (Moment::InYear(year, YearPart::Month(first, MonthPart::Whole)), stop + 1),
            _ => (Moment::InYear(year, YearPart::Months(first, last)), stop),
        })
    }

    pub(super) fn month(self, at: usize, year: Year) -> Option<(Moment, usize)> {
        if year == Year::Missing && !self.starts_number(at) {
            return None;
        }
        let (month, pos) = self.number(at, 12)?;
        if self.get(pos) != Some('月') || self.has(pos + 1, "龄") {
            return None;
        }
        let end = if self.get(pos + 1) == Some('份') { pos + 2 } else { pos + 1 };
        let (part, end) = self.month_part(end);
        if let MonthPart::Day(day) = part {
            // No year has a 2月30日.
            Day::new(LEAP_YEAR, month, day)?;
        }
        Some((Moment::InYear(year, YearPart::Month(month, part)), end))
    }

    pub(super) fn month_part(self, at: usize) -> (MonthPart, usize) {
        if let Some((day, end)) = self.number(at, 31)
            && matches!(self.get(end), Some('日' | '号'))
        {
            return (MonthPart::Day(day), end + 1);
        }
        if let Some((part, end)) = self.entry(at, MONTH_PARTS) {
            let cut = end == at + 1 && self.get(end).is_some_and(|c| "中级次步一二三".contains(c));
            if !cut {
                return (part, end);
            }
        }
        if let Some((nth, day, end)) = self.nth_week(at)
            && nth <= 5
        {
            return (day.map_or(MonthPart::Week(nth), |day| MonthPart::Weekday(nth, day)), end);
        }
        if let Some(start) = self.word(at, &["前", "头", "的前"])
            && let Some((days, end)) = self.number(start, 31)
            && self.get(end) == Some('天')
        {
            return (MonthPart::Days(1, days), end + 1);
        }
        // 一月二十三 leaves it out at the end of a phrase.
        if let Some((day, end)) = self.number(at, 31)
            && day > 10
            && self.get(end).is_none_or(|c| !is_han(c))
            && self.before(at - 2).is_none_or(|c| !is_han(c) || c == '年')
            && self.get(at).is_some_and(is_han)
        {
            return (MonthPart::Day(day), end);
        }
        // 1月3 leaves out 日 only at the end of a phrase or of a range's first half.
        if let Some((day, end)) = self.number(at, 31)
            && arabic_digit(self.get(at).unwrap_or_default()).is_some()
            && self.get(end).is_none_or(|c| "，。、；）)至到".contains(c))
        {
            return (MonthPart::Day(day), end);
        }
        (MonthPart::Whole, at)
    }

    /// 上个月15日, 本月底.
    pub(super) fn offset_month(self, at: usize) -> Option<(Moment, usize)> {
        let (moment, end) = self.named(at)?;
        let Moment::Month(offset, MonthPart::Whole) = moment else { return None };
        let (part, end) = self.month_part(end);
        Some((Moment::Month(offset, part), end))
    }

    /// 15日 in an issue is a day of its month; 3日内, 7日游 are not.
    pub(super) fn day_of_month(self, at: usize) -> Option<(Moment, usize)> {
        if !self.starts_number(at) || self.before(at).is_some_and(|c| "近连每月内".contains(c)) {
            return None;
        }
        let (day, end) = self.number(at, 31)?;
        let arabic = self.get(at).and_then(arabic_digit).is_some();
        let cut = self.get(end + 1).is_some_and(|c| "内游间均龄志报本元常益子程光照出落夜谈行".contains(c));
        let full = arabic || end - at >= 2;
        // 12号 is a day but where it is a house, a line or a ship.
        let number = arabic
            && !self.before(at).is_some_and(|c| "路街巷道弄里区院楼栋".contains(c))
            && !self
                .get(end + 1)
                .is_some_and(|c| "楼院线文令馆厅厂井店地坝桥门机车床公台站员码煤矿房坑船艇别牌工选种".contains(c));
        let is_day = self.get(end) == Some('日') || self.get(end) == Some('号') && number;
        (is_day && full && !cut).then_some((Moment::DayOfMonth(day), end + 1))
    }
}
