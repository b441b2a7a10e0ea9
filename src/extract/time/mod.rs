//! Expressions of time: found, resolved against the date of the issue, and inherited from the time told of before.
//!
//! `words` has the vocabulary, `parse` and `range` the grammar (words → `expression`), `resolve` the reckoning (expression → days), with
//! the days of `calendar`.

mod almanac;
mod article;
mod beginning;
mod calendar;
mod century;
mod counted;
mod expression;
mod festival;
mod find;
mod issue;
mod lunar;
mod moment;
mod numeric;
mod parse;
mod plain;
mod range;
mod resolve;
mod stretch;
mod text;
mod week;
mod words;
mod year;

#[cfg(test)]
mod tests;

pub use article::date_article;
pub use find::{FoundDate, find_dates};
pub use issue::issue_date_from_text;
pub(in crate::extract) use plain::Plain;
