//! How well searching answers, on articles of one's own: `cargo bench --bench quality -- ARTICLES.jsonl [SEED…]`.
//!
//! Prints one JSON object a line:
//!
//! - `known-item`: a headline is asked for in an archive without headlines; where its own article stands. Apart for even
//!   and odd articles: the weights were chosen on the even ones. Once for all headlines, and once, as in `./dev bench`, for
//!   those of six characters and more that stand over one article only: shorter ones are names of columns.
//! - `reader`: two words of a headline that the article has; a word of its first paragraph and one of its headline.
//! - `two-words` and `substring`: what is found, against a plain scan of the folded text (headline and body, line breaks
//!   taken out).
//! - the microseconds of each, and of queries made to be slow.

use std::collections::HashMap;
use std::time::Instant;

use baoyan::engine::{Archive, Options, build};
use baoyan::extract::vocabulary;
use baoyan::format::{Kind, Reader};
use baoyan::index::documents::Document;
use baoyan::index::words::Words;
use baoyan::model::{Article, Block, BlockKind, Info};
use baoyan::text::{fold, is_han};
use serde_json::{Value, json};

/// Shorter headlines are names of columns.
const HEADLINE: usize = 6;
const QUERIES: usize = 600;
const SUBSTRINGS: usize = 10_000;

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let path = arguments.next().expect("name a file of articles, one JSON object a line: id, title, body");
    let seeds: Vec<u64> = arguments.map(|seed| seed.parse().expect("a seed is a number")).collect();
    let articles = articles(&std::fs::read_to_string(path).expect("the file can be read"));
    let without_headlines: Vec<Document> =
        articles.iter().map(|document| Document { article: without_headline(document), ..document.clone() }).collect();
    let (whole, _) = open(&articles);
    let (bodies, words) = open(&without_headlines);
    let bench = |seed: u64| Bench { articles: &articles, words: &words, random: Random(seed.wrapping_add(1) << 20) };
    for (half, parity) in [("chosen on", 0), ("held back", 1)] {
        let [all, telling] = bench(0).known_item(&bodies, parity);
        report("known-item, all", half, &all);
        report("known-item", half, &telling);
    }
    for seed in if seeds.is_empty() { vec![1, 2, 3] } else { seeds } {
        let mut bench = bench(seed);
        report("reader", "two words of the headline", &bench.reader(&bodies, false));
        report("reader", "one of the lead, one of the headline", &bench.reader(&bodies, true));
        report("two-words", "", &bench.two_words(&whole));
        report("substring", "", &bench.substrings(&whole));
    }
    report("slow", "", &slow(&whole));
}

/// The numbers of one kind of queries.
#[derive(Default)]
struct Result {
    /// Per query: 1 / the place of the article it was made for, 0 beyond the fiftieth.
    reciprocal: Vec<f64>,
    /// Queries that found no article at all.
    nothing: usize,
    precision: Vec<f64>,
    recall: Vec<f64>,
    micros: Vec<u64>,
}

fn report(kind: &str, which: &str, result: &Result) {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    let mut micros = result.micros.clone();
    micros.sort_unstable();
    let at = |share: usize| micros.get((micros.len() * share / 100).min(micros.len() - 1));
    let mut line = json!({ "kind": kind, "which": which, "queries": micros.len(),
        "micros": { "p50": at(50), "p95": at(95), "most": micros.last() } });
    if !result.reciprocal.is_empty() {
        let in_ten: Vec<f64> = result.reciprocal.iter().map(|value| f64::from(u8::from(*value >= 0.1))).collect();
        line["mrr"] = mean(&result.reciprocal).into();
        line["recall_at_10"] = mean(&in_ten).into();
        line["beyond_50"] = result.reciprocal.iter().filter(|value| **value == 0.0).count().into();
        line["nothing"] = result.nothing.into();
    }
    if !result.recall.is_empty() {
        line["precision"] = mean(&result.precision).into();
        line["recall"] = mean(&result.recall).into();
        line["differ"] =
            (0..result.recall.len()).filter(|&at| result.recall[at] * result.precision[at] < 1.0).count().into();
    }
    println!("{line}");
}

struct Bench<'a> {
    articles: &'a [Document],
    words: &'a Words,
    random: Random,
}

impl Bench<'_> {
    /// For all headlines, and for those that tell articles apart.
    fn known_item(&self, archive: &Archive, parity: usize) -> [Result; 2] {
        let mut times: HashMap<&str, u32> = HashMap::new();
        for article in self.articles {
            *times.entry(headline(article)).or_default() += 1;
        }
        let mut results = [Result::default(), Result::default()];
        let half = self.articles.iter().skip(parity).step_by(2);
        for article in half.filter(|article| !headline(article).trim().is_empty()) {
            let headline = headline(article);
            let tells = times[headline] == 1 && headline.chars().count() >= HEADLINE;
            for result in results.iter_mut().take(1 + usize::from(tells)) {
                result.place(archive, headline, &article.id);
            }
        }
        results
    }

    fn reader(&mut self, archive: &Archive, lead: bool) -> Result {
        let mut result = Result::default();
        while result.micros.len() < QUERIES {
            let article = &self.articles[self.random.below(self.articles.len())];
            let body = body(article);
            let first = article.article.blocks.first().map_or("", |block| &block.text);
            let of_headline = self.words_of(headline(article));
            let from = if lead { self.words_of(first) } else { of_headline.clone() };
            let (Some(one), Some(other)) = (self.any(&from), self.any(&of_headline)) else { continue };
            if one != other && body.contains(&one) && body.contains(&other) {
                result.place(archive, &format!("{one} {other}"), &article.id);
            }
        }
        result
    }

    fn two_words(&mut self, archive: &Archive) -> Result {
        let texts: Vec<String> = self.articles.iter().map(|article| fold(headline(article)) + &body(article)).collect();
        let mut result = Result::default();
        while result.micros.len() < QUERIES {
            let at = self.random.below(self.articles.len());
            let words = self.words_of(&body(&self.articles[at]));
            let (Some(one), Some(other)) = (self.any(&words), self.any(&words)) else { continue };
            result.compare(archive, &format!("{one} {other}"), &texts, &[&one, &other]);
        }
        result
    }

    fn substrings(&mut self, archive: &Archive) -> Result {
        let texts: Vec<String> = self.articles.iter().map(|article| fold(headline(article)) + &body(article)).collect();
        let originals: Vec<Vec<char>> = self
            .articles
            .iter()
            .map(|article| article.article.blocks.iter().flat_map(|block| block.text.chars()).collect())
            .collect();
        let mut result = Result::default();
        while result.micros.len() < SUBSTRINGS {
            let text = &originals[self.random.below(originals.len())];
            let length = 1 + self.random.below(12);
            let Some(last) = text.len().checked_sub(length) else { continue };
            let start = self.random.below(last + 1);
            let query: String = text[start..start + length].iter().collect();
            // By contract a space parts words, quotes around a word and a hyphen before it are signs.
            if !query.contains(char::is_whitespace) && !query.starts_with(['-', '－', '−', '“', '”', '"', '＂'])
            {
                result.compare(archive, &query, &texts, &[&fold(&query)]);
            }
        }
        result
    }

    /// The words of two characters and more that a text is made of.
    fn words_of(&self, text: &str) -> Vec<String> {
        let folded: Vec<char> = fold(text).chars().collect();
        let runs = folded.chunk_by(|a, b| is_han(*a) == is_han(*b)).filter(|run| is_han(run[0]));
        let pieces = runs.flat_map(|run| self.words.cut(run)).filter(|piece| piece.len() > 1);
        pieces.map(|piece| piece.iter().collect()).collect()
    }

    fn any(&mut self, words: &[String]) -> Option<String> {
        (!words.is_empty()).then(|| words[self.random.below(words.len())].clone())
    }
}

impl Result {
    fn place(&mut self, archive: &Archive, query: &str, id: &str) {
        let start = Instant::now();
        let answer = archive.search(query, Options { limit: 50, ..Options::default() });
        self.micros.push(start.elapsed().as_micros() as u64);
        let place = answer.hits.iter().position(|hit| hit.id == id);
        self.nothing += usize::from(answer.total == 0);
        self.reciprocal.push(place.map_or(0.0, |place| 1.0 / (place + 1) as f64));
    }

    fn compare(&mut self, archive: &Archive, query: &str, texts: &[String], wanted: &[&String]) {
        let start = Instant::now();
        let answer = archive.search(query, Options::default());
        self.micros.push(start.elapsed().as_micros() as u64);
        let expect = texts.iter().filter(|text| wanted.iter().all(|word| text.contains(word.as_str()))).count();
        let all = archive.search(query, Options { limit: answer.total as usize, ..Options::default() });
        let ids: Vec<String> =
            (0..texts.len() as u32).filter_map(|number| Some(archive.document(number)?.id.clone())).collect();
        let right = all.hits.iter().filter(|hit| {
            let at = ids.iter().position(|id| *id == hit.id);
            at.is_some_and(|at| wanted.iter().all(|word| texts[at].contains(word.as_str())))
        });
        let right = right.count() as f64;
        self.precision.push(if answer.total == 0 { 1.0 } else { right / f64::from(answer.total) });
        self.recall.push(if expect == 0 { 1.0 } else { right / expect as f64 });
    }
}

/// What takes long: the most frequent characters, punctuation, many words, nothing but pinyin.
fn slow(archive: &Archive) -> Result {
    let mut queries: Vec<String> = ["的", "一", "中", "国", "，", "。", "、", "。　，", "1", "a", "％", "-的", "题:的"]
        .map(str::to_owned)
        .to_vec();
    queries
        .push("的 一 在 中 国 人 了 有 和 年 大 为 不 是 会 业 发 上 工 地 市 个 经 这 出 行 作 生 家 以 成 到".into());
    queries.push("abcd wang zhang hong ".repeat(8));
    queries.push("新年的工作会议在北京举行".repeat(20));
    queries.push("的一了在，。".repeat(40));
    let mut result = Result::default();
    for query in &queries {
        archive.search(query, Options::default());
        let start = Instant::now();
        let answer = archive.search(query, Options::default());
        let micros = start.elapsed().as_micros() as u64;
        result.micros.push(micros);
        let query: String = query.chars().take(12).collect();
        println!("{}", json!({ "kind": "slow", "which": query, "total": answer.total, "micros": micros }));
    }
    for text in ["x", "xw", "zhu g", "中", "中国", "zhongguorenmin", "没有这样的词"] {
        let start = Instant::now();
        let found = archive.suggest(text, 8).len();
        let micros = start.elapsed().as_micros() as u64;
        println!("{}", json!({ "kind": "suggest", "which": text, "total": found, "micros": micros }));
    }
    result
}

fn articles(text: &str) -> Vec<Document> {
    let article = |line: &str| {
        let fields: Value = serde_json::from_str(line).expect("each line is JSON");
        let field = |name: &str| fields[name].as_str().unwrap_or_default().to_owned();
        let blocks = field("body").lines().map(|line| Block::on_line(BlockKind::Paragraph, line, 1)).collect();
        let article = Article { title: Some(field("title")), blocks, ..Article::default() };
        Document { id: field("id"), document: "bench".into(), date: field("date").parse().ok(), article }
    };
    text.lines().map(article).collect()
}

fn without_headline(document: &Document) -> Article {
    Article { title: None, ..document.article.clone() }
}

fn open(documents: &[Document]) -> (Archive, Words) {
    let vocabulary = vocabulary(documents.iter().map(|document| &document.article), &[]);
    let bytes = build(Info::default(), documents, &vocabulary);
    let reader = Reader::open(&bytes).expect("it was just built");
    let words = reader.decode(Kind::WORDS, Words::read).expect("it was just built");
    (Archive::open(bytes).expect("it was just built"), words)
}

fn headline(document: &Document) -> &str {
    document.article.title.as_deref().unwrap_or_default()
}

fn body(document: &Document) -> String {
    document.article.blocks.iter().map(|block| fold(&block.text)).collect()
}

/// Xorshift (Marsaglia 2003).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}
