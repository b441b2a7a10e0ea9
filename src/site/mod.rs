//! A site of static files around an archive: the page, what it shows without JavaScript, a page for each article, feeds, and
//! what search engines and browsers read. Nothing is read or written here: files come in and go out as bytes,
//! one by one, so that a site of any size is made in the same memory.
//!
//! Everything is made of the archive, the page and the [`Settings`] alone, with no clock and in one order, so that the same
//! input gives the same bytes and an unchanged file stays as it is.
//!
//! # Permalinks
//! An article's page is `articles/PAPER-DATE-PAGE-NUMBER-MARK.html`: the paper's short name as set, the date as precise as it
//! is known (`undated` where it is not), the page of the paper (`0` where none is printed), the article's number on its page,
//! and ten hexadecimal digits of the SHA-256 of its id, which tell apart what shares the rest. None of them depends on what
//! else is in the archive: an address stays when tomorrow's pages are added.

mod article_page;
mod assemble;
mod base_url;
mod charts;
mod embed_page;
mod feed;
mod file;
mod front_page;
mod json_ld;
mod list_page;
mod manifest;
mod markup;
mod open_search;
mod page;
mod piece;
mod pieces;
mod settings;
mod sheet;
mod single_file;
mod sitemap;
mod url_template;
mod words;
mod worker;

pub use assemble::{Put, assemble};
pub use base_url::{BaseUrl, NotABaseUrl};
pub use file::{File, digest};
pub use page::{NotAPage, Page};
pub use settings::Settings;
pub use single_file::single_file;
pub use url_template::{NotATemplate, UrlTemplate};
pub use worker::Stored;
