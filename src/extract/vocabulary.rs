use std::collections::{BTreeMap, BTreeSet, HashMap};

use daachorse::CharwiseDoubleArrayAhoCorasick;
use jieba_rs::Jieba;
use pinyin::ToPinyinMulti;
use rayon::prelude::*;

use crate::model::{Article, Vocabulary, Word, WordKind};
use crate::text::{fold, is_han};

/// One plain word is kept for so many characters of text, so that the words never outweigh the text.
const CHARACTERS_A_WORD: usize = 100;
/// So many plain words are kept of any archive that has them.
const AT_LEAST: usize = 4_000;
/// Longer names are found by their parts.
const LONGEST: usize = 12;

/// The words of articles: names of counties, people, initiatives and columns, and the most frequent of the plain words
/// that jieba finds, of two or more Han characters each. With each, in how many articles a search finds it: those in which its
/// characters stand, whatever words they are part of.
pub fn vocabulary<'a>(articles: impl Iterator<Item = &'a Article>, counties: &[String]) -> Vocabulary {
    let articles: Vec<&Article> = articles.collect();
    let mut names = Names::default();
    for county in counties {
        names.county(county);
    }
    for article in &articles {
        article.county.iter().for_each(|county| names.county(county));
        article.names().into_iter().for_each(|person| names.add(person, WordKind::Person));
        article.initiatives.iter().for_each(|initiative| names.add(&initiative.name, WordKind::Initiative));
        article.standing_head.iter().for_each(|head| names.add(head, WordKind::Column));
    }

    let texts: Vec<String> = articles.par_iter().map(|article| folded(article)).collect();
    let mut words: Vec<Word> = plain_words(&texts);
    words.retain(|word| !names.0.contains_key(&word.text));
    let keep = AT_LEAST.max(texts.iter().map(String::len).sum::<usize>() / '字'.len_utf8() / CHARACTERS_A_WORD);
    words.truncate(keep);
    words.extend(names.0.into_iter().map(|(text, kind)| Word { text, kind, articles: 0 }));
    words.sort_by(|a, b| a.text.cmp(&b.text));
    count(&mut words, &articles);
    let readings = readings(&words);
    Vocabulary { words, readings }
}

/// Counts for each word the articles in which its characters stand.
fn count(words: &mut [Word], articles: &[&Article]) {
    let Ok(automaton) = CharwiseDoubleArrayAhoCorasick::<u32>::new(words.iter().map(|word| &word.text)) else { return };
    let found = |article: &&Article| {
        let text = searched(article);
        automaton.find_overlapping_iter(&text).map(|found| found.value()).collect::<BTreeSet<u32>>()
    };
    let counts = articles
        .par_iter()
        .fold(
            || vec![0; words.len()],
            |mut counts, article| {
                found(article).into_iter().for_each(|place| counts[place as usize] += 1);
                counts
            },
        )
        .reduce(
            || vec![0; words.len()],
            |mut all, some| {
                all.iter_mut().zip(some).for_each(|(all, some)| *all += some);
                all
            },
        );
    words.iter_mut().zip(counts).for_each(|(word, count)| word.articles = count);
}

/// An article's text as it is searched: title and blocks without anything between them, column and names apart.
fn searched(article: &Article) -> String {
    let apart = article.names().into_iter().chain(article.standing_head.as_deref()).flat_map(|text| [text, "\n"]);
    let together = article.title.iter().chain(article.blocks.iter().map(|block| &block.text)).map(String::as_str);
    apart.chain(together).map(fold).collect()
}

/// Names by their folded text, with their kind.
#[derive(Default)]
struct Names(BTreeMap<String, WordKind>);

impl Names {
    fn add(&mut self, text: &str, kind: WordKind) {
        let text: String = fold(text).chars().filter(|c| !matches!(c, '“' | '”' | ' ')).collect();
        if (2..=LONGEST).contains(&text.chars().count()) && text.chars().all(is_han) {
            let known = self.0.entry(text).or_insert(kind);
            *known = kind.min(*known);
        }
    }

    /// A county in full, and without the character that says what it is.
    fn county(&mut self, name: &str) {
        self.add(name, WordKind::County);
        if let Some((end, _)) = name.char_indices().nth(2).and(name.char_indices().next_back()) {
            self.add(&name[..end], WordKind::County);
        }
    }
}

fn folded(article: &Article) -> String {
    let mut text = String::new();
    for part in article.title.iter().chain(&article.standing_head).chain(article.blocks.iter().map(|block| &block.text))
    {
        text.push_str(&fold(part));
        text.push('\n');
    }
    text
}

/// What jieba finds, by number of articles, most first.
fn plain_words(texts: &[String]) -> Vec<Word> {
    let jieba = Jieba::new();
    let counts = texts
        .par_iter()
        .fold(HashMap::<&str, u32>::new, |mut counts, text| {
            let words = jieba.cut(text, false).into_iter().map(|token| token.word);
            let words: BTreeSet<&str> =
                words.filter(|word| word.chars().nth(1).is_some() && word.chars().all(is_han)).collect();
            words.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
            counts
        })
        .reduce(HashMap::new, |mut all, some| {
            some.into_iter().for_each(|(word, count)| *all.entry(word).or_default() += count);
            all
        });
    let mut words: Vec<Word> = counts
        .into_iter()
        .map(|(text, articles)| Word { text: text.to_owned(), kind: WordKind::Word, articles })
        .collect();
    words.sort_by(|a, b| b.articles.cmp(&a.articles).then_with(|| a.text.cmp(&b.text)));
    words
}

fn readings(words: &[Word]) -> Vec<(char, Vec<String>)> {
    let chars: BTreeSet<char> = words.iter().flat_map(|word| word.text.chars()).collect();
    let readings = |c: char| {
        let mut readings: Vec<String> = Vec::new();
        for reading in c.to_pinyin_multi().into_iter().flatten() {
            let plain = reading.plain().replace('ü', "v");
            if !readings.contains(&plain) {
                readings.push(plain);
            }
        }
        readings
    };
    chars.into_iter().map(|c| (c, readings(c))).filter(|(_, readings)| !readings.is_empty()).collect()
}
