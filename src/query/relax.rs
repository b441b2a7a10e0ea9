use super::{Clause, Source, Word};
use crate::sort::sort_by;
use crate::text::{is_han, is_word};

/// A single Han word that stands nowhere is taken for one word or name, and not relaxed, when it is shorter.
const PHRASE: usize = 7;
/// Characters that words, names and places do not contain, so that what contains one is a phrase.
const PARTICLES: [char; 7] = ['的', '了', '在', '是', '把', '被', '与'];
/// What a single character counts against a pair. Measured on headlines as queries.
const SINGLE: f64 = 0.5;

/// Whether something can be made of words that no article has together: there are several, or a long one.
pub(super) fn can_relax(words: &[&Word]) -> bool {
    let runs = words.iter().flat_map(|word| runs(word)).count();
    let is_phrase = |run: Vec<char>| run.len() >= PHRASE || run.iter().any(|c| PARTICLES.contains(c));
    runs > 1 || words.iter().flat_map(|word| runs_of_han(word)).any(is_phrase)
}

/// What is looked for in place of the words: their pairs of Han characters and their words of letters and digits, and, for
/// ranking only, their single characters.
pub(super) fn relaxed(source: Source<'_>, words: &[&Word]) -> Vec<Clause> {
    let mut terms: Vec<(bool, Vec<char>)> = Vec::new();
    for run in words.iter().flat_map(|word| runs(word)) {
        if is_han(run[0]) {
            terms.extend(run.windows(2).map(|pair| (true, pair.to_vec())));
            terms.extend(run.iter().map(|&c| (run.len() == 1, vec![c])));
        } else {
            terms.push((true, run));
        }
    }
    sort_by(&mut terms, Ord::cmp);
    terms.dedup();
    let clause = |(marked, term): (bool, Vec<char>)| Clause {
        weight: if marked { 1.0 } else { SINGLE },
        marked,
        ..Clause::of(source, &term)
    };
    terms.into_iter().map(clause).filter(|clause| !clause.is_empty()).collect()
}

/// The runs of Han characters, and the words of letters and digits, that a word is made of.
pub(super) fn runs(word: &Word) -> Vec<Vec<char>> {
    let same = |a: &char, b: &char| (is_han(*a), is_word(*a)) == (is_han(*b), is_word(*b));
    word.folded.chunk_by(same).filter(|run| is_han(run[0]) || is_word(run[0])).map(<[char]>::to_vec).collect()
}

fn runs_of_han(word: &Word) -> Vec<Vec<char>> {
    runs(word).into_iter().filter(|run| is_han(run[0])).collect()
}
