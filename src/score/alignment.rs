use super::labels::ArticleLabel;
use crate::model::Article;

/// An article as labelled and as read; one side is missing where the other has no counterpart.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub label: Option<&'a ArticleLabel>,
    pub article: Option<&'a Article>,
}

impl<'a> Pair<'a> {
    /// Both sides, where there are both.
    pub fn both(&self) -> Option<(&'a ArticleLabel, &'a Article)> {
        self.label.zip(self.article)
    }
}

/// Pairs articles one to one: those that share more than half of the lines of both together, the closest first. Labels
/// come first, in their order, then the articles that no label has.
pub fn align<'a>(labels: &'a [ArticleLabel], articles: &'a [Article]) -> Vec<Pair<'a>> {
    let labels: Vec<&ArticleLabel> = labels.iter().filter(|label| label.is_article).collect();
    let mut candidates = Vec::new();
    for (l, label) in labels.iter().enumerate() {
        for (a, article) in articles.iter().enumerate() {
            let (shared, all) = overlap((label.start_line, label.end_line), (article.start_line, article.end_line));
            if shared * 2 > all {
                candidates.push((shared * 1000 / all, l, a));
            }
        }
    }
    candidates.sort_by_key(|&(closeness, l, a)| (std::cmp::Reverse(closeness), l, a));
    let mut article_of = vec![None; labels.len()];
    let mut taken = vec![false; articles.len()];
    for (_, l, a) in candidates {
        if article_of[l].is_none() && !taken[a] {
            article_of[l] = Some(&articles[a]);
            taken[a] = true;
        }
    }
    let labelled = labels.into_iter().zip(article_of).map(|(label, article)| Pair { label: Some(label), article });
    let unlabelled = articles.iter().zip(taken).filter(|(_, taken)| !taken);
    labelled.chain(unlabelled.map(|(article, _)| Pair { label: None, article: Some(article) })).collect()
}

/// How many lines two ranges share, and how many they have together.
fn overlap(a: (u32, u32), b: (u32, u32)) -> (u32, u32) {
    let lines = |first: u32, last: u32| (last + 1).saturating_sub(first);
    let shared = lines(a.0.max(b.0), a.1.min(b.1));
    (shared, lines(a.0, a.1) + lines(b.0, b.1) - shared)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_share_lines() {
        assert_eq!(overlap((3, 10), (3, 10)), (8, 8));
        assert_eq!(overlap((3, 10), (5, 12)), (6, 10));
        assert_eq!(overlap((3, 10), (11, 12)), (0, 10));
    }
}
