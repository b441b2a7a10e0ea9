use super::totals::Totals;
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
    let totals = Totals::of(documents);
    let info = totals.complete(info);
    let phrases = usize::try_from((info.characters / CHARACTERS_A_PHRASE).min(PHRASES)).unwrap_or_default();
    let code = PhraseWriter::train(documents.iter().flat_map(texts), Scale { singles: 200, phrases });
    let Sections { documents, facts, texts } = documents::write(documents, &code);

    let mut archive = Writer::new();
    archive.section(Kind::META, encode(&info));
    archive.section(Kind::CODE, code.section());
    archive.section(Kind::FOLDING, totals.folding(&info, vocabulary));
    archive.section(Kind::DOCUMENTS, documents);
    archive.section(Kind::FACTS, facts);
    archive.section(Kind::TEXT, texts);
    archive.section(Kind::WORDS, words::encode(vocabulary));
    archive.finish()
}

/// The texts of an article that the code is learnt from.
pub(super) fn texts(document: &Document) -> impl Iterator<Item = &str> {
    let blocks = document.article.blocks.iter().map(|block| block.text.as_str());
    document.article.title.as_deref().into_iter().chain(blocks)
}

pub(super) fn encode(value: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("plain data in memory always has a postcard form")
}
