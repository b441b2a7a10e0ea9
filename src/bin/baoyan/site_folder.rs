//! A site's folder on disk. New files are written aside and moved into place when all are there: the document that a reader
//! opens comes after all that it needs, and what is no longer needed goes last.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use baoyan::site::{File, digest};
use rayon::prelude::*;

use crate::aside::Aside;
use crate::folder::Finished;
use crate::open::FILE;
use crate::report::Usage;

/// The record of what we wrote.
const RECORD: &str = "site.json";

/// Path and digest of each file.
pub type Record = BTreeMap<String, String>;

/// How much of a site was new.
pub struct Changes {
    written: usize,
    kept: usize,
    removed: usize,
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} written, {} as they were, {} removed", self.written, self.kept, self.removed)
    }
}

/// A site while it is written, in a folder where no other run writes. An interruption at any point leaves one that works.
pub struct SiteFolder<'a> {
    folder: &'a Path,
    aside: &'a Aside,
    /// Held as long as this is.
    _lock: Option<fs::File>,
    /// What stood there.
    known: Record,
    new: Mutex<New>,
}

/// What will stand there.
#[derive(Default)]
struct New {
    record: Record,
    /// The files that do not stand there yet: path, and where it waits.
    waiting: Vec<(String, PathBuf)>,
}

impl<'a> SiteFolder<'a> {
    /// Waits until no other run writes to the folder.
    pub fn open(folder: &'a Path, aside: &'a Aside) -> anyhow::Result<SiteFolder<'a>> {
        let lock = aside.lock().with_context(|| cannot_be_written(folder))?;
        Ok(SiteFolder { folder, aside, _lock: lock, known: record(folder)?, new: Mutex::default() })
    }

    /// Takes a file.
    pub fn put(&self, file: File) -> io::Result<()> {
        let stands = fs::read(self.folder.join(&file.path)).is_ok_and(|bytes| bytes == file.bytes);
        let mut waits = None;
        if !stands {
            let path = self.aside.path()?;
            fs::write(&path, &file.bytes)?;
            waits = Some(path);
        }
        self.add(file.path, digest(&file.bytes), waits);
        Ok(())
    }

    /// Takes the files of a group of an archive, which is there already or aside.
    pub fn put_group(&self, archive: &str, group: &Finished) -> io::Result<()> {
        for (name, at) in group.files() {
            let path = format!("{archive}/{name}");
            let place = self.folder.join(&path);
            // The name says what is in it: it never changes.
            let known = self.known.get(&path).cloned();
            let digest = known.map_or_else(|| fs::read(&at).map(|bytes| digest(&bytes)), Ok)?;
            let stands = at == place || fs::read(place).is_ok_and(|bytes| fs::read(&at).is_ok_and(|new| new == bytes));
            self.add(path, digest, Some(at).filter(|_| !stands));
        }
        Ok(())
    }

    fn add(&self, path: String, digest: String, waits: Option<PathBuf>) {
        let mut new = self.new.lock().unwrap_or_else(PoisonError::into_inner);
        new.waiting.extend(waits.map(|at| (path.clone(), at)));
        new.record.insert(path, digest);
    }

    /// Moves all files into place; which there are now, and what that changed.
    pub fn finish(self) -> anyhow::Result<(Record, Changes)> {
        let SiteFolder { folder, known, new, .. } = &self;
        let New { record, mut waiting } = std::mem::take(&mut *new.lock().unwrap_or_else(PoisonError::into_inner));
        for (path, _) in &waiting {
            if !known.contains_key(path) && folder.join(path).exists() {
                let what = format!("{} is there already and is not of this site", folder.join(path).display());
                return Err(Usage(format!("{what}; move it away or give another folder")).into());
            }
        }
        let gone: Vec<&String> = known.keys().filter(|path| !record.contains_key(*path)).collect();
        waiting.sort_by(|(a, _), (b, _)| (last(a), a).cmp(&(last(b), b)));
        let move_all = || {
            waiting.par_iter().try_for_each(|(_, at)| fs::File::options().write(true).open(at)?.sync_all())?;
            // What will be there is on record before it is, and what goes until it is gone: the next run knows both for ours.
            let all: Record = known.iter().chain(&record).map(|(p, d)| (p.clone(), d.clone())).collect();
            put_on_record(folder, &all)?;
            waiting.iter().try_for_each(|(path, at)| move_into_place(&folder.join(path), at))?;
            gone.iter().for_each(|path| remove(folder, path));
            put_on_record(folder, &record)
        };
        move_all().with_context(|| cannot_be_written(folder))?;
        let changes = Changes { written: waiting.len(), kept: record.len() - waiting.len(), removed: gone.len() };
        Ok((record, changes))
    }
}

/// What is said where a site cannot be written.
pub fn cannot_be_written(folder: &Path) -> String {
    format!("{}: the site cannot be written; what stood there still works", folder.display())
}

fn put_on_record(folder: &Path, files: &Record) -> anyhow::Result<()> {
    let record = serde_json::to_vec_pretty(files)?;
    let unchanged = fs::read(folder.join(RECORD)).is_ok_and(|before| before == record);
    if unchanged { Ok(()) } else { write_file(&folder.join(RECORD), &record) }
}

/// What readers open comes last, so that all it names is there.
fn last(path: &str) -> u8 {
    match path {
        "sw.js" => 4,
        "index.html" => 3,
        _ if path.ends_with(".html") || path.ends_with(".xml") => 2,
        _ if path.ends_with(FILE) => 1,
        _ => 0,
    }
}

fn move_into_place(place: &Path, from: &Path) -> io::Result<()> {
    let move_it = || fs::rename(from, place);
    move_it().or_else(|_| {
        place.parent().map_or(Ok(()), fs::create_dir_all)?;
        move_it()
    })
}

fn remove(folder: &Path, path: &str) {
    // The record is a file that anyone may have changed: what it names outside of the folder is not ours.
    if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
        return;
    }
    let file = folder.join(path);
    drop(fs::remove_file(&file));
    // A folder goes when it is empty; what is in it may be of others.
    file.ancestors().skip(1).take_while(|above| *above != folder).for_each(|above| drop(fs::remove_dir(above)));
}

fn record(folder: &Path) -> anyhow::Result<Record> {
    match fs::read(folder.join(RECORD)) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| {
            let path = folder.join(RECORD);
            Usage(format!("{}: this is no record of a site ({error}); give another folder", path.display())).into()
        }),
        Err(_) => Ok(Record::new()),
    }
}

/// Writes a file aside and moves it into place.
pub fn write_file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(format!(".{}.tmp", std::process::id()));
    let aside = PathBuf::from(aside);
    let write = || -> io::Result<()> {
        let mut file = fs::File::create(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, path)
    };
    write()
        .inspect_err(|_| drop(fs::remove_file(&aside)))
        .with_context(|| format!("{}: cannot be written; what stood there is as it was", path.display()))
}

/// The files below a folder, by their paths below `root`.
pub fn read(root: &Path, folder: &Path, files: &mut Vec<File>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read(root, &path, files)?;
        } else {
            let below = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            files.push(File::new(parts.join("/"), fs::read(&path)?));
        }
    }
    Ok(())
}
