//! A text cut into expressions of time.
//!
//! ```text
//! expression = [ 截至 ] range [ 以来 | 至今 | 起 | 后 | 前 ] | 近 count unit [ 来 ] | count unit ( 前 | 后 ) | 近年来 …
//! range      = moment [ 至 moment ]
//! moment     = year [ part ] | month [ part ] | day 日 | 去年 … | 昨日 … | 上周五 … | 上世纪20年代 …
//! year       = 2024年 | 二〇二四年 | 去年 …
//! ```
//!
//! Where two readings begin at one place the longer is taken. 每年3月 and 两个月 are read over and left out: the one comes
//! again and again, the other lies nowhere.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::expression::{Expression, Moment, MonthPart, Unit, Year, YearPart};
use super::festival::FESTIVALS;
use super::words::{
    AFTER, AS_OF, COMING, DAY_PARTS, EVENTS, FUTURE, LONG_PAST, MOMENTS, MONTH_PARTS, PAST, SEASONS, SHARES, SINCE, TO,
    UNITS, UNTIL, YEAR_PARTS, YEARS,
};
use crate::model::Day;
use crate::text::{NumeralForm, arabic_digit, chinese_digit, numeral_at};

/// A year that has every day there is.
const LEAP_YEAR: i16 = 2024;

/// An expression and where it stands, in characters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mention {
    pub start: usize,
    pub end: usize,
    pub expression: Expression,
    /// The words before it say that it is still to come.
    pub future: bool,
}

/// All expressions of a text, from left to right.
pub(super) fn parse(chars: &[char]) -> Vec<Mention> {
    let text = Text { chars };
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if matches!(chars[at], '每' | '逢') {
            at = text.recurring(at + 1);
            continue;
        }
        if !can_begin(chars[at]) {
            at += 1;
            continue;
        }
        match text.expression(at) {
            Some((expression, end)) => {
                mentions.push(Mention { start: at, end, expression, future: text.is_future(at) });
                at = end;
            }
            // A number that begins no time is passed as a whole, so that no time begins inside it.
            None => at += numeral_at(chars, at).map_or(1, |numeral| numeral.len),
        }
    }
    mentions
}

/// Whether an expression can begin with a character: all but a few of a text's characters are passed at once.
fn can_begin(c: char) -> bool {
    static FIRST: LazyLock<HashSet<char>> = LazyLock::new(|| {
        let words = MOMENTS.iter().map(|&(word, _)| word);
        let words = words.chain(EVENTS.iter().map(|&(word, _)| word)).chain(YEARS.iter().map(|&(word, _)| word));
        let words = words.chain(SEASONS.iter().map(|&(word, _)| word)).chain(SHARES.iter().map(|&(word, _)| word));
        let words = words.chain(FESTIVALS.iter().map(|&(word, _)| word));
        let words = words.chain(AS_OF.iter().chain(LONG_PAST).chain(PAST).chain(COMING).copied());
        words.filter_map(|word| word.chars().next()).chain("第前头半上本周星礼".chars()).collect()
    });
    arabic_digit(c).is_some() || chinese_digit(c).is_some() || "十百千廿卅拾".contains(c) || FIRST.contains(&c)
}

#[derive(Clone, Copy)]
struct Text<'a> {
    chars: &'a [char],
}

impl Text<'_> {
    fn get(self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    fn before(self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    fn has(self, at: usize, word: &str) -> bool {
        let mut at = at;
        word.chars().all(|c| {
            at += 1;
            self.get(at - 1) == Some(c)
        })
    }

    /// The longest word of a list that stands at a place.
    fn word(self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.has(at, word)).map(|word| at + word.chars().count()).max()
    }

    /// The longest entry of a table that stands at a place.
    fn entry<T: Copy>(self, at: usize, table: &[(&str, T)]) -> Option<(T, usize)> {
        table
            .iter()
            .filter(|(word, _)| self.has(at, word))
            .map(|&(word, value)| (value, at + word.chars().count()))
            .max_by_key(|&(_, end)| end)
    }

    /// A whole number of at most `max` as dates have them: no 万, no decimals.
    fn number(self, at: usize, max: u32) -> Option<(u8, usize)> {
        if self.get(at).and_then(arabic_digit).is_some() {
            let end = (at..).find(|&end| self.get(end).and_then(arabic_digit).is_none())?;
            if end - at > 2 {
                return None;
            }
            let value = (at..end).filter_map(|at| self.get(at).and_then(arabic_digit)).fold(0, |v, d| v * 10 + d);
            return (1..=max).contains(&value).then_some((value as u8, end));
        }
        let numeral = numeral_at(self.chars, at)?;
        let plain = numeral.form == NumeralForm::Chinese && numeral.value.fract() == 0.0;
        (plain && (1.0..=f64::from(max)).contains(&numeral.value)).then_some((numeral.value as u8, at + numeral.len))
    }

    /// 将于, 定于 and the like stand right before.
    fn is_future(self, at: usize) -> bool {
        (at.saturating_sub(6)..at).any(|from| {
            self.word(from, FUTURE)
                .is_some_and(|end| end <= at && !self.chars[end..at].iter().any(|c| "，。；".contains(*c)))
        })
    }

    /// The place after a time that comes again and again: 每年3月, 每周五, 每月15日.
    fn recurring(self, at: usize) -> usize {
        let mut at = at;
        for unit in ["个月", "季度", "学期", "年", "月", "周", "星期", "天", "日", "晚"] {
            if self.has(at, unit) {
                at += unit.chars().count();
                break;
            }
        }
        if let Some((_, end)) = self.weekday(at) {
            at = end;
        }
        while let Some((_, end)) = self.expression(at) {
            at = end;
        }
        at
    }

    fn expression(self, at: usize) -> Option<(Expression, usize)> {
        let as_of = self.word(at, AS_OF);
        if let Some(start) = as_of {
            let (moment, end) = self.range(start)?;
            return Some((moment, self.day_part(end)));
        }
        if let Some(end) = self.word(at, LONG_PAST) {
            return Some((Expression::LongPast, end));
        }
        let counted = self.counted(at);
        let ranged = self.range(at);
        if let Some((expression, end)) = counted
            && ranged.is_none_or(|(_, other)| other <= end)
        {
            return Some((expression, end));
        }
        let (expression, end) = ranged.or_else(|| self.event(at))?;
        Some(match expression {
            Expression::At(moment) => self.open(moment, end).unwrap_or((expression, self.day_part(end))),
            other => (other, self.day_part(end)),
        })
    }

    /// 改革开放以来: an event marks a time only where a word says so.
    fn event(self, at: usize) -> Option<(Expression, usize)> {
        let (day, end) = self.entry(at, EVENTS)?;
        let called = self.word(end, &["召开", "胜利召开"]).unwrap_or(end);
        let (expression, end) = self.open(Moment::Days(day, day), called)?;
        Some((expression, end))
    }

    /// What makes a range of a moment: 以来, 起, 后, 前.
    fn open(self, moment: Moment, end: usize) -> Option<(Expression, usize)> {
        let now = moment == Moment::Now;
        if let Some(stop) = self.word(end, SINCE).filter(|&stop| !self.is_cut(end, stop)) {
            return (!now).then_some((Expression::Since(moment), stop));
        }
        if now {
            return None;
        }
        if let Some(stop) = self.word(end, AFTER).filter(|&stop| !self.is_cut(end, stop)) {
            return Some((Expression::After(moment), stop));
        }
        let stop = self.word(end, UNTIL).filter(|&stop| !self.is_cut(end, stop))?;
        Some((Expression::Until(moment), stop))
    }

    /// Whether the one character at the end of a suffix belongs to a word of its own: 后勤, 前往, 起草, 起火, 后备.
    fn is_cut(self, start: usize, stop: usize) -> bool {
        if stop - start > 1 {
            return false;
        }
        let next = self.get(stop);
        match self.get(start) {
            Some('前') => next
                .is_some_and(|c| "往来夕后列进线沿提去期景身赴任苏三两四十几".contains(c) || arabic_digit(c).is_some()),
            Some('后') => {
                next.is_some_and(|c| "勤备方期续半进卫台代果排来三两四十".contains(c) || arabic_digit(c).is_some())
            }
            Some('起') => next.is_some_and(|c| "草火诉飞义步床到来码价点用初源伏立动".contains(c)),
            _ => false,
        }
    }

    /// Parts of the day join a date's words.
    fn day_part(self, end: usize) -> usize {
        let ends_day = matches!(self.before(end), Some('日' | '号' | '天' | '一' | '二' | '三' | '四' | '五' | '六'));
        if !ends_day {
            return end;
        }
        let stop = self.word(end, DAY_PARTS).unwrap_or(end);
        // 晚 and 早 alone begin many words: 晚会, 早餐.
        if stop == end + 1 && self.get(stop).is_some_and(|c| "会报餐宴间期稻熟点已就在".contains(c)) {
            return end;
        }
        stop
    }

    /// Times that are counted: 近三年, 未来五年, 3天前, 两个月后.
    fn counted(self, at: usize) -> Option<(Expression, usize)> {
        if let Some((start, past)) = self
            .word(at, PAST)
            .map(|start| (start, true))
            .into_iter()
            .chain(self.word(at, COMING).map(|start| (start, false)))
            .max_by_key(|&(start, _)| start)
            && let Some((count, unit, end)) = self.count(start)
        {
            let single = start == at + 1;
            // 这一天 points at a day told of, and 前10个月 counts from the year's beginning.
            let points = self.has(at, "这") && count < 2.0 || self.has(at, "前") && unit == Unit::Month && count > 3.0;
            if !points && !(single && self.before(at).is_some_and(|c| "以目之先从向提年月周".contains(c))) {
                return Some(if past {
                    let end = self.word(end, &["以来", "来", "间", "里", "内", "中"]).unwrap_or(end);
                    (Expression::Past(count, unit), end)
                } else {
                    (Expression::Coming(count, unit), self.word(end, &["内", "间", "里"]).unwrap_or(end))
                });
            }
        }
        let (count, unit, end) = self.count(at)?;
        let before = self.before(at);
        if before.is_some_and(|c| "第近约满逾超过达".contains(c)) {
            return None;
        }
        if let Some(stop) = self.word(end, UNTIL).filter(|&stop| !self.is_cut(end, stop)) {
            return Some((Expression::Ago(count, unit), stop));
        }
        let stop = self.word(end, AFTER).filter(|&stop| !self.is_cut(end, stop))?;
        Some((Expression::Later(count, unit), stop))
    }

    /// A count of time: 三年, 半年, 3个月, 十多天.
    fn count(self, at: usize) -> Option<(f64, Unit, usize)> {
        if let Some(rest) = self.word(at, &["半"]) {
            for (word, count, unit) in [
                ("年", 1.0, Unit::HalfYear),
                ("个月", 15.0, Unit::Day),
                ("个多月", 15.0, Unit::Day),
                ("月", 15.0, Unit::Day),
            ] {
                if self.has(rest, word) {
                    return Some((count, unit, rest + word.chars().count()));
                }
            }
            return None;
        }
        let (value, mut pos) = match numeral_at(self.chars, at) {
            Some(numeral) if numeral.form != NumeralForm::Digits && numeral.scale == 0 => {
                (numeral.value, at + numeral.len)
            }
            _ => return None,
        };
        if !(0.5..=3000.0).contains(&value)
            || value >= 1000.0 && value.fract() == 0.0 && self.get(at).and_then(arabic_digit).is_some()
        {
            return None;
        }
        if matches!(self.get(pos), Some('多' | '余' | '来')) {
            pos += 1;
        }
        let (unit, end) = if self.has(pos, "个多月") { (Unit::Month, pos + 3) } else { self.entry(pos, UNITS)? };
        // 3月 is March and 3日 a day; only Chinese numbers count months and days without 个.
        if matches!(unit, Unit::Month) && self.has(pos, "月")
            || self.has(pos, "日") && arabic_digit(self.get(at)?).is_some()
        {
            return None;
        }
        Some((value, unit, end))
    }

    fn range(self, at: usize) -> Option<(Expression, usize)> {
        if let Some(found) = self.short_range(at) {
            return Some(found);
        }
        let (first, end) = self.moment(at)?;
        let middle = self.day_part(end);
        if let Some(start) = self.word(middle, TO) {
            let start = self.word(start, &["了"]).unwrap_or(start);
            if let Some((last, stop)) = self.moment(start).or_else(|| self.bare_day(start, first)) {
                if last == Moment::Now {
                    return Some((Expression::Since(first), stop));
                }
                return Some((Expression::Between(first, last), stop));
            }
        }
        Some((Expression::At(first), end))
    }

    /// Ranges whose first end leaves out its unit: 2020—2024年, 3至5月, 3月1—5日, 今年1至11月.
    fn short_range(self, at: usize) -> Option<(Expression, usize)> {
        if let Some((from, pos)) = self.year_digits(at)
            && let Some(start) = self.word(pos, TO)
            && let Some((Moment::InYear(Year::Printed(to), YearPart::Whole), end)) = self.printed_year(start)
            && from <= to
        {
            let (from, to) = (Year::Printed(from), Year::Printed(to));
            return Some((
                Expression::Between(Moment::InYear(from, YearPart::Whole), Moment::InYear(to, YearPart::Whole)),
                end,
            ));
        }
        let (year, pos) = self.year(at).unwrap_or((Year::Missing, at));
        if let Some((from, after)) = self.number(pos, 12)
            && let Some(start) = self.word(after, TO)
            && let Some((to, end)) = self.number(start, 12)
            && self.get(end) == Some('月')
            && from <= to
            && self.starts_number(pos)
        {
            let end = if self.get(end + 1) == Some('份') { end + 2 } else { end + 1 };
            if self.number(end, 31).is_none_or(|(_, end)| self.get(end) != Some('日')) {
                return Some((Expression::At(Moment::InYear(year, YearPart::Months(from, to))), end));
            }
        }
        if let Some((month, after)) = self.number(pos, 12)
            && self.get(after) == Some('月')
            && let Some((from, middle)) = self.number(after + 1, 31)
            && let Some(start) = self.word(middle, TO).or_else(|| self.word(middle, &["、"]))
            && let Some((to, end)) = self.number(start, 31)
            && matches!(self.get(end), Some('日' | '号'))
            && from <= to
            && self.starts_number(pos)
        {
            let part = YearPart::Month(month, MonthPart::Days(from, to));
            return Some((Expression::At(Moment::InYear(year, part)), end + 1));
        }
        None
    }

    /// The second end of 3月1日至5日 or 2020年1月至6月 leaves out what the first has said; a day needs its 日.
    fn bare_day(self, at: usize, first: Moment) -> Option<(Moment, usize)> {
        let (day, end) = self.number(at, 31)?;
        if !matches!(self.get(end), Some('日' | '号')) {
            return None;
        }
        match first {
            Moment::InYear(year, YearPart::Month(month, MonthPart::Day(_))) => {
                Some((Moment::InYear(year, YearPart::Month(month, MonthPart::Day(day))), end + 1))
            }
            _ => None,
        }
    }

    /// No digit, 第 or decimal point stands before a number.
    fn starts_number(self, at: usize) -> bool {
        !self.before(at).is_some_and(|c| {
            arabic_digit(c).is_some()
                || chinese_digit(c).is_some()
                || "第.．十百千万几数".contains(c)
                || c.is_ascii_alphabetic()
        })
    }

    fn moment(self, at: usize) -> Option<(Moment, usize)> {
        let found = [
            self.iso(at),
            self.century(at),
            self.in_year(at),
            self.week(at),
            self.offset_month(at),
            self.month(at, Year::Missing),
            self.share(at, Year::Missing),
            self.named(at),
            self.entry(at, SEASONS),
            self.day_of_month(at),
        ];
        found.into_iter().flatten().max_by_key(|&(_, end)| end)
    }

    fn named(self, at: usize) -> Option<(Moment, usize)> {
        if let Some((festival, end)) = self.entry(at, FESTIVALS) {
            let end = self.word(end, &["期间", "假期", "前夕", "当天", "当日"]).unwrap_or(end);
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

    fn iso(self, at: usize) -> Option<(Moment, usize)> {
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

    /// Four digits that can be a year, Arabic or Chinese by position.
    fn year_digits(self, at: usize) -> Option<(i16, usize)> {
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

    fn printed_year(self, at: usize) -> Option<(Moment, usize)> {
        let (year, end) = self.year(at)?;
        matches!(year, Year::Printed(_)).then_some((Moment::InYear(year, YearPart::Whole), end))
    }

    fn year(self, at: usize) -> Option<(Year, usize)> {
        if let Some((year, pos)) = self.year_digits(at)
            && self.get(pos) == Some('年')
        {
            // 2000年历史 and 1000年来 count years.
            let counts = year % 100 == 0 && self.word(pos + 1, &["历史", "的历史", "来", "文明", "悠久"]).is_some();
            let end = self.word(pos + 1, &["度"]).unwrap_or(pos + 1);
            return (!counts).then_some((Year::Printed(year), end));
        }
        // 98年8月, 九八年.
        if self.starts_number(at)
            && let (Some(tens), Some(ones)) = (self.get(at), self.get(at + 1))
            && self.get(at + 2) == Some('年')
        {
            let arabic = arabic_digit(tens).zip(arabic_digit(ones));
            let is_year = match arabic {
                Some(_) => self.number(at + 3, 12).is_some_and(|(_, end)| self.get(end) == Some('月')),
                None => true,
            };
            // 三五年 and 七八年 count years.
            let counts = |tens: u32, ones: u32| arabic.is_none() && (tens + 1 == ones || (tens, ones) == (3, 5));
            if let Some((tens, ones)) = arabic
                .or_else(|| chinese_digit(tens).zip(chinese_digit(ones)))
                .filter(|&(tens, ones)| is_year && !counts(tens, ones))
            {
                let year = (tens * 10 + ones) as i16;
                return Some((Year::Printed(if year < 50 { 2000 + year } else { 1900 + year }), at + 3));
            }
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

    fn in_year(self, at: usize) -> Option<(Moment, usize)> {
        let (year, end) = self.year(at)?;
        let whole = (Moment::InYear(year, YearPart::Whole), end);
        let after = self.word(end, &["的", " "]).unwrap_or(end);
        let part = self.year_part(end, year);
        let parts = [
            self.month(end, year),
            self.month(after, year),
            self.share(after, year),
            part,
            self.entry(after, FESTIVALS).map(|(festival, end)| {
                let end = self.word(end, &["期间", "假期", "前夕"]).unwrap_or(end);
                (Moment::InYear(year, YearPart::Festival(festival)), end)
            }),
        ];
        Some(parts.into_iter().flatten().max_by_key(|&(_, end)| end).unwrap_or(whole))
    }

    fn year_part(self, at: usize, year: Year) -> Option<(Moment, usize)> {
        let (part, end) = self.entry(at, YEAR_PARTS)?;
        // 2023年初中毕业 is not the year's beginning.
        let next = self.get(end);
        if end == at + 1 && next.is_some_and(|c| "中级次步一二三端".contains(c)) {
            return None;
        }
        Some((Moment::InYear(year, part), end))
    }

    /// Halves, quarters, and counts from the year's beginning: 上半年, 第三季度, 前三季度, 前10个月.
    fn share(self, at: usize, year: Year) -> Option<(Moment, usize)> {
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
            return match self.word(end, &["个月"]) {
                Some(stop) if year != Year::Missing || count > 3 => {
                    Some((Moment::InYear(year, YearPart::Months(1, count)), stop))
                }
                _ => None,
            };
        }
        let start = self.word(at, &["第"]).unwrap_or(at);
        let (quarter, end) = self.number(start, 4)?;
        let stop = self.word(end, &["季度"])?;
        (start > at || year != Year::Missing || self.starts_number(start)).then_some(())?;
        Some((Moment::InYear(year, YearPart::Months(3 * quarter - 2, 3 * quarter)), stop))
    }

    fn month(self, at: usize, year: Year) -> Option<(Moment, usize)> {
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

    fn month_part(self, at: usize) -> (MonthPart, usize) {
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
        (MonthPart::Whole, at)
    }

    /// 上个月15日, 本月底.
    fn offset_month(self, at: usize) -> Option<(Moment, usize)> {
        let (moment, end) = self.named(at)?;
        let Moment::Month(offset, MonthPart::Whole) = moment else { return None };
        let (part, end) = self.month_part(end);
        Some((Moment::Month(offset, part), end))
    }

    /// 15日 in an issue is a day of its month; 3日内, 7日游 are not.
    fn day_of_month(self, at: usize) -> Option<(Moment, usize)> {
        if !self.starts_number(at) || self.before(at).is_some_and(|c| "近连每月内".contains(c)) {
            return None;
        }
        let (day, end) = self.number(at, 31)?;
        let arabic = self.get(at).and_then(arabic_digit).is_some();
        let cut = self.get(end + 1).is_some_and(|c| "内游间均龄志报本元常益子程光照出落夜谈行".contains(c));
        let full = arabic || end - at >= 2;
        (self.get(end) == Some('日') && full && !cut).then_some((Moment::DayOfMonth(day), end + 1))
    }

    fn weekday(self, at: usize) -> Option<(u8, usize)> {
        let day = match self.get(at)? {
            '一' | '1' => 0,
            '二' | '2' => 1,
            '三' | '3' => 2,
            '四' | '4' => 3,
            '五' | '5' => 4,
            '六' | '6' => 5,
            '日' | '天' | '七' | '7' => 6,
            _ => return None,
        };
        Some((day, at + 1))
    }

    /// 周三, 上周五, 本周一.
    fn week(self, at: usize) -> Option<(Moment, usize)> {
        if let Some((Moment::Week(offset, 0, 6), end)) = self.named(at) {
            let (day, stop) = self.weekday(end)?;
            let counted = self.get(stop).is_some_and(|c| "年个月期次天名位场周项十百千".contains(c));
            return (!counted).then_some((Moment::Week(offset, day, day), stop));
        }
        let start = self.word(at, &["周", "星期", "礼拜"])?;
        if self.before(at).is_some_and(|c| {
            arabic_digit(c).is_some() || chinese_digit(c).is_some() || "每个半十几多上下本这".contains(c)
        }) {
            return None;
        }
        let (day, end) = self.weekday(start)?;
        let next = self.get(end);
        // 周一鸣 is a person, 周日报 a paper: the short form must stand free or be followed by a part of the day.
        let free = start > at + 1
            || next.is_none_or(|c| {
                !('\u{4e00}'..='\u{9fff}').contains(&c) || "上下早晚中凌前后至到起开的在举将".contains(c)
            });
        free.then_some((Moment::Week(0, day, day), end))
    }

    /// 上世纪20年代, 20世纪80年代初, 八十年代, 21世纪.
    fn century(self, at: usize) -> Option<(Moment, usize)> {
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

    fn decade(self, at: usize, century: Option<i16>) -> Option<(i16, i16, usize)> {
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
