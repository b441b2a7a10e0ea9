//! The oracle of what is fetched by need: the whole form, asked the same.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::format::{PartName, checksum};
use crate::index::documents::Document;
use crate::model::{
    Article, Basis, Block, BlockKind, Facets, Figure, Info, Initiative, Sort, Span, Vocabulary, Word, WordKind,
};

/// Both forms of an archive.
struct Both {
    whole: Archive,
    entry: Vec<u8>,
    files: BTreeMap<String, Vec<u8>>,
}

fn both(documents: &[Document]) -> Both {
    let word = |text: &str, kind| Word { text: text.into(), kind, articles: 1 };
    let mut words = vec![word("云溪", WordKind::County), word("红色", WordKind::Word), word("家园", WordKind::Word)];
    words.sort_by(|a, b| a.text.cmp(&b.text));
    let reading = |c, text: &str| (c, vec![text.to_owned()]);
    let mut readings = vec![reading('云', "yun"), reading('溪', "xi"), reading('红', "hong"), reading('色', "se")];
    readings.sort();
    with_words(documents, &Vocabulary { words, readings })
}

fn with_words(documents: &[Document], vocabulary: &Vocabulary) -> Both {
    let info = Info { counties: vec!["云溪县".into(), "临汐县".into()], ..Info::default() };
    let whole = Archive::open(build(info.clone(), documents, vocabulary)).unwrap();
    let mut files: BTreeMap<String, Vec<u8>> = publish(info, documents, vocabulary).into_iter().collect();
    let entry = files.remove(ENTRY).unwrap();
    Both { whole, entry, files }
}

impl Both {
    /// Asks by need, with these files fed before; how many times files had to be fetched.
    fn ask<T>(&self, before: &[PartName], question: impl Fn(&Archive) -> T) -> (T, usize) {
        let mut session = Session::open(self.entry.clone()).unwrap();
        let file = |name: PartName| self.files[&name.to_string()].clone();
        before.iter().for_each(|&name| session.feed(name, file(name)).unwrap());
        let mut rounds = 0;
        loop {
            match session.ask(&question) {
                Reply::Ready(answer) => return (answer, rounds),
                Reply::Needs(names) => {
                    rounds += usize::from(!names.is_empty());
                    names.into_iter().rev().for_each(|name| session.feed(name, file(name)).unwrap());
                }
            }
        }
    }

    /// All that is said of a query is the same, whatever was fed before.
    fn compare(&self, query: &str, before: &[PartName]) -> Result<(), TestCaseError> {
        for sort in [Sort::Relevance, Sort::Newest, Sort::Oldest] {
            let options = Options { limit: 5, sort, ..Options::default() };
            let (answer, _) = self.ask(before, |archive| archive.search(query, options));
            prop_assert_eq!(&answer, &self.whole.search(query, options));
            let Some(hit) = answer.hits.first() else { continue };
            let (reading, _) = self.ask(before, |archive| archive.article(&hit.id, query));
            prop_assert_eq!(reading, self.whole.article(&hit.id, query));
        }
        let (stats, _) = self.ask(before, |archive| archive.stats(query));
        prop_assert_eq!(stats, self.whole.stats(query));
        Ok(())
    }
}

fn document(number: usize, county: Option<&str>, date: &str, text: &str) -> Document {
    let mut lines = text.split('|');
    let title = lines.next().filter(|title| !title.is_empty()).map(str::to_owned);
    let kinds = [BlockKind::Paragraph, BlockKind::SectionHead, BlockKind::Paragraph, BlockKind::Caption];
    let lines: Vec<&str> = lines.collect();
    let blocks = lines.iter().zip(kinds.iter().cycle()).zip(2..);
    let blocks: Vec<Block> = blocks.map(|((text, kind), line)| Block::on_line(*kind, *text, line)).collect();
    let initiatives = blocks.iter().zip(0..).filter(|(block, _)| block.text.chars().count() > 4).map(|(block, at)| {
        let name: String = block.text.chars().take(3).collect();
        let span = Span { block: at, start: 0, end: 3 };
        let figure = Figure { text: name.clone(), unit: String::new(), line: at + 2, span, ..Figure::default() };
        Initiative {
            name,
            county: county.map(str::to_owned),
            year: (at % 2 == 0).then_some(2020),
            year_basis: Basis::Explicit,
            line: at + 2,
            span,
            figures: vec![figure],
            ..Initiative::default()
        }
    });
    let article = Article {
        order: number as u32 + 1,
        title,
        initiatives: initiatives.collect(),
        blocks,
        county: county.map(str::to_owned),
        year: date.get(..4).and_then(|year| year.parse().ok()),
        page: Some(format!("0{}", number % 3)),
        reporters: if number.is_multiple_of(2) { vec!["林禾".into()] } else { Vec::new() },
        standing_head: number.is_multiple_of(5).then(|| "红云专栏".into()),
        ..Article::default()
    };
    let id = format!("page.txt#{}", number + 1);
    Document { id, document: "page.txt".into(), date: date.parse().ok(), article }
}

fn documents(most: usize) -> impl Strategy<Value = Vec<Document>> {
    let county = proptest::option::of(prop_oneof![Just("云溪县"), Just("临汐县")]);
    let date = prop_oneof![Just("2024-03-05"), Just("2023"), Just("2024-03-06"), Just("-")];
    let text = "[红色家園园县縣云溪，“”a-cA1１ |]{0,40}";
    proptest::collection::vec((county, date, text), 1..most).prop_map(|all| {
        let document =
            |(at, (county, date, text)): (usize, (Option<&str>, &str, String))| document(at, county, date, &text);
        all.into_iter().enumerate().map(document).collect()
    })
}

fn query() -> impl Strategy<Value = String> {
    let word = "[红色家園园县云溪，a-c1]{1,5}";
    let other = prop_oneof![
        Just("县:云溪"),
        Just("年:2024"),
        Just("-县:临汐"),
        Just("记者:林禾"),
        Just("版:1"),
        Just("举措年:2020"),
        Just("yunxi"),
        Just("yx"),
        Just("红色家园建设在云溪的日子"),
        Just("题:红色"),
        Just("-红色"),
        Just("\"红色 家园\""),
        Just(""),
    ];
    let part = prop_oneof![2 => word.boxed(), 1 => other.prop_map(str::to_owned).boxed()];
    proptest::collection::vec(part, 0..4).prop_map(|parts| parts.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn by_need_answers_as_the_whole_does(
        documents in documents(12),
        queries in proptest::collection::vec(query(), 3),
        before in proptest::collection::vec(any::<proptest::sample::Index>(), 0..12),
    ) {
        let both = both(&documents);
        let all = Session::open(both.entry.clone()).unwrap().archive().files();
        prop_assert_eq!(all.len(), both.files.len());
        let before: Vec<PartName> = before.iter().map(|index| *index.get(&all)).collect();
        for query in queries {
            both.compare(&query, &before)?;
        }
    }
}

#[test]
fn a_file_that_makes_no_sense_stays_wanted() {
    let both = both(&[document(0, Some("云溪县"), "2024-03-05", "清溪|云溪县清理河道六条。")]);
    let mut session = Session::open(both.entry.clone()).unwrap();
    for _ in 0..8 {
        let Reply::Needs(names) = session.ask(|archive| archive.stats("河道")) else { return };
        for name in names {
            // The checksum is right: what is under it was never a file of an archive.
            let mut forged = vec![0xff; 3];
            let sealed = checksum(&[&forged, &name.group.to_le_bytes(), &name.number.to_le_bytes()]);
            forged.extend(sealed.to_le_bytes());
            let refused = session.feed(name, forged).is_err();
            let still = |reply: Reply<_>| matches!(reply, Reply::Needs(names) if names.contains(&name));
            assert!(!refused || still(session.ask(|archive| archive.stats("河道"))), "{name}");
            session.feed(name, both.files[&name.to_string()].clone()).unwrap();
        }
    }
    panic!("it is never answered");
}

#[test]
fn several_segments_and_shelves_answer_as_the_whole_does() {
    let parts = ["红色家园", "云溪县", "清理河道", "在2024年", "ab园", "，", "县", "家园a1"];
    let text = |at: usize| {
        let words: Vec<&str> = (0..6 + at % 5).map(|step| parts[(at * 7 + step * step * 3) % parts.len()]).collect();
        format!("{}|{}|{}", words[0], words[1..4].concat(), words[4..].concat())
    };
    let county = |at: usize| [Some("云溪县"), Some("临汐县"), None][at % 3];
    let documents: Vec<Document> = (0..2_500)
        .map(|at| document(at, county(at), &format!("20{:02}-03-{:02}", at / 200, 1 + at % 28), &text(at)))
        .collect();
    let both = both(&documents);
    let words = ["红色家园", "云溪县 清理", "园县", "\"家园云溪\" 县:云溪", "ab", "2024年", "记者:林禾 版:2 河道"];
    for query in words.into_iter().chain(["，红色", "县，家园", "园a1，", "\"，，\"", "4年在"]) {
        both.compare(query, &[]).unwrap();
    }
    let (answer, rounds) =
        both.ask(&[], |archive| archive.search("红色 清理河", Options { limit: 10, ..Options::default() }));
    // Where words stand nowhere, the known words are fetched, and then the terms of what is looked for in their place.
    assert!(answer.total > 0 && rounds <= 2 + 2 * answer.notes.len(), "{rounds} rounds");
}

#[test]
fn columns_and_names_are_fetched_for_those_who_want_them() {
    let both = both(&[document(0, Some("云溪县"), "2024-03-05", "清溪|红色家园建成")]);
    let (without, _) = both.ask(&[], |archive| archive.facets("", false).0);
    let (with, _) = both.ask(&[], |archive| archive.facets("", true).0);
    assert_eq!(with, both.whole.facets("", false).0);
    assert!(!with.column.is_empty() && !with.reporter.is_empty(), "{with:?}");
    assert_eq!(without, Facets { column: Vec::new(), reporter: Vec::new(), ..with });
    // What is there already makes no difference.
    let all = Session::open(both.entry.clone()).unwrap().archive().files();
    assert_eq!(both.ask(&all, |archive| archive.facets("", false).0).0, without);
}

#[test]
fn what_is_added_leaves_the_other_files_as_they_are() {
    let text = |at: usize| format!("第{at}篇|红色家园{}|云溪县清理河道{}条", at % 17, at);
    let document = |at: usize| document(at, None, &format!("20{:02}-03-{:02}", at / 280, 1 + at / 10 % 28), &text(at));
    let documents: Vec<Document> = (0..3_030).map(document).collect();
    let (before, after) = (both(&documents[..3_000]), both(&documents));
    let bytes = |files: &BTreeMap<String, Vec<u8>>| files.values().map(Vec::len).sum::<usize>();
    let mut new = after.files.clone();
    new.retain(|name, _| !before.files.contains_key(name));
    assert!(
        after
            .files
            .iter()
            .filter(|(name, _)| before.files.contains_key(*name))
            .all(|(name, bytes)| before.files[name] == *bytes)
    );
    assert!(bytes(&new) * 4 < bytes(&after.files), "{} of {}", bytes(&new), bytes(&after.files));
}

#[test]
fn the_variants_of_characters_are_fetched_when_one_is_typed() {
    let both = both(&[document(0, Some("云溪县"), "2024-03-05", "红色家园|云溪县清理河道，种红枫")]);
    let search = |query: &'static str| move |archive: &Archive| archive.search(query, Options::default());
    let mut session = Session::open(both.entry.clone()).unwrap();
    let variants = session.archive().directory().unwrap().variants();
    let fetch = |session: &mut Session, query| {
        let mut fetched = Vec::new();
        let answer = session.answer(search(query), |name| {
            fetched.push(name);
            Ok::<_, FormatError>(both.files[&name.to_string()].clone())
        });
        assert_eq!(answer.unwrap(), both.whole.search(query, Options::default()), "{query}");
        fetched.contains(&variants)
    };
    assert!(!fetch(&mut session, "红色 ＡBC"));
    assert!(fetch(&mut session, "紅楓"));
    assert!(!fetch(&mut session, "縣區:雲溪縣"), "they are there");
    for question in ["紅色", "yun", "雲溪"] {
        both.compare(question, &[]).unwrap();
        let suggest = |archive: &Archive| archive.suggest(question, 8);
        assert_eq!(both.ask(&[], suggest).0, suggest(&both.whole), "{question}");
    }
    assert_eq!(both.whole.search("紅楓", Options::default()).total, 1);
}

#[test]
fn what_is_typed_fetches_few_words_and_is_completed_as_by_the_whole() {
    let chars: Vec<char> = ('一'..).take(80).collect();
    let syllables = ["bei", "jing", "xi", "zhu", "an", "shan", "dan", "le", "yue", "hong", "qing", "fu", "wen"];
    let syllable = |at: usize| syllables[at % syllables.len()].to_owned();
    let reading =
        |(at, &c)| (c, if at % 4 > 0 { vec![syllable(at)] } else { vec![syllable(at), syllable(at / 4 + 5)] });
    let readings = chars.iter().enumerate().map(reading).collect();
    let mut words = Vec::new();
    for (at, &first) in chars.iter().enumerate() {
        for (to, &second) in chars.iter().enumerate() {
            let is_name = (at * 7 + to) % 9 == 0;
            let text = [first, second].into_iter().chain(is_name.then(|| chars[(at + to) % 80])).collect();
            let kind = if is_name { WordKind::Person } else { WordKind::Word };
            words.push(Word { text, kind, articles: 1 + (at * 31 + to * 17) as u32 % 89 });
        }
    }
    words.sort_by(|a, b| a.text.cmp(&b.text));
    let text = ["红色家园|云溪县清理河道", &String::from_iter(&chars), "囗"].concat();
    let documents = [document(0, Some("云溪县"), "2024-03-05", &text)];
    let both = with_words(&documents, &Vocabulary { words, readings });
    let session = Session::open(both.entry.clone()).unwrap();
    let all: Vec<PartName> = session.archive().directory().unwrap().word_files();
    for typed in ["一", "丂七", "x", "xi", "shanl", "hq", "丁 yue", "囗"] {
        let question =
            |archive: &Archive| archive.suggest(typed, 8).into_iter().map(|word| word.query).collect::<Vec<_>>();
        let (found, rounds) = both.ask(&[], question);
        assert_eq!(found, question(&both.whole), "{typed}");
        assert_eq!(both.ask(&all, question).0, found, "{typed}");
        assert!(rounds <= 2, "{typed}: {rounds} rounds");
        assert_eq!(found.is_empty(), typed == "囗", "{typed}");
    }
    let Reply::Needs(names) = session.ask(|archive| archive.suggest("x", 8)) else { panic!("nothing is there yet") };
    let bytes = |names: &[PartName]| names.iter().map(|name| both.files[&name.to_string()].len()).sum::<usize>();
    assert!(bytes(&names) < bytes(&all) / 4, "{} of {}", bytes(&names), bytes(&all));
    // A search in pinyin finds as much.
    for query in ["xi", "beijing", "丁丁"] {
        both.compare(query, &[]).unwrap();
        both.compare(query, &all).unwrap();
    }
}

#[test]
fn every_altered_file_is_refused() {
    let both = both(&[document(0, Some("云溪县"), "2024-03-05", "红色家园|云溪县清理河道")]);
    let mut session = Session::open(both.entry.clone()).unwrap();
    for name in session.archive().files() {
        let good = &both.files[&name.to_string()];
        for at in 0..good.len() * 8 {
            let mut bad = good.clone();
            bad[at / 8] ^= 1 << (at % 8);
            assert_eq!(session.feed(name, bad).map_err(|error| error.code()), Err("integrity"), "{name}, bit {at}");
        }
    }
    for at in 0..both.entry.len() {
        let mut bad = both.entry.clone();
        bad[at] ^= 1;
        assert!(Session::open(bad).is_err(), "byte {at}");
    }
}
