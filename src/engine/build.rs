use std::collections::HashSet;

use crate::format::{Kind, Writer};
use crate::index::documents::{self, Document, Sections};
use crate::index::phrases::{PhraseWriter, Scale};
use crate::index::{postings, words};
use crate::model::{Info, Vocabulary};
use crate::query;
use crate::text::Folding;

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
    let all = documents;
    let Sections { documents, facts, texts } = documents::write(documents, &code);

    let mut archive = Writer::new();
    archive.section(Kind::META, encode(&info));
    archive.section(Kind::CODE, code.section());
    archive.section(Kind::FOLDING, folding(&info, all, vocabulary));
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

/// The part of the folding that can lead to anything that is searched, filtered by, or offered.
pub(super) fn folding(info: &Info, documents: &[Document], vocabulary: &Vocabulary) -> Vec<u8> {
    let whole = Folding::whole();
    let mut used = HashSet::new();
    let mut add = |text: &str| used.extend(text.chars().map(|c| whole.fold_char(c)));
    for Document { article, .. } in documents {
        postings::layout(article).into_iter().for_each(|(_, text)| add(text));
        article.names().into_iter().for_each(&mut add);
        article.initiatives.iter().for_each(|initiative| add(&initiative.name));
        [&article.county, &article.page].into_iter().flatten().for_each(|text| add(text));
    }
    info.counties.iter().for_each(|county| add(county));
    vocabulary.words.iter().for_each(|word| add(&word.text));
    vocabulary.readings.iter().for_each(|(c, _)| add(c.encode_utf8(&mut [0; 4])));
    query::keywords().for_each(add);
    whole.part(|c| used.contains(&c))
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
