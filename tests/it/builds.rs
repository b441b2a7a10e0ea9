//! Building an archive: the same input gives the same bytes, and what goes wrong on the way leaves the old archive as it was.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::cli::{Folder, PAGE, archive, baoyan, region};

/// Many articles that differ, as JSON Lines.
fn many(count: usize) -> String {
    let mut lines = String::new();
    for number in 0..count {
        let (month, day) = (1 + number % 12, 1 + number % 28);
        writeln!(
            lines,
            r#"{{"id":"{number}","title":"第{number}条河","body":"云溪县清理河道{number}条，投入{day}万元。\n\n去年{month}月，“清渠{number}行动”启动。","date":"2024-{month:02}-{day:02}","county":"云溪县"}}"#
        )
        .unwrap();
    }
    lines
}

/// Few articles with more text than travels whole.
fn long() -> String {
    let body = "河水清了，岸边的树绿了，村里的人都来走一走。".repeat(150);
    let line = |number: u32| {
        format!(
            "{{\"id\":\"{number}\",\"title\":\"第{number}条河\",\"body\":\"{body}\",\"date\":\"2024-03-01\",\"county\":\"云溪县\"}}\n"
        )
    };
    (0..300).map(line).collect()
}

fn index(out: &str, pages: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baoyan"));
    command.args(["index", pages, "--out", out, "--region", &region()]).env("XDG_CACHE_HOME", format!("{out}-cache"));
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// Every file below a folder with its bytes.
pub fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut contents = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            contents.extend(self::contents(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            contents.insert(name, std::fs::read(path).unwrap());
        }
    }
    contents
}

/// How many articles an archive has that is whole.
fn articles(out: &str) -> u64 {
    baoyan(&["check", out]).done();
    baoyan(&["search", out, "", "--format", "json"]).done().json()["total"].as_u64().unwrap()
}

#[test]
fn the_same_pages_give_the_same_bytes_whatever_the_place_the_cores_and_the_language() {
    let (here, there) = (Folder::new(), Folder::new());
    let mut built = Vec::new();
    for (folder, below, threads, language) in [
        (&here, "pages", "1", "C"),
        (&here, "copy/of/pages", "2", "zh_CN.UTF-8"),
        (&there, "pages", "7", "tr_TR.UTF-8"),
    ] {
        folder.file(&format!("{below}/a.txt"), PAGE);
        folder.file(&format!("{below}/b.jsonl"), many(60));
        let out = folder.path(&format!("out-{threads}"));
        let status = index(&out, below)
            .current_dir(folder.path("."))
            .envs([("RAYON_NUM_THREADS", threads), ("LC_ALL", language), ("TZ", "Pacific/Kiritimati")])
            .status()
            .unwrap();
        assert!(status.success());
        built.push(contents(Path::new(&out)));
    }
    assert!(!built[0].is_empty() && built[0] == built[1] && built[0] == built[2]);
}

#[test]
fn an_index_that_is_killed_leaves_the_old_archive_whole() {
    for pages in [many(300), long()] {
        let folder = Folder::new();
        let out = archive(&folder);
        let pages = folder.file("many.jsonl", pages);
        let mut killed = 0;
        for milliseconds in [1, 20, 80, 200, 350, 500, 700, 1_200, 2_000] {
            let mut run = index(&out, &pages).spawn().unwrap();
            std::thread::sleep(Duration::from_millis(milliseconds));
            let done = run.try_wait().unwrap().is_some();
            run.kill().unwrap();
            run.wait().unwrap();
            killed += u32::from(!done);
            assert!(matches!(articles(&out), 2 | 300), "after {milliseconds} ms");
        }
        assert!(killed > 0, "none was killed in the middle");
        assert!(index(&out, &pages).status().unwrap().success());
        assert_eq!(articles(&out), 300);
    }
}

#[test]
fn what_an_interrupted_index_put_aside_goes_with_the_next() {
    let folder = Folder::new();
    let out = folder.path("out");
    std::fs::create_dir_all(Path::new(&out).join("1.tmp")).unwrap();
    std::fs::write(Path::new(&out).join("1.tmp/lock"), "").unwrap();
    std::fs::write(Path::new(&out).join("1.tmp/0"), "left over").unwrap();
    let pages = folder.file("long.jsonl", long());
    assert!(index(&out, &pages).status().unwrap().success());
    assert_eq!(contents(Path::new(&out)).keys().filter(|name| name.contains("tmp")).count(), 0);
}

/// Files may not grow beyond a block, and the signal that says so is ignored: what is left is what a full disk gives.
#[cfg(unix)]
#[test]
fn a_full_disk_is_said_and_leaves_the_old_archive() {
    for pages in [many(300), long()] {
        let folder = Folder::new();
        let out = archive(&folder);
        let before = contents(Path::new(&out));
        let pages = folder.file("many.jsonl", pages);
        let run = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 2; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_baoyan")])
            .args(["index", &pages, "--out", &out, "--region", &region()])
            .env("XDG_CACHE_HOME", "/dev/null")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{said}");
        assert!(said.contains(&out) && said.contains("as it was") && said.contains("large"), "{said}");
        assert_eq!(contents(Path::new(&out)), before);
    }
}

#[test]
fn two_at_once_do_not_mix() {
    let folder = Folder::new();
    let out = folder.path("out");
    let (one, other) = (folder.file("one.jsonl", many(120)), folder.file("other.jsonl", many(121)));
    let by_need = folder.file("long.jsonl", long());
    for [one, other] in [[&one, &other], [&other, &one], [&one, &by_need], [&by_need, &by_need]] {
        let runs = [one, other].map(|pages| index(&out, pages).spawn().unwrap());
        assert!(runs.into_iter().all(|mut run| run.wait().unwrap().success()));
        assert!(matches!(articles(&out), 120 | 121 | 300));
    }
    assert_eq!(contents(Path::new(&out)).keys().filter(|name| name.contains("tmp")).count(), 0);
}
