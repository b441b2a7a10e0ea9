//! Initiatives: named programmes and concrete measures, the figures that measure them, and their years.
//!
//! `heads` and `words` are the vocabulary; `candidate` finds names (`formal` those without quotes, `quoted` those in
//! quotes, `frame` what a sentence proves, `document` those of documents, `honour` those of honours) and `measure` counted things in one text; `name` says when two
//! names are one; `link` (with `told`, `item` and `mention`) and `year` give each its figures and its year; `article` puts them together.

mod article;
mod candidate;
mod clause;
mod document;
mod formal;
mod frame;
mod heads;
mod honour;
mod item;
mod link;
mod measure;
mod mention;
mod name;
mod named;
mod quoted;
mod told;
mod words;
mod year;

#[cfg(test)]
mod tests;

pub use article::find_initiatives;
pub use named::{FoundInitiative, find_named};
