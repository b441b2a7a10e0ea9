use crate::format::{Kind, Writer};
use crate::model::Vocabulary;

/// Adds the section `WORD` to an archive.
pub fn write(archive: &mut Writer, vocabulary: &Vocabulary) {
    let bytes = postcard::to_allocvec(vocabulary).expect("plain data in memory always has a postcard form");
    archive.section(Kind::WORDS, bytes);
}
