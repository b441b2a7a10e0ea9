//! The archive's bytes, version 1.
//!
//! All numbers are little-endian. An archive is a header, a table of sections, and the sections, one directly after
//! the other, with nothing before, between or behind them:
//!
//! | offset | bytes | what |
//! |---|---|---|
//! | 0 | 8 | magic: `BAOYAN`, carriage return, line feed (so that a transfer that changes line ends is noticed) |
//! | 8 | 2 | format version, 1 |
//! | 10 | 2 | number of sections, n |
//! | 12 | 4 | zero |
//! | 16 | 8 | length of the whole archive in bytes |
//! | 24 | 8 | checksum of bytes 0..24 and of the table |
//! | 32 | 40 n | the table: an entry a section |
//! | 32 + 40 n | | the sections' bytes, in the table's order |
//!
//! | offset in the entry | bytes | what |
//! |---|---|---|
//! | 0 | 4 | kind, four ASCII letters ([`Kind`]) |
//! | 4 | 1 | codec: 0, stored as it is; others are for later versions and are refused |
//! | 5 | 3 | zero |
//! | 8 | 8 | offset of the section from the beginning of the archive |
//! | 16 | 8 | its length in bytes |
//! | 24 | 8 | its length when decoded |
//! | 32 | 8 | checksum of its bytes as they stand |
//!
//! Every checksum is FNV-1a, 64 bits (Fowler, Noll and Vo): short, and each change of a single byte changes it. So
//! each byte of an archive is under a checksum, and no byte of a section is handed out before its checksum was found right. Section kinds that a reader
//! does not know are left alone: a later writer may add some without a new version.
//!
//! # Two forms
//!
//! An archive is opened by one file, `archive.baoyan`, of the form above. A small archive travels whole in it, with the sections
//! `META`, `CODE`, `FOLD`, `DOCS`, `FACT`, `TEXT` and `WORD`. A large one is fetched by need: `archive.baoyan` has `META`, `CODE`,
//! `FOLD` and `PART`, and `PART` says which other files there are. Those form groups. A group is a folder, named by 16 hexadecimal digits:
//! the checksum of the length (8 bytes) and the content of each of its files in order; a file in it is named by its number,
//! in hexadecimal. So what has the same name has the same content for ever, and a cache may keep it. Each file ends with 8 bytes: the
//! checksum of its content, the group (8 bytes) and its number (4 bytes). So a file that is altered, cut, or another one is found
//! before any of it is used ([`Parts`]).
//!
//! `FOLD` is what characters are searched as: the part of the folding that leads to characters of this archive, in the form of
//! [`crate::text::Folding`]. A query is folded by it and by nothing else. Where files are fetched by need, what leads from characters that
//! no article has stands in a file of that form ([`crate::index::directory`]), which is fetched when one of them is typed.
//!
//! What stands inside a section or a file is told where it is written and read: [`crate::index`].

#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::cast_possible_truncation)
)]

mod bits;
mod decoder;
mod encoder;
mod error;
mod part;
mod reader;
mod room;
mod section;
mod writer;

pub use bits::{BitReader, BitWriter};
pub use decoder::Decoder;
pub use encoder::Encoder;
pub use error::FormatError;
pub use part::{PartName, Parts, Sealer, Stage};
pub use reader::Reader;
pub use room::Room;
pub use section::Kind;
pub use writer::Writer;

/// The version that is written, and the only one that is read.
pub const VERSION: u16 = 1;

const MAGIC: [u8; 8] = *b"BAOYAN\r\n";
const HEADER: usize = 32;
const CHECKED: usize = 24;
const ENTRY: usize = 40;
const STORED: u8 = 0;

/// FNV-1a of 64 bits over these bytes, one after the other.
pub fn checksum(parts: &[&[u8]]) -> u64 {
    checksum_after(NOTHING, parts)
}

/// The checksum of no bytes.
const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

/// The checksum of what has this one and of these bytes after it.
fn checksum_after(mut hash: u64, parts: &[&[u8]]) -> u64 {
    const PRIME: u64 = 0x0100_0000_01b3;
    for part in parts {
        for &byte in *part {
            hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
        }
    }
    hash
}

#[cfg(test)]
mod tests;
