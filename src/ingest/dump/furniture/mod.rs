//! Lines that belong to the page and to no article.

mod bar;
mod finder;
mod form;
mod imprint;
mod page_head;
mod publication;

pub use bar::{is_list_head, is_menu_item, is_recommendation};
pub use form::of_form;
pub use page_head::{behind_headline, is_section_name, is_usual_section};
