//! The words of an archive, section `WORD`: its [`Vocabulary`](crate::model::Vocabulary), words first, then readings, in numbers
//! of postcard's wire format and texts that begin like the one before.
//!
//! Words are ascending, with their number before them; each is its text, and five times the articles it stands in plus the place of
//! its kind. Of the readings there come first all that there are, ascending, with their number; then the characters,
//! ascending, with theirs: each is its code point less the one before, and for each reading twice its place, plus one where
//! another of that character follows.
//!
//! Where an archive is fetched by need and its words are many, they stand in files, so that what is typed fetches few of them.
//! File 0 has the readings; the others each have words, ascending, a list as in `WORD`:
//!
//! | file | words |
//! |---|---|
//! | 1 + i | whose first character's usual reading begins with the letter i (`a` is 1; 0 has those without a reading) |
//! | 28 + i | that stand in another of those files, and whose first character has another reading that begins so; and names that have a character inside whose usual reading begins so |

mod pinyin;
mod reader;
mod writer;

pub use reader::{Entry, Words};
pub use writer::{encode, write};

use crate::model::WordKind;

/// The kinds of words, by their place.
const KINDS: [WordKind; 5] =
    [WordKind::County, WordKind::Person, WordKind::Initiative, WordKind::Column, WordKind::Word];

/// The letters that a reading can begin with, and none.
const INITIALS: usize = 27;

/// The number of a letter.
fn initial(reading: Option<&str>) -> usize {
    let first = reading.and_then(|reading| reading.bytes().next());
    first.filter(u8::is_ascii_lowercase).map_or(0, |letter| usize::from(letter - b'a') + 1)
}

#[cfg(test)]
mod tests;
