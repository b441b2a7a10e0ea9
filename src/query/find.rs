use std::borrow::Cow;

use super::Source;
use crate::index::lexicon::Lexicon;
use crate::index::postings::{GAP, seek};
use crate::sort::{sort_by_number, sort_distinct};
use crate::text::{Term, cut, is_han, is_word};

/// The positions at which exactly these folded characters stand, ascending.
///
/// Pairs of Han characters are joined by adjacency, the rarest first. What has no pair (a lone character, a part of a
/// word) gets its candidates from the lexicon; whatever the terms do not decide is held against the text itself.
pub fn find(source: Source<'_>, folded: &[char]) -> Vec<u32> {
    let mut pairs: Vec<(u32, Cow<'_, [u32]>)> = Vec::new();
    cut(folded, |at, term| {
        if let Term::Pair(first, second) = term {
            pairs.push((at, source.positions(Lexicon::pair(first, second))));
        }
    });
    if folded.contains(&GAP) {
        return Vec::new();
    }
    sort_by_number(&mut pairs, |(_, positions)| positions.len() as u64);
    let mut pairs = pairs.into_iter();
    let Some((offset, rarest)) = pairs.next() else {
        return find_without_pairs(source, folded);
    };
    let mut starts = match offset {
        0 => rarest.into_owned(),
        _ => rarest.iter().filter_map(|position| position.checked_sub(offset)).collect(),
    };
    for (offset, positions) in pairs {
        let mut at = 0;
        starts.retain(|start| {
            at = seek(&positions, at, start + offset);
            positions.get(at) == Some(&(start + offset))
        });
    }
    if folded.iter().all(|&c| is_han(c)) { starts } else { standing(source, starts, folded) }
}

/// Candidates from the first word or Han character, wherever in the characters it is.
fn find_without_pairs(source: Source<'_>, folded: &[char]) -> Vec<u32> {
    let Some(at) = folded.iter().position(|&c| is_han(c) || is_word(c)) else {
        return scan(source, folded);
    };
    let mut certain = folded.len() == 1;
    let mut starts: Vec<u32> = if is_han(folded[at]) {
        source.positions_of_all(Lexicon::beginning_with(folded[at])).into_owned()
    } else {
        certain = folded.iter().all(|&c| is_word(c));
        word_positions(source, folded, at)
    };
    if at > 0 {
        starts = starts.into_iter().filter_map(|start| start.checked_sub(at as u32)).collect();
    }
    sort_distinct(&mut starts);
    if certain { starts } else { standing(source, starts, folded) }
}

/// The positions at which this word of letters and digits stands, whole; ascending.
pub(super) fn find_word(source: Source<'_>, word: &[char]) -> Vec<u32> {
    positions_in_words(source, word, true, true)
}

/// The positions of the part of a word that begins at `at` of what is looked for, ascending.
fn word_positions(source: Source<'_>, folded: &[char], at: usize) -> Vec<u32> {
    let part: Vec<char> = folded[at..].iter().copied().take_while(|&c| is_word(c)).collect();
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

/// Characters without any term are looked for in the text itself.
fn scan(source: Source<'_>, folded: &[char]) -> Vec<u32> {
    let mut starts = Vec::new();
    if !source.can_scan() {
        return starts;
    }
    for document in 0..source.outlines.len() as u32 {
        let Some(text) = source.text(document) else { continue };
        for (start, text) in source.postings.texts(document, text) {
            let is_first = |c: char| !is_han(c) && source.folding.fold_char(c) == folded[0];
            starts.extend(text.chars().zip(start..).filter(|(c, _)| is_first(*c)).map(|(_, at)| at));
        }
    }
    if folded.len() > 1 {
        starts.retain(|&start| source.folded(start, folded.len()) == folded);
    }
    source.note_standing(&starts);
    starts
}

/// Of candidates, those at which the characters really stand, in one article and across no gap; where they are too many to
/// look at their texts, those at which all but the punctuation stands.
fn standing(source: Source<'_>, mut starts: Vec<u32>, folded: &[char]) -> Vec<u32> {
    if !source.are_few(&starts) {
        cut(folded, |at, term| {
            let known = match term {
                Term::Pair(first, second) => source.positions(Lexicon::pair(first, second)),
                // What follows the end of what is looked for may be another character.
                Term::Last(_) if at as usize + 1 == folded.len() => return,
                Term::Last(last) => source.positions(Lexicon::han(last, None)),
                Term::Word(_) => Cow::Owned(word_positions(source, folded, at as usize)),
            };
            starts.retain(|start| known.binary_search(&(start + at)).is_ok());
        });
    }
    if source.can_look_at(&starts) {
        starts.retain(|&start| source.folded(start, folded.len()) == folded);
        source.note_standing(&starts);
    }
    starts
}
