//! Numbers with their units: what is counted and measured in an article.
//!
//! `units` and `words` are the vocabulary, `find` and `range` the grammar; `mask` and `counting` say
//! what is no figure, `amend` reads what changes a value, `extent` takes the words of what is counted.

mod amend;
mod counting;
mod extent;
mod find;
mod mask;
mod range;
mod units;
mod words;

#[cfg(test)]
mod tests;

pub(super) use find::find_figures_beside;
pub use find::{FoundFigure, find_figures};

/// Whether a unit measures how long a time is: it says nothing of how much was done.
pub(super) fn is_duration(unit: &str) -> bool {
    units::DURATIONS.contains(&unit)
}
