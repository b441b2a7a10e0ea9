use super::correct::corrected;
use super::parse::is_quote;
use super::relax::{Run, can_relax, relaxed, runs};
use super::{Clause, Filter, Key, Query, Source, Weights, Word};
use crate::index::postings::seek;
use crate::model::{Field, MatchKind, Note, NoteKind, NoteReason};
use crate::text::is_han;

/// A spelling in pinyin stands for at most so many words.
const SPELLED: usize = 8;

/// At most so many words of a query are corrected.
const CORRECTED: usize = 3;
/// What is longer is a phrase: the nearest articles show what was meant, and no words have to be fetched.
const CORRECTABLE: usize = 8;
/// Syllables that are typed apart are taken together up to so many.
const SYLLABLES: usize = 6;

/// The articles that answer a query, and why.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The numbers of the articles, ascending.
    pub documents: Vec<u32>,
    /// What they are ranked and marked by.
    pub clauses: Vec<Clause>,
    /// Where no article has all words: their characters in order.
    pub characters: Vec<char>,
    /// What the reader should know.
    pub notes: Vec<Note>,
    /// By key: which articles pass the filters of that key.
    passes: Vec<(Key, Vec<bool>)>,
    /// The articles that have the words, whatever the filters say, ascending.
    by_words: Vec<u32>,
}

/// Finds the articles that answer a query: those that have all words and pass all filters.
///
/// A word that stands nowhere as it was typed is looked for by its parts between punctuation, or, in Latin letters, as
/// pinyin. When no article has all words, those that have most of them are the answer, and a note says so. A
/// phrase in quotes, a word of a title, and a single word or name, is never given up.
pub fn select(source: Source<'_>, query: &Query, weights: &Weights) -> Selection {
    let mut selection = Selection { notes: query.notes.clone(), ..Selection::default() };
    let marked = query.filters.iter().map(|filter| Marked { filter, marks: filter.marks(source) });
    let (copied, marked): (Vec<Marked>, Vec<Marked>) = marked.partition(|marked| marked.is_copied(source));
    selection.filter(source, &marked);
    let copied: Vec<Word> = copied.iter().map(|copied| as_word(copied.filter)).collect();
    let (excluded, wanted): (Vec<&Word>, Vec<&Word>) = query.words.iter().chain(&copied).partition(|word| word.negated);
    let excluded: Vec<Vec<u32>> = excluded.iter().map(|word| clause(source, word).documents).collect();
    let (phrases, words): (Vec<&Word>, Vec<&Word>) = wanted.iter().partition(|word| word.quoted || word.in_title);
    let phrases: Vec<Clause> = phrases.into_iter().map(|word| clause(source, word)).collect();
    let mut found = stand(source, words);
    // What is not there yet does not stand nowhere: nothing else is looked for in its place.
    if source.is_waiting() {
        return selection;
    }
    found.retain(|(word, clause)| !(clause.is_empty() && selection.is_left_out(query, word)));
    let words: Vec<&Word> = found.iter().map(|(word, _)| *word).collect();
    let unknown: Vec<&Word> = found.iter().filter(|(_, clause)| clause.is_empty()).map(|(word, _)| *word).collect();

    let mut allowed = with_all(source, &phrases);
    allowed.retain(|document| !excluded.iter().any(|articles| articles.binary_search(document).is_ok()));
    let mut clauses = selection.look_for(source, found);
    selection.by_words = intersect(&allowed, &with_all(source, &clauses));
    if selection.by_words.is_empty() && !clauses.is_empty() && !allowed.is_empty() {
        selection.correct(source, query, &unknown);
        if can_relax(source, &words) {
            let relaxed = relaxed(source, &words, weights);
            let least = if words.len() > 1 { weights.least_of_words } else { weights.least_of_sentence };
            selection.by_words = nearest(source, &relaxed.parts, relaxed.all * least, &allowed);
            clauses = relaxed.parts;
            selection.characters = relaxed.characters;
            if !selection.by_words.is_empty() {
                let text = "没有文章含有全部的词，以下是最接近的".to_owned();
                selection.note(NoteKind::Ignored, NoteReason::Nearest, "", text, None);
            }
        } else {
            selection.cut(source, &words);
        }
    }
    selection.documents =
        selection.by_words.iter().copied().filter(|&document| selection.passes(document, None)).collect();
    selection.clauses = phrases;
    selection.clauses.extend(clauses);
    selection.clauses.retain(|clause| !clause.is_empty());
    selection
}

impl Selection {
    /// The articles that have the words and pass all filters but those of one key, ascending.
    pub fn without(&self, key: Key) -> impl Iterator<Item = u32> + '_ {
        self.by_words.iter().copied().filter(move |&document| self.passes(document, Some(key)))
    }

    /// Whether there are filters of a key.
    pub fn is_filtered(&self, key: Key) -> bool {
        self.passes.iter().any(|(known, _)| *known == key)
    }

    /// Whether an article passes all filters but those of one key.
    fn passes(&self, document: u32, but: Option<Key>) -> bool {
        self.passes.iter().all(|(key, marks)| Some(*key) == but || marks.get(document as usize) == Some(&true))
    }

    fn note(&mut self, kind: NoteKind, reason: NoteReason, subject: &str, text: String, suggestion: Option<String>) {
        self.notes.push(Note { kind, reason, subject: subject.to_owned(), text, suggestion });
    }

    /// Whether a word that no article has is left out beside others: a filter that is not known, or nothing but
    /// punctuation.
    fn is_left_out(&mut self, query: &Query, word: &Word) -> bool {
        if !(word.unknown_filter || runs(word).is_empty()) {
            return false;
        }
        let alone = query.words.len() + query.filters.len() == 1;
        let ending = if alone { "" } else { "，未计入" };
        if word.unknown_filter {
            let text = ["没有“", &word.text, "”这样的筛选", ending].concat();
            self.note(NoteKind::UnknownFilter, NoteReason::UnknownFilter, &word.text, text, None);
        } else {
            let text = ["没有文章含有“", &word.text, "”", ending].concat();
            self.note(NoteKind::Ignored, NoteReason::LeftOut, &word.text, text, None);
        }
        !alone
    }

    /// One clause or more for each word; a clause that stands nowhere where nothing could be found for it.
    fn look_for(&mut self, source: Source<'_>, words: Vec<(&Word, Clause)>) -> Vec<Clause> {
        let typed: Vec<&Word> = words.iter().map(|(word, _)| *word).collect();
        let mut clauses = Vec::new();
        let mut spelled_until = 0;
        for (at, (word, whole)) in words.into_iter().enumerate() {
            if at < spelled_until {
                continue;
            }
            let parts = runs(word);
            if !whole.is_empty() {
                clauses.push(whole);
            } else if let Some((count, spelled)) = self.spelled(source, word, typed.get(at + 1..).unwrap_or_default()) {
                clauses.push(spelled);
                spelled_until = at + count;
            } else if let Some(closed) = without_open_quote(word)
                && let found = clause(source, &closed)
                && !found.is_empty()
            {
                let text = ["“", &word.text, "”里的引号没有成对，未计入"].concat();
                self.note(NoteKind::Ignored, NoteReason::OpenQuote, &closed.text, text, None);
                clauses.push(found);
            } else if parts.iter().map(|part| part.chars.len()).sum::<usize>() < word.folded.len()
                && !parts.is_empty()
                && !parts.iter().any(|part| part.aside)
            {
                let part = |part: &Run| clause(source, &Word { folded: part.chars.clone(), ..(*word).clone() });
                let found = until_none(source, parts.iter().map(part));
                if found.iter().all(|clause| !clause.is_empty()) {
                    let parts: Vec<String> = parts.iter().map(|part| part.chars.iter().collect()).collect();
                    let parts = parts.join(" ");
                    let text = ["没有文章原样含有“", &word.text, "”，按“", &parts, "”查找"].concat();
                    self.note(NoteKind::Ignored, NoteReason::Parts, &parts, text, None);
                }
                clauses.extend(found);
            } else {
                clauses.push(whole);
            }
        }
        clauses
    }

    /// The words of the archive that this word, alone or with those after it, spells in pinyin; with how many it took.
    fn spelled(&mut self, source: Source<'_>, word: &Word, others: &[&Word]) -> Option<(usize, Clause)> {
        let is_pinyin = |word: &&&Word| !word.in_title && word.folded.iter().all(|c| c.is_ascii_lowercase());
        let mut all = vec![word];
        all.extend(others);
        all.truncate(all.iter().take(SYLLABLES).take_while(is_pinyin).count());
        let (count, words) = (1..=all.len()).rev().find_map(|count| {
            let letters: String = all.get(..count)?.iter().flat_map(|word| &word.folded).collect();
            let known = source.words.completing(&letters);
            let words: Vec<&str> =
                known.spelled(&letters).into_iter().take(SPELLED).map(|word| known.text(word)).collect();
            (!words.is_empty()).then_some((count, words))
        })?;
        let clause = Clause::any(source, words.iter().map(|word| word_clause(source, word)).collect());
        let typed: Vec<&str> = all.get(..count)?.iter().map(|word| word.text.as_str()).collect();
        let found = words.join("、");
        let text = ["“", &typed.join(" "), "”按拼音查找：", &found].concat();
        let first = words.first().map(|&word| word.to_owned());
        self.note(NoteKind::Corrected, NoteReason::Pinyin, &found, text, first);
        Some((count, clause))
    }

    /// Offers a word of the archive for each of the first words that no article has and that sounds like it, or is nearly it.
    fn correct(&mut self, source: Source<'_>, query: &Query, words: &[&Word]) {
        for word in words.iter().filter(|word| word.folded.len() <= CORRECTABLE).take(CORRECTED) {
            let Some((known, sounds)) = corrected(source.words, &word.folded) else { continue };
            if word_clause(source, known).is_empty() {
                continue;
            }
            let others =
                query.words.iter().map(|other| if other == *word { known.to_owned() } else { other.written() });
            let filters = query.filters.iter().map(|filter| filter.typed.iter().collect());
            let whole: Vec<String> = others.chain(filters).collect();
            let (reason, how) = match sounds {
                true => (NoteReason::Sound, "同音"),
                false => (NoteReason::Near, "只差一字"),
            };
            let text = ["没有文章含有“", &word.text, "”；您要找的是", how, "的“", known, "”吗"].concat();
            self.note(NoteKind::Corrected, reason, &word.text, text, Some(whole.join(" ")));
        }
    }

    /// Offers a single unknown word cut into words that the archive has together.
    fn cut(&mut self, source: Source<'_>, words: &[&Word]) {
        let [word] = words else { return };
        let pieces = source.words.beginning(&word.folded).cut(&word.folded);
        if pieces.len() < 2 || pieces.iter().any(|piece| piece.len() < 2) {
            return;
        }
        let clauses: Vec<Clause> = pieces.iter().map(|piece| Clause::of(source, piece)).collect();
        if !with_all(source, &clauses).is_empty() {
            let pieces: Vec<String> = pieces.iter().map(|piece| piece.iter().collect()).collect();
            let query = pieces.join(" ");
            let text = ["没有文章含有“", &word.text, "”；可以试试“", &query, "”"].concat();
            self.note(NoteKind::Corrected, NoteReason::Cut, &word.text, text, Some(query));
        }
    }

    fn filter(&mut self, source: Source<'_>, marked: &[Marked<'_>]) {
        for Marked { filter, marks } in marked {
            if !marks.contains(&true) {
                let subject = [filter.key.name(), ":", &filter.value].concat();
                let text = ["档案里没有“", &subject, "”"].concat();
                self.note(NoteKind::UnknownFilter, NoteReason::NoSuchValue, &subject, text, None);
            }
        }
        for key in marked.iter().map(|marked| marked.filter.key) {
            if self.passes.iter().any(|(known, _)| *known == key) {
                continue;
            }
            let of_key =
                |negated| marked.iter().filter(move |other| other.filter.key == key && other.filter.negated == negated);
            let mut passes = vec![of_key(false).next().is_none(); source.outlines.len()];
            for wanted in of_key(false) {
                passes.iter_mut().zip(&wanted.marks).for_each(|(pass, mark)| *pass |= mark);
            }
            for excluded in of_key(true) {
                passes.iter_mut().zip(&excluded.marks).for_each(|(pass, mark)| *pass &= !mark);
            }
            self.passes.push((key, passes));
        }
    }
}

/// Where each of the words stands. A single character stands nearly everywhere, so it is looked for last, and only where all
/// others stand that stand somewhere.
fn stand<'a>(source: Source<'_>, words: Vec<&'a Word>) -> Vec<(&'a Word, Clause)> {
    let lone = |word: &Word| match word.folded[..] {
        [only] if is_han(only) && words.len() > 1 => Some(only),
        _ => None,
    };
    let mut clauses: Vec<Option<Clause>> =
        words.iter().map(|word| lone(word).is_none().then(|| clause(source, word))).collect();
    let others: Vec<&Clause> = clauses.iter().flatten().filter(|clause| !clause.is_empty()).collect();
    let mut among = marks(source, &with_all(source, others));
    for (word, clause) in words.iter().zip(&mut clauses) {
        if let Some(only) = lone(word) {
            let found = clause.insert(Clause::among(source, only, &among));
            if !found.is_empty() {
                among = marks(source, &found.documents);
            }
        }
    }
    words.into_iter().zip(clauses).filter_map(|(word, clause)| Some((word, clause?))).collect()
}

/// The clauses up to the first that stands nowhere: with it no article has all of them.
fn until_none(source: Source<'_>, clauses: impl Iterator<Item = Clause>) -> Vec<Clause> {
    let mut found = Vec::new();
    for clause in clauses {
        // What is not there yet does not stand nowhere.
        let is_nowhere = clause.is_empty() && !source.is_waiting();
        found.push(clause);
        if is_nowhere {
            break;
        }
    }
    found
}

/// By article: whether it is one of these.
fn marks(source: Source<'_>, documents: &[u32]) -> Vec<bool> {
    let mut marks = vec![false; source.outlines.len()];
    for &document in documents {
        if let Some(mark) = marks.get_mut(document as usize) {
            *mark = true;
        }
    }
    marks
}

/// A filter and the articles that have what it asks for.
struct Marked<'a> {
    filter: &'a Filter,
    marks: Vec<bool>,
}

impl Marked<'_> {
    /// Whether what has the form of a filter fits no article, and stands in one as it was typed (`某县：某事`).
    fn is_copied(&self, source: Source<'_>) -> bool {
        // What filters look at may not be there yet.
        !source.is_waiting() && !self.marks.contains(&true) && !Clause::of(source, &self.filter.typed).is_empty()
    }
}

fn as_word(filter: &Filter) -> Word {
    Word {
        text: filter.typed.iter().collect(),
        folded: filter.typed.clone(),
        quoted: false,
        negated: filter.negated,
        in_title: false,
        unknown_filter: false,
        typed: filter.typed.clone(),
    }
}

/// Of the allowed articles, those that have parts of at least this weight together; ascending.
fn nearest(source: Source<'_>, clauses: &[Clause], least: f64, allowed: &[u32]) -> Vec<u32> {
    let mut weights = vec![0.0; source.outlines.len()];
    for clause in clauses {
        for &document in &clause.documents {
            if let Some(weight) = weights.get_mut(document as usize) {
                *weight += clause.weight;
            }
        }
    }
    let weighs = |document: u32| weights.get(document as usize).is_some_and(|weight| *weight >= least);
    allowed.iter().copied().filter(|&document| weighs(document)).collect()
}

/// A word without a quotation mark that has no partner.
fn without_open_quote(word: &Word) -> Option<Word> {
    let folded: Vec<char> = word.folded.iter().copied().filter(|&c| !is_quote(c)).collect();
    let quotes = word.folded.len() - folded.len();
    let text = folded.iter().collect();
    (quotes % 2 == 1 && !folded.is_empty()).then(|| Word { text, folded, ..word.clone() })
}

fn word_clause(source: Source<'_>, word: &str) -> Clause {
    Clause::of(source, &word.chars().collect::<Vec<char>>())
}

fn clause(source: Source<'_>, word: &Word) -> Clause {
    let mut clause = Clause::of(source, &word.folded);
    if word.quoted {
        clause.kind = MatchKind::Phrase;
    }
    if word.in_title {
        let mut fields = source.postings.fields();
        let mut spans = std::mem::take(&mut clause.spans);
        spans.retain(|&(start, _)| fields.of(start) == Field::Title);
        clause = clause.with(source, spans);
        if clause.is_empty() {
            return Clause::of(source, &word.typed);
        }
    }
    clause
}

/// The articles in which all clauses stand, ascending; all articles where there is no clause.
fn with_all<'a>(source: Source<'_>, clauses: impl IntoIterator<Item = &'a Clause>) -> Vec<u32> {
    let mut lists = clauses.into_iter().map(|clause| &clause.documents);
    let Some(first) = lists.next() else { return (0..source.outlines.len() as u32).collect() };
    lists.fold(first.clone(), |all, list| intersect(&all, list))
}

/// What both lists have, ascending as they are.
pub(super) fn intersect(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut at = 0;
    let is_common = |document: &u32| {
        at = seek(b, at, *document);
        b.get(at) == Some(document)
    };
    a.iter().copied().filter(is_common).collect()
}
