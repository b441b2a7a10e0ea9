use crate::format::{Kind, Writer};
use crate::index::documents::{self, Document, Sections};
use crate::index::phrases::{PhraseWriter, Scale};
use crate::index::words;
use crate::model::{Info, Vocabulary};

/// One phrase is kept for so many characters: more would take more bytes than they save.
const CHARACTERS_A_PHRASE: u64 = 200;
/// Phrases at most.
const PHRASES: u64 = 9_000;

/// The bytes of an archive's whole form. The same articles give the same bytes.
///
/// Fills in `info` what follows from the articles: counts and dates.
pub fn build(info: Info, documents: &[Document], vocabulary: &Vocabulary) -> Vec<u8> {
    let info = complete(info, documents);
    let phrases = usize::try_from((info.characters / CHARACTERS_A_PHRASE).min(PHRASES)).unwrap_or_default();
    let code = PhraseWriter::train(texts(documents), Scale { singles: 200, phrases });
    let sections = documents::write(documents, &code);
    let Sections { documents, facts, texts } = sections;

    let mut archive = Writer::new();
    archive.section(Kind::META, encode(&info));
    archive.section(Kind::CODE, code.section());
    archive.section(Kind::DOCUMENTS, documents);
    archive.section(Kind::FACTS, facts);
    archive.section(Kind::TEXT, texts);
    archive.section(Kind::WORDS, words::encode(vocabulary));
    archive.finish()
}

/// Fills in what follows from the articles: counts and dates.
pub(super) fn complete(mut info: Info, documents: &[Document]) -> Info {
    info.format = crate::format::VERSION;
    info.articles = documents.len() as u32;
    info.initiatives = documents.iter().map(|document| document.article.initiatives.len() as u32).sum();
    let blocks = documents.iter().flat_map(|document| &document.article.blocks);
    info.characters = blocks.map(|block| block.text.chars().count() as u64).sum();
    let dates = || documents.iter().filter_map(|document| document.date);
    info.first_date = dates().min_by_key(|date| date.first.first_day());
    info.last_date = dates().max_by_key(|date| date.last.last_day());
    info
}

/// The texts that the code is learnt from.
pub(super) fn texts(documents: &[Document]) -> impl Iterator<Item = &str> {
    documents.iter().flat_map(|document| {
        let blocks = document.article.blocks.iter().map(|block| block.text.as_str());
        document.article.title.as_deref().into_iter().chain(blocks)
    })
}

pub(super) fn encode(value: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("plain data in memory always has a postcard form")
}
