//! Queries: parsed without fail, matched exactly, ranked, counted, and shown in context.
//!
//! What a query can say is told in [`parse`]. What matches is decided by characters alone ([`find`]); ranking
//! ([`rank`]) orders it by [`Weights`].

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

mod catalogue;
mod clause;
mod correct;
mod evidence;
mod filter;
mod find;
mod order;
mod parse;
mod rank;
mod relax;
mod select;
mod snippet;
mod source;
mod stats;
mod suggest;
mod totals;
mod weights;

pub use catalogue::Catalogue;
pub use clause::Clause;
pub use evidence::evidence;
pub use filter::{Filter, Key, bare, keywords};
pub use find::find;
pub use parse::{MAX_CHARS, MAX_WORDS, Query, Word, parse};
pub use rank::{LOOKED_AT, Ranking, rank};
pub use select::{Selection, select};
pub use snippet::{Matches, snippet};
pub use source::{Fetched, KnownWords, Source};
pub use stats::{details, passes, stats};
pub use suggest::suggest;
pub use weights::Weights;
