//! Baoyan (报眼) turns a newspaper's pages into an archive that is searched and charted wholly in the browser.
//!
//! | folder | holds | may import |
//! |---|---|---|
//! | [`model`] | the nouns: article, date, figure, initiative, answer | |
//! | [`text`] | folding, terms, numerals; used alike by indexer and browser | model |
//! | [`chart`] | pure charts: spec → scales → marks → scene → SVG | model, sort |
//! | [`sort`] | the one way to sort | |
//! | [`format`](mod@format) | the archive's bytes | model |
//! | [`index`] | texts, documents, facts, lexicon, postings: a writer and a reader each | model, sort, text, format |
//! | [`query`] | parse, match, score, facets, snippet | model, sort, text, format, index |
//! | [`engine`] | a session over an archive's bytes that answers; never does I/O | model, sort, text, format, index, query |
//! | [`view`] | pure UI state: state, action, reduce, permalink, strings | model, sort, engine, chart |
//! | `ingest` (feature `cli`) | bytes → pages → articles, with a report of what was odd | model, text |
//! | `extract` (feature `cli`) | places, dates, figures, initiatives | model, text |
//! | `site` (feature `cli`) | a site of static files around an archive | model, text, engine, chart, view |
//! | `score` (feature `cli`) | what was understood, held against hand labels | model, text |
//! | `web` (feature `web`) | components, fetch, the custom element | model, engine, chart, view |
//!
//! With neither feature the core builds for both targets. A test (`tests/it/house.rs`) holds this table.

pub mod chart;
pub mod engine;
#[cfg(feature = "cli")]
pub mod extract;
pub mod format;
pub mod index;
#[cfg(feature = "cli")]
pub mod ingest;
pub mod model;
pub mod query;
#[cfg(feature = "cli")]
pub mod score;
#[cfg(feature = "cli")]
pub mod site;
pub mod sort;
pub mod text;
pub mod view;
#[cfg(feature = "web")]
pub mod web;
