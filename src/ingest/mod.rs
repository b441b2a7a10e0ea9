//! Bytes become pages, pages become articles.
//!
//! ```text
//! paths ─walk→ Source ─read→ decode ─┬─ .txt    dump: lines → classes → articles ─┐
//!                                    ├─ .md     front matter and Markdown         ├→ Page and its problems
//!                                    ├─ .html   document tree → lines             │
//!                                    ├─ .jsonl  one article a line                │
//!                                    └─ .xml    RSS and Atom, one article an item ─┘
//! ```
//!
//! A file of JSON Lines may be of any length: [`Parts`] reads it some megabytes at a time.
//!
//! Reading never fails: what is wrong with a source is said in [`Problem`](crate::model::Problem)s, and the good rest
//! is in the [`Page`](crate::model::Page). Every line that is not blank belongs to an article or is furniture.

mod byline;
mod day;
mod decode;
mod dump;
mod feed;
mod file_name;
mod front_matter;
mod html;
mod json_lines;
mod markdown;
mod name;
mod nesting;
mod parts;
mod read;
mod source;
mod word;

pub use parts::Parts;
pub use read::read;
pub use source::{Source, walk};
