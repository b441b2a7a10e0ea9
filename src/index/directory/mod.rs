//! Which files an archive that is fetched by need has: section `PART`.
//!
//! All numbers are in postcard's wire format, but for groups, which are 8 bytes, little-endian:
//!
//! - how many articles a file of a shelf has; a list of the shelves' groups ([`crate::index::shelves`]);
//! - the group of the words, and the number of their files: one that is the section `WORD`, or those of [`crate::index::words`]; behind
//!   them the group has one more, the variants: the folding of characters that no article has, which a reader may type;
//! - a list of the segments: group; number of articles; how many files of words it has, and of ids; a list of where its blocks
//!   begin ([`crate::index::postings`]): of each the upper half, less that of the one before; and then of each the lower half, less
//!   that of the one before where the upper ones are the same, with the lowest bit of its 16 first (`turned`).
//!
//! Segments follow each other. Most articles are in the first, which changes seldom; what is added changes the last.
//! The files of a segment are in this order:
//!
//! | files | what |
//! |---|---|
//! | one for 16,384 articles | lengths and dates: [`write_facets`](super::documents::write_facets) |
//! | one for 16,384 articles | counties, years and kinds of initiatives: [`write_places`](super::documents::write_places) |
//! | one for 2,048 articles | files, pages, standing heads and names: [`write_names`](super::documents::write_names) |
//! | one for 2,048 articles | initiatives without names and figures: [`write_initiatives`](super::documents::write_initiatives) |
//! | one for 2,048 articles | the names of initiatives: [`write_initiative_names`](super::documents::write_initiative_names) |
//! | one for 2,048 articles | the figures of initiatives: [`write_figures`](super::documents::write_figures) |
//! | as many as are said | the words of letters and digits, ascending: each a text after the one before it |
//! | as many as are said, n | ids: those whose checksum (its upper 32 bits) times n, divided by 2³², is the file's number; for each that checksum, less the one before, and the article's number in the segment |
//! | the others | blocks: [`super::postings`] |

mod reader;
mod writer;

pub use reader::{Directory, Portion, SegmentFiles};
pub use writer::{segments, write, write_ids, write_words};

/// Articles of a file of facets, or of places.
pub const FACETS: u32 = 16_384;
/// Articles of a file of names, of initiatives, or of figures.
pub const DETAILS: u32 = 2_048;
/// Ids of a file, about.
const IDS: usize = 2_048;
/// Bytes of a file of words, about.
const WORDS: usize = 32 << 10;

/// The lower half of a term.
const LOWER: u64 = u32::MAX as u64;

/// A number of 32 bits with the bits in each half turned round: what ends with many zeros, as the beginnings of blocks are chosen
/// to, becomes small. Turned again it is what it was.
fn turned(number: u64) -> u64 {
    (number as u32).reverse_bits().rotate_left(16).into()
}

/// The number that an id is found by.
pub fn id_number(id: &str) -> u32 {
    (crate::format::checksum(&[id.as_bytes()]) >> 32) as u32
}
