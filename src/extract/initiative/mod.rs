//! Initiatives: named programmes and concrete measures, the figures that measure them, and their years.
//!
//! `heads` and `words` are the vocabulary; `candidate` finds names in one text (`formal` those without quotes by what
//! `proof` proves, `quoted` those in quotes, `listing` those of a list, `frame` those that their sentence proves,
//! `document` those of documents, `honour` those of honours) and `measure` counted things; `deed` finds what was done where no
//! initiative is told of; `name` says when two names are one, `names` which an article has, and `short_form` where a name is told by a part of it; `link` and `year` give each its figures and its year (`clause`,
//! `passage`, `mention`, `item` and `told` are what `link` reads by); `article` puts them together.

mod article;
mod candidate;
mod clause;
mod deed;
mod document;
mod formal;
mod frame;
mod heads;
mod honour;
mod item;
mod link;
mod listing;
mod measure;
mod mention;
mod name;
mod named;
mod names;
mod passage;
mod proof;
mod quoted;
mod short_form;
mod told;
mod words;
mod year;

#[cfg(test)]
mod tests;

pub use article::find_initiatives;
pub use named::{FoundInitiative, find_named};
