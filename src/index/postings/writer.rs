use super::reader::Derived;
use super::{Field, GAP, Part, Postings, Unit, room, step};
use crate::index::documents::Document;
use crate::index::lexicon::Lexicon;
use crate::model::{Article, BlockKind};
use crate::sort::sort_by;
use crate::text::{Folding, Term, cut, is_word};

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
pub fn write(documents: &[Document], folding: &Folding) -> (Lexicon, Postings) {
    let (lexicon, postings, _) = derive(documents, folding);
    (lexicon, postings)
}

/// Derives the words, the postings, and the steps of room that the articles take.
pub(super) fn derive(documents: &[Document], folding: &Folding) -> (Lexicon, Postings, Vec<u8>) {
    let mut han: Vec<Han> = Vec::new();
    let mut words: Vec<(Box<str>, u32)> = Vec::new();
    let mut derived = Derived::default();
    let mut steps = Vec::with_capacity(documents.len());
    let mut base = 0;
    for Document { article, .. } in documents {
        let (mut folded, units) = fields(article, folding);
        for (at, Unit { field, .. }) in units {
            if derived.fields.last().is_none_or(|&(_, last)| last != field) {
                derived.fields.push((base + at as u32, field));
            }
        }
        folded.push(GAP);
        let step = step(folded.len());
        // What has no room is not searched.
        folded.truncate(room(step) as usize);
        cut(&folded, |at, term| {
            let position = base + at;
            match term {
                Term::Pair(first, second) => han.push(Han { first, second: Some(second), position }),
                Term::Last(first) => han.push(Han { first, second: None, position }),
                Term::Word(word) => words.push((word.into(), position)),
            }
        });
        base = base.checked_add(room(step)).expect("fewer than 4 billion characters");
        steps.push(step);
    }

    // Sorting takes as much again.
    han.shrink_to_fit();
    // Positions ascend within a term, because they do before.
    let han = by_character(by_character(han, |term| term.second.unwrap_or_default()), |term| term.first);
    derived.positions.reserve_exact(han.len() + words.len());
    for same in han.chunk_by(|a, b| (a.first, a.second) == (b.first, b.second)) {
        derived.terms.push(Lexicon::han(same[0].first, same[0].second));
        derived.starts.push(derived.positions.len() as u32);
        derived.positions.extend(same.iter().map(|term| term.position));
    }
    sort_by(&mut words, |(a, _), (b, _)| a.cmp(b));
    let mut list: Vec<Box<str>> = Vec::new();
    for same in words.chunk_by(|(a, _), (b, _)| a == b) {
        derived.terms.push(Lexicon::word(0, list.len()));
        list.push(same[0].0.clone());
        derived.starts.push(derived.positions.len() as u32);
        derived.positions.extend(same.iter().map(|&(_, position)| position));
    }
    derived.starts.push(derived.positions.len() as u32);
    (Lexicon::new(vec![list]), Postings::derived(&steps, derived), steps)
}

/// The folded characters of an article, and its parts by where they begin. What begins inside a word begins, as a field, after
/// that word.
pub(super) fn fields(article: &Article, folding: &Folding) -> (Vec<char>, Vec<(usize, Unit)>) {
    let mut folded: Vec<char> = Vec::new();
    let mut units = Vec::new();
    for (unit, text) in layout(article) {
        units.push((folded.len(), unit));
        folded.extend(text.chars().map(|c| folding.fold_char(c)));
        if unit.part.has_gap() {
            folded.push(GAP);
        }
    }
    for (start, _) in &mut units {
        let is_inside = *start > 0 && is_word(folded[*start - 1]);
        let rest = folded[*start..].iter().take_while(|&&c| is_word(c)).count();
        if is_inside {
            *start += rest;
        }
    }
    (folded, units)
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

/// The parts of an article's searched text in order, with their texts.
pub fn layout(article: &Article) -> Vec<(Unit, &str)> {
    let unit = |field, part| Unit { field, part };
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
