//! An archive is opened, searched and read, and refused when it is damaged.

use baoyan::engine::{Archive, Options, build};
use baoyan::index::documents::Document;
use baoyan::model::{Article, Basis, Block, BlockKind, Info, Initiative, MarkKind, Span, Vocabulary};
use wasm_bindgen_test::wasm_bindgen_test;

fn article(id: &str, county: &str, title: &str, text: &str) -> Document {
    let article = Article {
        title: Some(title.into()),
        blocks: vec![Block::on_line(BlockKind::Paragraph, text, 3)],
        county: Some(county.into()),
        year: Some(2024),
        ..Article::default()
    };
    Document { id: id.into(), document: "page.txt".into(), date: "2024-03".parse().ok(), article }
}

fn bytes() -> Vec<u8> {
    let mut first = article("a", "云溪县", "云溪县清理河道", "今年，云溪县“清渠行动”清理河道6条，解决问题12件。");
    first.article.initiatives.push(Initiative {
        name: "“清渠行动”".into(),
        kind: Default::default(),
        county: Some("云溪县".into()),
        year: Some(2024),
        year_basis: Basis::Relative,
        line: 3,
        span: Span { block: 0, start: 6, end: 12 },
        figures: Vec::new(),
    });
    let second = article("b", "临汐县", "临汐县开课", "临汐县开展电商培训8场，使用ABC平台。");
    let info = Info { counties: vec!["云溪县".into(), "临汐县".into()], ..Info::default() };
    build(info, &[first, second], &Vocabulary::default())
}

fn found(query: &str) -> Vec<String> {
    let archive = Archive::open(bytes()).unwrap();
    archive.search(query, Options::default()).hits.into_iter().map(|hit| hit.id).collect()
}

#[wasm_bindgen_test]
fn an_archive_says_what_it_holds() {
    let archive = Archive::open(bytes()).unwrap();
    assert_eq!((archive.info().articles, archive.info().initiatives), (2, 1));
}

#[wasm_bindgen_test]
fn any_run_of_characters_finds_its_article() {
    for (query, expected) in [("理河", "a"), ("問題", "a"), ("ａｂｃ", "b"), ("县:临汐", "b"), ("-清渠", "b")]
    {
        assert_eq!(found(query), [expected], "{query}");
    }
    assert_eq!(found("火星"), [""; 0]);
}

#[wasm_bindgen_test]
fn the_numbers_behind_the_charts_answer_the_query() {
    let archive = Archive::open(bytes()).unwrap();
    let stats = archive.stats("清渠");
    assert_eq!((stats.articles, stats.initiatives), (1, 1));
    assert_eq!(archive.stats("培训").initiatives, 0);
}

#[wasm_bindgen_test]
fn an_article_is_opened_with_its_marks() {
    let reading = Archive::open(bytes()).unwrap().article("a", "河道").unwrap();
    let marked: Vec<_> = reading.passages[0].marks.iter().map(|mark| (mark.kind, mark.start, mark.end)).collect();
    assert!(marked.contains(&(MarkKind::Query, 14, 16)), "{marked:?}");
    assert!(marked.contains(&(MarkKind::Initiative(0), 6, 12)), "{marked:?}");
}

#[wasm_bindgen_test]
fn damaged_bytes_are_refused_with_a_code() {
    let whole = bytes();
    let code = |bytes: &[u8]| Archive::open(bytes.to_vec()).err().map(|error| error.code());
    let changed = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    assert_eq!(code(&whole), None);
    assert_eq!(code(&whole[..whole.len() - 1]), Some("integrity"));
    assert_eq!(code(&changed(whole.len() / 2)), Some("integrity"));
    assert_eq!(code(&changed(0)), Some("corrupt"));
    assert_eq!(code(&changed(8)), Some("version"));
    assert_eq!(code(b"<!doctype html>"), Some("corrupt"));
    assert_eq!(code(b""), Some("corrupt"));
}
