//! The parts of the page, one a file: each is drawn from what there is to show, and says what it wishes when chosen.

mod brush_ends;
mod chart_panel;
mod chart_table;
mod charts;
mod chips;
mod choice;
mod date_range;
mod drawing;
mod facets;
mod facts;
mod failed;
mod front;
mod help;
mod hit_item;
mod initiative_list;
mod loading;
mod marked;
mod masthead;
mod notes;
mod notices;
mod pager;
mod panes;
mod reader;
mod results;
mod search_box;
mod sentences;
mod sort_choice;
mod topic;

pub use chart_panel::Panel;
pub use charts::panels;
pub use failed::failed;
pub use front::front;
pub use help::help;
pub use loading::loading;
pub use masthead::masthead;
