//! `baoyan index`: builds an archive.

use std::io;

use anyhow::Context;
use baoyan::engine::{self, Overview};
use baoyan::extract::{Region, WordFinder};
use baoyan::index::documents::Document;
use baoyan::model::{Info, Vocabulary};
use rayon::prelude::*;

use crate::aside::Aside;
use crate::cache::Cache;
use crate::cli::{IndexArgs, Pages};
use crate::documents::Documents;
use crate::folder::{self, Written};
use crate::gather::gather;
use crate::input::Input;
use crate::open::FILE;
use crate::progress;
use crate::report::Done;
use crate::spool::Spool;

pub fn run(args: &IndexArgs) -> anyhow::Result<Done> {
    let out = &args.out;
    let (aside, cache) = (Aside::of(out), Cache::of(out, &args.pages));
    let (holdings, done) = Holdings::read(&args.pages, Some(&aside), &cache)?;
    let (articles, known) = (holdings.documents.count(), holdings.known);
    let written = if holdings.travels_whole() {
        holdings.gather().and_then(|gathered| folder::write_whole(out, &gathered.whole()))
    } else {
        let Holdings { info, documents, vocabulary, .. } = holdings;
        folder::publish(out, &aside, &cache, &documents, info, &vocabulary).inspect(|_| cache.finish(documents.spool))
    };
    let Written { files, bytes } = written
        .with_context(|| format!("{}: the archive cannot be written; what stood there is as it was", out.display()))?;
    let where_to = if files > 1 { out.clone() } else { out.join(FILE) };
    let known =
        if known > 0 { format!("; {known} of the files given were known and not read again") } else { String::new() };
    eprintln!("{articles} articles, {bytes} bytes in {files} files, {}{known}", where_to.display());
    Ok(done)
}

/// What an archive is built of.
pub struct Holdings<'a> {
    info: Info,
    documents: Documents<'a>,
    vocabulary: Vocabulary,
    /// How many files the cache knew.
    known: usize,
}

impl<'a> Holdings<'a> {
    /// The articles of some pages; says what was wrong with them.
    ///
    /// Where there is an `aside`, no more than a few megabytes of articles are in memory at any time. What the cache knows is not
    /// read again, unless all pages together now show another region.
    pub fn read(pages: &Pages, aside: Option<&'a Aside>, cache: &Cache) -> anyhow::Result<(Holdings<'a>, Done)> {
        let mut input = Input::read(pages, Spool::new(aside), cache)?;
        if !cache.is_for(input.prefecture()) {
            input = Input::read(pages, Spool::new(aside), cache)?;
        }
        let done = Done::report(&input.problems);
        let (documents, words) = gather(&input, Spool::new(aside), cache)?;
        if documents.count() == 0 {
            anyhow::bail!("no article was found in what was given; nothing was written");
        }
        let (known, region) = (input.known(), input.region);
        let counties = counties(region.as_ref(), &documents);
        let vocabulary = count(words, &counties, &documents)?;
        let info = Info { region: region.map(|region| region.name().to_owned()), counties, ..Info::default() };
        Ok((Holdings { info, documents, vocabulary, known }, done))
    }

    /// Whether the archive is one file.
    fn travels_whole(&self) -> bool {
        self.documents.count() <= WHOLE_ARTICLES && self.documents.text() <= WHOLE_TEXT
    }

    /// The same with all articles in memory.
    pub fn gather(self) -> io::Result<Gathered> {
        let travels_whole = self.travels_whole();
        Ok(Gathered { info: self.info, documents: self.documents.all()?, vocabulary: self.vocabulary, travels_whole })
    }
}

/// What an archive is built of, all of it in memory.
pub struct Gathered {
    info: Info,
    /// The articles, in order.
    pub documents: Vec<Document>,
    vocabulary: Vocabulary,
    travels_whole: bool,
}

impl Gathered {
    /// What the archive tells before it is asked anything.
    pub fn overview(&self) -> Overview {
        Overview::of(self.info.clone(), &self.documents)
    }

    /// The archive in one file.
    pub fn whole(&self) -> Vec<u8> {
        engine::build(self.info.clone(), &self.documents, &self.vocabulary)
    }

    /// The archive's files in the form that fits its size, each with its path; the one that it is opened by last.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        if self.travels_whole {
            return vec![(FILE.to_owned(), self.whole())];
        }
        engine::publish(self.info.clone(), &self.documents, &self.vocabulary)
    }
}

/// An archive of at most so many bytes of text, and so many articles, travels whole; a larger one is fetched by need.
///
/// Whole it takes a third of its text on the wire, and then answers each key at once. By need a first answer takes some 50 kB
/// and each further one 30, with two round trips, and what is suggested while typing and counted in charts another 80 kB: at a
/// handful of queries both take as much for 2 MB of text, and of more than that a reader has less to wait by need.
const WHOLE_TEXT: usize = 2_000_000;
/// See [`WHOLE_TEXT`].
const WHOLE_ARTICLES: u32 = 10_000;

/// The region's counties in official order, then others that articles are about, and the city itself last.
fn counties(region: Option<&Region>, documents: &Documents) -> Vec<String> {
    let official = region.map(Region::counties).unwrap_or_default();
    let others = documents.counties().into_iter().filter(|county| !official.contains(county));
    official.iter().cloned().chain(others).collect()
}

/// Counts the words that were found.
fn count(words: WordFinder, counties: &[String], documents: &Documents) -> io::Result<Vocabulary> {
    let counter = words.finish(counties);
    let bar = progress::bar(documents.count().into(), "counting words");
    documents.batches(0..documents.count()).into_par_iter().try_for_each(|batch| {
        bar.inc(batch.len() as u64);
        documents.read(batch)?.iter().for_each(|document| counter.count(&document.article));
        io::Result::Ok(())
    })?;
    bar.finish_and_clear();
    Ok(counter.finish())
}
