//! Opening an archive on disk.

use std::path::Path;

use anyhow::Context;
use baoyan::engine::Archive;

/// The file that holds the whole form of an archive.
pub const FILE: &str = "archive.baoyan";

/// The bytes of an archive: a folder that `index` wrote, or the file in it.
pub fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    let file = if path.is_dir() { path.join(FILE) } else { path.to_owned() };
    std::fs::read(&file).with_context(|| {
        format!(
            "{}: no archive can be read here; give the folder that `baoyan index … --out DIR` wrote",
            file.display()
        )
    })
}

/// The archive, every checksum found right.
pub fn archive(path: &Path) -> anyhow::Result<Archive> {
    Archive::open(&bytes(path)?).with_context(|| path.display().to_string())
}
