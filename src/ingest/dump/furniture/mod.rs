//! Lines that belong to the page and to no article.

mod bar;
mod day;
mod finder;
mod form;
mod imprint;
mod page_head;
mod publication;

pub use bar::{is_list_head, is_menu_item, is_recommendation, leads_to_story, turns_stories};
pub use form::of_form;
pub use imprint::completes_imprint;
pub use page_head::{behind_headline, is_day, is_part_of_day, is_section_name, is_usual_section};
pub use publication::is_publication_line;
