//! `baoyan index`: builds an archive.

use std::io;

use anyhow::Context;
use baoyan::engine::{self, Overview};
use baoyan::extract::{Region, WordFinder};
use baoyan::index::documents::Document;
use baoyan::model::{Article, Info, Vocabulary};
use rayon::prelude::*;

use crate::aside::Aside;
use crate::cli::{IndexArgs, Pages};
use crate::documents::Documents;
use crate::folder::{self, Written};
use crate::input::Input;
use crate::open::FILE;
use crate::progress;
use crate::report::Done;
use crate::spool::Spool;

pub fn run(args: &IndexArgs) -> anyhow::Result<Done> {
    let aside = Aside::of(&args.out);
    let (holdings, done) = Holdings::read(&args.pages, Some(&aside), |_| {})?;
    let (out, articles) = (&args.out, holdings.documents.count());
    let written = if holdings.travels_whole() {
        folder::write_whole(out, &holdings.gather()?.whole())
    } else {
        let Holdings { info, documents, vocabulary } = &holdings;
        folder::publish(out, &aside, documents, info.clone(), vocabulary)
    };
    let Written { files, bytes } = written
        .with_context(|| format!("{}: the archive cannot be written; what stood there is as it was", out.display()))?;
    let where_to = if files > 1 { out.clone() } else { out.join(FILE) };
    eprintln!("{} articles, {bytes} bytes in {files} files, {}", articles, where_to.display());
    Ok(done)
}

/// What an archive is built of.
pub struct Holdings<'a> {
    info: Info,
    documents: Documents<'a>,
    vocabulary: Vocabulary,
}

impl<'a> Holdings<'a> {
    /// The articles of some pages; says what was wrong with them. `amend` may change each article before it is stored.
    ///
    /// Where there is an `aside`, no more than a few megabytes of articles are in memory at any time.
    pub fn read(
        pages: &Pages,
        aside: Option<&'a Aside>,
        amend: impl Fn(&mut Document),
    ) -> anyhow::Result<(Holdings<'a>, Done)> {
        let input = Input::read(pages, Spool::new(aside))?;
        let done = Done::report(&input.problems);
        let mut documents = Documents::new(Spool::new(aside));
        let mut words = WordFinder::default();
        input.understand(|pages| {
            let mut batch: Vec<Document> = pages.into_iter().flat_map(|(_, page)| documents.of(page)).collect();
            batch.iter_mut().for_each(&amend);
            words.see(&batch.iter().map(|document| &document.article).collect::<Vec<&Article>>());
            batch.iter().try_for_each(|document| documents.add(document))
        })?;
        if documents.count() == 0 {
            anyhow::bail!("no article was found in what was given; nothing was written");
        }
        documents.arrange();
        let region = input.region;
        let counties = counties(region.as_ref(), &documents);
        let vocabulary = count(words, &counties, &documents)?;
        let info = Info { region: region.map(|region| region.name().to_owned()), counties, ..Info::default() };
        Ok((Holdings { info, documents, vocabulary }, done))
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
