//! Numbers with their units: what is counted and measured in an article.
//!
//! `units` and `words` are the vocabulary, `find` the grammar.

mod find;
mod units;
mod words;

#[cfg(test)]
mod tests;

pub use find::{FoundFigure, find_figures};

/// Whether a unit measures how long a time is: it says nothing of how much was done.
pub(super) fn is_duration(unit: &str) -> bool {
    units::DURATIONS.contains(&unit)
}
