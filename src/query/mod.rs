//! Queries: parsed without fail, matched exactly, ranked, counted, and shown in context.
//!
//! What a query can say is told in [`parse`]. What matches is decided by characters alone ([`find`]); ranking
//! ([`rank`]) orders it.

mod clause;
mod facets;
mod filter;
mod find;
mod parse;
mod rank;
mod relax;
mod select;
mod snippet;
mod source;
mod stats;

pub use clause::Clause;
pub use facets::{by_county, by_year};
pub use filter::{Filter, Key};
pub use find::find;
pub use parse::{MAX_CHARS, MAX_WORDS, Query, Word, parse};
pub use rank::{Weights, rank};
pub use select::{Selection, select};
pub use snippet::{highlights, snippet};
pub use source::{Fetched, KnownWords, Source};
pub use stats::stats;
