//! From what an expression says to the days it means.
//!
//! The day of the issue may be known to the year or month only, or as a range. Then what is finer than it (昨日 in an issue of
//! 2024-02/2024-03) means no more than the issue's own span, and what is coarser (去年) is exact.

use super::calendar::{add_months, days_of, quarter, shift, span_in, widen};
use super::expression::{Expression, Moment, MonthPart, Unit, Year, YearPart};
use super::parse::Tense;
use crate::model::{Basis, DateRange, Day, PartialDate};

/// The first and last day; `None` where an end is open.
pub(super) type Span = (Option<Day>, Option<Day>);

/// The precision to which the day of the issue is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Grain {
    Day,
    Month,
    Year,
}

/// The day of the issue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    first: Day,
    last: Day,
    grain: Grain,
}

impl Reference {
    pub(super) fn new(range: DateRange) -> Option<Self> {
        let grain = |date| match date {
            PartialDate::Year(_) => Grain::Year,
            PartialDate::Month(..) => Grain::Month,
            PartialDate::Day(_) => Grain::Day,
        };
        let (first, last) = (range.first.first_day()?, range.last.last_day()?);
        Some(Reference { first, last, grain: grain(range.first).max(grain(range.last)) })
    }

    fn span(self) -> (Day, Day) {
        (self.first, self.last)
    }
}

/// What the time of an expression is reckoned from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    pub reference: Option<Reference>,
    /// The time told of before in the same passage.
    pub told: Option<(Day, Day)>,
    /// The last single day told of in the passages before.
    pub told_day: Option<(Day, Day)>,
    /// Whether a year was printed for it.
    pub told_is_printed: bool,
    /// Whether it has no end: 2023年以来.
    pub told_is_open: bool,
    /// Whether it was told of in the sentence that is read.
    pub told_in_sentence: bool,
    /// The last year that was printed, or reckoned from a printed one, in this passage or before it.
    pub told_year: Option<i16>,
    pub tense: Tense,
}

/// The days of an expression, and what they rest on. Both ends `None`: nothing supports any.
pub(super) fn resolve(expression: Expression, context: &Context) -> (Span, Basis) {
    let nothing = ((None, None), Basis::Relative);
    let reference = context.reference.map(Reference::span);
    let now = reference.map(|(_, last)| last);
    match expression {
        Expression::At(moment) => match context.moment(moment) {
            Some((span, basis)) => (close(span), basis),
            None => (nothing.0, basis_of(moment)),
        },
        Expression::Between(first, last) => between(first, last, context).unwrap_or(nothing),
        Expression::Since(moment) => match context.moment(moment) {
            Some(((from, _), basis)) => ((Some(from), now.filter(|&now| now >= from)), basis),
            None => (nothing.0, basis_of(moment)),
        },
        Expression::After(moment) => match context.moment(moment) {
            Some(((from, _), basis)) => ((Some(from), None), basis),
            None => (nothing.0, basis_of(moment)),
        },
        // A deadline lies ahead, unless it has only just gone by; 春节前 is said of the last festival as well.
        Expression::Until(moment) => match (Context {
            tense: match (moment, context.tense) {
                (Moment::InYear(_, YearPart::Festival(_) | YearPart::Eve(_)), tense) => tense,
                (_, Tense::Future) => Tense::Future,
                _ => Tense::Deadline,
            },
            ..*context
        })
        .moment(moment)
        {
            Some(((_, to), basis)) => ((None, Some(to)), basis),
            None => (nothing.0, basis_of(moment)),
        },
        Expression::LongPast => ((None, now), Basis::Relative),
        Expression::Past(count, unit) => {
            let from = reference.and_then(|(first, _)| shift(first, -count, unit));
            ((from, now), Basis::Relative)
        }
        Expression::PastAndMore(count, unit) => {
            let from = reference.and_then(|(first, _)| shift(first, -count, unit));
            ((from.map(|from| widen((from, from), unit).0), now), Basis::Relative)
        }
        Expression::Coming(count, unit) => {
            // Five years from the first of March end with February; half a month is counted in days.
            let whole = matches!(unit, Unit::Day | Unit::Week) || count.fract() != 0.0;
            // The two months from some day of July on are July and August.
            let is_exact = |issue: Reference| whole || issue.grain == Grain::Day;
            let start = context.reference.map(|issue| if is_exact(issue) { issue.last } else { issue.first });
            let to = start.and_then(|start| shift(start, count, unit)?.plus_days(if whole { 0 } else { -1 }));
            ((reference.map(|(first, _)| first), to), Basis::Relative)
        }
        Expression::Ago(count, unit) => (context.away(reference, -count, unit), Basis::Relative),
        Expression::UntilAgo(count, unit) => ((None, context.away(reference, -count, unit).1), Basis::Relative),
        Expression::FromLater(count, unit) => {
            let ((from, _), basis) = resolve(Expression::Later(count, unit), context);
            ((from, None), basis)
        }
        Expression::Later(count, unit) => match context.told {
            // A year that was told of holds what came months after its beginning.
            Some(told) => (close(after(told, count, unit).unwrap_or(told)), Basis::Inherited),
            None => (context.away(reference, count, unit), Basis::Relative),
        },
    }
}

fn close((from, to): (Day, Day)) -> Span {
    (Some(from), Some(to))
}

/// The basis of a moment for which no days can be said.
fn basis_of(moment: Moment) -> Basis {
    match moment {
        Moment::InYear(Year::Printed(_), _) | Moment::Years(..) | Moment::Days(..) => Basis::Explicit,
        Moment::InYear(Year::Told(_), _) | Moment::ToldDay(_) | Moment::ToldMonth(_) => Basis::Inherited,
        _ => Basis::Relative,
    }
}

/// A time told of, moved on: as exact as the coarser of the two.
fn after(told: (Day, Day), count: f64, unit: Unit) -> Option<(Day, Day)> {
    let days = told.1.to_days() - told.0.to_days();
    let coarse = match unit {
        Unit::Day | Unit::Week => days > 0,
        Unit::Month | Unit::Quarter | Unit::HalfYear => days > 31,
        Unit::Year => false,
    };
    if coarse {
        return Some(told);
    }
    let moved = (shift(told.0, count, unit)?, shift(told.1, count, unit)?);
    Some(widen(moved, unit))
}

fn between(first: Moment, last: Moment, context: &Context) -> Option<(Span, Basis)> {
    let last = match (first, last) {
        // 上周一至周五: the second end is of the first one's week.
        (Moment::Week(week, first, _), Moment::Week(0, from, to)) if first <= from => Moment::Week(week, from, to),
        // 2023年3月至5月: the second end is of the first one's year.
        (Moment::InYear(year, _), Moment::InYear(Year::Missing, part)) if year != Year::Missing => {
            Moment::InYear(year, part)
        }
        _ => last,
    };
    // 3月至2024年5月: the first end is of the second one's year.
    let (first, is_of_last) = match (first, last) {
        (Moment::InYear(Year::Missing, part), Moment::InYear(year @ (Year::Printed(_) | Year::Offset(_)), _)) => {
            (Moment::InYear(year, part), true)
        }
        _ => (first, false),
    };
    let ((mut from, _), basis) = context.moment(first)?;
    let then = Context { told: Some((from, from)), told_is_printed: true, ..*context };
    let ((mut start, mut to), _) = match last {
        // 上世纪20年代初期至抗战时期 and the like: each end stands for itself.
        Moment::Years(..) | Moment::Days(..) => context.moment(last)?,
        _ => then.moment(last)?,
    };
    if to < from && is_of_last {
        // 11月1日至2024年3月1日 began in the year before.
        from = shift(from, -1.0, Unit::Year)?;
    } else if to < from {
        // 11月至3月 runs into the next year.
        start = shift(start, 1.0, Unit::Year)?;
        to = shift(to, 1.0, Unit::Year)?;
    }
    (from <= start.max(to)).then_some((close((from, to)), basis))
}

impl Context {
    /// The time a count of units from the issue: as exact as the unit, or as the issue where that is coarser.
    fn away(&self, reference: Option<(Day, Day)>, count: f64, unit: Unit) -> Span {
        let Some((first, last)) = reference else { return (None, None) };
        let grain = self.reference.map_or(Grain::Day, |reference| reference.grain);
        let finer = match unit {
            Unit::Day | Unit::Week => grain > Grain::Day,
            Unit::Month | Unit::Quarter | Unit::HalfYear => grain > Grain::Month,
            Unit::Year => false,
        };
        if finer {
            return close((first, last));
        }
        let moved = shift(first, count, unit).zip(shift(last, count, unit));
        moved.map_or((None, None), |moved| close(widen(moved, unit)))
    }

    fn moment(&self, moment: Moment) -> Option<((Day, Day), Basis)> {
        let reference = self.reference;
        let issue = reference.map(Reference::span);
        let relative = |span: Option<(Day, Day)>| span.map(|span| (span, Basis::Relative));
        match moment {
            Moment::InYear(year, part) => self.in_year(year, part),
            Moment::Years(first, last) => Some(((Day::first_of(first, 1)?, Day::last_of(last, 12)?), Basis::Explicit)),
            Moment::Days(first, last) => {
                let day = |(year, month, day)| Day::new(year, month, day);
                Some(((day(first)?, day(last)?), Basis::Explicit))
            }
            Moment::Now => relative(issue),
            Moment::Day(days) => relative(match reference?.grain {
                Grain::Day => reference?.first.plus_days(days).zip(reference?.last.plus_days(days)),
                _ => issue,
            }),
            Moment::SameDay(years) => relative(issue.and_then(|(first, last)| {
                let years = f64::from(years);
                shift(first, years, Unit::Year).zip(shift(last, years, Unit::Year))
            })),
            Moment::Week(weeks, from, to) => relative(match reference?.grain {
                Grain::Day => week(reference?, weeks, from, to),
                _ => issue,
            }),
            Moment::Month(months, part) => relative(match reference?.grain {
                Grain::Year => issue,
                _ => {
                    let (first, last) = issue?;
                    let (year, month) = add_months(first.year(), first.month(), months)?;
                    let (last_year, last_month) = add_months(last.year(), last.month(), months)?;
                    days_of(year, month, part)
                        .zip(days_of(last_year, last_month, part))
                        .map(|((from, _), (_, to))| (from, to))
                }
            }),
            Moment::Quarter(quarters, part) => relative(match reference?.grain {
                Grain::Year => issue,
                _ => {
                    let (first, last) = issue?;
                    quarter(first, quarters, part)
                        .zip(quarter(last, quarters, part))
                        .map(|((from, _), (_, to))| (from, to))
                }
            }),
            Moment::DayOfMonth(day) => self.day_of_month(day),
            Moment::ToldDay(days) => {
                let (from, to) = self.told.or(self.told_day).or(issue)?;
                let exact = from == to;
                let moved = if exact { (from.plus_days(days)?, to.plus_days(days)?) } else { (from, to) };
                Some((moved, if self.told.or(self.told_day).is_some() { Basis::Inherited } else { Basis::Relative }))
            }
            Moment::ToldMonth(part) => {
                let (from, to) = self.told.or(issue)?;
                let is_one = (from.year(), from.month()) == (to.year(), to.month());
                let days =
                    if is_one { days_of(from.year(), from.month(), part)? } else { widen((from, to), Unit::Month) };
                Some((days, Basis::Inherited))
            }
        }
    }

    fn in_year(&self, year: Year, part: YearPart) -> Option<((Day, Day), Basis)> {
        let reference = self.reference;
        let printed = self.told.filter(|_| self.told_is_printed);
        match year {
            Year::Printed(year) => Some((span_in(year, part)?, Basis::Explicit)),
            Year::Offset(years) => {
                let (first, last) = reference?.span();
                let (from, _) = span_in(first.year().checked_add(years)?, part)?;
                let (_, to) = span_in(last.year().checked_add(years)?, part)?;
                Some(((from, to), Basis::Relative))
            }
            // 上年 is said of the year told of, and else of the issue.
            Year::Told(years) if years < 0 && self.told.is_none() => self.in_year(Year::Offset(years), part),
            Year::Told(years) => {
                // 同年5月 at the head of a passage is of the year that the one before has told of.
                let before = self.told_year.filter(|_| years >= 0 && printed.is_none());
                let told = before.or(self.told.map(|(told, _)| told.year()))?;
                Some((span_in(told.checked_add(years)?, part)?, Basis::Inherited))
            }
            Year::Governing => match printed {
                Some((told, _)) => Some((following(told, part)?, Basis::Inherited)),
                None => {
                    let reference = reference?;
                    let is_festival = matches!(part, YearPart::Festival(_) | YearPart::Eve(_));
                    let basis = if is_festival { Basis::Issue } else { Basis::Relative };
                    let span = match part {
                        _ if is_festival => self.nearest(reference, part)?,
                        _ => (span_in(reference.first.year(), part)?.0, span_in(reference.last.year(), part)?.1),
                    };
                    Some((span, basis))
                }
            },
            Year::Missing => match printed.filter(|&told| reference.is_none() || self.carries(told, part)) {
                Some((told, _)) => Some((span_in(told.year(), part)?, Basis::Inherited)),
                None => Some((self.nearest(reference?, part)?, Basis::Issue)),
            },
        }
    }

    /// Whether a time without its year is of the year told of. In a later sentence it is not where that year was open (2023年以来),
    /// nor is a day (3月5日) where no more than a year was told of that may be the year before the issue.
    fn carries(&self, (from, to): (Day, Day), part: YearPart) -> bool {
        let is_whole_year = (from.month(), to.month(), from.year()) == (1, 12, to.year());
        let is_day = matches!(part, YearPart::Month(_, MonthPart::Day(_) | MonthPart::Days(..)));
        let is_recent = self.reference.is_some_and(|reference| from.year() >= reference.first.year() - 1);
        self.told_in_sentence || !(self.told_is_open || is_whole_year && is_day && is_recent)
    }

    /// A time whose year is missing: the last that has begun, or the next where the words look ahead.
    fn nearest(&self, reference: Reference, part: YearPart) -> Option<(Day, Day)> {
        /// How long before its end a count of months may be told of.
        const COUNTED: i32 = 31;
        // Halves and quarters that are about to begin are spoken of before they do.
        let ahead = match part {
            YearPart::Months(first, last) if first > 1 || matches!(last, 3 | 6) => 92,
            YearPart::Winter => 92,
            // A day of next month is not one of eleven months ago.
            YearPart::Month(_, MonthPart::Day(_) | MonthPart::Days(..)) => 31,
            YearPart::Festival(_) | YearPart::Eve(_) => 45,
            _ => 0,
        };
        let year = reference.last.year();
        // 29 February may be eight years away.
        let next =
            || (year - 1..=year + 8).filter_map(|year| span_in(year, part)).find(|&(_, to)| to >= reference.first);
        let past = || {
            // What is counted from January on (1至10月) is reported when it is over.
            let is_count = matches!(part, YearPart::Months(1, last) if !matches!(last, 3 | 6 | 12));
            let begun = |&(from, to): &(Day, Day)| {
                let known = if is_count { to.to_days() - COUNTED } else { from.to_days() - ahead };
                known <= reference.last.to_days()
            };
            (year - 8..=year + 1).rev().filter_map(|year| span_in(year, part)).find(begun)
        };
        match self.tense {
            Tense::Future => next(),
            Tense::Past => past(),
            Tense::Near => nearer(reference, past(), next()),
            Tense::Deadline => deadline(reference, past(), next()),
        }
    }

    /// 15日: of the month told of, else the last such day up to the issue.
    fn day_of_month(&self, day: u8) -> Option<((Day, Day), Basis)> {
        if let Some((from, to)) = self.told
            && (from.year(), from.month()) == (to.year(), to.month())
            && let Some(day) = Day::new(from.year(), from.month(), day)
        {
            return Some(((day, day), Basis::Inherited));
        }
        let reference = self.reference?;
        let of_month = |last: Day, back: i32| {
            let (year, month) = add_months(last.year(), last.month(), back)?;
            Day::new(year, month, day)
        };
        let one = |end: Day| {
            let next = [0, 1].into_iter().filter_map(|months| of_month(end, months)).find(|&found| found >= end);
            let past = [0, -1, -2].into_iter().filter_map(|months| of_month(end, months)).find(|&found| found <= end);
            let span = |day: Option<Day>| day.map(|day| (day, day));
            match self.tense {
                Tense::Future | Tense::Deadline => next,
                Tense::Past => past,
                Tense::Near => nearer(self.reference?, span(past), span(next)).map(|(day, _)| day),
            }
        };
        match reference.grain {
            Grain::Day => Some(((one(reference.first)?, one(reference.last)?), Basis::Issue)),
            Grain::Month if reference.first.month() == reference.last.month() => {
                let found = of_month(reference.last, 0)?;
                Some(((found, found), Basis::Issue))
            }
            _ => Some((reference.span(), Basis::Issue)),
        }
    }
}

/// The one of two times that is nearer to the issue; the next one only where it is near at hand.
fn nearer(reference: Reference, past: Option<(Day, Day)>, next: Option<(Day, Day)>) -> Option<(Day, Day)> {
    const AT_HAND: i32 = 92;
    let (Some(gone), Some(coming)) = (past, next) else { return past.or(next) };
    let since = reference.first.to_days() - gone.1.to_days();
    let until = coming.0.to_days() - reference.last.to_days();
    if until < since && until <= AT_HAND { next } else { past }
}

/// The next one of two times, unless the other has gone by within three months and is the nearer: 2月底前 in a March issue.
fn deadline(reference: Reference, past: Option<(Day, Day)>, next: Option<(Day, Day)>) -> Option<(Day, Day)> {
    const JUST: i32 = 92;
    let (Some(gone), Some(coming)) = (past, next) else { return next };
    let since = reference.first.to_days() - gone.1.to_days();
    let until = coming.1.to_days() - reference.last.to_days();
    if (0..=JUST).contains(&since) && since < until { past } else { next }
}

/// A festival told of after a day of the same year is the next one, else that of the year.
fn following(told: Day, part: YearPart) -> Option<(Day, Day)> {
    let span = span_in(told.year(), part)?;
    match part {
        YearPart::Festival(_) | YearPart::Eve(_) if span.1 < told && told.month() >= 11 => {
            span_in(told.year() + 1, part)
        }
        _ => Some(span),
    }
}

/// Days of a week (Monday 0) counted from the one the issue is of.
fn week(reference: Reference, weeks: i32, from: u8, to: u8) -> Option<(Day, Day)> {
    // 1970-01-01 was a Thursday.
    let monday = |day: Day| day.plus_days(7 * weeks - (day.to_days() + 3).rem_euclid(7));
    monday(reference.first)?.plus_days(i32::from(from)).zip(monday(reference.last)?.plus_days(i32::from(to)))
}
