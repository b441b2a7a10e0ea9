use crate::format::Writer;
use crate::index::documents::{self, Document};
use crate::index::facts;
use crate::index::words;
use crate::model::{Info, Vocabulary};

/// The bytes of an archive's whole form. The same articles give the same bytes.
///
/// Fills in `info` what follows from the articles: counts and dates.
pub fn build(mut info: Info, documents: &[Document], vocabulary: &Vocabulary) -> Vec<u8> {
    info.format = crate::format::VERSION;
    info.articles = documents.len() as u32;
    info.initiatives = documents.iter().map(|document| document.article.initiatives.len() as u32).sum();
    let blocks = documents.iter().flat_map(|document| &document.article.blocks);
    info.characters = blocks.map(|block| block.text.chars().count() as u64).sum();
    let dates = || documents.iter().filter_map(|document| document.date);
    info.first_date = dates().min_by_key(|date| date.first.first_day());
    info.last_date = dates().max_by_key(|date| date.last.last_day());

    let mut archive = Writer::new();
    documents::write(&mut archive, &info, documents);
    facts::write(&mut archive, documents);
    words::write(&mut archive, vocabulary);
    archive.finish()
}
