//! What the page is about to show, without a browser: the state and what changes it, its permalink, the words of each
//! language, and how numbers, dates and marked texts are written.

mod action;
mod csv;
mod date;
mod examples;
mod filter;
mod marked;
mod permalink;
mod phrase;
mod state;
mod text;

pub use action::{Action, Step, reduce, step};
pub use csv::{csv, csv_field};
pub use date::{date, period};
pub use examples::examples;
pub use filter::{Filter, FilterKey, chosen, chosen_county, clear, filters, same_county, toggle, without};
pub use marked::{Segment, highlighted, segments};
pub use permalink::{permalink, restore};
pub use phrase::Phrase;
pub use state::{PAGE, Pane, State, Theme};
pub use text::Text;

pub use crate::chart::Language;
