//! The parts of the page, one a file: each is drawn from what there is to show, and says what it wishes when chosen.

mod chart_panel;
mod chart_table;
mod chips;
mod colophon;
mod drawing;
mod facets;
mod facts;
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
mod share;
mod sort_choice;
mod update_notice;

pub use chart_panel::Panel;
pub use colophon::colophon;
pub use failed::failed;
pub use front::{front, panels};
pub use loading::loading;
pub use masthead::masthead;
pub use update_notice::update_notice;
