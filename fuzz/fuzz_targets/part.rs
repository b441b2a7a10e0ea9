//! A file that is fetched by need, with any content and a checksum that is right.

#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use baoyan::engine::{ENTRY, Options, Reply, Session, publish};
use baoyan::format::{PartName, checksum};
use baoyan::index::documents::Document;
use baoyan::model::{Article, Block, BlockKind, Info, Vocabulary, Word, WordKind};
use libfuzzer_sys::fuzz_target;

static ARCHIVE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let document = |number: u32| Document {
        id: format!("p#{number}"),
        document: "p".into(),
        date: "2024-03-05".parse().ok(),
        article: Article {
            order: number,
            title: Some("清溪行动".into()),
            blocks: vec![Block::on_line(BlockKind::Paragraph, format!("云溪县清理河道{number}条，用ab平台。"), 2)],
            ..Article::default()
        },
    };
    publish(Info::default(), &(1..300).map(document).collect::<Vec<_>>(), &vocabulary()).into_iter().collect()
});

const QUESTIONS: [&str; 4] = ["清溪", "河道 ab", "年:2024 记者:林", "一"];

/// So many words that they stand in files by how they are read.
fn vocabulary() -> Vocabulary {
    let chars: Vec<char> = ('一'..).take(80).collect();
    let syllables = ["an", "bei", "he", "qing", "xi", "yue"];
    let readings = chars.iter().zip(syllables.iter().cycle()).map(|(&c, syllable)| (c, vec![String::from(*syllable)]));
    let pairs = chars.iter().flat_map(|first| chars.iter().map(move |second| String::from_iter([first, second])));
    let words = pairs.map(|text| Word { text, kind: WordKind::Word, articles: 1 });
    Vocabulary { words: words.collect(), readings: readings.collect() }
}

fuzz_target!(|input: (u16, Vec<u8>)| {
    let (place, body) = input;
    let mut session = Session::open(ARCHIVE[ENTRY].clone()).expect("it was just built");
    let names = session.archive().files();
    let wrong = names[usize::from(place) % names.len()];
    // What makes no sense is refused; the others are still asked, of which one question is enough to see.
    let is_taken = session.feed(wrong, seal(wrong, body)).is_ok();
    let questions = if is_taken { &QUESTIONS[..] } else { &QUESTIONS[..1] };
    for query in questions {
        for _ in 0..6 {
            let reply = session.ask(|archive| {
                let answer = archive.search(query, Options::default());
                archive.stats(query);
                archive.suggest("x", 8);
                let id = answer.hits.first().map_or("p#7", |hit| &*hit.id);
                archive.article(id, query);
            });
            let Reply::Needs(names) = reply else { break };
            for name in names.into_iter().filter(|&name| name != wrong) {
                // What was taken in may make no sense together with the files that belong to it.
                let read = session.feed(name, ARCHIVE[&name.to_string()].clone());
                assert!(is_taken || read.is_ok(), "{name}: {read:?}");
            }
        }
    }
});

fn seal(name: PartName, mut body: Vec<u8>) -> Vec<u8> {
    let checksum = checksum(&[&body, &name.group.to_le_bytes(), &name.number.to_le_bytes()]);
    body.extend_from_slice(&checksum.to_le_bytes());
    body
}
