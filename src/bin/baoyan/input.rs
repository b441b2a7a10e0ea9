//! From paths to pages that were read and understood.

use std::io::Read;
use std::path::Path;

use anyhow::Context;
use baoyan::extract::{Extractor, Region, detect_region};
use baoyan::ingest::{self, Source};
use baoyan::model::{Page, Problem};
use rayon::prelude::*;

use crate::cli::{Known, Pages};
use crate::progress;
use crate::report::Usage;

/// Pages, the region they are about, and what was wrong with them.
pub struct Input {
    /// In the order of their paths.
    pub pages: Vec<Page>,
    /// As given, else found; `None` where neither.
    pub region: Option<Region>,
    /// In the order of the pages.
    pub problems: Vec<Problem>,
}

/// Reads and understands all pages.
pub fn read(args: &Pages) -> anyhow::Result<Input> {
    let given = region(&args.known)?;
    let (stdin, paths): (Vec<_>, Vec<_>) = args.paths.iter().cloned().partition(|path| path == Path::new("-"));
    let (sources, mut problems) = ingest::walk(&paths);

    let bar = progress::bar(sources.len() as u64, "reading");
    let mut read: Vec<(Page, Vec<Problem>)> = sources
        .par_iter()
        .map(|source| {
            let read = read_file(source);
            bar.inc(1);
            read
        })
        .collect();
    bar.finish_and_clear();
    if !stdin.is_empty() {
        read.push(read_stdin()?);
    }
    let mut pages = Vec::with_capacity(read.len());
    for (page, its_problems) in read {
        pages.push(page);
        problems.extend(its_problems);
    }

    let region = given.clone().or_else(|| detect_region(pages.iter()));
    let extractor = Extractor::new(region.clone());
    let bar = progress::bar(pages.iter().map(|page| page.articles.len() as u64).sum(), "understanding");
    pages.par_iter_mut().for_each(|page| {
        // Pages of several papers in one run: each is read with its own region where it shows one.
        let own =
            || detect_region([&*page].into_iter()).filter(|own| Some(own.name()) != region.as_ref().map(Region::name));
        let issue_date = args.known.issue_date;
        match given.is_none().then(own).flatten() {
            Some(own) => Extractor::new(Some(own)).understand(page, issue_date),
            None => extractor.understand(page, issue_date),
        }
        bar.inc(page.articles.len() as u64);
    });
    bar.finish_and_clear();
    Ok(Input { pages, region, problems })
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

fn read_file(source: &Source) -> (Page, Vec<Problem>) {
    match std::fs::read(&source.path) {
        Ok(bytes) => ingest::read(source, &bytes),
        Err(error) => {
            let mend = "give a file that exists and that you may read".to_owned();
            let problem =
                Problem { path: source.path.clone(), line: None, what: format!("cannot be read: {error}"), mend };
            (Page { document: source.document.clone(), ..Page::default() }, vec![problem])
        }
    }
}

/// Stdin has no name to tell what it is: its first bytes do.
fn read_stdin() -> anyhow::Result<(Page, Vec<Problem>)> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).context("stdin cannot be read")?;
    let kind = match bytes.trim_ascii_start() {
        [b'{', ..] => "jsonl",
        start if [&b"<?xml"[..], b"<rss", b"<feed"].iter().any(|tag| start.starts_with(tag)) => "xml",
        [b'<', ..] => "html",
        [b'-', b'-', b'-', ..] => "md",
        _ => "txt",
    };
    let source = Source { path: "-".into(), document: format!("stdin.{kind}") };
    Ok(ingest::read(&source, &bytes))
}
