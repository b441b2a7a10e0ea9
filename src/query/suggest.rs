use super::{Source, Weights, parse, select};
use crate::model::{Suggestion, Word};

/// What a reader who is typing may want: words and names of the archive that go on as the end of the text does, written or
/// in pinyin; the likeliest first, at most `limit`; each with how many articles its query finds.
///
/// Of several words the longest end that is the beginning of something is completed (`zhu guangli`), and what stands
/// before it stays.
pub fn suggest(source: Source<'_>, text: &str, limit: usize) -> Vec<Suggestion> {
    let text = text.trim_start();
    let starts = text
        .char_indices()
        .filter(|&(at, c)| !c.is_whitespace() && text[..at].chars().next_back().is_none_or(char::is_whitespace));
    for (start, _) in starts {
        let typed: String = source.folding.fold(&text[start..]).chars().filter(|c| !c.is_whitespace()).collect();
        let spaced = text[start..].contains(char::is_whitespace);
        let is_pinyin = typed.chars().all(|c| c.is_ascii_lowercase() || matches!(c, 'ü' | '\''));
        // Han words that are typed apart are several words.
        if spaced && !is_pinyin {
            continue;
        }
        let found = source.words.completing(&typed, is_pinyin, limit);
        if !found.is_empty() {
            let suggestion = |word: &Word| {
                let query = format!("{}{}", &text[..start], word.text);
                let articles = match source.fetched {
                    _ if start == 0 => word.articles,
                    // To know it, the positions of each word would have to be fetched.
                    Some(_) => 0,
                    None => found_by(source, &query),
                };
                Suggestion { text: word.text.clone(), kind: word.kind, articles, query }
            };
            return found.into_iter().map(suggestion).collect();
        }
    }
    Vec::new()
}

fn found_by(source: Source<'_>, query: &str) -> u32 {
    select(source, &parse(query, source.folding), &Weights::default()).documents.len() as u32
}
