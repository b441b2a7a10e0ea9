//! Folding, terms and numerals.

mod fold;

pub use fold::{fold, fold_char};
