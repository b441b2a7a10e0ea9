//! HTML: one article a document, as e-paper sites, news sites and public accounts serve them.
//!
//! Line numbers are found again in the source, since the parser keeps none: each piece of text is looked for from where
//! the one before it was found. A text that is not found so (written in character references) has the line of
//! the one before it.

mod credits;
mod lines;
mod locator;
mod read;
#[cfg(test)]
mod tests;
mod title;

pub use read::{declared_encoding, part_marks, read, text_lines};
