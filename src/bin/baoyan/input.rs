//! From paths to pages that were read and understood.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::Path;

use anyhow::Context;
use baoyan::extract::{Extractor, Region, RegionVotes};
use baoyan::ingest::{self, Parts, Source};
use baoyan::model::{DateRange, Page, Problem};
use rayon::prelude::*;

use crate::cli::{Known, Pages};
use crate::progress;
use crate::report::Usage;
use crate::spool::{Place, Spool};

/// So many bytes of pages are in memory at once.
const BATCH: u64 = 4 << 20;

/// Pages that were read, put aside until it is known which region they are about.
pub struct Input<'a> {
    spool: Spool<'a>,
    /// Each with the number of its file.
    pages: Vec<(usize, Place)>,
    /// By file: the region that it shows, by its place in the table of the nation.
    shown: Vec<Option<usize>>,
    /// What all of them show; `None` where the region was given.
    votes: Option<RegionVotes>,
    articles: u64,
    issue_date: Option<DateRange>,
    /// As given, else found; `None` where neither.
    pub region: Option<Region>,
    /// In the order of the pages.
    pub problems: Vec<Problem>,
}

/// What was read of one file, or of a part of it.
type ReadPage = (Page, Vec<Problem>);

impl<'a> Input<'a> {
    /// Reads all pages.
    pub fn read(args: &Pages, spool: Spool<'a>) -> anyhow::Result<Input<'a>> {
        let given = region(&args.known)?;
        let (stdin, paths): (Vec<_>, Vec<_>) = args.paths.iter().cloned().partition(|path| path == Path::new("-"));
        let (sources, problems) = ingest::walk(&paths);
        let mut input = Input {
            spool,
            pages: Vec::new(),
            shown: Vec::new(),
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

    /// Small files are read some at a time on all cores; a large one is read part by part.
    fn read_sources(&mut self, sources: &[Source]) -> anyhow::Result<()> {
        let length = |source: &Source| std::fs::metadata(&source.path).map_or(0, |found| found.len());
        let lengths: Vec<u64> = sources.iter().map(length).collect();
        let bar = progress::bar(lengths.iter().sum(), "reading");
        let mut from = 0;
        while let Some(first) = sources.get(from) {
            let to = from + batch(lengths[from..].iter().copied());
            if lengths[from] > BATCH && first.is_in_lines() {
                match File::open(&first.path) {
                    Ok(file) => self.take_file(parts(first, bar.wrap_read(file)))?,
                    Err(error) => self.take_file([unreadable(first, &error)])?,
                }
            } else {
                let read: Vec<ReadPage> = sources[from..to].par_iter().map(read_file).collect();
                read.into_iter().try_for_each(|page| self.take_file([page]))?;
                bar.inc(lengths[from..to].iter().sum());
            }
            from = to;
        }
        bar.finish_and_clear();
        Ok(())
    }

    /// Stdin has no name to tell what it is: its first bytes do.
    fn read_stdin(&mut self) -> anyhow::Result<()> {
        let mut input = std::io::stdin().lock();
        let source = |kind: &str| Source { path: "-".into(), document: format!("stdin.{kind}") };
        if input.fill_buf().context(NO_STDIN)?.trim_ascii_start().starts_with(b"{") {
            return self.take_file(parts(&source("jsonl"), input));
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
        self.take_file([ingest::read(&source(kind), &bytes)])
    }

    /// Puts the parts of one file aside.
    fn take_file(&mut self, parts: impl IntoIterator<Item = ReadPage>) -> anyhow::Result<()> {
        let number = self.shown.len();
        let mut its_votes = RegionVotes::default();
        for (page, problems) in parts {
            if self.votes.is_some() {
                its_votes.add(RegionVotes::of(&page.articles));
            }
            self.problems.extend(problems);
            self.articles += page.articles.len() as u64;
            self.pages.push((number, Place::put(&page, &self.spool).context(NO_ROOM)?));
        }
        self.shown.push(its_votes.prefecture());
        if let Some(votes) = &mut self.votes {
            votes.add(its_votes);
        }
        Ok(())
    }

    /// Understands all pages, and hands out some at a time, in order, each with the number of its file.
    pub fn understand(&self, mut take: impl FnMut(Vec<(usize, Page)>) -> io::Result<()>) -> anyhow::Result<()> {
        let all = self.votes.as_ref().and_then(RegionVotes::prefecture);
        // Pages of several papers in one run: each is read with its own region where it shows one.
        let own = |number: usize| self.shown.get(number).copied().flatten().filter(|own| Some(*own) != all);
        let extractor = Extractor::new(self.region.clone());
        let bar = progress::bar(self.articles, "understanding");
        let mut rest = self.pages.as_slice();
        while !rest.is_empty() {
            let (some, others) = rest.split_at(batch(rest.iter().map(|(_, place)| place.length() as u64)));
            let regions: BTreeSet<usize> = some.iter().filter_map(|(number, _)| own(*number)).collect();
            let extractors: BTreeMap<usize, Extractor> = regions
                .into_par_iter()
                .map(|prefecture| (prefecture, Extractor::new(Some(Region::of_prefecture(prefecture)))))
                .collect();
            let understand = |(number, place): &(usize, Place)| {
                let mut page: Page = place.get(&self.spool)?;
                let own = own(*number).and_then(|prefecture| extractors.get(&prefecture));
                own.unwrap_or(&extractor).understand(&mut page, self.issue_date);
                bar.inc(page.articles.len() as u64);
                Ok((*number, page))
            };
            some.par_iter().map(understand).collect::<io::Result<_>>().and_then(&mut take).context(NO_ROOM)?;
            rest = others;
        }
        bar.finish_and_clear();
        Ok(())
    }

    /// All pages, understood.
    pub fn pages(&self) -> anyhow::Result<Vec<Page>> {
        let mut pages: Vec<(usize, Page)> = Vec::new();
        self.understand(|some| {
            for (number, page) in some {
                match pages.last_mut() {
                    Some((last, before)) if *last == number => before.articles.extend(page.articles),
                    _ => pages.push((number, page)),
                }
            }
            Ok(())
        })?;
        Ok(pages.into_iter().map(|(_, page)| page).collect())
    }
}

const NO_STDIN: &str = "stdin cannot be read";
const NO_ROOM: &str = "what is put aside beside the archive cannot be written; what stood there is as it was";

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

fn read_file(source: &Source) -> ReadPage {
    match std::fs::read(&source.path) {
        Ok(bytes) => ingest::read(source, &bytes),
        Err(error) => unreadable(source, &error),
    }
}

fn unreadable(source: &Source, error: &io::Error) -> ReadPage {
    let mend = "give a file that exists and that you may read".to_owned();
    let problem = Problem { path: source.path.clone(), line: None, what: format!("cannot be read: {error}"), mend };
    (Page { document: source.document.clone(), ..Page::default() }, vec![problem])
}
