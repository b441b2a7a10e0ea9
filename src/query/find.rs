use crate::index::documents::Document;
use crate::index::lexicon::Lexicon;
use crate::index::postings::{GAP, Postings};
use crate::index::words::Words;
use crate::sort::sort_by_number;
use crate::text::{Term, cut, fold_char, is_han, is_word};

/// What is searched: the articles and what was derived from them.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The articles.
    pub documents: &'a [Document],
    /// Their terms.
    pub lexicon: &'a Lexicon,
    /// The terms' positions.
    pub postings: &'a Postings,
    /// Their words.
    pub words: &'a Words,
}

/// The positions at which exactly these folded characters stand, ascending.
///
/// Pairs of Han characters are joined by adjacency, the rarest first. What has no pair (a lone character, a part of a
/// word) gets its candidates from the lexicon; whatever the terms do not decide is held against the text itself.
pub fn find(source: Source<'_>, folded: &[char]) -> Vec<u32> {
    let Source { lexicon, postings, .. } = source;
    let mut pairs: Vec<(u32, &[u32])> = Vec::new();
    let mut absent = folded.contains(&GAP);
    cut(folded, |at, term| {
        if let Term::Pair(first, second) = term {
            match lexicon.pair(first, second) {
                Some(number) => pairs.push((at, postings.positions(number))),
                None => absent = true,
            }
        }
    });
    if absent {
        return Vec::new();
    }
    sort_by_number(&mut pairs, |(_, positions)| positions.len() as u64);
    let Some(((offset, rarest), others)) = pairs.split_first() else {
        return find_without_pairs(source, folded);
    };
    let certain = folded.iter().all(|&c| is_han(c));
    let is_found = |start: &u32| {
        others.iter().all(|(offset, positions)| positions.binary_search(&(start + offset)).is_ok())
            && (certain || stands_at(source, *start, folded))
    };
    rarest.iter().filter_map(|position| position.checked_sub(*offset)).filter(is_found).collect()
}

/// Candidates from the first word or Han character, wherever in the characters it is.
fn find_without_pairs(source: Source<'_>, folded: &[char]) -> Vec<u32> {
    let Source { lexicon, postings, .. } = source;
    let Some(at) = folded.iter().position(|&c| is_han(c) || is_word(c)) else {
        return scan(source, folded);
    };
    let mut certain = folded.len() == 1;
    let mut starts: Vec<u32> = if is_han(folded[at]) {
        postings.positions_of_all(lexicon.beginning_with(folded[at])).to_vec()
    } else {
        let part: Vec<char> = folded[at..].iter().copied().take_while(|&c| is_word(c)).collect();
        certain = part.len() == folded.len();
        let (begins, ends) = (at > 0, at + part.len() < folded.len());
        let mut starts = Vec::new();
        for (term, word) in lexicon.words() {
            for inner in offsets(word, &part, begins, ends) {
                starts.extend(postings.positions(term).iter().map(|position| position + inner));
            }
        }
        starts
    };
    starts.retain_mut(|start| match start.checked_sub(at as u32) {
        Some(shifted) => {
            *start = shifted;
            certain || stands_at(source, shifted, folded)
        }
        None => false,
    });
    sort_by_number(&mut starts, |&start| start.into());
    starts
}

/// Where a word holds `part`: anywhere, or only at its beginning or end.
fn offsets(word: &str, part: &[char], begins: bool, ends: bool) -> Vec<u32> {
    if word.len() < part.len() {
        return Vec::new();
    }
    let word: Vec<char> = word.chars().collect();
    let fits = |at: usize| (!begins || at == 0) && (!ends || at + part.len() == word.len());
    let inside = word.windows(part.len()).enumerate().filter(|&(at, window)| window == part && fits(at));
    inside.map(|(at, _)| at as u32).collect()
}

/// Characters without any term are looked for in the text itself.
fn scan(source: Source<'_>, folded: &[char]) -> Vec<u32> {
    let mut starts = Vec::new();
    let mut known = Folds::default();
    let postings = source.postings;
    for document in 0..source.documents.len() as u32 {
        for (unit, start, end) in postings.parts(postings.article(document).start, postings.article(document).end) {
            let text = unit.text(&source.documents[document as usize]);
            let first = text.chars().take((end - start) as usize).zip(unit.start..);
            starts.extend(first.filter(|(c, _)| !is_han(*c) && known.fold(*c) == folded[0]).map(|(_, at)| at));
        }
    }
    if folded.len() > 1 {
        starts.retain(|&start| stands_at(source, start, folded));
    }
    starts
}

/// What the few characters that are not Han, and stand everywhere, fold to.
struct Folds([(char, char); 64]);

impl Default for Folds {
    fn default() -> Self {
        Folds([(GAP, GAP); 64])
    }
}

impl Folds {
    fn fold(&mut self, c: char) -> char {
        let known = &mut self.0[c as usize % 64];
        if known.0 != c {
            *known = (c, fold_char(c));
        }
        known.1
    }
}

/// Whether the characters stand at a position, in one article and across no gap.
fn stands_at(source: Source<'_>, start: u32, folded: &[char]) -> bool {
    source.postings.folded(source.documents, start, folded.len()) == folded
}
