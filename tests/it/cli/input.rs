//! Bad input gets a clear message and never costs the good input beside it.

use super::{Folder, PAGE, baoyan, baoyan_with, region};

/// Indexes a good page beside other paths; the good page's articles have to be there.
#[track_caller]
fn beside_a_good_page(folder: &Folder, bad: &str, words: &[&str]) {
    let good = folder.file("good.txt", PAGE);
    let out = folder.path("archive");
    baoyan(&["index", &good, bad, "--out", &out, "--region", &region()]).said(1, words);
    let answer = baoyan(&["search", &out, "清溪行动 林禾", "--format", "json"]).done().json();
    assert_eq!(answer["hits"][0]["id"], "good.txt#1");
}

#[test]
fn an_empty_file() {
    let folder = Folder::new();
    let bad = folder.file("empty.txt", "");
    beside_a_good_page(&folder, &bad, &["empty.txt", "empty"]);
}

#[test]
fn a_binary_file() {
    let folder = Folder::new();
    let bad = folder.file("picture.txt", [0u8, 159, 146, 150, 0, 1, 2, 3].repeat(50));
    beside_a_good_page(&folder, &bad, &["picture.txt"]);
}

#[test]
fn a_missing_file() {
    let folder = Folder::new();
    beside_a_good_page(&folder, &folder.path("nowhere.txt"), &["nowhere.txt"]);
}

#[test]
fn a_broken_json_line_costs_no_other() {
    let folder = Folder::new();
    let lines = [
        r#"{"id":"a","title":"甲题","body":"第一篇的文字","date":"2024-03-01"}"#,
        r#"{"id":"b","title":"乙题""#,
        r#"{"id":"c","title":"丙题","body":"第三篇的文字"}"#,
        r#"{"id":"d","title":"丁题"}"#,
    ];
    let bad = folder.file("list.jsonl", lines.join("\n"));
    beside_a_good_page(&folder, &bad, &["list.jsonl:2:", "list.jsonl:4:", "body"]);
    let archive = folder.path("archive");
    for (query, id) in [("第一篇的文字", "a"), ("第三篇的文字", "c")] {
        let answer = baoyan(&["search", &archive, query, "--format", "json"]).done().json();
        assert_eq!(answer["hits"][0]["id"], id);
    }
}

#[test]
fn gb18030_is_found_by_itself() {
    let folder = Folder::new();
    let (bytes, _, _) = encoding_rs::GB18030.encode(PAGE);
    let page = folder.file("gb.txt", bytes);
    let out = folder.path("archive");
    baoyan(&["index", &page, "--out", &out, "--region", &region()]).done();
    let answer = baoyan(&["search", &out, "問題", "--format", "json"]).done().json();
    assert_eq!(answer["hits"][0]["id"], "gb.txt#1");
}

#[test]
fn a_line_of_many_megabytes() {
    let folder = Folder::new();
    let page = folder.file("long.txt", format!("云溪县的一行长文，{}独有的结尾。", "河道清理。".repeat(200_000)));
    let out = folder.path("archive");
    let run = baoyan(&["index", &page, "--out", &out, "--region", &region()]);
    assert!(run.status < 2, "{}", run.stderr);
    let answer = baoyan(&["search", &out, "独有的结尾", "--format", "json"]).done().json();
    assert_eq!(answer["total"], 1);
}

#[test]
fn nothing_but_bad_input_writes_nothing() {
    let folder = Folder::new();
    let bad = folder.file("empty.txt", "");
    let out = folder.path("archive");
    baoyan(&["index", &bad, "--out", &out]).said(1, &["empty.txt", "no article"]);
    assert!(!std::path::Path::new(&out).exists());
}

#[test]
fn wrong_usage() {
    let folder = Folder::new();
    let page = folder.file("page.txt", PAGE);
    baoyan(&["inspect", &page, "--region", "乌有市"]).said(2, &["乌有市"]);
    baoyan(&["inspect", &page, "--issue-date", "2024-13"]).said(2, &["2024-13", "YYYY-MM"]);
    baoyan(&["inspect"]).said(2, &["PATH"]);
    baoyan(&["search", "x"]).said(2, &["QUERY"]);
}

#[test]
fn a_page_on_stdin() {
    let report = baoyan_with(&["inspect", "-", "--format", "json", "--region", &region()], PAGE).done().json();
    assert_eq!(report["pages"][0]["articles"].as_array().unwrap().len(), 2);
    let line = r#"{"id":"a","title":"题","body":"文","date":"2024-03-01"}"#;
    let report = baoyan_with(&["inspect", "-", "--format", "json"], line).done().json();
    assert_eq!(report["pages"][0]["articles"][0]["id"], "a");
}

#[test]
fn folders_are_walked_and_the_bytes_do_not_depend_on_how() {
    let folder = Folder::new();
    folder.file("pages/b.txt", PAGE);
    folder.file("pages/inner/a.txt", PAGE);
    folder.file("pages/.hidden.txt", "");
    let (one, two) = (folder.path("one"), folder.path("two"));
    let pages = folder.path("pages");
    baoyan(&["index", &pages, "--out", &one, "--region", &region()]).done();
    baoyan(&["index", &folder.path("pages/b.txt"), &folder.path("pages/inner"), "--out", &two, "--region", &region()])
        .done();
    let read = |out: &str| std::fs::read(format!("{out}/archive.baoyan")).unwrap();
    assert_eq!(read(&one), read(&two));
}
