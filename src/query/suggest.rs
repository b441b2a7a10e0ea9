use super::select::intersect;
use super::{Clause, Source, Weights, parse, select};
use crate::index::words::Entry;
use crate::model::{NoteReason, Suggestion};

/// What a reader who is typing may want: words and names of the archive that go on as the end of the text does, written or
/// in pinyin; the likeliest first, at most `limit`; each with how many articles its query
/// finds, where those have all of it.
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
        let words = source.words.completing(&typed);
        let found = words.completing(&typed, is_pinyin, limit);
        // What is not there yet may be what is wanted: nothing else is offered in its place.
        if source.is_waiting() {
            return Vec::new();
        }
        if !found.is_empty() {
            let before = (start > 0).then(|| with_all(source, &text[..start]));
            let suggestion = |word: &Entry| {
                let (whole, kind) = (words.text(word).to_owned(), word.kind);
                let articles = before.as_ref().map_or(word.articles, |before| common(source, before, &whole));
                Suggestion { query: [&text[..start], &whole].concat(), text: whole, kind, articles }
            };
            return found.into_iter().map(suggestion).collect();
        }
    }
    Vec::new()
}

/// The articles that have all that stands before what is completed; none where that is not what a query finds, or where
/// positions would have to be fetched.
fn with_all(source: Source<'_>, before: &str) -> Vec<u32> {
    if source.fetched.is_some() {
        return Vec::new();
    }
    let selection = select(source, &parse(before, source.folding), &Weights::default());
    let is_nearest = selection.notes.iter().any(|note| note.reason == NoteReason::Nearest);
    if is_nearest { Vec::new() } else { selection.documents }
}

/// How many of the articles have the word as well.
fn common(source: Source<'_>, articles: &[u32], word: &str) -> u32 {
    if articles.is_empty() {
        return 0;
    }
    let chars: Vec<char> = word.chars().collect();
    intersect(articles, &Clause::of(source, &chars).documents).len() as u32
}
