//! The terms of an archive in order. A term's number is its place; its postings stand under that number.

mod reader;
mod writer;

pub use reader::Lexicon;
pub(in crate::index) use writer::LexiconWriter;

/// Pairs and lone last characters as one number, so that they sort by their first character, and a single character
/// is a range of them: the first character's code point, and the second's or 0.
fn han_key(first: char, second: Option<char>) -> u64 {
    u64::from(u32::from(first)) << 32 | second.map_or(0, |second| u64::from(u32::from(second)))
}
