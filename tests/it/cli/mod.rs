//! The command line as other programs use it: shapes, exit status, messages.

mod damage;
mod input;
mod large;
mod score;
mod shapes;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

/// A folder of its own for one test, gone when the test ends.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("baoyan-it-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// Writes a file and gives its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a run of `baoyan` gave.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.stdout, self.stderr))
    }

    #[track_caller]
    pub fn lines(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[track_caller]
    pub fn done(self) -> Run {
        assert_eq!(self.status, 0, "{}", self.stderr);
        self
    }

    /// Ended with a status, and said all of these on stderr.
    #[track_caller]
    pub fn said(self, status: i32, words: &[&str]) -> Run {
        assert_eq!(self.status, status, "{}", self.stderr);
        for word in words {
            assert!(self.stderr.contains(word), "“{word}” is not in: {}", self.stderr);
        }
        self
    }
}

pub fn baoyan(args: &[&str]) -> Run {
    baoyan_with(args, "")
}

/// Runs `baoyan` with something on stdin.
pub fn baoyan_with(args: &[&str], stdin: impl AsRef<[u8]>) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_baoyan"))
        .args(args)
        // Nothing is kept in the home of whoever runs the tests.
        .env("XDG_CACHE_HOME", "/dev/null")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let bytes = stdin.as_ref().to_vec();
    let feeder = std::thread::spawn(move || drop(pipe.write_all(&bytes)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    Run {
        status: output.status.code().expect("it ended by itself"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A made-up city's region file.
pub fn region() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/region.txt");
    path.to_str().unwrap().to_owned()
}

/// A page of the made-up city: two articles.
pub const PAGE: &str = "

云溪县：“清溪行动”护碧水

本报记者 林禾
本报通讯员 苏 青

今年3月1日，云溪县启动“清溪行动”，组织党员干部下沉一线，逐村排查河道问題，把责任落实到人。目前，已清理河道6条，发动志愿者1200余人次参与。

去年10月份，该县成立清溪服务队，开展护河培训8场，受到群众点赞。

临汐县：“春雨课堂”送到村头

本报记者 江 平

3月5日，临汐县举办“春雨课堂”，邀请农技专家走进田间地头，面对面讲解果树管理技术。2023年以来，该县累计举办“春雨课堂”12期，培训果农300余名。
";

/// An archive of [`PAGE`] in a folder.
pub fn archive(folder: &Folder) -> String {
    let page = folder.file("page.txt", PAGE);
    let out = folder.path("archive");
    baoyan(&["index", &page, "--out", &out, "--region", &region(), "--issue-date", "2024-03"]).done();
    out
}
