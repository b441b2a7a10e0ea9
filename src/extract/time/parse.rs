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

use super::beginning::can_begin;
use super::expression::{Expression, Moment, Year, YearPart};
use super::festival::Festival;
use super::plain::Plain;
use super::text::Text;
use super::week::WEEK;
use super::words::{AFTER, AS_OF, DAY_PARTS, EVENTS, FUTURE, LONG_PAST, NEAR, SINCE, STARTING, TO, UNTIL};
use crate::text::{arabic_digit, chinese_digit, is_han, numeral_at};

/// An expression and where it stands, in characters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mention {
    pub start: usize,
    pub end: usize,
    pub expression: Expression,
    pub tense: Tense,
}

/// What the words around a time whose year is missing say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tense {
    /// Nothing: it is past.
    #[default]
    Past,
    /// It may lie on either side of the issue, and is the nearer one: 持续到4月5日, 4月5日…将.
    Near,
    /// It is still to come: 将于4月5日.
    Future,
    /// It is when something is to be done by: 6月底前.
    Deadline,
}

/// All expressions of a text, from left to right.
pub(super) fn parse(chars: &[char]) -> Vec<Mention> {
    let plain = Plain::new(chars);
    let chars = plain.chars.as_slice();
    let text = Text { chars };
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if matches!(chars[at], '每' | '逢') {
            at = text.recurring(at + 1);
            continue;
        }
        if !can_begin(chars[at], chars.get(at + 1).copied()) {
            at += 1;
            continue;
        }
        match text.expression(at) {
            // 《明天会更好》 is a song.
            Some((Expression::At(Moment::Now | Moment::Day(_)), end)) if text.in_title_of_work(at) => at = end,
            // “春节送福到家” is a name, and so is 记者冯立秋.
            Some((Expression::At(Moment::InYear(Year::Governing, YearPart::Festival(_) | YearPart::Eve(_))), end))
                if text.in_quoted_name(at, end) || text.is_given_name(at) =>
            {
                at = end;
            }
            Some((expression, end)) => {
                let (start, stop) = plain.place(at, end);
                mentions.push(Mention { start, end: stop, expression, tense: text.tense(at, end) });
                at = end;
            }
            // A number that begins no time is passed as a whole, so that no time begins inside it.
            None => at += numeral_at(chars, at).map_or(1, |numeral| numeral.len),
        }
    }
    mentions
}

impl Text<'_> {
    /// 将于, 定于 and the like stand right before.
    pub(super) fn is_future(self, at: usize) -> bool {
        (at.saturating_sub(6)..at).any(|from| {
            self.word(from, FUTURE)
                .is_some_and(|end| end <= at && !self.chars[end..at].iter().any(|c| "，。；,;".contains(*c)))
        })
    }

    /// What the words of the sentence around an expression say.
    fn tense(self, start: usize, end: usize) -> Tense {
        const BEFORE: usize = 8;
        const BEHIND: usize = 14;
        let from = start.saturating_sub(BEFORE);
        let clause =
            self.chars[from..start].iter().rposition(|c| "，。；,;".contains(*c)).map_or(from, |mark| from + mark + 1);
        let is_led = || (clause..start).any(|at| self.word(at, NEAR).is_some_and(|end| end <= start));
        // 到6月底，…
        let is_reached = || clause + 1 == start && (clause > from || from == 0) && self.get(clause) == Some('到');
        let rest = || self.chars[end..].iter().take(BEHIND).take_while(|c| !"。！？；".contains(**c));
        // 从7月15日起至8月31日: what is told of may have just begun.
        let is_span = || {
            let words = &self.chars[start..end];
            words.windows(2).any(|pair| pair == ['起', '至'] || pair == ['起', '到'])
                || self.before(start).is_some_and(|c| "从自".contains(c)) && words.iter().any(|c| "至到".contains(*c))
        };
        let comma = usize::from(self.get(end) == Some('，'));
        let is_followed = || self.word(end + comma, STARTING).is_some() || rest().any(|c| *c == '将');
        if self.is_future(start) {
            Tense::Future
        } else if is_led() || is_reached() || is_followed() || is_span() {
            Tense::Near
        } else {
            Tense::Past
        }
    }

    /// Whether a place is between the marks of a book's or a song's title.
    fn in_title_of_work(self, at: usize) -> bool {
        const LONGEST: usize = 20;
        let mark = self.chars[at.saturating_sub(LONGEST)..at].iter().rev().find(|c| "《》。".contains(**c));
        mark == Some(&'《')
    }

    /// Whether more words stand around a place in the same quotes, and no mark that speech would have.
    fn in_quoted_name(self, start: usize, end: usize) -> bool {
        const LONGEST: usize = 16;
        let stops = |c: &char| "“”，。！？；：".contains(*c);
        let before = self.chars[start.saturating_sub(LONGEST)..start].iter().rev().position(stops);
        let after = self.chars[end..].iter().take(LONGEST).position(stops);
        before.zip(after).is_some_and(|(before, after)| {
            before + after > 0 && self.chars[start - before - 1] == '“' && self.chars[end + after] == '”'
        })
    }

    /// Whether a family name stands before a place, and before that what its bearer is.
    fn is_given_name(self, start: usize) -> bool {
        const ROLES: [&str; 6] = ["记者", "通讯员", "实习生", "作者", "编辑", "评论员"];
        ROLES.iter().any(|role| {
            let from = start.checked_sub(role.chars().count() + 1);
            from.is_some_and(|from| self.has(from, role) && self.before(start).is_some_and(is_han))
        })
    }

    /// The place after a time that comes again and again: 每年3月, 每周五, 每月15日.
    pub(super) fn recurring(self, at: usize) -> usize {
        let mut at = at;
        let is_of_week = self.word(at, WEEK).is_some();
        for unit in ["个月", "季度", "学期", "年", "月", "周", "星期", "天", "日", "晚"] {
            if self.has(at, unit) {
                at += unit.chars().count();
                break;
            }
        }
        // 每年的3月5日.
        at = self.word(at, &["的"]).unwrap_or(at);
        if let Some((_, end)) = self.weekday(at).filter(|_| is_of_week) {
            // 每周一至周五.
            let last = self.word(end, TO).map(|last| self.word(last, WEEK).unwrap_or(last));
            at = last.and_then(|last| self.weekday(last)).map_or(end, |(_, end)| end);
        }
        while let Some((_, end)) = self.expression(at) {
            at = end;
        }
        at
    }

    pub(super) fn expression(self, at: usize) -> Option<(Expression, usize)> {
        let as_of = self.word(at, AS_OF);
        if let Some(start) = as_of {
            let (moment, end) = self.range(start)?;
            return Some((moment, self.day_part(end)));
        }
        if let Some(start) = self.word(at, &["自从", "自打"]) {
            let (expression, end) = self.range(start)?;
            let Expression::At(moment) = expression else { return Some((expression, end)) };
            return Some(self.open(moment, end).unwrap_or((Expression::Since(moment), end)));
        }
        if let Some(end) = self.word(at, LONG_PAST).filter(|_| !self.ends_count(at)) {
            return Some((Expression::LongPast, end));
        }
        if let Some(found) = self.before_new_year(at) {
            return Some(found);
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
            Expression::At(moment) => {
                let open = self.open(moment, end).or_else(|| self.since_deed(at, end, moment));
                open.unwrap_or((expression, self.day_part(end)))
            }
            other => (other, self.day_part(end)),
        })
    }

    /// 自2021年开办以来: what was done stands between the year and its 以来.
    fn since_deed(self, at: usize, end: usize, moment: Moment) -> Option<(Expression, usize)> {
        const LONGEST: usize = 10;
        let deed = self.chars.get(end..)?.iter().take(LONGEST).take_while(|&&c| is_han(c)).count();
        let stop = (end + 1..end + deed).find_map(|at| self.word(at, &["以来"]))?;
        (self.before(at) == Some('自')).then_some((Expression::Since(moment), stop))
    }

    /// 40多年来: the words are the end of a count.
    fn ends_count(self, at: usize) -> bool {
        self.get(at) == Some('多')
            && self.before(at).is_some_and(|c| {
                arabic_digit(c).is_some() || chinese_digit(c).is_some() || matches!(c, '十' | '百' | '千' | '几')
            })
    }

    /// 年前 by itself is the time before the Spring Festival.
    fn before_new_year(self, at: usize) -> Option<(Expression, usize)> {
        let counted = self.before(at).is_some_and(|c| {
            arabic_digit(c).is_some() || chinese_digit(c).is_some() || "十百千万几多半年余数".contains(c)
        });
        let end = self.word(at, &["年前"]).filter(|&end| !counted && !self.is_cut(end - 1, end))?;
        let eve = Moment::InYear(Year::Governing, YearPart::Festival(Festival::NewYearsEve));
        Some((Expression::Until(eve), end))
    }

    /// 改革开放以来: an event marks a time only where a word says so.
    pub(super) fn event(self, at: usize) -> Option<(Expression, usize)> {
        let (day, end) = self.entry(at, EVENTS)?;
        let called = self.word(end, &["召开", "胜利召开"]).unwrap_or(end);
        let (expression, end) = self.open(Moment::Days(day, day), called)?;
        Some((expression, end))
    }

    /// What makes a range of a moment: 以来, 起, 后, 前.
    pub(super) fn open(self, moment: Moment, end: usize) -> Option<(Expression, usize)> {
        let now = moment == Moment::Now;
        if let Some(stop) = self.word(end, SINCE).filter(|&stop| !self.is_cut(end, stop)) {
            return (!now).then_some((Expression::Since(moment), stop));
        }
        if now {
            return None;
        }
        // 2020年来，
        let is_year =
            matches!(moment, Moment::InYear(Year::Printed(_), YearPart::Whole)) && self.before(end) == Some('年');
        if is_year && self.get(end) == Some('来') && matches!(self.get(end + 1), Some('，' | ',')) {
            return Some((Expression::Since(moment), end + 1));
        }
        if let Some(stop) = self.word(end, AFTER).filter(|&stop| !self.is_cut(end, stop)) {
            return Some((Expression::After(moment), stop));
        }
        let stop = self.word(end, UNTIL).filter(|&stop| !self.is_cut(end, stop))?;
        Some((Expression::Until(moment), stop))
    }

    /// Whether the one character at the end of a suffix belongs to a word of its own: 后勤, 前往, 起草, 起火, 后备.
    pub(super) fn is_cut(self, start: usize, stop: usize) -> bool {
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
    pub(super) fn day_part(self, end: usize) -> usize {
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
}
