//! What the indexer and the browser must do alike: folding and cutting into terms.

mod fold;
mod term;

pub use fold::{fold, fold_char};
pub use term::{Term, cut, is_han, is_word, terms};
