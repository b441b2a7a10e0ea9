//! A site that is written again: what is known is not read, and it has the bytes of one that is written from nothing; whatever
//! ends a run leaves one that works.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::builds::contents;
use super::cli::{Folder, baoyan, region};
use super::site::page;

/// So many pages are more than travel whole.
const ENOUGH: usize = 5;

/// A page of six articles of which some share their ids with those of another page.
fn write(folder: &Folder, number: usize, what: &str) {
    let walk = "河水清了，岸边的树绿了，村里的人都来走一走。".repeat(2_400);
    let line = |article: usize| {
        let (id, day) = (article + number / 2 * 100, 1 + number);
        format!(
            "{{\"id\":\"{id}\",\"title\":\"{what}第{number}座桥\",\"body\":\"{walk}\",\"date\":\"2024-03-{day:02}\",\"county\":\"云溪县\"}}\n"
        )
    };
    folder.file(&format!("news/{number}.jsonl"), (0..6).map(line).collect::<String>());
}

fn site(folder: &Folder, out: &str, cache: &str, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baoyan"));
    command
        .args([
            "site",
            &folder.path("news"),
            "--out",
            &folder.path(out),
            "--page",
            &page(folder),
            "--region",
            &region(),
        ])
        .args(more)
        .env("XDG_CACHE_HOME", folder.path(cache))
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

/// Writes the site again, and one from nothing: what the first said.
fn compare(folder: &Folder, more: &[&str]) -> String {
    let run = site(folder, "site", "cache", more).output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{said}");
    std::fs::remove_dir_all(folder.path("fresh")).ok();
    assert!(site(folder, "fresh", "nothing", more).status().unwrap().success());
    std::fs::remove_dir_all(folder.path("nothing")).ok();
    assert!(files(folder, "site") == files(folder, "fresh"));
    said
}

fn files(folder: &Folder, out: &str) -> BTreeMap<String, Vec<u8>> {
    contents(Path::new(&folder.path(out)))
}

#[test]
fn what_changed_is_read_and_the_rest_is_known() {
    let folder = Folder::new();
    (0..ENOUGH).for_each(|number| write(&folder, number, "村里"));
    assert!(!compare(&folder, &[]).contains("known"));
    let first = files(&folder, "site");
    let again = compare(&folder, &[]);
    assert!(again.contains(" 0 written") && again.contains("5 of the files given were known"), "{again}");

    write(&folder, ENOUGH, "乡里");
    let grown = compare(&folder, &[]);
    assert!(grown.contains("5 of the files given were known") && !grown.contains(" 0 as they were"), "{grown}");
    let now = files(&folder, "site");
    let articles = |path: &&String| path.starts_with("articles/paper-");
    assert!(first.keys().filter(articles).all(|path| first[path] == now[path]));
    assert_eq!(now.keys().filter(articles).count(), 6 * (ENOUGH + 1));

    // What articles are given by another setting is in what is kept.
    let template = ["--url-template", "https://q.example/{id}"];
    assert!(!compare(&folder, &template).contains("known"));
    assert!(compare(&folder, &template).contains("6 of the files given were known"));

    // A file that was damaged is mended: of an article, of the archive.
    let now = files(&folder, "site");
    for path in [now.keys().find(articles).unwrap(), now.keys().find(|path| path.starts_with("archive/")).unwrap()] {
        let mut bad = now[path].clone();
        let middle = bad.len() / 2;
        bad[middle] ^= 1;
        std::fs::write(Path::new(&folder.path("site")).join(path), bad).unwrap();
    }
    assert!(compare(&folder, &template).contains("6 of the files given were known"));
    baoyan(&["check", &folder.path("site/archive")]).done();
}

#[test]
fn a_site_that_is_killed_leaves_one_that_works() {
    let folder = Folder::new();
    (0..ENOUGH).for_each(|number| write(&folder, number, "村里"));
    assert!(site(&folder, "site", "cache", &[]).status().unwrap().success());
    let mut killed = 0;
    for (number, milliseconds) in [20, 80, 200, 350, 500, 700, 1_200, 2_000].into_iter().enumerate() {
        write(&folder, number % ENOUGH, "乡里");
        let mut run = site(&folder, "site", "cache", &[]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(milliseconds));
        killed += u32::from(run.try_wait().unwrap().is_none());
        run.kill().unwrap();
        run.wait().unwrap();
        baoyan(&["check", &folder.path("site/archive")]).done();
        let files = files(&folder, "site");
        let index = String::from_utf8_lossy(&files["index.html"]).into_owned();
        let named = index.split("=\"./").skip(1).filter_map(|rest| rest.split('"').next());
        for path in named.filter(|path| !path.ends_with('/')) {
            assert!(files.contains_key(path), "{path} after {milliseconds} ms");
        }
    }
    assert!(killed > 0, "none was killed in the middle");
    compare(&folder, &[]);
    assert!(!files(&folder, "site").keys().any(|path| path.contains(".tmp")));
}
