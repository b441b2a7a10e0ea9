//! From paths to pages that were read and understood.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::Path;

use anyhow::Context;
use baoyan::extract::{Extractor, Region, RegionVotes};
use baoyan::ingest::{self, Parts, Source};
use baoyan::model::{DateRange, Page, Problem};
use indicatif::ProgressBar;
use rayon::prelude::*;

use crate::cache::{Cache, Stretch};
use crate::cli::{Known, Pages};
use crate::progress;
use crate::report::Usage;
use crate::spool::{Place, Spool};

/// So many bytes of pages are in memory at once.
const BATCH: u64 = 4 << 20;

/// Pages that were read, put aside until it is known which region they are about.
pub struct Input<'a> {
    spool: Spool<'a>,
    cache: &'a Cache,
    /// Each with the number of its file.
    pages: Vec<(usize, Waiting)>,
    files: Vec<ReadFile>,
    /// What all of them show; `None` where the region was given.
    votes: Option<RegionVotes>,
    articles: u64,
    issue_date: Option<DateRange>,
    /// As given, else found; `None` where neither.
    pub region: Option<Region>,
    /// In the order of the pages.
    pub problems: Vec<Problem>,
}

/// A page, or what is known of all pages of a file.
enum Waiting {
    Page(Place),
    Known(u64, Stretch),
}

/// A page that was understood, or what is known of all pages of a file.
pub enum Understood {
    Page(Page),
    /// The file's number in the cache, and where it has them.
    Known(u64, Stretch),
}

/// What is known of a file.
struct ReadFile {
    /// Its number in the cache; none where it has to be read again the next time.
    number: Option<u64>,
    /// The region that it shows, by its place in the table of the nation.
    shown: Option<usize>,
    /// Its votes, put aside.
    votes: Place,
}

/// What was read of one file, or of a part of it.
type ReadPage = (Page, Vec<Problem>);

/// One file, read or known.
enum Taken {
    Read(Option<u64>, ReadPage),
    Known(u64, Stretch, RegionVotes),
}

impl<'a> Input<'a> {
    /// Reads all pages that are not known.
    pub fn read(args: &Pages, spool: Spool<'a>, cache: &'a Cache) -> anyhow::Result<Input<'a>> {
        let given = region(&args.known)?;
        let (stdin, paths): (Vec<_>, Vec<_>) = args.paths.iter().cloned().partition(|path| path == Path::new("-"));
        let (sources, problems) = ingest::walk(&paths);
        let mut input = Input {
            spool,
            cache,
            pages: Vec::new(),
            files: Vec::new(),
            votes: given.is_none().then(RegionVotes::default),
            articles: 0,
            issue_date: args.known.issue_date,
            region: given,
            problems,
        };
        input.read_sources(&sources)?;
        if !stdin.is_empty() {
            input.read_stdin()?;
        }
        if let Some(votes) = &input.votes {
            input.region = votes.region();
        }
        Ok(input)
    }

    /// The region that was found, by its place in the table of the nation.
    pub fn prefecture(&self) -> Option<usize> {
        self.votes.as_ref().and_then(RegionVotes::prefecture)
    }

    /// How many files the cache knew.
    pub fn known(&self) -> usize {
        self.pages.iter().filter(|(_, waiting)| matches!(waiting, Waiting::Known(..))).count()
    }

    /// A file's number in the cache, where it is to be kept, and its votes.
    pub fn votes(&self, file: usize) -> io::Result<Option<(u64, RegionVotes)>> {
        let file = self.files.get(file).and_then(|file| Some((file.number?, &file.votes)));
        file.map(|(number, votes)| Ok((number, votes.get(&self.spool)?))).transpose()
    }

    /// Small files are read some at a time on all cores; a large one is read part by part.
    fn read_sources(&mut self, sources: &[Source]) -> anyhow::Result<()> {
        let length = |source: &Source| std::fs::metadata(&source.path).map_or(0, |found| found.len());
        let lengths: Vec<u64> = sources.iter().map(length).collect();
        let bar = progress::bar(lengths.iter().sum(), "reading");
        let mut from = 0;
        while let Some(first) = sources.get(from) {
            let to = from + batch(lengths[from..].iter().copied());
            if lengths[from] > BATCH && first.is_in_lines() {
                self.read_large(first, &bar)?;
            } else {
                let cache = self.cache;
                let read: Vec<Taken> = sources[from..to].par_iter().map(|source| read_file(source, cache)).collect();
                read.into_iter().try_for_each(|taken| match taken {
                    Taken::Read(number, page) => self.take_file(number, [page]),
                    Taken::Known(number, stretch, votes) => self.take_known(number, stretch, votes),
                })?;
                bar.inc(lengths[from..to].iter().sum());
            }
            from = to;
        }
        bar.finish_and_clear();
        Ok(())
    }

    fn read_large(&mut self, source: &Source, bar: &ProgressBar) -> anyhow::Result<()> {
        let open = || File::open(&source.path);
        let file = open().and_then(|file| Ok((self.cache.number(&source.document, file)?, open()?)));
        match file {
            Ok((number, file)) => match number.and_then(|number| Some((number, self.cache.known(number)?))) {
                Some((number, (stretch, votes))) => self.take_known(number, stretch, votes),
                None => self.take_file(number, parts(source, bar.wrap_read(file))),
            },
            Err(error) => self.take_file(None, [unreadable(source, &error)]),
        }
    }

    /// Stdin has no name to tell what it is: its first bytes do.
    fn read_stdin(&mut self) -> anyhow::Result<()> {
        let mut input = std::io::stdin().lock();
        let source = |kind: &str| Source { path: "-".into(), document: format!("stdin.{kind}") };
        if input.fill_buf().context(NO_STDIN)?.trim_ascii_start().starts_with(b"{") {
            return self.take_file(None, parts(&source("jsonl"), input));
        }
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).context(NO_STDIN)?;
        let kind = match bytes.trim_ascii_start() {
            [b'{', ..] => "jsonl",
            start if [&b"<?xml"[..], b"<rss", b"<feed"].iter().any(|tag| start.starts_with(tag)) => "xml",
            [b'<', ..] => "html",
            [b'-', b'-', b'-', ..] => "md",
            _ => "txt",
        };
        self.take_file(None, [ingest::read(&source(kind), &bytes)])
    }

    /// Puts the parts of one file aside. Where something was wrong with it, that is to be said the next time, too.
    fn take_file(&mut self, number: Option<u64>, parts: impl IntoIterator<Item = ReadPage>) -> anyhow::Result<()> {
        let (file, problems) = (self.files.len(), self.problems.len());
        let mut its_votes = RegionVotes::default();
        for (page, problems) in parts {
            if self.votes.is_some() {
                its_votes.add(RegionVotes::of(&page.articles));
            }
            self.problems.extend(problems);
            self.articles += page.articles.len() as u64;
            let place = Place::put(&page, &self.spool).context(NO_ROOM)?;
            self.pages.push((file, Waiting::Page(place)));
        }
        let number = number.filter(|_| self.problems.len() == problems);
        self.count(number, its_votes)
    }

    fn take_known(&mut self, number: u64, stretch: Stretch, votes: RegionVotes) -> anyhow::Result<()> {
        self.pages.push((self.files.len(), Waiting::Known(number, stretch)));
        self.count(None, votes)
    }

    fn count(&mut self, number: Option<u64>, votes: RegionVotes) -> anyhow::Result<()> {
        let put_aside = Place::put(&votes, &self.spool).context(NO_ROOM)?;
        self.files.push(ReadFile { number, shown: votes.prefecture(), votes: put_aside });
        if let Some(all) = &mut self.votes {
            all.add(votes);
        }
        Ok(())
    }

    /// Understands all pages, and hands out some at a time, in order, each with its file.
    pub fn understand(&self, mut take: impl FnMut(Vec<(usize, Understood)>) -> io::Result<()>) -> anyhow::Result<()> {
        let all = self.prefecture();
        // Pages of several papers in one run: each is read with its own region where it shows one.
        let own = |file: usize| self.files.get(file).and_then(|file| file.shown).filter(|own| Some(*own) != all);
        let extractor = Extractor::new(self.region.clone());
        let bar = progress::bar(self.articles, "understanding");
        let mut rest = self.pages.as_slice();
        while !rest.is_empty() {
            let length = |(_, waiting): &(usize, Waiting)| match waiting {
                Waiting::Page(place) => place.length.into(),
                Waiting::Known(..) => 0,
            };
            let (some, others) = rest.split_at(batch(rest.iter().map(length)));
            let pages = some.iter().filter(|(_, waiting)| matches!(waiting, Waiting::Page(_)));
            let regions: BTreeSet<usize> = pages.filter_map(|(file, _)| own(*file)).collect();
            let extractors: BTreeMap<usize, Extractor> = regions
                .into_par_iter()
                .map(|prefecture| (prefecture, Extractor::new(Some(Region::of_prefecture(prefecture)))))
                .collect();
            let understand = |(file, waiting): &(usize, Waiting)| match waiting {
                Waiting::Page(place) => {
                    let mut page: Page = place.get(&self.spool)?;
                    let own = own(*file).and_then(|prefecture| extractors.get(&prefecture));
                    own.unwrap_or(&extractor).understand(&mut page, self.issue_date);
                    bar.inc(page.articles.len() as u64);
                    Ok((*file, Understood::Page(page)))
                }
                Waiting::Known(number, stretch) => Ok((*file, Understood::Known(*number, *stretch))),
            };
            some.par_iter().map(understand).collect::<io::Result<_>>().and_then(&mut take).context(NO_ROOM)?;
            rest = others;
        }
        bar.finish_and_clear();
        Ok(())
    }

    /// All pages that were read, understood.
    pub fn pages(&self) -> anyhow::Result<Vec<Page>> {
        let mut pages: Vec<(usize, Page)> = Vec::new();
        self.understand(|some| {
            for (file, understood) in some {
                let Understood::Page(page) = understood else { continue };
                match pages.last_mut() {
                    Some((last, before)) if *last == file => before.articles.extend(page.articles),
                    _ => pages.push((file, page)),
                }
            }
            Ok(())
        })?;
        Ok(pages.into_iter().map(|(_, page)| page).collect())
    }
}

const NO_STDIN: &str = "stdin cannot be read";
pub const NO_ROOM: &str = "what is put aside beside the archive cannot be written; what stood there is as it was";

/// How many of the first of these lengths are in memory at once.
fn batch(lengths: impl Iterator<Item = u64>) -> usize {
    let sums = lengths.scan(0, |bytes: &mut u64, length| {
        *bytes += length;
        Some(*bytes)
    });
    sums.take_while(|bytes| *bytes <= BATCH).count().max(1)
}

/// The region named on the command line.
pub fn region(known: &Known) -> anyhow::Result<Option<Region>> {
    let Some(given) = &known.region else { return Ok(None) };
    let path = Path::new(given);
    let region = if path.is_file() {
        let text = std::fs::read_to_string(path).with_context(|| format!("{given}: cannot be read"))?;
        Region::from_table(&text, given)
    } else {
        Region::named(given)
    };
    Ok(Some(region.map_err(|error| Usage(format!("--region {given}: {error}")))?))
}

/// The parts of a file of JSON Lines; what cannot be read ends it.
fn parts(source: &Source, input: impl Read) -> impl Iterator<Item = ReadPage> {
    Parts::new(source.clone(), input).map(|part| part.unwrap_or_else(|error| unreadable(source, &error)))
}

fn read_file(source: &Source, cache: &Cache) -> Taken {
    let bytes = match std::fs::read(&source.path) {
        Ok(bytes) => bytes,
        Err(error) => return Taken::Read(None, unreadable(source, &error)),
    };
    let number = cache.number(&source.document, bytes.as_slice()).ok().flatten();
    match number.and_then(|number| Some((number, cache.known(number)?))) {
        Some((number, (stretch, votes))) => Taken::Known(number, stretch, votes),
        None => Taken::Read(number, ingest::read(source, &bytes)),
    }
}

fn unreadable(source: &Source, error: &io::Error) -> ReadPage {
    let mend = "give a file that exists and that you may read".to_owned();
    let problem = Problem { path: source.path.clone(), line: None, what: format!("cannot be read: {error}"), mend };
    (Page { document: source.document.clone(), ..Page::default() }, vec![problem])
}
