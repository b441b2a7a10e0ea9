use super::{Clause, Source, Weights};
use crate::model::{DateRange, Day, MatchKind, Matched, Why};

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
}

/// How well each of the articles (ascending) answers.
///
/// What was looked for counts as a unit however long it is, so its rarity is known exactly.
pub fn rank(source: Source<'_>, clauses: &[Clause], documents: &[u32], weights: &Weights) -> Ranking {
    let mut scores = vec![0.0; documents.len()];
    let mut rarities = Vec::with_capacity(clauses.len());
    for clause in clauses {
        let found = tallies(source, clause, weights);
        let rarity = rarity(source.documents.len(), found.len());
        rarities.push(rarity);
        let mut at = 0;
        for tally in &found {
            while documents.get(at).is_some_and(|&document| document < tally.document) {
                at += 1;
            }
            if documents.get(at) == Some(&tally.document) {
                scores[at] += score(source, clause, rarity, tally, weights);
            }
        }
    }
    for (at, pair) in clauses.windows(2).enumerate() {
        let rarer = rarities[at].min(rarities[at + 1]);
        for (document, nearness) in nearness(source, &pair[0], &pair[1]) {
            if let Ok(at) = documents.binary_search(&document) {
                scores[at] += weights.proximity * rarer * nearness;
            }
        }
    }
    let days = days(source, documents);
    for (score, &document) in scores.iter_mut().zip(documents) {
        *score *= recency(source, document, days, weights);
    }
    Ranking { scores, rarities, days }
}

impl Ranking {
    /// What the score of one of the articles is made of.
    pub fn why(&self, source: Source<'_>, clauses: &[Clause], document: u32, weights: &Weights) -> Why {
        let range = source.postings.article(document);
        let within: Vec<Clause> = clauses
            .iter()
            .map(|clause| {
                let from = clause.spans.partition_point(|&(start, _)| start < range.start);
                let length = clause.spans[from..].partition_point(|&(start, _)| start < range.end);
                let spans = clause.spans[from..from + length].to_vec();
                Clause { text: clause.text.clone(), spans, ..*clause }
            })
            .collect();
        let mut matched = Vec::new();
        for (clause, &rarity) in within.iter().zip(&self.rarities) {
            for tally in tallies(source, clause, weights) {
                let mut fields = Vec::new();
                for place in source.postings.places_of(&clause.spans) {
                    match fields.iter_mut().find(|(field, _)| *field == place.field) {
                        Some((_, count)) => *count += 1,
                        None => fields.push((place.field, 1)),
                    }
                }
                let score = score(source, clause, rarity, &tally, weights);
                let Clause { ref text, kind, weight, .. } = *clause;
                matched.push(Matched { text: text.clone(), kind, fields, weight, rarity, score });
            }
        }
        let proximity = within.windows(2).zip(self.rarities.windows(2)).flat_map(|(pair, rarities)| {
            let rarer = rarities[0].min(rarities[1]);
            nearness(source, &pair[0], &pair[1]).into_iter().map(move |(_, nearness)| rarer * nearness)
        });
        Why {
            proximity: weights.proximity * proximity.sum::<f64>(),
            date: recency(source, document, self.days, weights),
            matched,
        }
    }
}

/// How often a clause stands in an article, weighted by field, and where it does so first.
struct Tally {
    document: u32,
    frequency: f64,
    first: u32,
}

/// By article, ascending.
fn tallies(source: Source<'_>, clause: &Clause, weights: &Weights) -> Vec<Tally> {
    let mut found: Vec<Tally> = Vec::new();
    for (place, &(first, _)) in source.postings.places_of(&clause.spans).zip(&clause.spans) {
        let frequency = weights.of(place.field);
        match found.last_mut() {
            Some(tally) if tally.document == place.document => tally.frequency += frequency,
            _ => found.push(Tally { document: place.document, frequency, first }),
        }
    }
    found
}

fn score(source: Source<'_>, clause: &Clause, rarity: f64, tally: &Tally, weights: &Weights) -> f64 {
    let postings = source.postings;
    let mean = f64::from(postings.end()) / source.documents.len().max(1) as f64;
    let range = postings.article(tally.document);
    let frequency = tally.frequency / (1.0 - weights.b + weights.b * range.len() as f64 / mean);
    let k1 = weights.saturation(clause.kind);
    let opening = if tally.first < range.start + OPENING { weights.opening } else { 0.0 };
    clause.weight * rarity * (opening + (weights.k1 + 1.0) * frequency / (k1 + frequency))
}

/// Inverse document frequency in the form that is never negative.
fn rarity(all: usize, with: usize) -> f64 {
    let (all, with) = (all as f64, with as f64);
    ((all - with + 0.5) / (with + 0.5)).ln_1p()
}

/// By article: how near two words that were looked for come to each other, 1 for neighbours.
fn nearness(source: Source<'_>, one: &Clause, other: &Clause) -> Vec<(u32, f64)> {
    let is_part = |clause: &Clause| matches!(clause.kind, MatchKind::Part | MatchKind::Character);
    if is_part(one) || is_part(other) {
        return Vec::new();
    }
    let (mut found, mut at, mut end): (Vec<(u32, f64)>, usize, u32) = (Vec::new(), 0, 0);
    for &(start, stop) in &one.spans {
        if start >= end {
            let document = source.postings.article_at(start);
            let range = source.postings.article(document);
            end = range.end;
            at += other.spans[at..].partition_point(|span| span.0 < range.start);
            found.push((document, 0.0));
        }
        while other.spans.get(at + 1).is_some_and(|span| span.0 <= start) {
            at += 1;
        }
        for &(its_start, its_stop) in other.spans[at..].iter().take(2).filter(|span| span.0 < end) {
            let gap = its_start.saturating_sub(stop).max(start.saturating_sub(its_stop));
            let near = NEAR / (NEAR + f64::from(gap));
            // Every position so far lies in the last article that was found.
            found.iter_mut().rev().take(1).for_each(|(_, best)| *best = near.max(*best));
        }
    }
    found
}

fn days(source: Source<'_>, documents: &[u32]) -> Option<(i32, i32)> {
    let mut days = documents.iter().filter_map(|&document| day(source.documents[document as usize].date));
    let first = days.next()?;
    Some(days.fold((first, first), |(first, last), day| (first.min(day), last.max(day))))
}

fn day(date: Option<DateRange>) -> Option<i32> {
    date.and_then(|date| date.last.last_day()).map(Day::to_days)
}

fn recency(source: Source<'_>, document: u32, days: Option<(i32, i32)>, weights: &Weights) -> f64 {
    let day = day(source.documents[document as usize].date);
    match (day, days) {
        (Some(day), Some((first, last))) if first < last => {
            1.0 + weights.date * f64::from(day - first) / f64::from(last - first)
        }
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::documents::Document;
    use crate::index::postings;
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
        let (lexicon, postings) = postings::write(&documents, Folding::whole());
        let words = Words::default();
        let source = Source::here(&documents, &lexicon, &postings, &words, Folding::whole());
        let clauses: Vec<Clause> =
            wanted.split(' ').map(|word| Clause::of(source, &word.chars().collect::<Vec<char>>())).collect();
        let all: Vec<u32> = (0..documents.len() as u32).collect();
        let scores = rank(source, &clauses, &all, &Weights::default()).scores;
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
