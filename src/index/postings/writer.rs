use std::collections::BTreeMap;

use super::{Field, Part, Postings, Unit};
use crate::index::documents::Document;
use crate::index::lexicon::{Lexicon, LexiconWriter};
use crate::model::{Article, BlockKind};
use crate::text::{cut, fold_char};

/// What no term and no query contains.
const GAP: char = '\n';

/// Derives the lexicon and the postings from the articles' text.
///
/// # Panics
/// Beyond 4 billion characters.
pub fn write(documents: &[Document]) -> (Lexicon, Postings) {
    let mut han: Vec<(u64, u32)> = Vec::new();
    let mut words: BTreeMap<Box<str>, Vec<u32>> = BTreeMap::new();
    let mut postings = Postings::default();
    let mut next: u32 = 0;
    for (number, Document { article, .. }) in documents.iter().enumerate() {
        postings.articles.push(next);
        let base = next;
        for (unit, text) in units(article) {
            let length = u32::try_from(text.chars().count()).expect("fewer than 4 billion characters");
            postings.units.push(Unit { start: next, document: number as u32, ..unit });
            let gap = u32::from(unit.part.has_gap());
            next = next.checked_add(length + gap).expect("fewer than 4 billion characters");
        }
        next = next.checked_add(1).expect("fewer than 4 billion characters");
        cut(searched(article), |at, term| match LexiconWriter::han_key(term) {
            Some(key) => han.push((key, base + at)),
            None => words.entry(term.to_string().into()).or_default().push(base + at),
        });
    }
    postings.articles.push(next);

    // Positions ascend within a key because the pairs do.
    han.sort_unstable();
    let mut lexicon = LexiconWriter::default();
    postings.positions.reserve_exact(han.len() + words.values().map(Vec::len).sum::<usize>());
    for same in han.chunk_by(|(a, _), (b, _)| a == b) {
        lexicon.push_han(same[0].0);
        postings.starts.push(postings.positions.len() as u32);
        postings.positions.extend(same.iter().map(|&(_, position)| position));
    }
    for (word, positions) in words {
        lexicon.push_word(&word);
        postings.starts.push(postings.positions.len() as u32);
        postings.positions.extend(positions);
    }
    postings.starts.push(postings.positions.len() as u32);
    (lexicon.finish(), postings)
}

/// The parts of an article's searched text in order.
fn units(article: &Article) -> impl Iterator<Item = (Unit, &str)> {
    let unit = |field, part| Unit { start: 0, document: 0, field, part };
    let title = (unit(Field::Title, Part::Title), article.title.as_deref().unwrap_or_default());
    let column = (unit(Field::Column, Part::Column), article.standing_head.as_deref().unwrap_or_default());
    let is_printed = |name: &str| article.blocks.iter().any(|block| block.text.contains(name));
    let names = article.names().into_iter().enumerate().filter(move |(_, name)| !is_printed(name));
    let names = names.map(move |(at, name)| (unit(Field::Byline, Part::Name(at as u32)), name));
    let mut lead = true;
    let blocks = article.blocks.iter().enumerate().map(move |(at, block)| {
        let field = match block.kind {
            BlockKind::Paragraph if std::mem::take(&mut lead) => Field::Lead,
            BlockKind::Paragraph => Field::Body,
            BlockKind::SectionHead => Field::SectionHead,
            BlockKind::Caption => Field::Caption,
            BlockKind::Byline => Field::Byline,
        };
        (unit(field, Part::Block(at as u32)), block.text.as_str())
    });
    [title, column].into_iter().chain(names).chain(blocks)
}

/// An article's searched text, folded.
fn searched(article: &Article) -> impl Iterator<Item = char> + '_ {
    units(article).flat_map(|(unit, text)| text.chars().map(fold_char).chain(unit.part.has_gap().then_some(GAP)))
}
