//! What the page is about to show, without a browser: the state and what changes it, its permalink, the words of each
//! language, and how numbers, dates and marked texts are written.

mod action;
pub mod chart_words;
mod charts;
mod citation;
mod csv;
mod date;
mod examples;
mod filter;
mod json;
mod marked;
mod permalink;
mod phrase;
mod recent;
mod state;
mod text;

pub use action::{Action, Step, reduce, step};
pub use charts::{Charts, between, cleared, measures, pick, picked, spec};
pub use citation::citation;
pub use csv::{csv, push_csv_field};
pub use date::{date, period, range_ends, told_range, typed_date, typed_range};
pub use examples::examples;
pub use filter::{
    Filter, choose, chosen, chosen_county, clear, filters, same_county, toggle, told_value, topic, unquoted, without,
    without_all,
};
pub use json::json;
pub use marked::{Segment, highlighted, pointed, segments};
pub use permalink::{foreign, permalink, restore};
pub use phrase::Phrase;
pub use recent::{recent, remembered};
pub use state::{Hint, PAGE, Pane, State, Theme};
pub use text::Text;

pub use crate::chart::Language;
pub use crate::engine::FilterKey;
