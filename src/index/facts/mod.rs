//! What was understood of the articles: section `FACT`, a list of the dates, figures and initiatives of each article
//! in the order of `DOCS`, in postcard's wire format. Every fact has its span in its article's text.

mod reader;
mod writer;

pub(in crate::index) use reader::basis;
pub use reader::read;
pub use writer::write;

use crate::model::{DateMention, Figure, Initiative};

/// The facts of one article.
type Facts = (Vec<DateMention>, Vec<Figure>, Vec<Initiative>);
