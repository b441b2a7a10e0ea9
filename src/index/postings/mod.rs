//! Every term's positions.
//!
//! Each article's searched text is its standing head and those names of its by-lines that its text prints with spaces
//! inside, each with a gap behind it; and then its title and its blocks without anything between them, so that a run of
//! characters is found across the source's line ends; a gap follows each article. All characters of all articles are
//! numbered in one row from 0: those numbers are the positions. A gap takes up one position and matches nothing.

mod reader;
mod writer;

pub use crate::model::Field;
pub use reader::{Part, Postings, Unit};
pub use writer::write;

/// What stands in a gap: the last code point, which Unicode keeps from ever being a character. It is never found.
pub const GAP: char = '\u{10FFFF}';
