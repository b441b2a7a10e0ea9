//! The folder that a site is served from: in the user's cache directory, so that the next time only what changed is made anew;
//! without one, among temporary files.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::Context;
use baoyan::format::checksum;

use crate::cache::{self, LONGEST};
use crate::cli::Pages;

/// The file in it that is locked as long as the site is served.
const LOCK: &str = "lock";

/// A folder that no other run serves from.
pub struct Shown {
    path: PathBuf,
    /// Held as long as this is.
    _lock: File,
}

impl Shown {
    /// The folder of some pages, or another one where that is in use.
    pub fn of(pages: &Pages) -> anyhow::Result<Shown> {
        let temporary = std::env::temp_dir().join("baoyan");
        let homes = cache::folder().into_iter().chain([temporary.clone()]).map(|home| home.join("served"));
        let found = homes.into_iter().find_map(|home| {
            fs::create_dir_all(&home).ok()?;
            remove_old(&home);
            let name = name(pages);
            (0..)
                .map(|number| home.join(format!("{name:016x}-{number}")))
                .find_map(|path| Shown::at(path).transpose())?
                .ok()
        });
        found.with_context(|| format!("{}: a folder to serve from cannot be made here", temporary.display()))
    }

    /// A folder, unless it is in use.
    fn at(path: PathBuf) -> std::io::Result<Option<Shown>> {
        fs::create_dir_all(&path)?;
        let lock = File::create(path.join(LOCK))?;
        // Where files cannot be locked, as on some network disks, each is taken for free.
        let is_free = !matches!(lock.try_lock(), Err(TryLockError::WouldBlock));
        // What is used is not old.
        lock.set_modified(SystemTime::now())?;
        Ok(is_free.then_some(Shown { path, _lock: lock }))
    }

    /// Where the site's files are.
    pub fn folder(&self) -> PathBuf {
        self.path.join("site")
    }
}

/// The same for the same pages.
fn name(pages: &Pages) -> u64 {
    let whole = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone()).into_os_string();
    let paths: Vec<Vec<u8>> = pages.paths.iter().map(|path| whole(path).into_encoded_bytes()).collect();
    checksum(&paths.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// Removes what nobody served from for long.
fn remove_old(home: &Path) {
    for entry in fs::read_dir(home).into_iter().flatten().flatten() {
        let Ok(lock) = File::open(entry.path().join(LOCK)) else { continue };
        let changed = lock.metadata().and_then(|found| found.modified()).ok();
        let age = changed.and_then(|changed| SystemTime::now().duration_since(changed).ok());
        if age.is_some_and(|age| age > LONGEST) && lock.try_lock().is_ok() {
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}
