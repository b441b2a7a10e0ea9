use super::{Source, find};
use crate::sort::sort_by_number;

/// Where something that was looked for stands, and how much that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Half-open ranges of positions, ascending.
    pub spans: Vec<(u32, u32)>,
    /// What it counts in ranking, against 1 for a word that was typed.
    pub weight: f64,
    /// Whether it is marked for the reader.
    pub marked: bool,
}

impl Clause {
    /// Where exactly these folded characters stand.
    pub fn of(source: Source<'_>, folded: &[char]) -> Clause {
        let length = folded.len() as u32;
        let spans = find(source, folded).into_iter().map(|start| (start, start + length)).collect();
        Clause { spans, weight: 1.0, marked: true }
    }

    /// Where any of several clauses stands.
    pub fn any(clauses: impl IntoIterator<Item = Clause>) -> Clause {
        let mut spans: Vec<(u32, u32)> = clauses.into_iter().flat_map(|clause| clause.spans).collect();
        sort_by_number(&mut spans, |&(start, end)| u64::from(start) << 32 | u64::from(end));
        spans.dedup();
        Clause { spans, weight: 1.0, marked: true }
    }

    /// Whether it stands nowhere.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The numbers of the articles in which it stands, ascending.
    pub fn articles(&self, source: Source<'_>) -> Vec<u32> {
        let mut articles: Vec<u32> = self.spans.iter().map(|&(start, _)| source.postings.article_at(start)).collect();
        articles.dedup();
        articles
    }
}
