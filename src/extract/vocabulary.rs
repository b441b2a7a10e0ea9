use std::collections::{BTreeMap, BTreeSet, HashMap};

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
/// that jieba finds, of two or more Han characters each.
pub fn vocabulary<'a>(articles: impl Iterator<Item = &'a Article>, counties: &[String]) -> Vocabulary {
    let articles: Vec<&Article> = articles.collect();
    let mut names = Names::default();
    for county in counties {
        names.county(county, 0);
    }
    for article in &articles {
        article.county.iter().for_each(|county| names.county(county, 1));
        let people = article.reporters.iter().chain(&article.correspondents).chain(&article.photographers);
        people.collect::<BTreeSet<_>>().into_iter().for_each(|person| names.add(person, WordKind::Person, 1));
        article.initiatives.iter().for_each(|initiative| names.add(&initiative.name, WordKind::Initiative, 1));
        article.standing_head.iter().for_each(|head| names.add(head, WordKind::Column, 1));
    }

    let texts: Vec<String> = articles.par_iter().map(|article| folded(article)).collect();
    let mut words: Vec<Word> = plain_words(&texts);
    words.retain(|word| !names.0.contains_key(&word.text));
    let keep = AT_LEAST.max(texts.iter().map(String::len).sum::<usize>() / '字'.len_utf8() / CHARACTERS_A_WORD);
    words.truncate(keep);
    words.extend(names.0.into_iter().map(|(text, (kind, articles))| Word { text, kind, articles }));
    words.sort_by(|a, b| a.text.cmp(&b.text));
    let readings = readings(&words);
    Vocabulary { words, readings }
}

/// Names by their folded text, with their kind and the number of articles.
#[derive(Default)]
struct Names(BTreeMap<String, (WordKind, u32)>);

impl Names {
    fn add(&mut self, text: &str, kind: WordKind, articles: u32) {
        let text: String = fold(text).chars().filter(|c| !matches!(c, '“' | '”' | ' ')).collect();
        if (2..=LONGEST).contains(&text.chars().count()) && text.chars().all(is_han) {
            let (known, count) = self.0.entry(text).or_insert((kind, 0));
            (*known, *count) = (kind.min(*known), *count + articles);
        }
    }

    /// A county in full, and without the character that says what it is.
    fn county(&mut self, name: &str, articles: u32) {
        self.add(name, WordKind::County, articles);
        if let Some((end, _)) = name.char_indices().nth(2).and(name.char_indices().next_back()) {
            self.add(&name[..end], WordKind::County, articles);
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
