use super::{Source, find};
use crate::model::MatchKind;
use crate::sort::sort_by_number;

/// Where something that was looked for stands, and how much that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// What was looked for, folded.
    pub text: String,
    /// As what it was looked for.
    pub kind: MatchKind,
    /// Half-open ranges of positions, ascending.
    pub spans: Vec<(u32, u32)>,
    /// What it counts in ranking, against 1 for a word that was typed.
    pub weight: f64,
}

impl Clause {
    /// Where exactly these folded characters stand.
    pub fn of(source: Source<'_>, folded: &[char]) -> Clause {
        let length = folded.len() as u32;
        let spans = find(source, folded).into_iter().map(|start| (start, start + length)).collect();
        Clause { text: folded.iter().collect(), kind: MatchKind::Word, spans, weight: 1.0 }
    }

    /// Where any of several words stands.
    pub fn any(clauses: Vec<Clause>) -> Clause {
        let mut spans: Vec<(u32, u32)> = clauses.iter().flat_map(|clause| clause.spans.iter().copied()).collect();
        sort_by_number(&mut spans, |&(start, end)| u64::from(start) << 32 | u64::from(end));
        spans.dedup();
        let texts: Vec<String> = clauses.into_iter().map(|clause| clause.text).collect();
        Clause { text: texts.join("、"), kind: MatchKind::Pinyin, spans, weight: 1.0 }
    }

    /// Whether it stands nowhere.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Whether it is marked for the reader: a single character that only helps to rank is not.
    pub fn is_marked(&self) -> bool {
        self.kind != MatchKind::Character
    }

    /// The numbers of the articles in which it stands, ascending.
    pub fn articles(&self, source: Source<'_>) -> Vec<u32> {
        let mut articles = Vec::new();
        let mut end = 0;
        for &(start, _) in &self.spans {
            if start >= end {
                let article = source.postings.article_at(start);
                end = source.postings.article(article).end;
                articles.push(article);
            }
        }
        articles
    }
}
