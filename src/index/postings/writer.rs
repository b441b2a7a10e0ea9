use super::{Field, GAP, Part, Postings, Unit};
use crate::index::documents::Document;
use crate::index::lexicon::{Lexicon, LexiconWriter};
use crate::model::{Article, BlockKind};
use crate::sort::sort_by;
use crate::text::{Term, cut, fold_char};

/// A Han term where it stands; `second` is that of a pair.
#[derive(Clone, Copy, Default)]
struct Han {
    first: char,
    second: Option<char>,
    position: u32,
}

/// Derives the lexicon and the postings from the articles' text.
///
/// # Panics
/// Beyond 4 billion characters.
pub fn write(documents: &[Document]) -> (Lexicon, Postings) {
    let mut han: Vec<Han> = Vec::new();
    let mut words: Vec<(Box<str>, u32)> = Vec::new();
    let mut postings = Postings::default();
    let mut base = 0;
    let mut folded: Vec<char> = Vec::new();
    for (number, Document { article, .. }) in documents.iter().enumerate() {
        postings.articles.push(base);
        folded.clear();
        for (unit, text) in units(article) {
            postings.units.push(Unit { start: after(base, &folded), document: number as u32, ..unit });
            folded.extend(text.chars().map(fold_char));
            if unit.part.has_gap() {
                folded.push(GAP);
            }
        }
        folded.push(GAP);
        cut(&folded, |at, term| {
            let position = base + at;
            match term {
                Term::Pair(first, second) => han.push(Han { first, second: Some(second), position }),
                Term::Last(first) => han.push(Han { first, second: None, position }),
                Term::Word(word) => words.push((word.into(), position)),
            }
        });
        base = after(base, &folded);
    }
    postings.articles.push(base);

    // Positions ascend within a term, because they do before.
    let han = by_character(by_character(han, |term| term.second.unwrap_or_default()), |term| term.first);
    let mut lexicon = LexiconWriter::default();
    postings.positions.reserve_exact(han.len() + words.len());
    for same in han.chunk_by(|a, b| (a.first, a.second) == (b.first, b.second)) {
        lexicon.push_han(same[0].first, same[0].second);
        postings.starts.push(postings.positions.len() as u32);
        postings.positions.extend(same.iter().map(|term| term.position));
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

/// The position after these characters, which begin at `base`.
fn after(base: u32, folded: &[char]) -> u32 {
    u32::try_from(folded.len())
        .ok()
        .and_then(|length| base.checked_add(length))
        .expect("fewer than 4 billion characters")
}

/// A stable counting sort: one round of a radix sort with characters for digits.
fn by_character(terms: Vec<Han>, character: impl Fn(&Han) -> char) -> Vec<Han> {
    let most = terms.iter().map(&character).max().unwrap_or_default();
    let mut starts = vec![0; most as usize + 2];
    for term in &terms {
        starts[character(term) as usize + 1] += 1;
    }
    for value in 1..starts.len() {
        starts[value] += starts[value - 1];
    }
    let mut sorted = vec![Han::default(); terms.len()];
    for term in &terms {
        let start: &mut usize = &mut starts[character(term) as usize];
        sorted[*start] = *term;
        *start += 1;
    }
    sorted
}

/// The parts of an article's searched text in order.
fn units(article: &Article) -> Vec<(Unit, &str)> {
    let unit = |field, part| Unit { start: 0, document: 0, field, part };
    let mut units = vec![(unit(Field::Column, Part::Column), article.standing_head.as_deref().unwrap_or_default())];
    let is_printed = |name: &str| article.blocks.iter().any(|block| block.text.contains(name));
    for (at, name) in article.names().into_iter().enumerate() {
        if !is_printed(name) {
            units.push((unit(Field::Byline, Part::Name(at as u32)), name));
        }
    }
    units.push((unit(Field::Title, Part::Title), article.title.as_deref().unwrap_or_default()));
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
