use std::collections::BTreeMap;

use super::{Filter, Key, Query, Source, Word, find};
use crate::index::postings::Field;
use crate::model::{Note, NoteKind};
use crate::text::{fold, is_han, is_word};

/// Where one thing that was looked for stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// Its length in characters.
    pub length: u32,
    /// The positions of its first character, ascending.
    pub starts: Vec<u32>,
}

/// The articles that answer a query, and why.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The numbers of the articles, ascending.
    pub documents: Vec<u32>,
    /// What was looked for and found somewhere; not what was excluded.
    pub clauses: Vec<Clause>,
    /// What the reader should know.
    pub notes: Vec<Note>,
    /// By key: which articles pass the filters of that key.
    pub passes: BTreeMap<Key, Vec<bool>>,
    /// The articles that have the words, whatever the filters say, ascending.
    pub by_words: Vec<u32>,
}

impl Selection {
    /// The articles that have the words and pass all filters but those of one key.
    pub fn without(&self, key: Key) -> impl Iterator<Item = u32> + '_ {
        self.by_words
            .iter()
            .copied()
            .filter(move |&document| self.passes.iter().all(|(&other, marks)| other == key || marks[document as usize]))
    }
}

/// Finds the articles that answer a query.
///
/// All words have to be there. A word that stands nowhere as it was typed is looked for by its parts between
/// punctuation. When no article has all words, those that have most of them are the answer, and a note says so; a phrase in
/// quotes is never given up.
pub fn select(source: Source<'_>, query: &Query) -> Selection {
    let mut selection = Selection { notes: query.notes.clone(), ..Selection::default() };
    let mut wanted: Vec<(Clause, bool)> = Vec::new();
    let mut excluded = vec![false; source.documents.len()];
    for word in &query.words {
        if word.negated {
            for document in articles(source, &find_word(source, word)) {
                excluded[document as usize] = true;
            }
        } else if let Some(found) = selection.look_for(source, query, word) {
            wanted.extend(found.into_iter().map(|clause| (clause, word.quoted)));
        }
    }
    let exact = selection.with_most_words(source, &wanted);
    selection.by_words.retain(|&document| !excluded[document as usize]);
    selection.filter(source, &query.filters);
    selection.documents = selection.without_nothing().collect();
    if !exact && !selection.documents.is_empty() {
        selection.note(NoteKind::Ignored, "没有文章含有全部的词，以下是含有其中最多的".into(), None);
    }
    selection.clauses =
        wanted.into_iter().map(|(clause, _)| clause).filter(|clause| !clause.starts.is_empty()).collect();
    selection
}

impl Selection {
    fn note(&mut self, kind: NoteKind, text: String, suggestion: Option<String>) {
        self.notes.push(Note { kind, text, suggestion });
    }

    fn without_nothing(&self) -> impl Iterator<Item = u32> + '_ {
        let passes = |document: &u32| self.passes.values().all(|marks| marks[*document as usize]);
        self.by_words.iter().copied().filter(passes)
    }

    /// A word's clauses: one, or its parts; `None` where it is left out of account.
    fn look_for(&mut self, source: Source<'_>, query: &Query, word: &Word) -> Option<Vec<Clause>> {
        let whole = find_word(source, word);
        if word.quoted || !whole.starts.is_empty() {
            return Some(vec![whole]);
        }
        if word.unknown_filter {
            let text = format!("没有“{}”这样的筛选，也没有文章这样写", word.text);
            self.note(NoteKind::UnknownFilter, text, None);
            if query.words.len() + query.filters.len() > 1 {
                return None;
            }
        }
        let parts: Vec<Word> = parts(word);
        if parts.is_empty() && query.words.len() + query.filters.len() > 1 {
            self.note(NoteKind::Ignored, format!("没有文章含有“{}”，未计入", word.text), None);
            return None;
        }
        if parts.is_empty() || (parts.len() == 1 && parts[0].folded == word.folded) {
            return Some(vec![whole]);
        }
        let found: Vec<Clause> = parts.iter().map(|part| find_word(source, part)).collect();
        if found.iter().all(|clause| !clause.starts.is_empty()) {
            let named: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
            let text = format!("没有文章原样含有“{}”，按“{}”查找", word.text, named.join(" "));
            self.note(NoteKind::Ignored, text, None);
        }
        Some(found)
    }

    /// Fills `by_words`; `false` where not all words could be had together.
    fn with_most_words(&mut self, source: Source<'_>, wanted: &[(Clause, bool)]) -> bool {
        let mut has = vec![0; source.documents.len()];
        let mut has_phrases = vec![0; source.documents.len()];
        for (clause, quoted) in wanted {
            for document in articles(source, clause) {
                has[document as usize] += 1;
                has_phrases[document as usize] += usize::from(*quoted);
            }
        }
        let phrases = wanted.iter().filter(|(_, quoted)| *quoted).count();
        let candidates = (0..has.len()).filter(|&document| has_phrases[document] == phrases);
        let most = candidates.clone().map(|document| has[document]).max().unwrap_or(0);
        if most > 0 || wanted.is_empty() {
            self.by_words =
                candidates.filter(|&document| has[document] == most).map(|document| document as u32).collect();
        }
        most == wanted.len()
    }

    fn filter(&mut self, source: Source<'_>, filters: &[Filter]) {
        for filter in filters {
            let marks = filter.marks(source.documents);
            if !marks.contains(&true) {
                let text = format!("档案里没有“{}:{}”", filter.key.name(), filter.value);
                self.note(NoteKind::UnknownFilter, text, None);
            }
        }
        for key in filters.iter().map(|filter| filter.key) {
            self.passes.entry(key).or_insert_with(|| {
                let of_key = || filters.iter().filter(|filter| filter.key == key);
                let mut passes = vec![of_key().all(|filter| filter.negated); source.documents.len()];
                for filter in of_key().filter(|filter| !filter.negated) {
                    passes.iter_mut().zip(filter.marks(source.documents)).for_each(|(pass, mark)| *pass |= mark);
                }
                for filter in of_key().filter(|filter| filter.negated) {
                    passes.iter_mut().zip(filter.marks(source.documents)).for_each(|(pass, mark)| *pass &= !mark);
                }
                passes
            });
        }
    }
}

fn find_word(source: Source<'_>, word: &Word) -> Clause {
    let mut starts = find(source, &word.folded);
    if word.in_title {
        starts.retain(|&start| source.postings.unit_at(start).field == Field::Title);
    }
    Clause { length: word.folded.len() as u32, starts }
}

/// The runs of Han characters, letters and digits between a word's punctuation.
fn parts(word: &Word) -> Vec<Word> {
    let folded = fold(&word.text);
    let runs = folded.split(|c| !is_han(c) && !is_word(c)).filter(|run| !run.is_empty());
    runs.map(|run| Word { text: run.to_owned(), folded: run.chars().collect(), unknown_filter: false, ..word.clone() })
        .collect()
}

/// The articles in which a clause stands, ascending, each once.
fn articles(source: Source<'_>, clause: &Clause) -> Vec<u32> {
    let mut articles: Vec<u32> = clause.starts.iter().map(|&start| source.postings.article_at(start)).collect();
    articles.dedup();
    articles
}
