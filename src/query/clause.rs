use super::Source;
use super::find::{find, find_word};
use crate::index::postings::advance;
use crate::model::MatchKind;
use crate::sort::sort_by_number;
use crate::text::is_han;

/// Where something that was looked for stands, and how much that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// What was looked for, folded.
    pub text: String,
    /// As what it was looked for.
    pub kind: MatchKind,
    /// Half-open ranges of positions, ascending; where only some articles were looked at ([`Clause::among`]), those in them.
    pub spans: Vec<(u32, u32)>,
    /// The numbers of the articles that these are in, ascending.
    pub documents: Vec<u32>,
    /// In how many articles of all it stands.
    pub articles: u32,
    /// What it counts in ranking, against 1 for a word that was typed.
    pub weight: f64,
}

impl Clause {
    /// Where exactly these folded characters stand.
    pub fn of(source: Source<'_>, folded: &[char]) -> Clause {
        Clause::found(source, folded, find(source, folded))
    }

    /// Where these Han characters stand, or this word of letters and digits, whole.
    pub fn of_part(source: Source<'_>, folded: &[char]) -> Clause {
        let is_word = folded.first().is_some_and(|&c| !is_han(c));
        Clause::found(source, folded, if is_word { find_word(source, folded) } else { find(source, folded) })
    }

    fn found(source: Source<'_>, folded: &[char], starts: Vec<u32>) -> Clause {
        let documents = source.postings.articles_of(starts.iter().copied());
        let articles = documents.len() as u32;
        Clause::at(folded, &starts, documents, articles)
    }

    /// Where exactly this character stands in the articles that are marked.
    ///
    /// A character alone stands nearly everywhere: to look at all places takes as long as everything else.
    pub fn among(source: Source<'_>, folded: char, marked: &[bool]) -> Clause {
        let (starts, articles) = source.standing_among(folded, marked);
        Clause::at(&[folded], &starts, source.postings.articles_of(starts.iter().copied()), articles)
    }

    fn at(folded: &[char], starts: &[u32], documents: Vec<u32>, articles: u32) -> Clause {
        let length = folded.len() as u32;
        let spans = starts.iter().map(|&start| (start, start + length)).collect();
        Clause { text: folded.iter().collect(), kind: MatchKind::Word, spans, documents, articles, weight: 1.0 }
    }

    /// Where any of several words stands.
    pub fn any(source: Source<'_>, clauses: Vec<Clause>) -> Clause {
        let mut spans: Vec<(u32, u32)> = Vec::new();
        clauses.iter().for_each(|clause| spans.extend(&clause.spans));
        sort_by_number(&mut spans, |&(start, end)| u64::from(start) << 32 | u64::from(end));
        spans.dedup();
        let texts: Vec<String> = clauses.into_iter().map(|clause| clause.text).collect();
        let nowhere = Clause::at(&[], &[], Vec::new(), 0);
        Clause { text: texts.join("、"), kind: MatchKind::Pinyin, ..nowhere }.with(source, spans)
    }

    /// The same, where it stands only so.
    pub fn with(self, source: Source<'_>, spans: Vec<(u32, u32)>) -> Clause {
        let documents = source.postings.articles_of(spans.iter().map(|&(start, _)| start));
        Clause { spans, articles: documents.len() as u32, documents, ..self }
    }

    /// Whether it stands nowhere.
    pub fn is_empty(&self) -> bool {
        self.articles == 0
    }

    /// Its spans, to be gone through article by article.
    pub fn walk(&self) -> Walk<'_> {
        Walk { spans: &self.spans, at: 0 }
    }
}

/// The spans of a clause, article by article, in ascending order.
#[derive(Debug)]
pub struct Walk<'a> {
    spans: &'a [(u32, u32)],
    at: usize,
}

impl<'a> Walk<'a> {
    /// The spans that begin in an article.
    pub fn within(&mut self, source: Source<'_>, document: u32) -> &'a [(u32, u32)] {
        let range = source.postings.article(document);
        let from = advance(self.spans, self.at, |&(start, _)| start < range.start);
        let rest = self.spans.get(from..).unwrap_or_default();
        let count = rest.iter().take_while(|&&(start, _)| start < range.end).count();
        self.at = from + count;
        rest.get(..count).unwrap_or_default()
    }
}
