//! Every term's positions.
//!
//! Each article's searched text is its standing head and those names of its by-lines that its text prints with spaces
//! inside, each with a gap behind it; and then its title and its blocks without anything between them, so that a run of
//! characters is found across the source's line ends; a gap follows each article. Articles take up room in steps ([`room`]), one
//! after the other from 0: the numbers of their characters in that row are the positions. A gap takes up one position, and what
//! is left of the room matches nothing. So the positions follow from a few bits an article, which also tell ranking how long it is.
//!
//! Where the archive travels whole, it is read through for what is looked for. Where it is fetched by need, the
//! articles form segments, whose terms stand in blocks, bit by bit ([`crate::format::BitWriter`]):
//!
//! | what | code |
//! |---|---|
//! | entries of the block | gamma |
//! | for each: whether the term is near the one before (for the first, where the block begins): its upper half is the same | 1 bit |
//! | if so, its lower half less that of the term before; if not, the upper half less that before, and the lower half | Rice, 7; gamma, 32 bits |
//! | positions, less 1 | gamma |
//! | where there are several, the Rice code's low bits | 5 bits |
//! | the first position, in the segment | as many bits as the segment's room needs |
//! | its field: body, lead, another | 0; 10; 11 and its number in 3 bits |
//! | each other position, less the one before and 1; its field | Rice; as above |
//!
//! The positions of one term go on in entries and blocks after the first where they are many; then its first entry begins a block.
//! Where a block begins, the directory tells: at a round number after the last term of the block before and not after its own
//! first, or, where that goes on, at its first.

mod block_writer;
mod blocks;
mod derived;
mod reader;
mod row;
mod runs;
mod writer;

pub use crate::model::Field;
pub use block_writer::BlockWriter;
pub use blocks::Segment;
pub use reader::{Fields, Part, Postings, Unit, advance, room, seek, step};
pub use row::{Row, RowWriter};
pub use runs::Run;
pub use writer::layout;
