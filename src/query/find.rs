use super::Source;
use crate::index::lexicon::Lexicon;
use crate::index::postings::seek;
use crate::sort::{sort_by_number, sort_distinct};
use crate::text::{GAP, Term, cut};

/// The positions at which exactly these folded characters stand, ascending: where all their terms stand side by side. The rarest come
/// first.
pub fn find(source: Source<'_>, folded: &[char]) -> Vec<u32> {
    if folded.contains(&GAP) {
        return Vec::new();
    }
    if let Some(found) = source.postings.find(folded, false, false) {
        return found;
    }
    let mut terms: Vec<(u32, Vec<u32>)> = Vec::new();
    cut(folded, |at, term| {
        let positions = match term {
            Term::Pair(first, second) => source.positions(Lexicon::pair(first, second)),
            Term::Last(only) if folded.len() == 1 => source.positions_of_all(Lexicon::beginning_with(only)),
            // It ends the pair before it, and what follows it may be another character.
            Term::Last(_) => return,
            Term::Word(word) => word_positions(source, folded, at as usize, word),
        };
        terms.push((at, positions));
    });
    sort_by_number(&mut terms, |(_, positions)| positions.len() as u64);
    let mut terms = terms.into_iter();
    let Some((offset, rarest)) = terms.next() else { return Vec::new() };
    let mut starts: Vec<u32> = rarest.iter().filter_map(|position| position.checked_sub(offset)).collect();
    for (offset, positions) in terms {
        let mut at = 0;
        starts.retain(|start| {
            at = seek(&positions, at, start + offset);
            positions.get(at) == Some(&(start + offset))
        });
    }
    starts
}

/// The positions at which this word of letters and digits stands, whole; ascending.
pub(super) fn find_word(source: Source<'_>, word: &[char]) -> Vec<u32> {
    let here = source.postings.find(word, true, true);
    here.unwrap_or_else(|| positions_in_words(source, word, true, true))
}

/// The positions of a word that stands at `at` of what is looked for: at its ends it may be a part of a longer one. Ascending.
fn word_positions(source: Source<'_>, folded: &[char], at: usize, word: &str) -> Vec<u32> {
    let part: Vec<char> = word.chars().collect();
    positions_in_words(source, &part, at > 0, at + part.len() < folded.len())
}

/// The positions at which words hold `part`: anywhere, or only at their beginning or end. Ascending.
fn positions_in_words(source: Source<'_>, part: &[char], begins: bool, ends: bool) -> Vec<u32> {
    let mut places = Vec::new();
    for (term, word) in source.words_of_letters() {
        offsets(word, part, begins, ends, |inner| places.push((term, inner)));
    }
    let mut found = source.positions_inside(&places);
    sort_distinct(&mut found);
    found
}

/// Hands over where a word holds `part`: anywhere, or only at its beginning or end.
fn offsets(word: &str, part: &[char], begins: bool, ends: bool, mut found: impl FnMut(u32)) {
    if word.len() < part.len() {
        return;
    }
    let word: Vec<char> = word.chars().collect();
    for (at, window) in word.windows(part.len()).enumerate() {
        if window == part && (!begins || at == 0) && (!ends || at + part.len() == word.len()) {
            found(at as u32);
        }
    }
}
