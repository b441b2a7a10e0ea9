//! A session over an archive's bytes. It is given bytes and answers; it never reads a file or a network itself.

mod archive;
mod build;
mod reading;

pub use crate::format::FormatError;
pub use crate::query::Key as FilterKey;
pub use archive::{Archive, Options};
pub use build::build;

#[cfg(test)]
mod tests;
