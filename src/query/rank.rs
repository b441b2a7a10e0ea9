use super::order::Order;
use super::{Catalogue, Clause, Source, Weights};
use crate::index::postings::{Fields, seek};
use crate::model::{MatchKind, Matched, Why};

/// Characters at the head of an article, its headline among them.
const OPENING: u32 = 150;
/// Words so many characters apart count half as near as neighbours.
const NEAR: f64 = 8.0;

/// How well articles answer, and what that rests on.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// One score an article, in their order.
    pub scores: Vec<f64>,
    /// By clause: how much its rarity counts.
    rarities: Vec<f64>,
    /// The days between which the articles lie.
    days: Option<(i32, i32)>,
    /// Of the articles that were looked at closely, what their characters add.
    closer: Vec<(u32, f64)>,
}

/// How well each of the articles (ascending) answers.
///
/// What was looked for counts as a unit however long it is, so its rarity is known exactly.
pub fn rank(
    source: Source<'_>,
    catalogue: &Catalogue,
    clauses: &[Clause],
    documents: &[u32],
    weights: &Weights,
) -> Ranking {
    let mut scores = vec![0.0; documents.len()];
    let rarities: Vec<f64> = clauses.iter().map(|clause| rarity(source.outlines.len(), clause.articles)).collect();
    let mut fields = source.postings.fields();
    for (clause, &rarity) in clauses.iter().zip(&rarities) {
        let (mut walk, mut at) = (clause.walk(), 0);
        for &document in &clause.documents {
            at = seek(documents, at, document);
            if documents.get(at) == Some(&document)
                && let Some(whole) = scores.get_mut(at)
            {
                let spans = walk.within(source, document);
                *whole += score(source, clause, rarity, document, spans, &mut fields, weights);
            }
        }
    }
    for (pair, rarities) in clauses.windows(2).zip(rarities.windows(2)) {
        let ([one, other], &[rarity, next]) = (pair, rarities) else { continue };
        if !are_words(one, other) {
            continue;
        }
        let rarer = rarity.min(next);
        let (mut one, mut other) = (one.walk(), other.walk());
        for (score, &document) in scores.iter_mut().zip(documents) {
            *score +=
                weights.proximity * rarer * nearness(one.within(source, document), other.within(source, document));
        }
    }
    let days = days(catalogue, documents);
    for (score, &document) in scores.iter_mut().zip(documents) {
        *score *= recency(catalogue, document, days, weights);
    }
    Ranking { scores, rarities, days, closer: Vec::new() }
}

/// Of the articles that have parts of a query, so many of the first are looked at closely.
pub const LOOKED_AT: usize = 20;
/// And so many of their characters.
const LOOKED_INTO: usize = 4_000;

impl Ranking {
    /// Looks closely at the first of the articles that have parts of a query, best first: which of its characters stand in their texts,
    /// and how many of them in its order in one stretch. Their scores grow by that, so that they stay before all others.
    ///
    /// Newspapers shorten in headlines: what is one character there is a word in the text. A single character stands in very many
    /// articles, so that it only tells these few apart; how rare it is, is judged by them.
    pub fn look_closely(
        &mut self,
        source: Source<'_>,
        catalogue: &Catalogue,
        characters: &[char],
        best: &mut [(u32, f64)],
        weights: &Weights,
    ) {
        let (first, _) = best.split_at_mut(LOOKED_AT.min(best.len()));
        let order = Order::of(characters);
        let text = |&(document, _): &(u32, f64)| order.masks(&source.beginning(document, LOOKED_INTO));
        let masks: Vec<Vec<u64>> = first.iter().map(text).collect();
        let mut more: Vec<f64> = masks.iter().map(|masks| weights.order * f64::from(order.most(masks))).collect();
        for character in order.han() {
            let places = |masks: &[u64]| masks.iter().filter(|mask| **mask == character).count();
            let counts: Vec<usize> = masks.iter().map(|masks| places(masks)).collect();
            let with = counts.iter().filter(|count| **count > 0).count();
            let rarity = weights.character * rarity(first.len(), with as u32);
            for (((more, masks), count), &(document, _)) in more.iter_mut().zip(&masks).zip(counts).zip(&*first) {
                let is_early = places(masks.get(..OPENING as usize).unwrap_or(masks)) > 0;
                *more += rarity * part(source, document, count as f64, is_early, weights);
            }
        }
        for (more, (document, score)) in more.into_iter().zip(first) {
            *score += more * recency(catalogue, *document, self.days, weights);
            self.closer.push((*document, more));
        }
    }

    /// What the score of one of the articles is made of.
    pub fn why(
        &self,
        source: Source<'_>,
        catalogue: &Catalogue,
        clauses: &[Clause],
        document: u32,
        weights: &Weights,
    ) -> Why {
        let spans: Vec<&[(u32, u32)]> = clauses.iter().map(|clause| clause.walk().within(source, document)).collect();
        let mut matched = Vec::new();
        let mut of = source.postings.fields();
        for ((clause, &spans), &rarity) in clauses.iter().zip(&spans).zip(&self.rarities) {
            if spans.is_empty() {
                continue;
            }
            let mut fields = Vec::new();
            for &(start, _) in spans {
                let field = of.of(start);
                match fields.iter_mut().find(|(known, _)| *known == field) {
                    Some((_, count)) => *count += 1,
                    None => fields.push((field, 1)),
                }
            }
            let score = score(source, clause, rarity, document, spans, &mut of, weights);
            let Clause { ref text, kind, weight, .. } = *clause;
            matched.push(Matched { text: text.clone(), kind, fields, weight, rarity, score });
        }
        let mut proximity = 0.0;
        for ((pair, spans), rarities) in clauses.windows(2).zip(spans.windows(2)).zip(self.rarities.windows(2)) {
            if let ([one, other], &[near, far], &[rarity, next]) = (pair, spans, rarities)
                && are_words(one, other)
            {
                proximity += rarity.min(next) * nearness(near, far);
            }
        }
        let closer = self.closer.iter().find(|(known, _)| *known == document).map_or(0.0, |(_, more)| *more);
        Why {
            proximity: weights.proximity * proximity + closer,
            date: recency(catalogue, document, self.days, weights),
            matched,
        }
    }
}

/// What a clause counts that stands in an article so.
fn score(
    source: Source<'_>,
    clause: &Clause,
    rarity: f64,
    document: u32,
    spans: &[(u32, u32)],
    fields: &mut Fields<'_>,
    weights: &Weights,
) -> f64 {
    let Some(&(first, _)) = spans.first() else { return 0.0 };
    let frequency: f64 = spans.iter().map(|&(start, _)| weights.of(fields.of(start))).sum();
    let is_early = first < source.postings.article(document).start + OPENING;
    clause.weight * rarity * part(source, document, frequency, is_early, weights)
}

/// What something counts that stands so often in an article, against its rarity.
fn part(source: Source<'_>, document: u32, frequency: f64, is_early: bool, weights: &Weights) -> f64 {
    let mean = f64::from(source.postings.end()) / source.outlines.len().max(1) as f64;
    let length = source.postings.article(document).len() as f64;
    let frequency = frequency / (1.0 - weights.b + weights.b * length / mean);
    let opening = if is_early { weights.opening } else { 0.0 };
    opening + (weights.k1 + 1.0) * frequency / (weights.k1 + frequency)
}

/// Inverse document frequency in the form that is never negative: the logarithm of 1 + (all − with + ½) / (with + ½).
fn rarity(all: usize, with: u32) -> f64 {
    ((all as f64 + 1.0) / (f64::from(with) + 0.5)).ln()
}

/// Whether both are words, and not parts of one.
fn are_words(one: &Clause, other: &Clause) -> bool {
    [one, other].iter().all(|clause| clause.kind != MatchKind::Part)
}

/// How near two words that were looked for come to each other in an article, 1 for neighbours; 0 where one is missing.
fn nearness(one: &[(u32, u32)], other: &[(u32, u32)]) -> f64 {
    let (mut best, mut at): (f64, usize) = (0.0, 0);
    for &(start, stop) in one {
        while other.get(at + 1).is_some_and(|span| span.0 <= start) {
            at += 1;
        }
        for &(its_start, its_stop) in other.iter().skip(at).take(2) {
            let gap = its_start.saturating_sub(stop).max(start.saturating_sub(its_stop));
            best = best.max(NEAR / (NEAR + f64::from(gap)));
        }
    }
    best
}

fn days(catalogue: &Catalogue, documents: &[u32]) -> Option<(i32, i32)> {
    let mut days = documents.iter().filter_map(|&document| catalogue.days(document)[1]);
    let first = days.next()?;
    Some(days.fold((first, first), |(first, last), day| (first.min(day), last.max(day))))
}

fn recency(catalogue: &Catalogue, document: u32, days: Option<(i32, i32)>, weights: &Weights) -> f64 {
    match (catalogue.days(document)[1], days) {
        (Some(day), Some((first, last))) if first < last => {
            1.0 + weights.date * f64::from(day - first) / f64::from(last - first)
        }
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::documents::{Document, Outline, Packed};
    use crate::index::postings::{Postings, RowWriter};
    use crate::index::words::Words;
    use crate::model::{Article, Block, BlockKind};
    use crate::text::Folding;

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
        let mut row = RowWriter::new("", Folding::whole());
        documents.iter().for_each(|document| row.add(document));
        let postings = Postings::of(row.finish());
        let (articles, words) = (Packed::default(), Words::default());
        let outlines = documents.iter().map(Outline::of).collect::<Vec<_>>();
        let source = Source::here(&articles, &outlines, &postings, &words, Folding::whole());
        let clauses: Vec<Clause> =
            wanted.split(' ').map(|word| Clause::of(source, &word.chars().collect::<Vec<char>>())).collect();
        let all: Vec<u32> = (0..documents.len() as u32).collect();
        let scores = rank(source, &Catalogue::of(&outlines), &clauses, &all, &Weights::default()).scores;
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
