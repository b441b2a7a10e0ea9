//! The terms of an archive: what is found by its number alone, and the words of letters and digits in order.

mod reader;

pub use reader::{Lexicon, Term};
