//! The articles of an archive that is fetched by need, a few in a file.
//!
//! A shelf has 1,024 articles that follow each other and is a group of files; each of its files has as many articles, as the
//! directory says, and holds the sections `DOCS`, `FACT` and `TEXT` of those, each with its length before it. The files of a shelf
//! that has all its articles never change.

mod reader;
mod writer;

pub use reader::Shelves;
pub use writer::write;

/// Articles of a shelf.
pub const SHELF: u32 = 1024;
