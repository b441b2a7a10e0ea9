//! The words of an archive, section `WORD`: one [`Vocabulary`](crate::model::Vocabulary) in postcard's wire format.

mod reader;
mod writer;

pub use reader::Words;
pub use writer::encode;
