use super::{Clause, Source};
use crate::index::postings::{Field, Postings};

/// What ranking is made of: BM25F (Robertson, Zaragoza: “The Probabilistic Relevance Framework: BM25 and Beyond”, 2009, section 3.6).
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// How soon more of the same stops to count; 0 ignores how often, 2 counts nearly all. Safe: 0.5 to 2.
    pub k1: f64,
    /// How much a long field counts against itself; 0 not at all, 1 in full. Safe: 0 to 1.
    pub b: f64,
    /// A match in the headline, against one in a later paragraph.
    pub title: f64,
    /// In the standing head.
    pub column: f64,
    /// In the first paragraph, where newspapers say what matters.
    pub lead: f64,
    /// In a later paragraph.
    pub body: f64,
    /// In a head over a part.
    pub section_head: f64,
    /// In the text under a photograph.
    pub caption: f64,
    /// In a by-line.
    pub byline: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            k1: 1.2,
            b: 0.75,
            title: 5.0,
            column: 1.0,
            lead: 2.0,
            body: 1.0,
            section_head: 2.0,
            caption: 1.0,
            byline: 1.5,
        }
    }
}

impl Weights {
    fn of(&self, field: Field) -> f64 {
        match field {
            Field::Title => self.title,
            Field::Column => self.column,
            Field::Lead => self.lead,
            Field::Body => self.body,
            Field::SectionHead => self.section_head,
            Field::Caption => self.caption,
            Field::Byline => self.byline,
        }
    }
}

/// How well each of the articles (ascending) answers: one score an article, in their order.
///
/// What was looked for counts as a unit however long it is, so its rarity is known exactly.
pub fn rank(source: Source<'_>, clauses: &[Clause], documents: &[u32], weights: &Weights) -> Vec<f64> {
    let postings = source.postings;
    let mean = f64::from(postings.end()) / source.documents.len().max(1) as f64;
    let mut scores = vec![0.0; documents.len()];
    for clause in clauses {
        let found: Vec<(u32, f64)> = frequencies(postings, clause, weights);
        let rarity = rarity(source.documents.len(), found.len());
        for (document, frequency) in found {
            if let Ok(at) = documents.binary_search(&document) {
                let length = postings.article(document).len() as f64 / mean;
                let frequency = frequency / (1.0 - weights.b + weights.b * length);
                scores[at] += clause.weight * rarity * frequency / (weights.k1 + frequency);
            }
        }
    }
    scores
}

/// Inverse document frequency in the form that is never negative.
fn rarity(all: usize, with: usize) -> f64 {
    let (all, with) = (all as f64, with as f64);
    ((all - with + 0.5) / (with + 0.5)).ln_1p()
}

/// By article, ascending: how often a clause stands in it, weighted by field.
fn frequencies(postings: &Postings, clause: &Clause, weights: &Weights) -> Vec<(u32, f64)> {
    let mut found: Vec<(u32, f64)> = Vec::new();
    for &(start, _) in &clause.spans {
        let unit = postings.unit_at(start);
        match found.last_mut() {
            Some((document, frequency)) if *document == unit.document => *frequency += weights.of(unit.field),
            _ => found.push((unit.document, weights.of(unit.field))),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::documents::Document;
    use crate::index::postings;
    use crate::index::words::Words;
    use crate::model::{Article, Block, BlockKind};

    /// The articles from best to worst.
    fn order(articles: &[(&str, &str)], wanted: &str) -> Vec<usize> {
        let documents: Vec<Document> = articles
            .iter()
            .map(|(title, body)| Document {
                article: Article {
                    title: Some((*title).into()),
                    blocks: body.split('\n').map(|text| Block::on_line(BlockKind::Paragraph, text, 1)).collect(),
                    ..Article::default()
                },
                ..Document::default()
            })
            .collect();
        let (lexicon, postings) = postings::write(&documents);
        let words = Words::default();
        let source = Source::here(&documents, &lexicon, &postings, &words);
        let clauses: Vec<Clause> =
            wanted.split(' ').map(|word| Clause::of(source, &word.chars().collect::<Vec<char>>())).collect();
        let all: Vec<u32> = (0..documents.len() as u32).collect();
        let scores = rank(source, &clauses, &all, &Weights::default());
        let mut order: Vec<usize> = (0..documents.len()).collect();
        order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
        order
    }

    #[test]
    fn headline_before_lead_before_body() {
        let articles = [("某事", "起头\n讲到红色家园"), ("某事", "红色家园起头\n后文"), ("红色家园", "起头\n后面的文")];
        assert_eq!(order(&articles, "红色家园"), [2, 1, 0]);
    }

    #[test]
    fn the_rare_word_decides() {
        let articles = [("甲", "常常常见"), ("乙", "常见罕有"), ("丙", "常见之事"), ("丁", "其他罕有")];
        assert_eq!(order(&articles, "常见 罕有")[..2], [1, 3]);
    }

    #[test]
    fn the_short_article_before_the_long_one() {
        let long = "无关的话".repeat(100);
        let articles = [("甲", &*format!("前文\n家园{long}")), ("乙", "前文\n家园")];
        assert_eq!(order(&articles, "家园"), [1, 0]);
    }
}
