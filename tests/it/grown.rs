//! An archive that is built again after some of its pages changed has the bytes of one that is built from nothing, whatever was
//! kept of the last build, and reads only what is new.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::builds::contents;
use crate::cli::{Folder, baoyan};

/// Pages in the shape of many issues, of which there are enough that what was read of them is kept.
struct Pages<'a> {
    folder: &'a Folder,
    /// By file: how it is written.
    files: BTreeMap<usize, usize>,
}

/// So many pages are more than travel whole.
const ENOUGH: usize = 5;
/// The version of a page that has a line too many.
const BROKEN: usize = 3;

impl<'a> Pages<'a> {
    fn new(folder: &'a Folder) -> Pages<'a> {
        let mut pages = Pages { folder, files: BTreeMap::new() };
        (0..ENOUGH).for_each(|number| pages.write(number, 0));
        pages
    }

    /// A third of the pages tells of counties of one city, a third of another's, and some articles share their ids.
    fn write(&mut self, number: usize, version: usize) {
        let place = ["县里", "修武县、武陟县、温县和孟州市", "兰考县、尉氏县、通许县和杞县"][(number + version) % 3];
        let walk = "河水清了，岸边的树绿了，村里的人都来走一走。".repeat(2_400);
        let mut lines = String::new();
        for article in 0..6 {
            let id = article + number / 2 * 100;
            writeln!(
                lines,
                r#"{{"id":"{id}","title":"第{number}座桥","body":"{place}清理河道{version}条。\n{walk}","date":"2024-03-{:02}"}}"#,
                1 + number
            )
            .unwrap();
        }
        if version == BROKEN {
            lines += "{\n";
        }
        self.folder.file(&format!("pages/{number}.jsonl"), lines);
        self.files.insert(number, version);
    }

    fn remove(&mut self, number: usize) {
        fs::remove_file(self.folder.path(&format!("pages/{number}.jsonl"))).unwrap();
        self.files.remove(&number);
    }

    /// Builds the archive; what it said.
    fn index(&self, out: &str, cache: &str) -> String {
        let run = Command::new(env!("CARGO_BIN_EXE_baoyan"))
            .args(["index", &self.folder.path("pages"), "--out", &self.folder.path(out)])
            .env("XDG_CACHE_HOME", self.folder.path(cache))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        let is_broken = self.files.values().any(|&version| version == BROKEN);
        assert_eq!(run.status.code(), Some(i32::from(is_broken)), "{said}");
        assert_eq!(said.contains("jsonl:7"), is_broken, "what is wrong with a page is said each time: {said}");
        said
    }

    /// Builds the archive again; how many files were known.
    fn grow(&self) -> usize {
        let said = self.index("archive", "cache");
        let known = said
            .lines()
            .last()
            .and_then(|line| line.split_once("; "))
            .and_then(|(_, known)| known.split(' ').next()?.parse().ok());
        known.unwrap_or_default()
    }

    /// The same, and compares it with one that is built from nothing.
    fn compare(&self) -> usize {
        let known = self.grow();
        fs::remove_dir_all(self.folder.path("fresh")).ok();
        self.index("fresh", "nothing");
        fs::remove_dir_all(self.folder.path("nothing")).ok();
        assert!(self.archive() == contents(Path::new(&self.folder.path("fresh"))), "{:?}", self.files);
        known
    }

    /// All files of the archive.
    fn archive(&self) -> BTreeMap<String, Vec<u8>> {
        let files = contents(Path::new(&self.folder.path("archive")));
        assert!(files.len() > 20, "{} files", files.len());
        files
    }

    /// What is kept.
    fn kept(&self) -> PathBuf {
        let mut kept = fs::read_dir(self.folder.path("cache/baoyan/archives")).unwrap();
        kept.next().unwrap().unwrap().path()
    }
}

#[test]
fn what_changed_is_read_and_the_rest_is_known() {
    let folder = Folder::new();
    let mut pages = Pages::new(&folder);
    assert_eq!(pages.grow(), 0);
    pages.write(ENOUGH, 1);
    assert_eq!(pages.compare(), ENOUGH, "one more");
    pages.write(3, BROKEN);
    assert_eq!(pages.grow(), ENOUGH, "one changed, and broken");
    assert_eq!(pages.compare(), ENOUGH, "what is broken is read again");
    pages.remove(0);
    pages.write(4, 6);
    assert_eq!(pages.compare(), ENOUGH - 2, "one gone, one changed, one broken");
    pages.write(3, 0);
    assert_eq!(pages.grow(), ENOUGH - 1);
    baoyan(&["check", &folder.path("archive")]).done();
}

/// Where all pages together show another region than before, they are understood by it.
#[test]
fn another_region_is_another_reading() {
    let folder = Folder::new();
    let mut pages = Pages::new(&folder);
    (0..ENOUGH).for_each(|number| pages.write(number, 3 * ENOUGH + 1 - number));
    assert_eq!(pages.grow(), 0);
    (0..ENOUGH - 1).for_each(|number| pages.write(number, 3 * ENOUGH + 2 - number));
    assert_eq!(pages.compare(), 0);
}

#[test]
fn what_is_damaged_is_made_anew() {
    let folder = Folder::new();
    let pages = Pages::new(&folder);
    pages.grow();
    let (kept, expect) = (fs::read(pages.kept()).unwrap(), pages.archive());
    let flipped = |at: usize| {
        let mut bad = kept.clone();
        bad[at] ^= 16;
        bad
    };
    // In an article, in what was noted, in the checksum; cut; foreign.
    let ends = [kept.len() - 300, kept.len() - 1].map(flipped);
    let others = [kept[..kept.len() - 9].to_vec(), vec![0xFF; 4_000]];
    for (bad, known) in
        [(flipped(1_000), ENOUGH - 1)].into_iter().chain(ends.into_iter().chain(others).map(|bad| (bad, 0)))
    {
        fs::write(pages.kept(), bad).unwrap();
        assert_eq!(pages.grow(), known);
        assert!(pages.archive() == expect);
    }

    // Files of the archive itself.
    for (name, bytes) in expect.iter().filter(|(name, _)| name.contains('/')).step_by(expect.len() / 3) {
        let mut bad = bytes.clone();
        bad[bytes.len() / 2] ^= 1;
        fs::write(Path::new(&folder.path("archive")).join(name), bad).unwrap();
    }
    assert_eq!(pages.grow(), ENOUGH);
    assert!(pages.archive() == expect);
}
