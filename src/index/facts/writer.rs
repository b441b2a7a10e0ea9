use super::Facts;
use crate::format::{Kind, Writer};
use crate::index::documents::Document;

/// Adds the section `FACT` to an archive.
pub fn write(archive: &mut Writer, documents: &[Document]) {
    let facts: Vec<Facts> = documents
        .iter()
        .map(|Document { article, .. }| (article.dates.clone(), article.figures.clone(), article.initiatives.clone()))
        .collect();
    let bytes = postcard::to_allocvec(&facts).expect("plain data in memory always has a postcard form");
    archive.section(Kind::FACTS, bytes);
}
