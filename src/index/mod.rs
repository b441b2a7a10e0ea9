//! The structures of an archive, a folder each, with the writer and the reader side by side.
//!
//! | structure | in the archive | what it is |
//! |---|---|---|
//! | [`documents`] | `META`, `DOCS`, `TEXT` | the articles: text is the truth |
//! | [`facts`] | `FACT` | what was understood of them, with spans |
//! | [`words`] | `WORD` | words and names, and how they are read |
//! | [`postings`] | derived when an archive opens | every term's positions, and where articles and fields begin |
//! | [`lexicon`] | derived when an archive opens | the terms in order |
//!
//! Lexicon and postings follow from the texts by one writer, natively and in the browser alike, so an archive that
//! travels whole does not carry them.

pub mod directory;
pub mod documents;
pub mod facts;
pub mod lexicon;
pub mod phrases;
pub mod postings;
pub mod shelves;
pub mod words;
