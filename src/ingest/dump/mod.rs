//! Page dumps: the text of a newspaper page, as sites, OCR and PDF give it.
//!
//! A pipeline of pure steps: [`line`] (lines and gaps) → [`layout`] (how the page is set) → [`role`] (what each line is) →
//! [`frame`] (what a site sets around it) → [`title_list`] → [`split`] (articles) → [`column`] (standing heads) → [`blocks`] (paragraphs rejoined).

mod blocks;
mod caption;
mod column;
mod columns;
mod display_title;
mod division;
mod doubt;
mod frame;
mod furniture;
mod headline;
mod kind;
mod layout;
mod line;
mod masthead;
mod opening;
mod page;
mod parts;
mod role;
mod seam;
mod sentence;
mod short_news;
mod signer;
mod split;
mod subject;
#[cfg(test)]
mod tests;
mod title_list;

pub use caption::is_caption_text as is_caption;
pub use display_title::from_blocks as display_title;
pub use furniture::of_form as furniture_of;
pub use line::Line;
pub use page::{add, article, credit_text, label, read};
