#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use std::rc::Rc;

use super::{BASES, BLOCK_KINDS, Document, Flag, KINDS, Marks, derived_id};
use crate::format::{Decoder, FormatError, Kind};
use crate::index::directory::id_number;
use crate::index::facts::{self, YEAR_BASES};
use crate::index::phrases::Phrases;
use crate::model::{Article, Block, Info, IssueDate};

/// The sections `DOCS`, `FACT` and `TEXT`, which share their room.
#[derive(Debug)]
pub struct Stored<'a> {
    /// See [`Sections`](super::Sections).
    pub documents: Decoder<'a>,
    /// See [`Sections`](super::Sections).
    pub facts: Decoder<'a>,
    /// See [`Sections`](super::Sections).
    pub texts: Decoder<'a>,
}

/// Reads so many articles, which are all that the sections hold, and hands over each with how many are still to come; gives where
/// they stand.
///
/// # Errors
/// When a section is not what it should be, or a fact lies outside its article.
pub fn read(
    mut stored: Stored<'_>,
    count: u32,
    phrases: &Phrases,
    each: &mut dyn FnMut(Rc<Document>, usize),
) -> Result<Marks, FormatError> {
    let (mut marks, mut before) = (Marks::default(), Rc::default());
    for left in (0..stored.documents.items(count as usize, size_of::<Document>())).rev() {
        marks.note(&stored, &mut before);
        before = read_one(&before, &mut stored, phrases);
        let Stored { documents, facts, texts } = &stored;
        if [documents, facts, texts].iter().any(|section| !section.is_well()) {
            break;
        }
        marks.ids.push(id_number(&before.id));
        each(before.clone(), left);
    }
    let Stored { documents, facts, texts } = stored;
    for (kind, decoder) in [(Kind::DOCUMENTS, documents), (Kind::TEXT, texts), (Kind::FACTS, facts)] {
        decoder.finish().map_err(|why| FormatError::malformed(kind, why))?;
    }
    Ok(marks)
}

/// Reads the section `META`.
pub fn read_info(from: &mut Decoder<'_>) -> Info {
    Info {
        format: from.u16(),
        region: from.option(Decoder::string),
        counties: from.list(Decoder::string),
        articles: from.u32(),
        initiatives: from.u32(),
        characters: from.u64(),
        first_date: from.option(Decoder::written).flatten(),
        last_date: from.option(Decoder::written).flatten(),
    }
}

/// Reads the article that stands here after another.
pub(super) fn read_one(before: &Document, stored: &mut Stored<'_>, phrases: &Phrases) -> Rc<Document> {
    let mut document = read_document(before, &mut stored.documents, phrases, &mut stored.texts, true);
    facts::read(&mut document, &mut stored.facts, phrases);
    Rc::new(document)
}

/// Reads an article's titles, and all that is neither text nor fact; of `texts` no more than those.
pub(super) fn read_head(
    before: &Document,
    documents: &mut Decoder<'_>,
    phrases: &Phrases,
    texts: &mut Decoder<'_>,
) -> Rc<Document> {
    Rc::new(read_document(before, documents, phrases, texts, false))
}

fn read_document(
    before: &Document,
    from: &mut Decoder<'_>,
    phrases: &Phrases,
    texts: &mut Decoder<'_>,
    is_whole: bool,
) -> Document {
    let last = &before.article;
    let flags = from.u64();
    let has = |flag: Flag| flags >> flag as u32 & 1 == 1;
    let kinds = u64::from(from.byte());
    let number = |from: &mut Decoder<'_>, base: u32| u32::try_from(from.i64().wrapping_add(base.into())).unwrap_or(0);
    let mut article = Article {
        order: number(from, last.order),
        start_line: number(from, last.end_line),
        kind: from.pick(&KINDS, kinds >> 4),
        year_basis: from.pick(&YEAR_BASES, kinds & 15),
        ..Article::default()
    };
    article.end_line = number(from, article.start_line);
    let document = if has(Flag::SameDocument) { from.again(&before.document) } else { from.string() };
    let date = match (has(Flag::SameDate), has(Flag::HasDate)) {
        (true, _) => before.date,
        (false, true) => from.written(),
        (false, false) => None,
    };
    if has(Flag::HasId) {
        article.id = Some(from.text_after(last.id.as_deref().unwrap_or_default()));
    }
    let id = if has(Flag::IdGiven) {
        from.again(article.id.as_deref().unwrap_or_default())
    } else if has(Flag::IdDerived) {
        from.charge(document.len());
        derived_id(&document, article.order)
    } else {
        from.text_after(&before.id)
    };
    if has(Flag::HasUrl) {
        article.url = Some(from.text_after(last.url.as_deref().unwrap_or_default()));
    }
    let text = |from: &mut Decoder<'_>, is_there: bool| is_there.then(|| phrases.text(from));
    article.page = text(from, has(Flag::HasPage));
    article.county = if has(Flag::SameCounty) {
        last.county.as_deref().map(|county| from.again(county))
    } else {
        text(from, has(Flag::HasCounty))
    };
    article.county_evidence = text(from, has(Flag::HasCountyEvidence));
    article.year = match (has(Flag::SameYear), has(Flag::HasYear)) {
        (true, _) => last.year,
        (false, true) => i16::try_from(from.i64().wrapping_add(last.year.unwrap_or_default().into())).ok(),
        (false, false) => None,
    };
    if has(Flag::HasIssue) {
        let basis = from.one_of(&BASES);
        let value = if has(Flag::IssueIsDate) { date } else { from.option(Decoder::written).flatten() };
        article.date = Some(IssueDate { value, basis, evidence: text(from, has(Flag::HasIssueEvidence)) });
    }
    if has(Flag::HasNames) {
        let mut names = || from.list(|from| phrases.text(from));
        (article.reporters, article.correspondents, article.photographers) = (names(), names(), names());
    }
    article.title = text(texts, has(Flag::HasTitle));
    article.display_title = text(texts, has(Flag::HasOwnTitle));
    article.standing_head = text(texts, has(Flag::HasColumn));
    if !is_whole {
        texts.fail("the rest is not read");
    }
    let mut line = article.start_line;
    article.blocks = from.list(|from| read_block(&mut line, from, phrases, texts));
    Document { id, document, date, article }
}

fn read_block(line: &mut u32, from: &mut Decoder<'_>, phrases: &Phrases, texts: &mut Decoder<'_>) -> Block {
    let head = from.u64();
    let lines = if head >> 2 & 1 == 1 {
        *line = line.wrapping_add(1);
        vec![(0, *line)]
    } else {
        let mut start = 0_u32;
        from.list(|from| {
            let mut step = |number: &mut u32| *number = number.wrapping_add(from.i64() as u32);
            step(&mut start);
            step(line);
            (start, *line)
        })
    };
    Block { kind: from.pick(&BLOCK_KINDS, head & 3), text: phrases.text(texts), lines }
}
