//! An archive's folder on disk. An interrupted run leaves the old archive whole: new files are written aside and renamed when all
//! are there, the one that the archive is opened by last.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use baoyan::engine::{self, Articles, Depot, Group};
use baoyan::format::{PartName, Sealer};
use baoyan::index::Scratch;
use baoyan::index::documents::Document;
use baoyan::model::{Info, Vocabulary};
use indicatif::ProgressBar;

use crate::aside::Aside;
use crate::cache::Cache;
use crate::documents::Documents;
use crate::open::FILE;
use crate::progress;
use crate::spool::Spool;

/// An archive whose files are written aside.
pub struct Ready {
    groups: Vec<Finished>,
    /// The file that it is opened by.
    pub entry: Vec<u8>,
}

impl Ready {
    /// An archive of one file.
    pub fn whole(entry: Vec<u8>) -> Ready {
        Ready { groups: Vec::new(), entry }
    }

    /// An archive that is fetched by need, on its way to a folder that is locked. The other files are named by their content: those
    /// that are there already stay as they are.
    pub fn by_need(
        folder: &Path,
        aside: &Aside,
        cache: &Cache,
        documents: &Documents,
        info: Info,
        vocabulary: &Vocabulary,
    ) -> io::Result<Ready> {
        // Each article is read for its shelf and for its segment.
        let bar = progress::bar(2 * u64::from(documents.articles()), "writing");
        let depot = Desk { folder, aside, cache, documents, bar, groups: Mutex::default() };
        let entry = engine::publish_from(&depot, info, vocabulary)?;
        depot.bar.finish_and_clear();
        Ok(Ready { groups: depot.groups.into_inner().unwrap_or_else(PoisonError::into_inner), entry })
    }

    /// Its groups.
    pub fn groups(&self) -> &[Finished] {
        &self.groups
    }

    /// How many files it has.
    pub fn files(&self) -> usize {
        1 + self.groups.iter().map(|group| group.files.len()).sum::<usize>()
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> u64 {
        self.entry.len() as u64 + self.groups.iter().map(Finished::bytes).sum::<u64>()
    }

    /// Puts it into its folder, and removes what that had before.
    pub fn put_in_place(&self, folder: &Path) -> io::Result<()> {
        self.groups.iter().try_for_each(|group| group.move_to(folder))?;
        write_entry(folder, &self.entry)?;
        remove_others(folder, &self.groups.iter().map(|group| group.name.as_str()).collect())
    }
}

/// Articles that are put aside, and the files that are written of them.
struct Desk<'a> {
    folder: &'a Path,
    cache: &'a Cache,
    aside: &'a Aside,
    documents: &'a Documents<'a>,
    bar: ProgressBar,
    groups: Mutex<Vec<Finished>>,
}

impl Articles for Desk<'_> {
    fn articles(&self) -> u32 {
        self.documents.articles()
    }

    fn batches(&self, articles: Range<u32>) -> Vec<Range<u32>> {
        self.documents.batches(articles)
    }

    fn read(&self, articles: Range<u32>) -> io::Result<Cow<'_, [Document]>> {
        self.bar.inc(articles.len() as u64);
        self.documents.read(articles)
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch + '_>> {
        self.documents.scratch()
    }
}

impl Depot for Desk<'_> {
    fn mark(&self, articles: Range<u32>) -> u64 {
        self.documents.mark(articles)
    }

    fn noted(&self, number: u64) -> Option<Vec<u8>> {
        self.cache.noted(number)
    }

    fn note(&self, number: u64, what: Vec<u8>) {
        self.cache.note(number, what);
    }

    fn keep(&self, group: u64) -> bool {
        let standing = Finished::standing(self.folder, &format!("{group:016x}"));
        let is_there = standing.is_some();
        self.groups.lock().unwrap_or_else(PoisonError::into_inner).extend(standing);
        is_there
    }

    fn group(&self) -> io::Result<Box<dyn Group + '_>> {
        let contents = Spool::new(Some(self.aside));
        Ok(Box::new(Begun { desk: self, contents, places: Vec::new(), sealer: Sealer::default() }))
    }
}

/// A group whose name is not known yet.
struct Begun<'a> {
    desk: &'a Desk<'a>,
    contents: Spool<'a>,
    /// Where the content of each file is in `contents`.
    places: Vec<Range<u64>>,
    sealer: Sealer,
}

impl Group for Begun<'_> {
    fn add(&mut self, content: &[u8]) -> io::Result<()> {
        let from = self.contents.put(content)?;
        self.places.push(from..from + content.len() as u64);
        self.sealer.see(content);
        Ok(())
    }

    fn finish(self: Box<Self>) -> io::Result<u64> {
        let Begun { desk, contents, places, sealer } = *self;
        let path = desk.aside.path()?;
        fs::create_dir(&path)?;
        let (group, seals) = sealer.finish();
        let mut files = Vec::with_capacity(places.len());
        let mut bytes = Vec::new();
        for (place, (name, seal)) in places.into_iter().zip(seals) {
            bytes.resize((place.end - place.start) as usize, 0);
            contents.read(place.start, &mut bytes)?;
            bytes.extend_from_slice(&seal);
            fs::write(path.join(format!("{:x}", name.number)), &bytes)?;
            files.push((name, bytes.len() as u64));
        }
        let finished = Finished { path, name: format!("{group:016x}"), files };
        desk.groups.lock().unwrap_or_else(PoisonError::into_inner).push(finished);
        Ok(group)
    }
}

/// A group that is written.
pub struct Finished {
    path: PathBuf,
    /// What its folder is called in the archive.
    pub name: String,
    /// Its files, each with its length.
    files: Vec<(PartName, u64)>,
}

impl Finished {
    /// A group of an archive, if all of it is there as it was written.
    fn standing(archive: &Path, name: &str) -> Option<Finished> {
        let path = archive.join(name);
        let group = u64::from_str_radix(name, 16).ok()?;
        let mut sealer = Sealer::default();
        let (mut contents, mut files) = (Vec::new(), Vec::new());
        while let Ok(bytes) = fs::read(path.join(format!("{:x}", contents.len()))) {
            let (content, seal) = bytes.split_last_chunk()?;
            sealer.see(content);
            contents.push(*seal);
            files.push((PartName { group, number: files.len() as u32 }, bytes.len() as u64));
        }
        let (found, seals) = sealer.finish();
        (found == group && seals.map(|(_, seal)| seal).eq(contents)).then(|| Finished {
            path,
            name: name.to_owned(),
            files,
        })
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|(_, length)| length).sum()
    }

    /// The path of each of its files below the archive's folder, and where it is now.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (String, PathBuf)> {
        self.files.iter().map(|(name, _)| (name.to_string(), self.path.join(format!("{:x}", name.number))))
    }

    /// Moves it to its archive, unless it is there already and whole.
    fn move_to(&self, archive: &Path) -> io::Result<()> {
        let folder = archive.join(&self.name);
        if !folder.exists() {
            return fs::rename(&self.path, folder);
        }
        if folder == self.path || Finished::standing(archive, &self.name).is_some() {
            return Ok(());
        }
        let move_file = |(name, _): &(PartName, u64)| {
            fs::rename(self.path.join(format!("{:x}", name.number)), archive.join(name.to_string()))
        };
        self.files.iter().try_for_each(move_file)
    }
}

fn write_entry(folder: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = folder.join(FILE);
    let aside = path.with_extension(format!("{}.tmp", std::process::id()));
    let write = || {
        let mut file = File::create(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, path)
    };
    write().inspect_err(|_| drop(fs::remove_file(&aside)))
}

/// Removes the groups of files that the archive had before and has no more.
fn remove_others(folder: &Path, groups: &HashSet<&str>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_group = |name: &str| name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        if name.to_str().is_some_and(|name| is_group(name) && !groups.contains(name)) && entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}
