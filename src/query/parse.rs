use super::{Filter, Key};
use crate::model::{Note, NoteKind, NoteReason};
use crate::text::Folding;

/// Characters of a query beyond these are left out.
pub const MAX_CHARS: usize = 256;
/// Words and filters of a query beyond these are left out.
pub const MAX_WORDS: usize = 32;

/// Something that is looked for: what stood between two spaces, or in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it was typed, without the quotes of a phrase.
    pub text: String,
    /// What is looked for, folded.
    pub folded: Vec<char>,
    /// Whether it stood in quotes: then nothing else than exactly this will do.
    pub quoted: bool,
    /// Whether articles that have it are left out.
    pub negated: bool,
    /// Whether it is looked for in titles only.
    pub in_title: bool,
    /// Whether it has the form of a filter whose name is not known.
    pub unknown_filter: bool,
    /// The whole of it as it was typed, folded: perhaps it was copied from an article.
    pub typed: Vec<char>,
}

impl Word {
    /// As it would be typed.
    pub fn written(&self) -> String {
        let minus = if self.negated { "-" } else { "" };
        [minus, &self.typed.iter().collect::<String>()].concat()
    }
}

/// A query in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is looked for; joined by AND.
    pub words: Vec<Word>,
    /// What articles have to be; the same key joined by OR, different keys by AND.
    pub filters: Vec<Filter>,
    /// What was left out.
    pub notes: Vec<Note>,
}

/// Parses a query. Any text is a query.
///
/// Words stand between spaces. `"…"` or `“…”` is a phrase when it is a word by itself; elsewhere quotes are characters
/// like others, so that whatever is copied from an article can be looked for as it stands. `-` before a word or a filter
/// excludes. `key:value`, with a half- or full-width colon, is a filter where [`Key`] knows the key; [`Key::Title`] says
/// where a word is looked for, and makes no [`Filter`].
pub fn parse(text: &str, folding: &Folding) -> Query {
    let mut query = Query::default();
    let chars: Vec<char> = text.chars().take(MAX_CHARS).collect();
    if text.chars().nth(MAX_CHARS).is_some() {
        query.ignored(NoteReason::TooLong, MAX_CHARS, ["查询过长，只取前", &MAX_CHARS.to_string(), "个字符"].concat());
    }
    let mut at = 0;
    let mut seen = 0;
    while let Some(token) = next_token(&chars, &mut at) {
        seen += 1;
        if seen > MAX_WORDS {
            query.ignored(
                NoteReason::TooMany,
                MAX_WORDS,
                ["查询的词过多，只取前", &MAX_WORDS.to_string(), "个"].concat(),
            );
            break;
        }
        query.add(token, folding);
    }
    query
}

impl Query {
    fn ignored(&mut self, reason: NoteReason, limit: usize, text: String) {
        let subject = limit.to_string();
        self.notes.push(Note { kind: NoteKind::Ignored, reason, subject, text, suggestion: None });
    }

    fn add(&mut self, token: &[char], folding: &Folding) {
        let fold = |c: &char| folding.fold_char(*c);
        let string = |chars: &[char]| chars.iter().map(fold).collect::<String>();
        let (negated, token) = match token {
            ['-' | '－' | '−', rest @ ..] if !rest.is_empty() => (true, rest),
            _ => (false, token),
        };
        let typed: Vec<char> = token.iter().map(fold).collect();
        let mut in_title = false;
        let mut unknown_filter = false;
        let mut token = token;
        if let Some((key, value)) = parted(token) {
            match Key::named(&string(key)) {
                Some(Key::Title) => {
                    in_title = true;
                    token = value;
                }
                Some(key) => {
                    let value = string(phrase(value).unwrap_or(value));
                    return self.filters.push(Filter { key, value, negated, typed });
                }
                None => unknown_filter = true,
            }
        }
        let inner = phrase(token);
        let quoted = inner.is_some();
        let text = inner.unwrap_or(token);
        let folded = text.iter().map(fold).collect();
        self.words.push(Word { text: text.iter().collect(), folded, quoted, negated, in_title, unknown_filter, typed });
    }
}

/// The next word with its quotes; spaces inside a phrase do not end it.
fn next_token<'a>(chars: &'a [char], at: &mut usize) -> Option<&'a [char]> {
    let start = *at + chars.get(*at..)?.iter().position(|c| !c.is_whitespace())?;
    let (mut end, mut opens) = (start, true);
    while let Some(&c) = chars.get(end).filter(|c| !c.is_whitespace()) {
        let close = closing(chars, end).filter(|_| opens);
        // A quote that closed is what stands before the next character.
        opens = close.is_none() && matches!(c, '-' | '－' | '−' | ':' | '：');
        end = close.unwrap_or(end) + 1;
    }
    *at = end;
    chars.get(start..end)
}

/// Where the phrase that opens at `open` closes, when it does and a space or the end follows.
fn closing(chars: &[char], open: usize) -> Option<usize> {
    let (_, inner) = chars.get(open..)?.split_first().filter(|(first, _)| is_quote(**first))?;
    let close = open + 1 + inner.iter().position(|&c| is_quote(c))?;
    let ends = chars.get(close + 1).is_none_or(|c| c.is_whitespace());
    (ends && close > open + 1).then_some(close)
}

/// The inside of a phrase.
fn phrase(token: &[char]) -> Option<&[char]> {
    match token {
        [open, inner @ .., close] if is_quote(*open) && is_quote(*close) && !inner.is_empty() => {
            (!inner.iter().any(|&c| is_quote(c))).then_some(inner)
        }
        _ => None,
    }
}

/// Straight, curly and full-width double quotes: whichever an input method gives.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '＂')
}

/// The parts of a token of the form `key:value`: a key of letters, then a colon, then a value.
fn parted(token: &[char]) -> Option<(&[char], &[char])> {
    let at = token.iter().position(|c| matches!(c, ':' | '：'))?;
    let (key, value) = (token.get(..at)?, token.get(at + 1..)?);
    let is_key = !key.is_empty() && key.iter().all(|c| c.is_alphabetic() || *c == '-');
    (is_key && !value.is_empty()).then_some((key, value))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Words as `-"text"` with marks: `t:` title, `?` unknown filter; then filters.
    fn shown(text: &str) -> String {
        let query = parse(text, Folding::whole());
        let words = query.words.iter().map(|word| {
            let quote = if word.quoted { "\"" } else { "" };
            let marks = [(word.negated, "-"), (word.in_title, "t:"), (word.unknown_filter, "?")];
            let marks: String = marks.iter().filter(|(on, _)| *on).map(|(_, mark)| *mark).collect();
            format!("{marks}{quote}{}{quote}", word.folded.iter().collect::<String>())
        });
        let filters = query
            .filters
            .iter()
            .map(|filter| format!("{}[{:?}={}]", if filter.negated { "-" } else { "" }, filter.key, filter.value));
        words.chain(filters).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(shown(text), expect, "{text}");
    }

    #[test]
    fn words_phrases_and_exclusions() {
        check("修武 新就业群体", "修武 新就业群体");
        check("　修武\t新　就业 ", "修武 新 就业");
        check("\"红色家园\"", "\"红色家园\"");
        check("“红色家园” ”红色家园“ ＂红色 家园＂", "\"红色家园\" \"红色家园\" \"红色 家园\"");
        check("-外卖 －“骑手 之家”", "-外卖 -\"骑手 之家\"");
        check("問題 ＡＢＣ", "问题 abc");
    }

    #[test]
    fn what_is_copied_stays_as_it_is() {
        check("“春风行动”招聘会", "“春风行动”招聘会");
        check("家园”品牌", "家园”品牌");
        check("开展“春风", "开展“春风");
        check("\"红色家园", "\"红色家园");
        check("“”", "“”");
        check("-", "-");
        check("云溪县：凝聚", "?云溪县:凝聚");
        check("12:30", "12:30");
        check("：凝聚", ":凝聚");
        check("记者:", "记者:");
    }

    #[test]
    fn filters_in_both_languages_and_widths() {
        check("县:修武 county：修武", "[County=修武] [County=修武]");
        check("年:2024 year:2020..2024", "[Year=2024] [Year=2020..2024]");
        check("記者:“杜 某” -版：４", "[Reporter=杜 某] -[Page=4]");
        check("题:\"红色 家园\" title:家园", "t:\"红色 家园\" t:家园");
        check("颜色:红", "?颜色:红");
        check("举措年:2023", "[InitiativeYear=2023]");
    }

    #[test]
    fn too_much_is_left_out_and_said() {
        let long = parse(&"长".repeat(300), Folding::whole());
        assert_eq!(long.words[0].folded.len(), MAX_CHARS);
        assert_eq!(long.notes[0].kind, NoteKind::Ignored);
        let many = parse(&"词 ".repeat(40), Folding::whole());
        assert_eq!(many.words.len(), MAX_WORDS);
        assert_eq!(many.notes.len(), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_a_query_and_no_word_is_empty(text in "[-\"“”:： 县年题a-c红家\\PC]{0,40}") {
            let query = parse(&text, Folding::whole());
            prop_assert!(query.words.iter().all(|word| !word.folded.is_empty()));
            prop_assert!(query.filters.iter().all(|filter| !filter.value.is_empty()));
            prop_assert_eq!(query.words.is_empty() && query.filters.is_empty(), text.trim().is_empty());
        }
    }
}
