use super::expression::{Expression, Moment, Year};
use super::parse::parse;
use super::resolve::{Context, Reference, resolve};
use crate::model::{Basis, DateRange, Day};

/// An expression of time in one text.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct FoundDate {
    /// The words.
    pub text: String,
    /// The first character (Unicode scalar values).
    pub start: u32,
    /// The character after the last.
    pub end: u32,
    /// The first day; `None` where the beginning is open, or nothing supports one.
    pub from: Option<Day>,
    /// The last day, inclusive; `None` where the end is open, or nothing supports one.
    pub to: Option<Day>,
    /// What the days rest on.
    pub basis: Basis,
}

/// Every expression of time in a text, in order.
///
/// `reference` is the day of the issue, as exact as it is known. A month without a year is the last one before it, unless
/// the text has told of a year or looks ahead. Without a reference 去年 and the like are found, but have no days.
pub fn find_dates(text: &str, reference: Option<DateRange>) -> Vec<FoundDate> {
    let chars: Vec<char> = text.chars().collect();
    Passage::new(reference).read(&chars)
}

/// A passage through which the time told of is carried on.
pub(super) struct Passage {
    context: Context,
}

impl Passage {
    pub(super) fn new(reference: Option<DateRange>) -> Self {
        Passage { context: Context { reference: reference.and_then(Reference::new), ..Context::default() } }
    }

    /// Begins a new passage in a text that is governed by a year. 当日 in it is still the day that was told of last.
    pub(super) fn begin(&mut self, governing: Option<(Day, Day)>) {
        let day = self.context.told.filter(|(from, to)| from == to);
        self.context.told_day = day.or(self.context.told_day);
        self.context.told = governing;
        self.context.told_is_printed = governing.is_some();
        self.context.told_in_sentence = false;
    }

    pub(super) fn read(&mut self, chars: &[char]) -> Vec<FoundDate> {
        let mut found = Vec::new();
        let mut last_end = 0;
        for mention in parse(chars) {
            self.context.tense = mention.tense;
            let between = chars.get(last_end..mention.start).unwrap_or_default();
            self.context.told_in_sentence &= !between.iter().any(|c| "。！？".contains(*c));
            last_end = mention.end;
            let ((from, to), basis) = resolve(mention.expression, &self.context);
            self.carry(mention.expression, from, to, basis);
            let impossible = from.is_none() && to.is_none() && basis == Basis::Explicit;
            // 2月30日 is no date.
            if !impossible {
                found.push(FoundDate {
                    text: chars[mention.start..mention.end].iter().collect(),
                    start: mention.start as u32,
                    end: mention.end as u32,
                    from,
                    to,
                    basis,
                });
            }
        }
        found
    }

    /// What is told of from here on: the latest year, month or day that was named.
    fn carry(&mut self, expression: Expression, from: Option<Day>, to: Option<Day>, basis: Basis) {
        let (Expression::At(moment)
        | Expression::Since(moment)
        | Expression::Between(moment, _)
        | Expression::After(moment)) = expression
        else {
            return;
        };
        self.context.told_in_sentence = true;
        self.context.told_is_open = matches!(expression, Expression::Since(_) | Expression::After(_));
        let printed = basis == Basis::Explicit || basis == Basis::Inherited && self.context.told_is_printed;
        match moment {
            Moment::InYear(year, _) => {
                let Some(from) = from else { return };
                // The time that 2023年以来 opens is told of by its year.
                let to = match expression {
                    Expression::At(_) | Expression::Between(..) => to.unwrap_or(from),
                    _ => Day::last_of(from.year(), 12).unwrap_or(from),
                };
                self.context.told = Some((from, to));
                self.context.told_is_printed = printed || matches!(year, Year::Offset(years) if years != 0);
                if self.context.told_is_printed {
                    self.context.told_year = Some(from.year());
                }
            }
            Moment::Month(..) | Moment::DayOfMonth(_) | Moment::ToldDay(_) | Moment::Day(_) => {
                if let (Some(from), Some(to)) = (from, to) {
                    self.context.told = Some((from, to));
                    self.context.told_is_printed = printed;
                }
            }
            // 本周六（30日）
            Moment::Week(_, first, last) if first == last => {
                if let (Some(from), Some(to)) = (from, to) {
                    self.context.told = Some((from, to));
                    self.context.told_is_printed = false;
                }
            }
            Moment::Now
            | Moment::SameDay(_)
            | Moment::Quarter(..)
            | Moment::Week(..)
            | Moment::ToldMonth(_)
            | Moment::Years(..)
            | Moment::Days(..) => {}
        }
    }
}
