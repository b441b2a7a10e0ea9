//! What is put aside beside an archive while it is built.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

/// The end of the name of what is put aside.
const ENDING: &str = "tmp";
/// The file in it that is locked as long as it is in use.
const LOCK: &str = "lock";

/// A folder in the archive's folder, which is made when it is needed, and goes when this does. What an interrupted run left
/// there goes with the next run.
pub struct Aside {
    archive: PathBuf,
    /// The folder and its lock.
    made: Mutex<Option<(PathBuf, File)>>,
    /// How many names were given.
    names: AtomicU32,
}

impl Aside {
    /// Beside the archive in a folder, which need not be there yet.
    pub fn of(archive: &Path) -> Aside {
        Aside { archive: archive.to_owned(), made: Mutex::default(), names: AtomicU32::new(0) }
    }

    /// Waits until no other run writes to the archive, and makes the folder. Where it cannot be locked, as on some network disks,
    /// runs do not wait.
    pub fn lock(&self) -> io::Result<Option<File>> {
        // Making the folder locks the archive as well: two runs must not both wait for the other.
        self.path()?;
        Ok(lock(&self.archive))
    }

    /// A path at which nothing is yet.
    pub fn path(&self) -> io::Result<PathBuf> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let (folder, _) = match &mut *made {
            Some(made) => made,
            none => none.insert(self.make().map_err(|error| at(&self.archive, error))?),
        };
        Ok(folder.join(self.names.fetch_add(1, Ordering::Relaxed).to_string()))
    }

    fn make(&self) -> io::Result<(PathBuf, File)> {
        fs::create_dir_all(&self.archive)?;
        // No other run begins meanwhile: a folder without a lock is left over.
        let _one = lock(&self.archive);
        for entry in fs::read_dir(&self.archive)? {
            let path = entry?.path();
            let is_ours = path.extension().is_some_and(|ending| ending == ENDING) && path.is_dir();
            if is_ours && File::open(path.join(LOCK)).is_ok_and(|lock| lock.try_lock().is_ok()) {
                drop(fs::remove_dir_all(path));
            }
        }
        let folder = self.archive.join(format!("{}.{ENDING}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let lock = File::create(folder.join(LOCK))?;
        // Where files cannot be locked, as on some network disks, what is left over stays.
        drop(lock.lock());
        Ok((folder, lock))
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        if let Some((folder, _)) = self.made.get_mut().unwrap_or_else(PoisonError::into_inner) {
            drop(fs::remove_dir_all(folder));
        }
    }
}

/// The error with the path that it is about.
pub fn at(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

fn lock(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    folder.lock().ok().map(|()| folder)
}
