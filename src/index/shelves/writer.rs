use super::SHELF;
use crate::format::Encoder;
use crate::index::documents::{self, Document, Sections};
use crate::index::phrases::PhraseWriter;

/// The files of one shelf.
///
/// # Panics
/// With more articles than a shelf has, or with none in a file.
pub fn write(documents: &[Document], per_file: u32, phrases: &PhraseWriter) -> Vec<Vec<u8>> {
    assert!(documents.len() <= SHELF as usize, "a shelf has at most {SHELF} articles");
    let file = |documents: &[Document]| {
        let Sections { documents, facts, texts } = documents::write(documents, phrases);
        let mut out = Encoder::new();
        [documents, facts, texts].iter().for_each(|section| out.counted(section));
        out.finish()
    };
    documents.chunks(per_file as usize).map(file).collect()
}
