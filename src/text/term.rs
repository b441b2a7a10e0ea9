//! Cutting folded text into terms: the one analysis that the indexer and the query share.
//!
//! Two neighbours are a term, whatever they are: Han characters, punctuation, spaces, a character and the letter after it; and the
//! last character before a gap or the end is one more, so that any single character is the beginning of some term. Only in runs
//! of letters and digits of other scripts the whole word is the term. So the terms alone decide where any characters stand.

/// A term and what it is made of. Ordered: pairs before words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term<'a> {
    /// Two neighbours that are not both in the same word.
    Pair(char, char),
    /// The last character before a gap or the end, of no word.
    Last(char),
    /// A run of letters and digits.
    Word(&'a str),
}

/// What stands in a gap: the last code point, which Unicode keeps from ever being a character. It is never found.
pub const GAP: char = '\u{10FFFF}';

/// Whether a character is written in runs without spaces between words: the Han characters.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3FFFF}' | '\u{F900}'..='\u{FAFF}' | '々' | '〇')
}

/// Whether a character belongs to a word of letters and digits.
pub fn is_word(c: char) -> bool {
    !is_han(c) && c.is_alphanumeric()
}

/// Cuts folded characters into terms and hands each to `emit` with the position of its first character: words ascending among
/// themselves, and all others among themselves.
pub fn cut(folded: &[char], mut emit: impl FnMut(u32, Term<'_>)) {
    let mut word = String::new();
    let mut before = None;
    for (position, c) in (0..).zip(folded.iter().copied().chain([GAP])) {
        if let Some(before) = before {
            let ends_word = !word.is_empty() && !is_word(c);
            if ends_word {
                emit(position - word.chars().count() as u32, Term::Word(&word));
                word.clear();
            }
            if c != GAP {
                if word.is_empty() {
                    emit(position - 1, Term::Pair(before, c));
                }
            } else if !ends_word {
                emit(position - 1, Term::Last(before));
            }
        }
        if is_word(c) {
            word.push(c);
        }
        before = (c != GAP).then_some(c);
    }
}

/// The Han characters and the words of a folded text, written out, in order: each two neighbours in a run of Han characters, the last
/// of a run alone, and the words.
pub fn terms(folded: &str) -> Vec<String> {
    let mut terms = Vec::new();
    let folded: Vec<char> = folded.chars().collect();
    cut(&folded, |_, term| match term {
        Term::Pair(first, second) if is_han(first) && is_han(second) => terms.push([first, second].iter().collect()),
        Term::Pair(only, _) | Term::Last(only) if is_han(only) => terms.push(only.to_string()),
        Term::Word(word) => terms.push(word.to_owned()),
        _ => {}
    });
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(terms(text).join(" "), expect);
    }

    #[test]
    fn pairs_of_han_and_whole_words() {
        check("红色家园", "红色 色家 家园 园");
        check("园", "园");
        check("1+3+n机制", "1 3 n 机制 制");
        check("用5mm钢", "用 5mm 钢");
        check("甲、乙,丙", "甲 乙 丙");
        check("covid-19 и мир", "covid 19 и мир");
        check("", "");
        check("，。！", "");
    }

    #[test]
    fn neighbours_are_pairs_but_inside_words() {
        let mut seen = Vec::new();
        let text: Vec<char> = format!("“新”, ab3个{GAP}c{GAP}，").chars().collect();
        cut(&text, |at, term| {
            let term = match term {
                Term::Pair(first, second) => format!("{first}{second}"),
                Term::Last(only) => format!("{only}."),
                Term::Word(word) => word.to_owned(),
            };
            seen.push(format!("{at}{term}"));
        });
        assert_eq!(seen.join("|"), "0“新|1新”|2”,|3, |4 a|5ab3|73个|8个.|10c|12，.");
    }
}
