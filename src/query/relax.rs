use super::{Clause, Source, Weights, Word};
use crate::model::MatchKind;
use crate::text::{is_han, is_word};

/// A single Han word that stands nowhere is taken for one word or name, and not relaxed, when it is shorter.
const PHRASE: usize = 7;
/// From so many characters on, two words of the archive and something more are a phrase,
const SENTENCE: usize = 5;
/// and from so many on, one word of the archive and something more,
const HEADLINE: usize = 6;
/// unless it ends as names of places and bodies do.
const NAME_ENDS: [char; 36] = [
    '省', '市', '县', '区', '镇', '乡', '村', '街', '路', '巷', '桥', '山', '河', '湖', '江', '港', '站', '厂', '院',
    '校', '馆', '局', '社', '会', '所', '店', '园', '学', '队', '团', '部', '厅', '委', '场', '寺', '坊',
];
/// Characters that words, names and places do not contain, so that what contains one is a phrase.
const PARTICLES: [char; 14] = ['的', '了', '在', '是', '把', '被', '与', '也', '让', '吗', '呢', '吧', '们', '这'];

/// Whether something can be made of words that no article has together: there are several, or a long one.
pub(super) fn can_relax(source: Source<'_>, typed: &[&Word]) -> bool {
    let runs = all_runs(typed);
    runs.len() > 1 || runs.iter().any(|run| run.is_han() && is_phrase(source, &run.chars))
}

/// Whether a run of Han characters is several words rather than one word or name.
fn is_phrase(source: Source<'_>, run: &[char]) -> bool {
    let is_sentence = || {
        let pieces = source.words.beginning(run).cut(run);
        let known = pieces.iter().filter(|piece| piece.len() > 1).count();
        pieces.len() > 2 && (known > 1 || known > 0 && run.len() >= HEADLINE)
    };
    run.len() >= PHRASE
        || run.iter().any(|c| PARTICLES.contains(c))
        || run.len() >= SENTENCE && run.last().is_some_and(|last| !NAME_ENDS.contains(last)) && is_sentence()
}

/// What is looked for in place of words that no article has together.
pub(super) struct Relaxed {
    /// Their pairs of Han characters and their words of letters and digits, those that stand somewhere.
    pub parts: Vec<Clause>,
    /// What all of these count, those included that stand nowhere.
    pub all: f64,
    /// Their characters in order, those in brackets left out.
    pub characters: Vec<char>,
}

/// What is looked for in place of the words. A single character stands nearly everywhere: it is a part only where there is nothing
/// longer.
pub(super) fn relaxed(source: Source<'_>, typed: &[&Word], weights: &Weights) -> Relaxed {
    let (mut parts, mut characters) = (Vec::new(), Vec::new());
    for run in all_runs(typed) {
        let length = if run.is_han() { 2 } else { run.chars.len() };
        let Run { chars, aside } = run;
        let factor = if aside { weights.aside } else { 1.0 };
        if !aside {
            characters.extend(&chars);
        }
        chars.windows(length).for_each(|part| add(&mut parts, part, factor));
    }
    if parts.is_empty() {
        characters.iter().for_each(|&c| add(&mut parts, &[c], 1.0));
    }
    let all = parts.iter().map(|(_, weight)| weight).sum();
    let clause =
        |(chars, weight): (Vec<char>, f64)| Clause { kind: MatchKind::Part, weight, ..Clause::of_part(source, &chars) };
    let mut parts: Vec<Clause> = parts.into_iter().map(clause).collect();
    parts.retain(|clause| !clause.is_empty());
    Relaxed { parts, all, characters }
}

/// Adds something to look for; of the same, the weightiest is kept.
fn add(parts: &mut Vec<(Vec<char>, f64)>, chars: &[char], weight: f64) {
    match parts.iter_mut().find(|(known, _)| known == chars) {
        Some((_, known)) => *known = weight.max(*known),
        None => parts.push((chars.to_vec(), weight)),
    }
}

/// A run of Han characters, or a word of letters and digits.
pub(super) struct Run {
    /// Its characters, at least one.
    pub chars: Vec<char>,
    /// Whether it stands in brackets.
    pub aside: bool,
}

impl Run {
    /// Whether it is of Han characters.
    fn is_han(&self) -> bool {
        self.chars.first().is_some_and(|&c| is_han(c))
    }
}

/// The runs that words are made of.
fn all_runs(words: &[&Word]) -> Vec<Run> {
    let mut all = Vec::new();
    words.iter().for_each(|word| all.extend(runs(word)));
    all
}

/// The runs that a word is made of.
pub(super) fn runs(word: &Word) -> Vec<Run> {
    let same = |a: &char, b: &char| (is_han(*a), is_word(*a)) == (is_han(*b), is_word(*b));
    let (mut runs, mut aside) = (Vec::new(), false);
    for run in word.folded.chunk_by(same) {
        if run.first().is_some_and(|&c| is_han(c) || is_word(c)) {
            runs.push(Run { chars: run.to_vec(), aside });
        } else {
            aside = run.iter().fold(aside, |aside, c| *c == '(' || aside && *c != ')');
        }
    }
    runs
}
