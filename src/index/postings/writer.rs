use super::{Field, GAP, Part, Postings, Unit};
use crate::index::documents::Document;
use crate::index::lexicon::{Lexicon, LexiconWriter};
use crate::model::{Article, BlockKind};
use crate::sort::sort_by;
use crate::text::{Term, cut, fold_char, is_han};

/// Derives the lexicon and the postings from the articles' text.
///
/// # Panics
/// Beyond 4 billion characters.
pub fn write(documents: &[Document]) -> (Lexicon, Postings) {
    // All folded characters by position.
    let mut row: Vec<char> = Vec::new();
    let mut han: Vec<u32> = Vec::new();
    let mut words: Vec<(Box<str>, u32)> = Vec::new();
    let mut postings = Postings::default();
    for (number, Document { article, .. }) in documents.iter().enumerate() {
        let base = end(&row);
        postings.articles.push(base);
        for (unit, text) in units(article) {
            postings.units.push(Unit { start: end(&row), document: number as u32, ..unit });
            row.extend(text.chars().map(fold_char));
            if unit.part.has_gap() {
                row.push(GAP);
            }
        }
        row.push(GAP);
        cut(&row[base as usize..], |at, term| match term {
            Term::Pair(..) | Term::Last(_) => han.push(base + at),
            Term::Word(word) => words.push((word.into(), base + at)),
        });
    }
    postings.articles.push(end(&row));

    // Han terms in order: a stable sort by the second character, then one by the first.
    let first = |position: u32| row[position as usize];
    let second = |position: u32| row.get(position as usize + 1).copied().filter(|&c| is_han(c));
    postings.positions = by_character(&by_character(&han, |position| second(position).unwrap_or_default()), first);
    let mut lexicon = LexiconWriter::default();
    let mut before = None;
    for (at, &position) in postings.positions.iter().enumerate() {
        let term = Some((first(position), second(position)));
        if term != before {
            lexicon.push_han(first(position), second(position));
            postings.starts.push(at as u32);
            before = term;
        }
    }
    sort_by(&mut words, |(a, _), (b, _)| a.cmp(b));
    for same in words.chunk_by(|(a, _), (b, _)| a == b) {
        lexicon.push_word(&same[0].0);
        postings.starts.push(postings.positions.len() as u32);
        postings.positions.extend(same.iter().map(|&(_, position)| position));
    }
    postings.starts.push(postings.positions.len() as u32);
    (lexicon.finish(), postings)
}

fn end(row: &[char]) -> u32 {
    u32::try_from(row.len()).expect("fewer than 4 billion characters")
}

/// A stable counting sort of positions by a character that belongs to each.
fn by_character(positions: &[u32], character: impl Fn(u32) -> char) -> Vec<u32> {
    let mut starts: Vec<u32> = Vec::new();
    for &position in positions {
        let value = character(position) as usize;
        if starts.len() < value + 2 {
            starts.resize(value + 2, 0);
        }
        starts[value + 1] += 1;
    }
    for value in 1..starts.len() {
        starts[value] += starts[value - 1];
    }
    let mut sorted = vec![0; positions.len()];
    for &position in positions {
        let start = &mut starts[character(position) as usize];
        sorted[*start as usize] = position;
        *start += 1;
    }
    sorted
}

/// The parts of an article's searched text in order.
fn units(article: &Article) -> Vec<(Unit, &str)> {
    let unit = |field, part| Unit { start: 0, document: 0, field, part };
    let mut units = vec![
        (unit(Field::Title, Part::Title), article.title.as_deref().unwrap_or_default()),
        (unit(Field::Column, Part::Column), article.standing_head.as_deref().unwrap_or_default()),
    ];
    let is_printed = |name: &str| article.blocks.iter().any(|block| block.text.contains(name));
    for (at, name) in article.names().into_iter().enumerate() {
        if !is_printed(name) {
            units.push((unit(Field::Byline, Part::Name(at as u32)), name));
        }
    }
    let mut lead = true;
    for (at, block) in article.blocks.iter().enumerate() {
        let field = match block.kind {
            BlockKind::Paragraph if std::mem::take(&mut lead) => Field::Lead,
            BlockKind::Paragraph => Field::Body,
            BlockKind::SectionHead => Field::SectionHead,
            BlockKind::Caption => Field::Caption,
            BlockKind::Byline => Field::Byline,
        };
        units.push((unit(field, Part::Block(at as u32)), block.text.as_str()));
    }
    units
}
