//! A site's folder on disk. New files are written aside and moved into place when all are there: the document that a reader
//! opens comes after all that it needs, and what is no longer needed goes last.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, bail};
use baoyan::site::{File, digest};

use crate::report::Usage;

/// The record of what we wrote: path and digest of each file.
const RECORD: &str = "site.json";
/// Where new files wait, below the site's folder so that moving them is one step.
const ASIDE: &str = ".baoyan-new";

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

/// Writes a site to a folder, so that an interruption at any point leaves one that works.
pub fn write(folder: &Path, files: &[File]) -> anyhow::Result<Changes> {
    let said = || format!("{}: the site cannot be written", folder.display());
    fs::create_dir_all(folder).with_context(said)?;
    let aside = folder.join(ASIDE);
    let Some(_lock) = lock(&aside).with_context(said)? else {
        bail!("{}: another baoyan is writing here; wait until it is done", folder.display());
    };
    let known = record(folder)?;
    let stands = |file: &File| fs::read(folder.join(&file.path)).ok();
    let changed: Vec<&File> = files.iter().filter(|file| stands(file).as_ref() != Some(&file.bytes)).collect();
    for file in &changed {
        if !known.contains_key(&file.path) && folder.join(&file.path).exists() {
            drop(fs::remove_dir_all(&aside));
            let what = format!("{} is there already and is not of this site", folder.join(&file.path).display());
            return Err(Usage(format!("{what}; move it away or give another folder")).into());
        }
    }
    let new: BTreeMap<String, String> = files.iter().map(|file| (file.path.clone(), digest(&file.bytes))).collect();
    let gone: Vec<&String> = known.keys().filter(|path| !new.contains_key(*path)).collect();
    let done = (|| {
        // What will be there is on record before it is, and what goes until it is gone: the next run knows both for ours.
        let all: BTreeMap<String, String> = known.iter().chain(&new).map(|(p, d)| (p.clone(), d.clone())).collect();
        put_on_record(folder, &all)?;
        move_into_place(folder, &aside, &changed)?;
        gone.iter().for_each(|path| remove(folder, path));
        put_on_record(folder, &new)
    })();
    drop(fs::remove_dir_all(&aside));
    done.with_context(|| format!("{}; what stood there still works", said()))?;
    Ok(Changes { written: changed.len(), kept: files.len() - changed.len(), removed: gone.len() })
}

/// Locks the folder for files that wait, and makes it; nothing where another process has it.
fn lock(aside: &Path) -> std::io::Result<Option<fs::File>> {
    let (path, ours) = (aside.join("lock"), std::process::id().to_string());
    let is_gone = |error: &std::io::Error| error.kind() == ErrorKind::NotFound;
    loop {
        fs::create_dir_all(aside)?;
        let mut lock = match fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path) {
            Err(error) if is_gone(&error) => continue,
            opened => opened?,
        };
        if lock.try_lock().is_err() {
            return Ok(None);
        }
        lock.set_len(0)?;
        lock.write_all(ours.as_bytes())?;
        // Who had it before took the folder away at the end: what is locked here may no longer be what the next one finds.
        match fs::read(&path) {
            Ok(found) if found != ours.as_bytes() => {}
            Err(error) if is_gone(&error) => {}
            _ => return Ok(Some(lock)),
        }
    }
}

fn put_on_record(folder: &Path, files: &BTreeMap<String, String>) -> anyhow::Result<()> {
    let record = serde_json::to_vec_pretty(files)?;
    let unchanged = fs::read(folder.join(RECORD)).is_ok_and(|before| before == record);
    if unchanged { Ok(()) } else { write_file(&folder.join(RECORD), &record) }
}

/// What readers open comes last, so that all it names is there.
fn last(path: &str) -> u8 {
    match path {
        "sw.js" => 3,
        "index.html" => 2,
        _ if path.ends_with(".html") || path.ends_with(".xml") => 1,
        _ => 0,
    }
}

fn move_into_place(folder: &Path, aside: &Path, changed: &[&File]) -> anyhow::Result<()> {
    for (number, file) in changed.iter().enumerate() {
        let mut new = fs::File::create(aside.join(number.to_string()))?;
        new.write_all(&file.bytes)?;
        new.sync_all()?;
    }
    let mut order: Vec<(usize, &&File)> = changed.iter().enumerate().collect();
    order.sort_by_key(|(_, file)| last(&file.path));
    for (number, file) in order {
        let place = folder.join(&file.path);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::rename(aside.join(number.to_string()), place)?;
    }
    Ok(())
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

fn record(folder: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    match fs::read(folder.join(RECORD)) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| {
            let path = folder.join(RECORD);
            Usage(format!("{}: this is no record of a site ({error}); give another folder", path.display())).into()
        }),
        Err(_) => Ok(BTreeMap::new()),
    }
}

/// Writes a file aside and moves it into place.
pub fn write_file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(format!(".{}.tmp", std::process::id()));
    let aside = PathBuf::from(aside);
    let write = || -> std::io::Result<()> {
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
pub fn read(root: &Path, folder: &Path, files: &mut Vec<File>) -> std::io::Result<()> {
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
