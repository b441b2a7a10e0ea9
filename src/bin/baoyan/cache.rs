//! What was read of pages and made of them, kept in the user's cache directory until the same archive is built again: a file that
//! is as it was is not read again. What is there gives the very bytes that would be made anew, or is passed over; losing it costs
//! time alone.
//!
//! An archive has one file there: what was read of each of its sources ([`Stretch`]), what was noted ([`Table`]), and at the end
//! the length and the checksum of that, 8 bytes each. Only what the last build used is in it.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use baoyan::extract::{RegionVotes, WordFinder};
use baoyan::format::checksum;
use baoyan::index::Scratch;
use baoyan::site::UrlTemplate;
use serde::{Deserialize, Serialize};

use crate::cli::{Known, Pages};
use crate::documents::Card;
use crate::spool::Spool;

/// What no build used for so long goes. The help tells it as well.
pub const LONGEST: Duration = Duration::from_secs(60 * 24 * 60 * 60);
/// Bytes of the length and the checksum at the end.
const END: u64 = 16;
/// So many bytes are in memory at once.
const PIECE: u64 = 1 << 20;

/// What the last build of an archive kept, and what this one will keep.
pub struct Cache {
    /// None where nothing is kept.
    path: Option<PathBuf>,
    old: Option<Old>,
    /// Whether what is known was understood by another region.
    is_foreign: AtomicBool,
    new: Mutex<Table>,
}

/// What the last build kept.
struct Old {
    file: Mutex<File>,
    table: Table,
}

/// What was noted.
#[derive(Default, Serialize, Deserialize)]
struct Table {
    /// The checksum of the program and of what it was told.
    made_by: u64,
    /// The region that all pages showed, by its place in the table of the nation: articles are understood by it.
    prefecture: Option<usize>,
    /// By the checksum of a source's name and bytes: what was read of it.
    stretches: HashMap<u64, Stretch>,
    /// By number: what the engine noted.
    notes: HashMap<u64, Vec<u8>>,
}

/// Where what was read of a source stands: its articles, and then a list of their [`Card`]s and what was [`Found`].
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Stretch {
    from: u64,
    /// How many bytes the articles take.
    articles: u64,
    /// How many bytes the rest takes.
    about: u64,
    /// The checksum of the rest.
    mark: u64,
}

/// What was found in all articles of a source.
#[derive(Serialize, Deserialize)]
pub struct Found {
    pub votes: RegionVotes,
    pub words: WordFinder,
}

impl Cache {
    /// A cache that has nothing and keeps nothing.
    pub fn none() -> Cache {
        Cache { path: None, old: None, is_foreign: AtomicBool::new(false), new: Mutex::default() }
    }

    /// What was kept of the archive in a folder when it was built by the same program and told the same.
    pub fn of(archive: &Path, pages: &Pages, template: Option<&UrlTemplate>) -> Cache {
        // What comes on stdin comes once: it could not be read again by another region.
        let is_file = |path: &PathBuf| path != Path::new("-");
        let made_by = made_by(&pages.known, template).filter(|_| pages.paths.iter().all(is_file));
        let Some((path, made_by)) = path(archive).zip(made_by) else { return Cache::none() };
        let old = Old::open(&path).filter(|old| old.table.made_by == made_by);
        let new = Mutex::new(Table { made_by, ..Table::default() });
        Cache { path: Some(path), old, new, ..Cache::none() }
    }

    /// The number of a source by its name and its bytes; none where nothing is kept.
    pub fn number(&self, name: &str, bytes: impl Read) -> io::Result<Option<u64>> {
        self.path.as_ref().map(|_| number(name, bytes)).transpose()
    }

    /// What was read of a source and which region that shows, if all of it is as it was written.
    pub fn known(&self, number: u64) -> Option<(Stretch, RegionVotes)> {
        let old = self.old.as_ref().filter(|_| !self.is_foreign.load(Ordering::Relaxed))?;
        let stretch = *old.table.stretches.get(&number)?;
        let (cards, Found { votes, .. }) = old.about(&stretch)?;
        let mut from = stretch.from;
        for card in cards {
            let is_whole = card.is_of(&old.read(from, card.length.into())?);
            is_whole.then_some(())?;
            from += u64::from(card.length);
        }
        (from == stretch.from + stretch.articles).then_some((stretch, votes))
    }

    /// Whether what is known was understood by the region that all pages show now; else it is known no more.
    pub fn is_for(&self, prefecture: Option<usize>) -> bool {
        self.kept().prefecture = prefecture;
        let is_foreign = self.old.as_ref().is_some_and(|old| old.table.prefecture != prefecture);
        self.is_foreign.store(is_foreign, Ordering::Relaxed);
        !is_foreign
    }

    /// Puts what is known of a source to the articles that are put aside: where the first of its articles then begins, their
    /// cards, and their words.
    pub fn hand_over(&self, number: u64, known: &Stretch, to: &Spool) -> io::Result<(u64, Vec<Card>, WordFinder)> {
        let gone = || io::Error::other("what was kept was altered while it was read");
        let old = self.old.as_ref().ok_or_else(gone)?;
        let (cards, Found { words, .. }) = old.about(known).ok_or_else(gone)?;
        let (mut at, end, mut begin) = (known.from, known.from + known.articles + known.about, None);
        while at < end {
            let piece = old.read(at, PIECE.min(end - at)).ok_or_else(gone)?;
            let put = to.put(&piece)?;
            begin = begin.or(Some(put));
            at += piece.len() as u64;
        }
        let from = begin.unwrap_or_default();
        self.kept().stretches.insert(number, Stretch { from, ..*known });
        Ok((from, cards, words))
    }

    /// Keeps what was read of a source, whose articles were put aside last, the first of them beginning there.
    pub fn keep(&self, number: u64, from: u64, cards: &[Card], found: &Found, to: &Spool) -> io::Result<()> {
        let about = encode(&(cards, found))?;
        to.put(&about)?;
        let articles = cards.iter().map(|card| u64::from(card.length)).sum();
        let stretch = Stretch { from, articles, about: about.len() as u64, mark: checksum(&[&about]) };
        self.kept().stretches.insert(number, stretch);
        Ok(())
    }

    /// What was noted under a number, which then stays.
    pub fn noted(&self, number: u64) -> Option<Vec<u8>> {
        let note = self.old.as_ref()?.table.notes.get(&number)?;
        self.note(number, note.clone());
        Some(note.clone())
    }

    /// Notes something under a number.
    pub fn note(&self, number: u64, what: Vec<u8>) {
        self.kept().notes.insert(number, what);
    }

    /// Keeps the articles that were put aside and what was noted. Where they are few, or there is no room, nothing is kept.
    pub fn finish(self, articles: Spool) {
        let Some(path) = &self.path else { return };
        let table = self.new.into_inner().unwrap_or_else(PoisonError::into_inner);
        let written = encode(&table).and_then(|table| {
            let end = [(table.len() as u64).to_le_bytes(), checksum(&[&table]).to_le_bytes()].concat();
            articles.put(&[table, end].concat())
        });
        if written.is_ok() {
            articles.move_to(path);
        }
        path.parent().into_iter().for_each(remove_old);
    }

    fn kept(&self) -> MutexGuard<'_, Table> {
        self.new.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Old {
    fn open(path: &Path) -> Option<Old> {
        let file = File::open(path).ok()?;
        let length = file.metadata().ok()?.len();
        let old = Old { file: Mutex::new(file), table: Table::default() };
        let end = old.read(length.checked_sub(END)?, END)?;
        let (table_length, mark) = end.split_first_chunk()?;
        let table_length = u64::from_le_bytes(*table_length);
        let table = old.read((length - END).checked_sub(table_length)?, table_length)?;
        let is_whole = checksum(&[&table]).to_le_bytes() == mark;
        Some(Old { table: is_whole.then(|| postcard::from_bytes(&table).ok())??, ..old })
    }

    fn about(&self, stretch: &Stretch) -> Option<(Vec<Card>, Found)> {
        let about = self.read(stretch.from.checked_add(stretch.articles)?, stretch.about)?;
        let is_whole = checksum(&[&about]) == stretch.mark;
        is_whole.then(|| postcard::from_bytes(&about).ok())?
    }

    fn read(&self, from: u64, length: u64) -> Option<Vec<u8>> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(from)).ok()?;
        file.by_ref().take(length).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 == length).then_some(bytes)
    }
}

fn number(name: &str, mut bytes: impl Read) -> io::Result<u64> {
    let (mut number, mut piece) = (checksum(&[name.as_bytes()]), Vec::new());
    loop {
        piece.clear();
        if bytes.by_ref().take(PIECE).read_to_end(&mut piece)? == 0 {
            return Ok(number);
        }
        number = checksum(&[&number.to_le_bytes(), &piece]);
    }
}

fn encode(value: &impl Serialize) -> io::Result<Vec<u8>> {
    postcard::to_allocvec(value).map_err(io::Error::other)
}

/// The checksum of the program, which is another with every change of it, and of what it is told about pages.
fn made_by(known: &Known, template: Option<&UrlTemplate>) -> Option<u64> {
    let program = number("baoyan", File::open(std::env::current_exe().ok()?).ok()?).ok()?;
    let Known { issue_date, region } = known;
    let region = region.as_deref().map(|given| fs::read(given).unwrap_or_else(|_| given.as_bytes().to_vec()));
    Some(checksum(&[&program.to_le_bytes(), &encode(&(issue_date, region, template)).ok()?]))
}

/// Where the cache of an archive is.
fn path(archive: &Path) -> Option<PathBuf> {
    let archive = std::path::absolute(archive).ok()?;
    let name = checksum(&[archive.as_os_str().as_encoded_bytes()]);
    Some(folder()?.join("archives").join(format!("{name:016x}")))
}

/// Our folder in the user's cache directory.
pub fn folder() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|path| !path.is_empty()).map(PathBuf::from);
    let home = || Some(set("HOME")?.join(".cache"));
    let folder = set("XDG_CACHE_HOME").or_else(|| set("LOCALAPPDATA")).or_else(home)?;
    Some(folder.join("baoyan"))
}

/// Removes what no build used for long.
fn remove_old(folder: &Path) {
    let now = SystemTime::now();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let changed = entry.metadata().and_then(|found| found.modified()).ok();
        if changed.and_then(|changed| now.duration_since(changed).ok()).is_some_and(|age| age > LONGEST) {
            drop(fs::remove_file(entry.path()));
        }
    }
}
