use std::fmt;

/// What a section holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Kind(pub(super) [u8; 4]);

impl Kind {
    /// What the archive is about.
    pub const META: Kind = Kind(*b"META");
    /// The code of the texts.
    pub const CODE: Kind = Kind(*b"CODE");
    /// What the characters are searched as.
    pub const FOLDING: Kind = Kind(*b"FOLD");
    /// Which files are fetched by need.
    pub const PARTS: Kind = Kind(*b"PART");
    /// The articles but for their text and facts.
    pub const DOCUMENTS: Kind = Kind(*b"DOCS");
    /// The texts.
    pub const TEXT: Kind = Kind(*b"TEXT");
    /// Dates, figures and initiatives by article.
    pub const FACTS: Kind = Kind(*b"FACT");
    /// Words and names, and how they are read.
    pub const WORDS: Kind = Kind(*b"WORD");
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.0))
    }
}

/// An entry of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub kind: Kind,
    pub codec: u8,
    pub offset: u64,
    pub length: u64,
    pub decoded: u64,
    pub checksum: u64,
}
