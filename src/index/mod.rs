//! The structures of an archive, a folder each, with the writer and the reader side by side.
//!
//! | structure | in the archive | what it is |
//! |---|---|---|
//! | [`phrases`] | `CODE` | the code that texts are stored in |
//! | [`documents`] | `META`, `DOCS`, `TEXT` | the articles: text is the truth; and their outlines |
//! | [`facts`] | `FACT` | what was understood of them, with spans |
//! | [`words`] | `WORD` | words and names, and how they are read |
//! | [`postings`] | files, or nothing | every term's positions; or the text, folded, to be read through |
//! | [`lexicon`] | files, or nothing | the words of letters and digits in order |
//! | [`directory`] | `PART` | which files are fetched by need |
//! | [`shelves`] | files | the articles, a few in a file |
//!
//! Lexicon and postings follow from the texts. An archive that travels whole does without: it is read through. One that is fetched by
//! need has them in files, so that a query fetches little; while it is written, they are put aside a few articles at a time
//! ([`Scratch`]), so that one of any size is built in the same memory.

pub mod directory;
pub mod documents;
pub mod facts;
pub mod lexicon;
pub mod phrases;
pub mod postings;
mod scratch;
pub mod shelves;
pub mod words;

pub use scratch::Scratch;
