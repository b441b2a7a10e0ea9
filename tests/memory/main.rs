//! How much memory an archive takes while it is opened and asked, for each of its bytes.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use baoyan::engine::{Archive, ENTRY, Options, Reply, Session, build, publish};
use baoyan::extract::vocabulary;
use baoyan::format::{Kind, Reader, Writer};
use baoyan::index::documents::Document;
use baoyan::ingest::{Source, read};
use baoyan::model::{Article, Block, BlockKind, Figure, Info, Initiative, Span, Vocabulary};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What is allocated is counted for the process: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// An archive of so many articles of so many paragraphs.
fn archive(articles: usize, paragraphs: usize) -> Vec<u8> {
    let mut lines = String::new();
    for number in 0..articles {
        let body: Vec<String> = (0..paragraphs)
            .map(|at| {
                // Characters in an order that hardly repeats, as in text.
                let character = |n: usize| {
                    char::from_u32(0x4E00 + (number * 7919 + at * 104_729 + n * n * 31) as u32 % 6000).unwrap()
                };
                (0..60).map(character).collect::<String>() + "。"
            })
            .collect();
        let body = body.join("\\n\\n");
        lines += &format!(r#"{{"id":"{number}","title":"第{number}条河","body":"{body}","date":"2024-03-01"}}"#);
        lines += "\n";
    }
    let source = Source { path: "a.jsonl".to_owned(), document: "a.jsonl".to_owned() };
    let (page, problems) = read(&source, lines.as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
    let document = |article: baoyan::model::Article| Document {
        id: article.id.clone().unwrap_or_default(),
        document: "a.jsonl".to_owned(),
        date: None,
        article,
    };
    let documents: Vec<Document> = page.articles.into_iter().map(document).collect();
    build(Info::default(), &documents, &Vocabulary::default())
}

/// Different words of the text made by chance. With so many, and with figures and initiatives as newspapers have them, an archive of
/// it is about as dense as one of a newspaper, in which a character takes a byte or a byte and a half.
const WORDS: u64 = 3_000_000;

/// Chance that is the same everywhere (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 29)
    }

    /// A number below `limit`, each as often as a language has the word of that rank (Zipf).
    fn rank(&mut self, limit: u64) -> u64 {
        let share = self.next() as f64 / u64::MAX as f64;
        (limit as f64).powf(share) as u64 - 1
    }

    /// A word of one to three Han characters, always the same one for a rank.
    fn word(&mut self) -> String {
        let mut letters = Chance(self.rank(WORDS));
        (0..1 + letters.next() % 3).filter_map(|_| char::from_u32(0x4e00 + letters.rank(4_000) as u32)).collect()
    }

    fn paragraph(&mut self) -> String {
        let clause = |chance: &mut Chance| (0..6).map(|_| chance.word()).collect::<String>();
        let figure = format!("{}人，", 100 + self.next() % 900);
        figure + &(0..8).map(|_| clause(self)).collect::<Vec<String>>().join("，") + "。"
    }

    /// The figure that a paragraph begins with.
    fn figure(block: u32, text: &str) -> Figure {
        let text: String = text.chars().take(4).collect();
        let value = text.trim_end_matches('人').parse().unwrap();
        let span = Span { block, start: 0, end: 4 };
        Figure { text, value, unit: "人".to_owned(), line: block + 2, span, ..Figure::default() }
    }
}

/// An archive of as much text as travels whole, in words that come as often as those of a language; with the words that are found in it.
fn archive_of_language(articles: usize, paragraphs: usize) -> Vec<u8> {
    let mut chance = Chance(7);
    let document = |number: usize| {
        let paragraph = |line: u32| Block::on_line(BlockKind::Paragraph, chance.paragraph(), line);
        let blocks: Vec<Block> = (2..).take(paragraphs).map(paragraph).collect();
        let figures: Vec<Figure> = (0..).zip(&blocks).map(|(at, block)| Chance::figure(at, &block.text)).collect();
        let told = (!number.is_multiple_of(3)).then(|| Initiative {
            name: chance.word() + "行动",
            county: Some(["云溪县", "临汐县"][number % 2].to_owned()),
            year: Some(2024),
            line: 2,
            span: Span { block: 0, start: 5, end: 9 },
            figures: vec![figures[0].clone()],
            ..Initiative::default()
        });
        let article = Article {
            figures,
            initiatives: told.into_iter().collect(),
            order: number as u32 % 20,
            title: Some(chance.word() + &chance.word() + &chance.word()),
            page: Some(format!("0{}", number % 8)),
            reporters: vec![chance.word()],
            blocks,
            ..Article::default()
        };
        let date = format!("2024-03-{:02}", 1 + number * 30 / articles).parse().ok();
        Document { id: number.to_string(), document: format!("page{}.txt", number / 20), date, article }
    };
    let documents: Vec<Document> = (0..articles).map(document).collect();
    let vocabulary = vocabulary(documents.iter().map(|document| &document.article), &[]);
    build(Info::default(), &documents, &vocabulary)
}

/// The most bytes that were allocated at once beside what was before, those of the archive among them; and whether it opened.
fn peak(bytes: &[u8]) -> (f64, bool) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let archive = Archive::open(bytes.to_vec());
    let well = archive.is_ok();
    if let Ok(archive) = archive {
        for query in ["", "河", "第1条河", "县:云溪"] {
            archive.search(query, Options::default());
            archive.stats(query);
        }
    }
    ((MEMORY.peak_usage() - before) as f64, well)
}

/// An archive in which other bytes stand for a section, under a right checksum.
fn with_section(bytes: &[u8], kind: Kind, other: &[u8]) -> Vec<u8> {
    let reader = Reader::open(bytes).unwrap();
    let mut archive = Writer::new();
    for (known, _) in reader.sections() {
        archive.section(known, if known == kind { other.to_vec() } else { reader.section(known).unwrap().to_vec() });
    }
    archive.finish()
}

/// For each byte of an archive that travels whole.
const MOST: f64 = 3.0;

/// For each byte of a small archive that says more than it has; nearly all of it are tables that have one size.
const MOST_OF_SMALL: f64 = 64.0;

/// For each byte of an archive whose sections are nothing but the shortest records and repetitions …
const MOST_UNPACKED: f64 = 8.0;

/// … and so many bytes besides.
const BESIDES: f64 = 16.0 * 1024.0 * 1024.0;

#[test]
fn an_archive_takes_three_times_its_bytes_at_most() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    for (what, bytes) in [
        ("800 articles in the words of a language", archive_of_language(800, 8)),
        ("400 articles of any characters", archive(400, 12)),
        ("20 long articles of any characters", archive(20, 200)),
    ] {
        let (memory, well) = peak(&bytes);
        let times = memory / bytes.len() as f64;
        let info = Archive::open(bytes.clone()).unwrap().info().clone();
        let each = bytes.len() as f64 / info.characters as f64;
        println!("※ {what}, {} kB, {each:.2} bytes a character: {times:.2} times the archive", bytes.len() / 1000);
        assert!(well && times <= MOST, "{what}: {times}");
    }
}

/// What is known of an article that is not fetched, with an initiative, in bytes, beside what was fetched.
const MOST_OF_ROW: f64 = 480.0;

#[test]
fn an_article_that_is_not_fetched_takes_a_row() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let count = 8_192;
    let document = |number: usize| {
        let told =
            Initiative { name: format!("清溪行动{}", number % 500), year: Some(2024), ..Initiative::default() };
        let article = Article {
            order: number as u32 % 20,
            county: Some(["云溪县", "临汐县"][number % 2].to_owned()),
            year: Some(2024),
            page: Some(format!("0{}", number % 8)),
            reporters: vec![format!("记者{}", number % 100)],
            blocks: vec![Block::on_line(BlockKind::Paragraph, "清溪行动见成效。", 1)],
            initiatives: vec![told],
            ..Article::default()
        };
        let date = format!("2024-03-{:02}", 1 + number * 30 / count).parse().ok();
        Document { id: number.to_string(), document: format!("page{}.txt", number / 20), date, article }
    };
    let documents: Vec<Document> = (0..count).map(document).collect();
    let mut files: BTreeMap<String, Vec<u8>> =
        publish(Info::default(), &documents, &Vocabulary::default()).into_iter().collect();
    drop(documents);
    let entry = files.remove(ENTRY).unwrap();
    let before = MEMORY.current_usage();
    let mut fetched = entry.len();
    let mut session = Session::open(entry.clone()).unwrap();

    loop {
        match session.ask(|archive| (archive.facets("", true), archive.stats(""))) {
            Reply::Ready((_, stats)) => break assert_eq!(stats.initiatives, count as u32),
            Reply::Needs(names) => {
                for name in names {
                    let bytes = files[&name.to_string()].clone();
                    fetched += bytes.len();
                    session.feed(name, bytes).unwrap();
                }
            }
        }
    }
    let row = (MEMORY.current_usage() - before).saturating_sub(fetched) as f64 / count as f64;
    println!("※ {row:.0} bytes for an article, {} fetched", fetched / count);
    assert!(row <= MOST_OF_ROW, "{row}");
}

/// Lengths that promise more than there is are believed no further than there are bytes.
#[test]
fn no_length_is_believed() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let bytes = archive(2, 1);
    for kind in [Kind::META, Kind::DOCUMENTS, Kind::FACTS, Kind::WORDS] {
        for length in
            [&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F][..], &[0xFF; 9], &[0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7F]]
        {
            let mut section = length.to_vec();
            section.extend([0; 2000]);
            let hostile = with_section(&bytes, kind, &section);
            let (memory, well) = peak(&hostile);
            let times = memory / hostile.len() as f64;
            println!("{kind} with a length of {length:02X?}: {times:.1} times");
            assert!(!well && times < MOST_OF_SMALL, "{kind}: {times}");
        }
    }
}

/// Records that are nothing but their fixed fields, and texts that go on like those before, stand for far more memory than
/// they have bytes: they are taken so far and no further.
#[test]
fn nothing_unpacks_beyond_its_room() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let good = archive(2, 1);
    let many = 400_000_u32;
    let info = Info { format: 1, articles: many, ..Info::default() };
    let short = with_section(&good, Kind::META, &postcard::to_allocvec(&info).unwrap());
    let zeros = vec![0; many as usize * 8];

    // An article that stands in the file of the one before; its lists are empty.
    let same_file = [&[0x20_u8, 0, 0, 0, 0][..], &[0]].concat();
    let long_name = postcard::to_allocvec(&"n".repeat(200_000)).unwrap();
    let first = [&[0x20_u8, 0, 0, 0, 0][..], &long_name, &[0]].concat();
    let named = [first, [&[0x21_u8][..], &same_file[1..]].concat().repeat(many as usize)].concat();

    // Dates that are each the whole of a long text.
    let texts = [&[0xFF, 0x62][..]].concat().repeat(100_000);
    let text = [texts, vec![0]].concat();
    let document = [0, 0, 0, 0, 0, 0, 0, 1, 4];
    let date = [0_u8, 0, 0xC0, 0x9A, 0x0C, 0];
    let mut facts = postcard::to_allocvec(&many).unwrap();
    for _ in 0..many {
        facts.extend(date);
    }
    let one = with_section(
        &good,
        Kind::META,
        &postcard::to_allocvec(&Info { format: 1, articles: 1, ..Info::default() }).unwrap(),
    );
    let spans = with_section(&with_section(&one, Kind::DOCUMENTS, &document), Kind::TEXT, &text);

    for (what, bytes) in [
        ("shortest articles", with_section(&short, Kind::DOCUMENTS, &zeros)),
        ("articles of a file with a long name", with_section(&short, Kind::DOCUMENTS, &named)),
        ("facts that repeat their article", with_section(&spans, Kind::FACTS, &facts)),
        ("shortest words", with_section(&good, Kind::WORDS, &[&[0x80, 0x80, 0x40][..], &zeros].concat())),
        ("shortest counties", with_section(&good, Kind::META, &[&[1, 0, 0x80, 0x80, 0x40][..], &zeros].concat())),
    ] {
        let (memory, well) = peak(&bytes);
        println!("{what}: {:.1} MB of memory for {:.1} MB", memory / 1e6, bytes.len() as f64 / 1e6);
        assert!(!well && memory <= MOST_UNPACKED * bytes.len() as f64 + BESIDES, "{what}: {memory}");
    }
}

/// The peaks of processes that index so many articles and that write a site of them, in MB. What they wrote is what the articles
/// give.
#[cfg(target_os = "linux")]
fn peaks_of_building(articles: usize) -> [f64; 2] {
    use std::fmt::Write;

    let folder = std::env::temp_dir().join(format!("baoyan-memory-{articles}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut lines = String::new();
    for number in 0..articles {
        let character =
            |at: usize| char::from_u32(0x4E00 + (number * 7919 + at * at * 31 + at / 7) as u32 % 3000).unwrap();
        let body: String = (0..1_500).map(character).collect();
        writeln!(lines, r#"{{"id":"{number}","title":"第{number}条河","body":"{body}","date":"2024-03-01"}}"#).unwrap();
    }
    let pages = folder.join("pages.jsonl");
    std::fs::write(&pages, lines).unwrap();
    let page = folder.join("page");
    std::fs::create_dir_all(&page).unwrap();
    std::fs::write(page.join("index.html"), "<html><head></head><baoyan-archive></baoyan-archive>").unwrap();
    std::fs::write(page.join("sw.js"), include_str!("../../static/sw.js")).unwrap();
    std::fs::write(page.join("manifest.webmanifest"), "{}").unwrap();
    let peaks = [
        peak_of_building(&folder, &["index", "pages.jsonl", "--out", "archive"]),
        peak_of_building(&folder, &["site", "pages.jsonl", "--out", "site", "--page", "page"]),
    ];
    for archive in ["archive", "site/archive"] {
        let check = baoyan(&folder).args(["check", archive]).status().unwrap();
        assert!(check.success(), "{archive}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
    peaks
}

#[cfg(target_os = "linux")]
fn baoyan(folder: &std::path::Path) -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_baoyan"));
    let nothing = std::process::Stdio::null;
    command.current_dir(folder).env("RAYON_NUM_THREADS", "2").stdout(nothing()).stderr(nothing());
    command
}

/// The peak of a process, in MB. Nothing is known to it.
#[cfg(target_os = "linux")]
fn peak_of_building(folder: &std::path::Path, args: &[&str]) -> f64 {
    let mut run = baoyan(folder)
        .args(args)
        .args(["--region", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/region.txt")])
        .env("XDG_CACHE_HOME", folder.join("cache").join(args[0]))
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", run.id());
    let mut peak = 0.0;
    let done = loop {
        let said = std::fs::read_to_string(&status).unwrap_or_default();
        let found = said.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().split(' ').next()?.parse().ok());
        peak = found.unwrap_or(0.0_f64).max(peak);
        if let Some(done) = run.try_wait().unwrap() {
            break done;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    };
    assert!(done.success());
    peak / 1024.0
}

/// What building takes for each byte that the source has more.
#[cfg(target_os = "linux")]
const MOST_OF_MORE: f64 = 1.0;

/// An archive of twice the source, and its site, are built in the same memory.
#[cfg(target_os = "linux")]
#[test]
fn building_takes_no_more_memory_for_more_articles() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let (one, two) = (peaks_of_building(3_000), peaks_of_building(6_000));
    let source = 3_000.0 * 1_500.0 * '。'.len_utf8() as f64 / 1024.0 / 1024.0;
    for (what, (one, two)) in ["archive", "site"].into_iter().zip(one.into_iter().zip(two)) {
        println!("※ {what}: {one:.0} MB for {source:.0} MB of source, {two:.0} MB for twice as much");
        assert!(two - one <= MOST_OF_MORE * source, "{what}: {one} MB, {two} MB");
    }
}
