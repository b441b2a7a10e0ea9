//! Opening an archive on disk.

use std::path::{Path, PathBuf};

use anyhow::Context;
use baoyan::engine::{self, Archive, Session};
use baoyan::format::PartName;

/// The file that an archive is opened by.
pub const FILE: &str = engine::ENTRY;

/// An archive that is open.
pub struct Opened {
    pub session: Session,
    folder: PathBuf,
}

/// The bytes of the file that an archive is opened by: a folder that `index` wrote, or the file in it.
pub fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    let file = entry(path);
    std::fs::read(&file).with_context(|| {
        format!(
            "{}: no archive can be read here; give the folder that `baoyan index … --out DIR` wrote",
            file.display()
        )
    })
}

fn entry(path: &Path) -> PathBuf {
    if path.is_dir() { path.join(FILE) } else { path.to_owned() }
}

/// The archive, every checksum of its entry found right.
pub fn archive(path: &Path) -> anyhow::Result<Opened> {
    let session = Session::open(bytes(path)?).with_context(|| path.display().to_string())?;
    let folder = entry(path).parent().map(Path::to_owned).unwrap_or_default();
    Ok(Opened { session, folder })
}

impl Opened {
    /// The answer to a question, with all files that it needs.
    pub fn answer<T>(&mut self, question: impl Fn(&Archive) -> T) -> anyhow::Result<T> {
        let Opened { session, folder } = self;
        session.answer(question, |name| read(folder, name))
    }

    /// Takes in one file.
    pub fn feed(&mut self, name: PartName) -> anyhow::Result<()> {
        let bytes = read(&self.folder, name)?;
        self.session.feed(name, bytes).with_context(|| self.folder.join(name.to_string()).display().to_string())
    }

    /// The bytes of a file; 0 where it is missing.
    pub fn length(&self, name: PartName) -> u64 {
        std::fs::metadata(self.folder.join(name.to_string())).map_or(0, |found| found.len())
    }
}

fn read(folder: &Path, name: PartName) -> anyhow::Result<Vec<u8>> {
    let file = folder.join(name.to_string());
    std::fs::read(&file)
        .with_context(|| format!("{}: a file of the archive cannot be read; build it again", file.display()))
}
