use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::atomic::{AtomicU32, Ordering};

use daachorse::CharwiseDoubleArrayAhoCorasick;
use pinyin::ToPinyinMulti;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::model::{Article, Vocabulary, Word, WordKind};
use crate::text::{dictionary, fold, is_han};

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
    let mut finder = WordFinder::default();
    finder.see(&articles);
    let counter = finder.finish(counties);
    articles.par_iter().for_each(|article| counter.count(article));
    counter.finish()
}

/// Finds the words of articles, a few of them at a time: see [`vocabulary`].
#[derive(Default, Serialize, Deserialize)]
pub struct WordFinder {
    names: Names,
    /// Plain words, with the number of articles that jieba finds them in.
    plain: HashMap<String, u32>,
    /// Bytes of text.
    length: usize,
}

impl WordFinder {
    /// Finds the words of some articles.
    pub fn see(&mut self, articles: &[&Article]) {
        for article in articles {
            article.county.iter().for_each(|county| self.names.county(county));
            article.names().into_iter().for_each(|person| self.names.add(person, WordKind::Person));
            article.initiatives.iter().for_each(|initiative| self.names.add(&initiative.name, WordKind::Initiative));
            article.standing_head.iter().for_each(|head| self.names.add(head, WordKind::Column));
        }
        let texts: Vec<String> = articles.par_iter().map(|article| folded(article)).collect();
        self.length += texts.iter().map(String::len).sum::<usize>();
        let words: Vec<HashSet<&str>> = texts.par_iter().map(|text| Self::plain_words(text)).collect();
        for word in words.into_iter().flatten() {
            match self.plain.get_mut(word) {
                Some(count) => *count += 1,
                None => drop(self.plain.insert(word.to_owned(), 1)),
            }
        }
    }

    /// Adds what was found in other articles.
    pub fn add(&mut self, mut others: WordFinder) {
        // The fewer are added to the more.
        if others.plain.len() > self.plain.len() {
            std::mem::swap(self, &mut others);
        }
        let WordFinder { names, plain, length } = others;
        names.0.into_iter().for_each(|(text, kind)| self.names.know(text, kind));
        for (word, count) in plain {
            *self.plain.entry(word).or_default() += count;
        }
        self.length += length;
    }

    /// What jieba finds, each once.
    fn plain_words(text: &str) -> HashSet<&str> {
        let words = dictionary().cut(text, false).into_iter().map(|token| token.word);
        words.filter(|word| word.chars().nth(1).is_some() && word.chars().all(is_han)).collect()
    }

    /// All names, and the most frequent of the plain words, to be counted.
    pub fn finish(self, counties: &[String]) -> WordCounter {
        let WordFinder { mut names, plain, length, .. } = self;
        counties.iter().for_each(|county| names.county(county));
        let mut plain: Vec<(String, u32)> = plain.into_iter().filter(|(word, _)| !names.0.contains_key(word)).collect();
        plain.sort_by(|(a, many), (b, more)| more.cmp(many).then_with(|| a.cmp(b)));
        plain.truncate(AT_LEAST.max(length / '字'.len_utf8() / CHARACTERS_A_WORD));
        let plain = plain.into_iter().map(|(text, _)| (text, WordKind::Word));
        let words = names.0.into_iter().chain(plain).map(|(text, kind)| Word { text, kind, articles: 0 });
        let mut words: Vec<Word> = words.collect();
        words.sort_by(|a, b| a.text.cmp(&b.text));
        let automaton = CharwiseDoubleArrayAhoCorasick::new(words.iter().map(|word| &word.text)).ok();
        let counts = words.iter().map(|_| AtomicU32::new(0)).collect();
        WordCounter { words, automaton, counts }
    }
}

/// Counts for each word the articles in which its characters stand.
pub struct WordCounter {
    words: Vec<Word>,
    /// `None` where there are no words.
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    counts: Vec<AtomicU32>,
}

impl WordCounter {
    /// Counts the words of an article.
    pub fn count(&self, article: &Article) {
        let Some(automaton) = &self.automaton else { return };
        let text = searched(article);
        let mut found: Vec<u32> = automaton.find_overlapping_iter(&text).map(|found| found.value()).collect();
        found.sort_unstable();
        found.dedup();
        for place in found {
            self.counts[place as usize].fetch_add(1, Ordering::Relaxed);
        }
    }

    /// The words, when all articles were counted.
    pub fn finish(self) -> Vocabulary {
        let mut words = self.words;
        words.iter_mut().zip(self.counts).for_each(|(word, count)| word.articles = count.into_inner());
        let readings = readings(&words);
        Vocabulary { words, readings }
    }
}

/// An article's text as it is searched: title and blocks without anything between them, column and names apart.
fn searched(article: &Article) -> String {
    let apart = article.names().into_iter().chain(article.standing_head.as_deref()).flat_map(|text| [text, "\n"]);
    let together = article.title.iter().chain(article.blocks.iter().map(|block| &block.text)).map(String::as_str);
    apart.chain(together).map(fold).collect()
}

/// Names by their folded text, with their kind.
#[derive(Default, Serialize, Deserialize)]
struct Names(BTreeMap<String, WordKind>);

impl Names {
    fn add(&mut self, text: &str, kind: WordKind) {
        let text: String = fold(text).chars().filter(|c| !matches!(c, '“' | '”' | ' ')).collect();
        if (2..=LONGEST).contains(&text.chars().count()) && text.chars().all(is_han) {
            self.know(text, kind);
        }
    }

    fn know(&mut self, text: String, kind: WordKind) {
        let known = self.0.entry(text).or_insert(kind);
        *known = kind.min(*known);
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
