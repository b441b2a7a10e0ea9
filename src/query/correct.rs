use super::KnownWords;
use crate::index::words::Entry;

/// Words shorter than this are too easily another word when one character is.
const LONG: usize = 3;

/// The word of the archive that an unknown one is likeliest meant to be, and whether it sounds the same: it has as many
/// characters, and each is read alike; or, in a longer word, all but one are the same, and not the first, by which words are found.
pub(super) fn corrected<'a>(words: KnownWords<'a>, folded: &[char]) -> Option<(&'a str, bool)> {
    let first = *folded.first()?;
    let words = words.sounding(first);
    let differ = |word: &Entry| words.text(word).chars().zip(folded).filter(|(a, b)| a != *b).count();
    let sounds_so =
        |word: &&Entry| words.text(word).chars().zip(folded).all(|(a, &b)| a == b || words.sound_alike(a, b));
    let of_length = || words.of_length(folded.len()).filter(|word| folded.len() > 1 && word.articles > 0);
    if let Some(word) = of_length().filter(sounds_so).min_by_key(|word| (differ(word), word.kind, !word.articles)) {
        return Some((words.text(word), true));
    }
    let near =
        of_length().filter(|word| folded.len() >= LONG && words.text(word).starts_with(first) && differ(word) == 1);
    near.min_by_key(|word| (word.kind, !word.articles)).map(|word| (words.text(word), false))
}
