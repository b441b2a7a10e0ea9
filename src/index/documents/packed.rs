#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use super::Document;
use super::reader::{Stored, read_head, read_one};
use crate::format::{Decoder, FormatError, Kind, Reader, Room};
use crate::index::directory::id_number;
use crate::index::phrases::Phrases;
use crate::model::Article;

/// Of every so many articles the one before it is known, which it goes on from.
const STRIDE: usize = 16;

/// Where articles stand.
#[derive(Debug, Default)]
pub struct Marks {
    /// By article: the number that its id is found by.
    pub(super) ids: Vec<u32>,
    /// By article: how many bytes of `FACT` and of `TEXT` are left where it begins.
    left: Vec<(u32, u32)>,
    /// Of every so many ([`STRIDE`]): how many bytes of `DOCS` are left, and the article before, without its text and facts.
    befores: Vec<(u32, Rc<Document>)>,
}

impl Marks {
    /// Notes where the next article begins, and what it goes on from.
    pub(super) fn note(&mut self, stored: &Stored<'_>, before: &mut Rc<Document>) {
        if self.left.len().is_multiple_of(STRIDE) {
            // Who still holds it wants it whole.
            if let Some(Document { article, .. }) = Rc::get_mut(before) {
                let Article { blocks, dates, figures, initiatives, .. } = article;
                (*blocks, *dates, *figures, *initiatives) = Default::default();
            }
            self.befores.push((stored.documents.left() as u32, before.clone()));
        }
        self.left.push((stored.facts.left() as u32, stored.texts.left() as u32));
    }
}

/// The articles of an archive that travels whole, in the bytes that came. Written out they take several times the room, so each is
/// read when it is wanted.
///
/// All were read when the archive was opened; so reading one again cannot fail.
#[derive(Debug, Default)]
pub struct Packed {
    bytes: Cow<'static, [u8]>,
    /// Where `DOCS`, `FACT` and `TEXT` end.
    ends: [usize; 3],
    marks: Marks,
    phrases: Phrases,
    /// The article that was read last: who wants one mostly wants it more than once.
    last: RefCell<Option<(u32, Rc<Document>)>>,
}

impl Packed {
    /// Where the sections of an archive end that articles are read from.
    ///
    /// # Errors
    /// When one is missing.
    pub fn ends(reader: &Reader<'_>) -> Result<[usize; 3], FormatError> {
        Ok([reader.end(Kind::DOCUMENTS)?, reader.end(Kind::FACTS)?, reader.end(Kind::TEXT)?])
    }

    /// The articles in an archive's bytes, all of which were read and marked.
    pub fn new(bytes: Cow<'static, [u8]>, ends: [usize; 3], marks: Marks, phrases: Phrases) -> Packed {
        Packed { bytes, ends, marks, phrases, last: RefCell::default() }
    }

    /// An article; `None` where there is none of this number.
    pub fn get(&self, number: u32) -> Option<Rc<Document>> {
        let mut last = self.last.borrow_mut();
        if let Some((_, document)) = last.as_ref().filter(|(known, _)| *known == number) {
            return Some(document.clone());
        }
        let (mut stored, before) = self.at(number as usize)?;
        let document = read_one(&before, &mut stored, &self.phrases);
        *last = Some((number, document.clone()));
        Some(document)
    }

    /// An article's titles, and all of it that is neither text nor fact; `None` where there is none of this number.
    pub fn head(&self, number: u32) -> Option<Rc<Document>> {
        let (Stored { mut documents, mut texts, .. }, before) = self.at(number as usize)?;
        Some(read_head(&before, &mut documents, &self.phrases, &mut texts))
    }

    /// The sections from an article on, and what it goes on from.
    fn at(&self, number: usize) -> Option<(Stored<'_>, Rc<Document>)> {
        let &(facts, texts) = self.marks.left.get(number)?;
        let (left, before) = self.marks.befores.get(number / STRIDE)?;
        let mut stored = self.stored([*left, facts, texts]);
        let mut before = before.clone();
        for _ in 0..number % STRIDE {
            before = read_head(&before, &mut stored.documents, &self.phrases, &mut Decoder::new(&[]));
        }
        Some((stored, before))
    }

    /// The articles that an id may be of.
    pub fn candidates(&self, id: &str) -> Vec<u32> {
        let wanted = id_number(id);
        (0..).zip(&self.marks.ids).filter(|(_, known)| **known == wanted).map(|(number, _)| number).collect()
    }

    /// So many bytes of the ends of `DOCS`, `FACT` and `TEXT`, to be read.
    fn stored(&self, left: [u32; 3]) -> Stored<'_> {
        // What was read when the archive was opened has room.
        let room = Room::of(usize::MAX);
        let section = |end: usize, left: u32| {
            let bytes = end.checked_sub(left as usize).and_then(|from| self.bytes.get(from..end));
            Decoder::within(bytes.unwrap_or_default(), room.clone())
        };
        let ([documents, facts, texts], [of_documents, of_facts, of_texts]) = (self.ends, left);
        Stored {
            documents: section(documents, of_documents),
            facts: section(facts, of_facts),
            texts: section(texts, of_texts),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::format::Writer;
    use crate::index::documents::{Sections, read, write};
    use crate::index::phrases::{PhraseWriter, Scale};
    use crate::model::{Block, BlockKind, Figure, Span};

    fn packed(documents: &[Document]) -> Packed {
        let text = documents.iter().flat_map(|document| &document.article.blocks).map(|block| block.text.as_str());
        let code = PhraseWriter::train(text, Scale { singles: 3, phrases: 5 });
        let phrases = Phrases::read(&mut Decoder::new(&code.section()));
        let sections = write(documents, &code);
        let mut archive = Writer::new();
        let Sections { documents: articles, facts, texts } = sections;
        archive.section(Kind::TEXT, texts).section(Kind::DOCUMENTS, articles).section(Kind::FACTS, facts);
        let bytes = archive.finish();
        let reader = Reader::open(&bytes).unwrap();
        let decoder = |kind| reader.decoder(kind).unwrap();
        let stored =
            Stored { documents: decoder(Kind::DOCUMENTS), facts: decoder(Kind::FACTS), texts: decoder(Kind::TEXT) };
        let mut found = Vec::new();
        let marks = read(stored, documents.len() as u32, &phrases, &mut |document, _| found.push(document)).unwrap();
        assert!(found.into_iter().eq(documents.iter().cloned().map(Rc::new)));
        let ends = Packed::ends(&reader).unwrap();
        Packed::new(bytes.into(), ends, marks, phrases)
    }

    fn document() -> impl Strategy<Value = Document> {
        let name = prop_oneof![Just("a.txt"), Just("b.txt")];
        let county = proptest::option::of(prop_oneof![Just("云溪县"), Just("临汐县")]);
        let date = prop_oneof![Just("2024-03-05"), Just("2023"), Just("-")];
        (name, county, date, proptest::option::of("[a-c]{1,3}"), any::<u8>(), "[清溪两岸]{1,20}").prop_map(
            |(name, county, date, id, number, text)| {
                let figure = Figure {
                    text: text.chars().take(1).collect(),
                    value: number.into(),
                    span: Span { block: 0, start: 0, end: 1 },
                    line: number.into(),
                    ..Figure::default()
                };
                let article = Article {
                    order: number.into(),
                    end_line: number.into(),
                    url: id.as_ref().map(|id| format!("https://example.org/{id}")),
                    id,
                    title: (number > 9).then(|| format!("{number}条河")),
                    year: (number > 99).then_some(i16::from(number)),
                    county: county.map(str::to_owned),
                    blocks: vec![Block::on_line(BlockKind::Paragraph, text, number.into())],
                    figures: vec![figure],
                    ..Article::default()
                };
                let id = format!("{name}#{number}");
                Document { id, document: name.to_owned(), date: date.parse().ok(), article }
            },
        )
    }

    proptest! {
        #[test]
        fn any_article_is_read_at_any_time(
            documents in proptest::collection::vec(document(), 1..60),
            wanted in proptest::collection::vec(any::<proptest::sample::Index>(), 1..12),
        ) {
            let packed = packed(&documents);
            for index in wanted {
                let number = index.index(documents.len());
                let document = &documents[number];
                let read = packed.get(number as u32);
                prop_assert_eq!(read.as_deref(), Some(document));
                let head = packed.head(number as u32).unwrap();
                prop_assert_eq!((&head.id, &head.article.title), (&document.id, &document.article.title));
                prop_assert!(packed.candidates(&document.id).contains(&(number as u32)));
            }
            prop_assert!(packed.get(documents.len() as u32).is_none() && packed.candidates("no article's").is_empty());
        }
    }
}
