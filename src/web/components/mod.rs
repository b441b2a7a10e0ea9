//! The parts of the page, one a file.

mod chart_panel;
mod chart_table;
mod chips;
mod drawing;
mod facets;
mod failed;
mod front;
mod hit_item;
mod initiative_list;
mod loading;
mod marked;
mod masthead;
mod notes;
mod panes;
mod reader;
mod results;
mod search_box;
mod sort_choice;

pub use failed::failed;
pub use front::{Front, Opened};
pub use loading::loading;
pub use masthead::masthead;
