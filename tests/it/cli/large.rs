//! A large archive is fetched by need, and is written so that whatever happens there is a whole one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{Folder, baoyan};

/// Articles in JSON Lines, more than travel whole.
fn articles(count: usize) -> String {
    let article = |at: usize| {
        let (day, year) = (1 + at / 400, 2020 + at / 3_000);
        format!(
            "{{\"id\":\"n{at}\",\"title\":\"第{at}号消息\",\"date\":\"{year}-03-{day:02}\",\"body\":\"云溪县清理河道{}条。\"}}\n",
            at % 7
        )
    };
    (0..count).map(article).collect()
}

/// Path and content of every file in a folder.
fn files(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![Path::new(folder).to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.to_str().unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    files
}

#[test]
fn a_large_archive_is_written_checked_searched_and_added_to() {
    let folder = Folder::new();
    let (input, out) = (folder.file("a.jsonl", articles(10_200)), folder.path("archive"));
    baoyan(&["index", &input, "--out", &out]).done();
    let first = files(&out);
    assert!(first.len() > 100, "{} files", first.len());
    assert!(first.values().all(|bytes| bytes.len() <= 64 << 10));
    let checked = baoyan(&["check", &out]).done();
    assert!(checked.stdout.contains("positions") && checked.stdout.contains("10200 articles"), "{}", checked.stdout);
    let answer = baoyan(&["search", &out, "5100号消息", "--format", "json"]).done().json();
    assert_eq!(answer["hits"][0]["id"], "n5100");
    let answer = baoyan(&["search", &out, "河道3条", "--format", "json", "--limit", "1"]).done().json();
    assert!(answer["total"].as_u64().unwrap() > 700, "{}", answer["total"]);
    assert_eq!(baoyan(&["stats", &out, "--format", "json"]).done().json()["articles"], 10_200);

    // The same pages give the same bytes, on any number of cores.
    let again = folder.path("again");
    let alone = std::process::Command::new(env!("CARGO_BIN_EXE_baoyan"))
        .args(["index", &input, "--out", &again])
        .envs([("RAYON_NUM_THREADS", "1"), ("XDG_CACHE_HOME", "/dev/null")])
        .output()
        .unwrap();
    assert!(alone.status.success());
    let names = |files: &BTreeMap<String, Vec<u8>>| files.values().cloned().collect::<std::collections::BTreeSet<_>>();
    assert_eq!(names(&first), names(&files(&again)));

    // A few more articles leave most files as they are, and no other files behind.
    let more = folder.file("a.jsonl", articles(10_230));
    baoyan(&["index", &more, "--out", &out]).done();
    let second = files(&out);
    let kept = second.iter().filter(|(name, bytes)| first.get(*name) == Some(bytes)).count();
    assert!(kept * 2 > second.len(), "{kept} of {} files are as they were", second.len());
    baoyan(&["check", &out]).done();

    // Each file that is altered or missing is named.
    let (path, bytes) = second.iter().filter(|(path, _)| !path.ends_with("archive.baoyan")).nth(7).unwrap();
    let mut bad = bytes.clone();
    bad[bytes.len() / 2] ^= 4;
    fs::write(path, bad).unwrap();
    let name = Path::new(path).file_name().unwrap().to_str().unwrap();
    baoyan(&["check", &out]).said(1, &[name, "altered"]);
    fs::remove_file(path).unwrap();
    baoyan(&["check", &out]).said(1, &[name, "cannot be read"]);
}
