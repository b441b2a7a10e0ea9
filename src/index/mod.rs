//! The structures of an archive.
