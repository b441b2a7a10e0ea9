use std::borrow::Cow;
use std::io;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use crate::format::Sealer;
use crate::index::Scratch;
use crate::index::documents::Document;

/// The articles of an archive, of which a few are in memory at a time.
pub trait Articles: Sync {
    /// How many articles there are.
    fn articles(&self) -> u32;

    /// Divides articles that follow each other: into so many, by sixteens, as may be in memory at once.
    fn batches(&self, articles: Range<u32>) -> Vec<Range<u32>>;

    /// Articles that follow each other.
    ///
    /// # Errors
    /// When they cannot be read.
    fn read(&self, articles: Range<u32>) -> io::Result<Cow<'_, [Document]>>;

    /// Room to put things aside.
    ///
    /// # Errors
    /// When there is none.
    fn scratch(&self) -> io::Result<Box<dyn Scratch + '_>>;
}

/// Where the articles of an archive are while it is published, and where its files go.
pub trait Depot: Articles {
    /// A number that articles that follow each other share with no others.
    fn mark(&self, articles: Range<u32>) -> u64;

    /// What was noted under a number, now or when an archive was published before.
    fn noted(&self, number: u64) -> Option<Vec<u8>>;

    /// Notes something under a number that nothing else has.
    fn note(&self, number: u64, what: Vec<u8>);

    /// Whether a group that was written before is still there, every byte of it; then it stays.
    fn keep(&self, group: u64) -> bool;

    /// A group of files, none of which is there yet.
    ///
    /// # Errors
    /// When it cannot be begun.
    fn group(&self) -> io::Result<Box<dyn Group + '_>>;
}

/// A group of files while it is written.
pub trait Group {
    /// Adds a file of this content.
    ///
    /// # Errors
    /// When it cannot be written.
    fn add(&mut self, content: &[u8]) -> io::Result<()>;

    /// Ends the group, and gives its name.
    ///
    /// # Errors
    /// When it cannot be written.
    fn finish(self: Box<Self>) -> io::Result<u64>;
}

/// Articles in memory, and the files that are made of them.
pub(super) struct Held<'a> {
    documents: &'a [Document],
    files: Mutex<Vec<(String, Vec<u8>)>>,
}

impl<'a> Held<'a> {
    pub fn new(documents: &'a [Document]) -> Held<'a> {
        Held { documents, files: Mutex::default() }
    }

    /// Path and bytes of each file, by path.
    pub fn files(self) -> Vec<(String, Vec<u8>)> {
        let mut files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        files.sort();
        files
    }
}

/// So many articles are indexed at once: few enough that small archives are indexed by all cores.
const BATCH: usize = 256;

impl Articles for Held<'_> {
    fn articles(&self) -> u32 {
        self.documents.len() as u32
    }

    fn batches(&self, articles: Range<u32>) -> Vec<Range<u32>> {
        articles.clone().step_by(BATCH).map(|from| from..articles.end.min(from + BATCH as u32)).collect()
    }

    fn read(&self, articles: Range<u32>) -> io::Result<Cow<'_, [Document]>> {
        Ok(Cow::Borrowed(&self.documents[articles.start as usize..articles.end as usize]))
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch + '_>> {
        Ok(Box::new(Mutex::new(Vec::new())))
    }
}

impl Depot for Held<'_> {
    fn mark(&self, _: Range<u32>) -> u64 {
        0
    }

    fn noted(&self, _: u64) -> Option<Vec<u8>> {
        None
    }

    fn note(&self, _: u64, _: Vec<u8>) {}

    fn keep(&self, _: u64) -> bool {
        false
    }

    fn group(&self) -> io::Result<Box<dyn Group + '_>> {
        Ok(Box::new(HeldGroup { depot: self, sealer: Sealer::default(), contents: Vec::new() }))
    }
}

struct HeldGroup<'a> {
    depot: &'a Held<'a>,
    sealer: Sealer,
    contents: Vec<Vec<u8>>,
}

impl Group for HeldGroup<'_> {
    fn add(&mut self, content: &[u8]) -> io::Result<()> {
        self.sealer.see(content);
        self.contents.push(content.to_vec());
        Ok(())
    }

    fn finish(self: Box<Self>) -> io::Result<u64> {
        let (group, seals) = self.sealer.finish();
        let sealed = seals
            .zip(self.contents)
            .map(|((name, seal), content)| (name.to_string(), [content, seal.to_vec()].concat()));
        self.depot.files.lock().unwrap_or_else(PoisonError::into_inner).extend(sealed);
        Ok(group)
    }
}
