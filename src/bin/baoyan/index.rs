//! `baoyan index`: builds an archive.

use std::io;
use std::path::Path;

use anyhow::Context;
use baoyan::engine::{self, Articles};
use baoyan::extract::{Region, WordFinder};
use baoyan::model::{Info, Vocabulary};
use baoyan::site::UrlTemplate;
use rayon::prelude::*;

use crate::aside::Aside;
use crate::cache::Cache;
use crate::cli::{IndexArgs, Pages};
use crate::documents::Documents;
use crate::folder::Ready;
use crate::gather::gather;
use crate::input::Input;
use crate::open::FILE;
use crate::progress;
use crate::report::Done;
use crate::spool::Spool;

pub fn run(args: &IndexArgs) -> anyhow::Result<Done> {
    let out = &args.out;
    let (aside, cache) = (Aside::of(out), Cache::of(out, &args.pages, None));
    let (holdings, done) = Holdings::read(&args.pages, Some(&aside), &cache, None)?;
    let write = || {
        let _lock = aside.lock()?;
        let ready = holdings.ready(out, &aside, &cache)?;
        ready.put_in_place(out).map(|()| ready)
    };
    let ready = write()
        .with_context(|| format!("{}: the archive cannot be written; what stood there is as it was", out.display()))?;
    let where_to = if ready.groups().is_empty() { out.join(FILE) } else { out.clone() };
    let (articles, known) = (holdings.documents.articles(), holdings.said_of_known());
    eprintln!("{articles} articles, {} bytes in {} files, {}{known}", ready.bytes(), ready.files(), where_to.display());
    cache.finish(holdings.documents.spool);
    Ok(done)
}

/// What an archive is built of.
pub struct Holdings<'a> {
    info: Info,
    pub documents: Documents<'a>,
    vocabulary: Vocabulary,
    /// How many files the cache knew.
    known: usize,
}

impl<'a> Holdings<'a> {
    /// The articles of some pages; says what was wrong with them.
    ///
    /// Where there is an `aside`, no more than a few megabytes of articles are in memory at any time. What the cache knows is not
    /// read again, unless all pages together now show another region.
    pub fn read(
        pages: &Pages,
        aside: Option<&'a Aside>,
        cache: &Cache,
        template: Option<&'a UrlTemplate>,
    ) -> anyhow::Result<(Holdings<'a>, Done)> {
        let mut input = Input::read(pages, Spool::new(aside), cache)?;
        if !cache.is_for(input.prefecture()) {
            input = Input::read(pages, Spool::new(aside), cache)?;
        }
        let done = Done::report(&input.problems);
        let (documents, words) = gather(&input, Documents::new(Spool::new(aside), template), cache)?;
        if documents.articles() == 0 {
            anyhow::bail!("no article was found in what was given; nothing was written");
        }
        let (known, region) = (input.known(), input.region);
        let counties = counties(region.as_ref(), &documents);
        let vocabulary = count(words, &counties, &documents)?;
        let info = Info { region: region.map(|region| region.name().to_owned()), counties, ..Info::default() };
        Ok((Holdings { info, documents, vocabulary, known }, done))
    }

    /// How many files need not be read, as it is said after all else.
    pub fn said_of_known(&self) -> String {
        match self.known {
            0 => String::new(),
            known => format!("; {known} of the files given were known and not read again"),
        }
    }

    /// The archive in the form that fits its size, on its way to a folder that is locked.
    pub fn ready(&self, folder: &Path, aside: &Aside, cache: &Cache) -> io::Result<Ready> {
        if self.documents.articles() <= WHOLE_ARTICLES && self.documents.text() <= WHOLE_TEXT {
            return self.whole().map(Ready::whole);
        }
        Ready::by_need(folder, aside, cache, &self.documents, self.info.clone(), &self.vocabulary)
    }

    /// The archive in one file.
    pub fn whole(&self) -> io::Result<Vec<u8>> {
        let all = self.documents.read(0..self.documents.articles())?;
        Ok(engine::build(self.info.clone(), &all, &self.vocabulary))
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
    let bar = progress::bar(documents.articles().into(), "counting words");
    documents.batches(0..documents.articles()).into_par_iter().try_for_each(|batch| {
        bar.inc(batch.len() as u64);
        documents.read(batch)?.iter().for_each(|document| counter.count(&document.article));
        io::Result::Ok(())
    })?;
    bar.finish_and_clear();
    Ok(counter.finish())
}
