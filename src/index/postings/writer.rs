use std::ops::Range;

use super::derived::Derived;
use super::{Field, Part, Unit, room, step};
use crate::index::documents::Document;
use crate::index::lexicon::Lexicon;
use crate::model::{Article, BlockKind};
use crate::sort::{sort_by, sort_by_number};
use crate::text::{Folding, GAP, Term, cut, is_word};

/// Derives the words, the postings, and the steps of room that the articles take.
///
/// The text is cut twice: once to count, and once to put each position where it belongs. What stands there meanwhile is a position
/// and a character, so that this takes little more memory than what it gives.
///
/// # Panics
/// Beyond 4 billion characters.
pub(super) fn derive(documents: &[Document], folding: &Folding) -> (Lexicon, Derived, Vec<u8>) {
    let mut pairs = PairTerms::default();
    let mut words = WordTerms::default();
    let mut fields_from: Vec<(u32, Field)> = Vec::new();
    let mut steps = Vec::with_capacity(documents.len());
    let mut end = 0;
    for placing in [false, true] {
        if placing {
            pairs.make_room(words.begins.len());
        }
        let mut base = 0_u32;
        for Document { article, .. } in documents {
            let (mut folded, own) = fields(article, folding);
            let step = step(folded.len() + 1);
            // What has no room is not searched.
            folded.truncate(room(step) as usize);
            cut(&folded, |at, term| {
                let (first, second) = match term {
                    Term::Pair(first, second) => (first, second as u32),
                    Term::Last(first) => (first, 0),
                    Term::Word(word) if !placing => return words.push(word, base + at),
                    Term::Word(_) => return,
                };
                if placing { pairs.put(first, second, base + at) } else { pairs.count(first) }
            });
            if !placing {
                for (at, Unit { field, .. }) in own {
                    if fields_from.last().is_none_or(|&(_, last)| last != field) {
                        fields_from.push((base + at as u32, field));
                    }
                }
                steps.push(step);
            }
            base = base.checked_add(room(step)).expect("fewer than 4 billion characters");
        }
        end = base;
    }
    fields_from.shrink_to_fit();
    let mut derived = Derived { end, fields: fields_from, ..pairs.finish(words.begins.len()) };
    let list = words.add_to(&mut derived);
    (Lexicon::new(vec![list]), derived, steps)
}

/// The pairs and lone last characters. A counting sort by the first character, which leaves the positions of each ascending.
#[derive(Default)]
struct PairTerms {
    /// By first character: how many terms it begins; then where its next term is put, and in the end where its last one ends.
    ends: Vec<u32>,
    /// By term: where it stands.
    positions: Vec<u32>,
    /// By term: its second character, or 0.
    seconds: Vec<u32>,
}

/// Tables by character grow by so many.
const STEP: usize = 4096;

impl PairTerms {
    fn count(&mut self, first: char) {
        let first = first as usize;
        if self.ends.len() <= first {
            let length = (first + 1).next_multiple_of(STEP);
            self.ends.reserve_exact(length - self.ends.len());
            self.ends.resize(length, 0);
        }
        self.ends[first] += 1;
    }

    /// Ends the counting. `others` is how many terms come after these.
    fn make_room(&mut self, others: usize) {
        let mut all = 0;
        for end in &mut self.ends {
            (*end, all) = (all, all + *end);
        }
        self.positions.reserve_exact(all as usize + others);
        self.positions.resize(all as usize, 0);
        self.seconds = vec![0; all as usize];
    }

    fn put(&mut self, first: char, second: u32, position: u32) {
        let end = &mut self.ends[first as usize];
        (self.positions[*end as usize], self.seconds[*end as usize]) = (position, second);
        *end += 1;
    }

    /// The terms that a character begins.
    fn of(&self, first: usize) -> Range<usize> {
        let from = if first == 0 { 0 } else { self.ends[first - 1] };
        from as usize..self.ends[first] as usize
    }

    /// Sorts the terms of each first character by the second, and keeps each once. At most so many others come after them.
    fn finish(mut self, others: usize) -> Derived {
        let mut different = 0;
        for first in 0..self.ends.len() {
            let own = self.of(first);
            let (seconds, positions) = (&mut self.seconds[own.clone()], &mut self.positions[own]);
            let mut terms: Vec<(u32, u32)> = (0..seconds.len()).map(|at| (seconds[at], positions[at])).collect();
            sort_by_number(&mut terms, |&(second, _)| second.into());
            for (at, &(second, position)) in terms.iter().enumerate() {
                different += usize::from(at == 0 || terms[at - 1].0 != second);
                (seconds[at], positions[at]) = (second, position);
            }
        }
        let mut uppers = Vec::new();
        let mut starts: Vec<u32> = Vec::with_capacity(different + others + 1);
        for first in 0..self.ends.len() {
            let own = self.of(first);
            if !own.is_empty() {
                uppers.push((first as u32, starts.len() as u32));
            }
            for place in own.clone() {
                let second = self.seconds[place];
                if place == own.start || self.seconds[starts.len() - 1] != second {
                    self.seconds[starts.len()] = second;
                    starts.push(place as u32);
                }
            }
        }
        let PairTerms { positions, seconds: mut lowers, .. } = self;
        lowers.truncate(different);
        // Giving back the rest may copy what is left: only where that is little.
        if different < lowers.capacity() / 2 {
            lowers.shrink_to(different + others);
        }
        Derived { uppers, lowers, starts, positions, ..Derived::default() }
    }
}

/// The words of letters and digits.
#[derive(Default)]
struct WordTerms {
    /// All of them, one directly after the other.
    letters: String,
    /// By word: where it begins there.
    begins: Vec<u32>,
    /// By word: where it stands.
    positions: Vec<u32>,
}

impl WordTerms {
    fn push(&mut self, word: &str, position: u32) {
        self.begins.push(self.letters.len() as u32);
        self.letters.push_str(word);
        self.positions.push(position);
    }

    fn word(&self, place: u32) -> &str {
        let at = |place: u32| self.begins.get(place as usize).map_or(self.letters.len(), |&begin| begin as usize);
        &self.letters[at(place)..at(place + 1)]
    }

    /// Adds them to the pairs, and gives each once.
    fn add_to(&self, derived: &mut Derived) -> Vec<Box<str>> {
        let mut order: Vec<u32> = (0..self.begins.len() as u32).collect();
        sort_by(&mut order, |&one, &next| self.word(one).cmp(self.word(next)));
        let mut list: Vec<Box<str>> = Vec::new();
        derived.uppers.push(((Lexicon::word(0, 0) >> 32) as u32, derived.lowers.len() as u32));
        for place in order {
            let word = self.word(place);
            if list.last().is_none_or(|last| **last != *word) {
                derived.lowers.push(list.len() as u32);
                derived.starts.push(derived.positions.len() as u32);
                list.push(word.into());
            }
            derived.positions.push(self.positions[place as usize]);
        }
        derived.starts.push(derived.positions.len() as u32);
        list
    }
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::model::Block;

    fn document(text: &str) -> Document {
        let blocks = vec![Block::on_line(BlockKind::Paragraph, text, 1)];
        Document { article: Article { blocks, ..Article::default() }, ..Document::default() }
    }

    proptest! {
        #[test]
        fn each_term_has_the_positions_where_it_stands(texts in proptest::collection::vec("[天地玄黄𠀀〇ab ，]{0,30}", 0..5)) {
            let documents: Vec<Document> = texts.iter().map(|text| document(text)).collect();
            let (lexicon, derived, steps) = derive(&documents, Folding::whole());
            let mut base = 0;
            let mut pairs: BTreeMap<u64, Vec<u32>> = BTreeMap::new();
            let mut words: BTreeMap<String, Vec<u32>> = BTreeMap::new();
            for (step, text) in steps.into_iter().zip(&texts) {
                let start = base + 1;
                base += room(step);
                let folded: Vec<char> = text.chars().map(|c| Folding::whole().fold_char(c)).collect();
                cut(&folded, |at, term| {
                    let found = match term {
                        Term::Pair(first, second) => pairs.entry(Lexicon::pair(first, second)).or_default(),
                        Term::Last(only) => pairs.entry(Lexicon::last(only)).or_default(),
                        Term::Word(word) => words.entry(word.to_owned()).or_default(),
                    };
                    found.push(start + at);
                });
            }
            prop_assert!(lexicon.words().map(|(_, word)| word).eq(words.keys().map(String::as_str)));
            let terms = pairs.keys().copied().chain(lexicon.words().map(|(term, _)| term));
            let expect: Vec<(u64, Vec<u32>)> = terms.zip(pairs.values().chain(words.values()).cloned()).collect();
            let lists = derived.lists().map(|(term, found)| (term, found.map(|(position, _)| position).collect()));
            prop_assert_eq!(lists.collect::<Vec<(u64, Vec<u32>)>>(), expect);
        }
    }
}
