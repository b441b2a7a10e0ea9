//! Cutting folded text into terms: the one analysis that the indexer and the query share.
//!
//! In a run of Han characters every pair of neighbours is a term, and the last character alone is one more, so that
//! any single character is the beginning of some term. In letters and digits of other scripts the word is the term.
//! Everything else (punctuation, spaces, symbols) is no term, but takes up its position.

/// A term and what it is made of. Ordered: Han before words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term<'a> {
    /// Two neighbours in a run of Han characters.
    Pair(char, char),
    /// The last character of a run of Han characters.
    Last(char),
    /// A run of letters and digits.
    Word(&'a str),
}

impl std::fmt::Display for Term<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Term::Pair(first, second) => write!(f, "{first}{second}"),
            Term::Last(only) => write!(f, "{only}"),
            Term::Word(word) => f.write_str(word),
        }
    }
}

/// Whether a character is written in runs without spaces between words: the Han characters.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3FFFF}' | '\u{F900}'..='\u{FAFF}' | '々' | '〇')
}

/// Whether a character belongs to a word of letters and digits.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

/// Cuts folded characters into terms and hands each to `emit` with the position of its first character, ascending.
pub fn cut(folded: &[char], mut emit: impl FnMut(u32, Term<'_>)) {
    let mut han: Option<char> = None;
    let mut word = String::new();
    let mut word_start = 0;
    let mut position = 0;
    for &c in folded {
        if is_han(c) {
            if !word.is_empty() {
                emit(word_start, Term::Word(&word));
                word.clear();
            }
            if let Some(before) = han {
                emit(position - 1, Term::Pair(before, c));
            }
            han = Some(c);
        } else {
            if let Some(before) = han.take() {
                emit(position - 1, Term::Last(before));
            }
            if is_word(c) {
                if word.is_empty() {
                    word_start = position;
                }
                word.push(c);
            } else if !word.is_empty() {
                emit(word_start, Term::Word(&word));
                word.clear();
            }
        }
        position += 1;
    }
    if let Some(before) = han {
        emit(position - 1, Term::Last(before));
    }
    if !word.is_empty() {
        emit(word_start, Term::Word(&word));
    }
}

/// The terms of a folded text, written out, in order.
pub fn terms(folded: &str) -> Vec<String> {
    let mut terms = Vec::new();
    let folded: Vec<char> = folded.chars().collect();
    cut(&folded, |_, term| terms.push(term.to_string()));
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
    fn positions_count_every_character() {
        let mut seen = Vec::new();
        let text: Vec<char> = "“新”工程, ab 3个".chars().collect();
        cut(&text, |at, term| seen.push((at, term.to_string())));
        let seen: Vec<_> = seen.iter().map(|(at, term)| (*at, term.as_str())).collect();
        assert_eq!(seen, [(1, "新"), (3, "工程"), (4, "程"), (7, "ab"), (10, "3"), (11, "个")]);
    }
}
