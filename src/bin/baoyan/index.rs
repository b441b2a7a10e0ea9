//! `baoyan index`: builds an archive.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use baoyan::engine;
use baoyan::extract::{Region, vocabulary};
use baoyan::index::documents::Document;
use baoyan::model::{Info, Page, Vocabulary};

use crate::cli::IndexArgs;
use crate::input::{self, Input};
use crate::open::FILE;
use crate::progress;
use crate::report::Done;

pub fn run(args: &IndexArgs) -> anyhow::Result<Done> {
    let Input { pages, region, problems } = input::read(&args.pages)?;
    let done = Done::report(&problems);
    let holdings = Holdings::read(pages, region.as_ref(), |_| {})?;
    let files = holdings.files();
    write(&args.out, &files)?;
    let bytes: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let where_to = if files.len() > 1 { args.out.clone() } else { args.out.join(FILE) };
    eprintln!("{} articles, {bytes} bytes in {} files, {}", holdings.documents.len(), files.len(), where_to.display());
    Ok(done)
}

/// What an archive is built of.
pub struct Holdings {
    info: Info,
    documents: Vec<Document>,
    vocabulary: Vocabulary,
}

impl Holdings {
    /// The articles of some pages. `amend` may change each before it is stored.
    pub fn read(pages: Vec<Page>, region: Option<&Region>, amend: impl Fn(&mut Document)) -> anyhow::Result<Holdings> {
        let info = Info { region: region.map(|region| region.name().to_owned()), ..Info::default() };
        let official = region.map(|region| region.counties().to_vec()).unwrap_or_default();
        let mut documents = documents(pages);
        if documents.is_empty() {
            anyhow::bail!("no article was found in what was given; nothing was written");
        }
        documents.iter_mut().for_each(amend);
        let counties = counties(official, &documents);
        let vocabulary = vocabulary(documents.iter().map(|document| &document.article), &counties);
        Ok(Holdings { info: Info { counties, ..info }, documents, vocabulary })
    }

    /// The archive in one file.
    pub fn whole(&self) -> Vec<u8> {
        engine::build(self.info.clone(), &self.documents, &self.vocabulary)
    }

    /// The archive's files in the form that fits its size, each with its path; the one that it is opened by last.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let blocks = self.documents.iter().flat_map(|document| &document.article.blocks);
        let text: usize = blocks.map(|block| block.text.len()).sum();
        if self.documents.len() > WHOLE_ARTICLES || text > WHOLE_TEXT {
            engine::publish(self.info.clone(), &self.documents, &self.vocabulary)
        } else {
            vec![(FILE.to_owned(), self.whole())]
        }
    }
}

/// An archive of at most so many bytes of text, and so many articles, travels whole; a larger one is fetched by need.
///
/// Whole it takes a third of its text on the wire, and then answers each key at once. By need a first answer takes some 50 kB
/// and each further one 30, with two round trips, and what is suggested while typing and counted in charts another 80 kB: at a
/// handful of queries both take as much for 2 MB of text, and of more than that a reader has less to wait by need.
const WHOLE_TEXT: usize = 2_000_000;
/// See [`WHOLE_TEXT`].
const WHOLE_ARTICLES: usize = 10_000;

/// The articles of all pages, each with its id, by date: what is added to an archive comes last.
fn documents(pages: Vec<Page>) -> Vec<Document> {
    let mut taken = HashSet::new();
    let mut documents = Vec::new();
    for page in pages {
        for article in page.articles {
            let id = article.id.clone().unwrap_or_else(|| format!("{}#{}", page.document, article.order));
            // Files of one name in two folders, or one id in two files.
            let mut unique = id.clone();
            let mut copy = 1;
            while !taken.insert(unique.clone()) {
                copy += 1;
                unique = format!("{id}~{copy}");
            }
            let date = article.date.as_ref().and_then(|date| date.value).or(page.issue_date.value);
            documents.push(Document { id: unique, document: page.document.clone(), date, article });
        }
    }
    documents.sort_by_key(|document| document.date.map_or((true, None), |date| (false, date.first.first_day())));
    documents
}

/// The region's counties in official order, then others that articles are about, and the city itself last.
fn counties(official: Vec<String>, documents: &[Document]) -> Vec<String> {
    let mut others: Vec<&String> = documents.iter().filter_map(|document| document.article.county.as_ref()).collect();
    others.retain(|county| !official.contains(county));
    others.sort_by_key(|county| (*county == "市直", county.as_str()));
    others.dedup();
    let others: Vec<String> = others.into_iter().cloned().collect();
    official.into_iter().chain(others).collect()
}

/// Writes every file aside and renames it, the entry last: an interrupted run leaves the old archive whole. Files that others
/// than the entry are named by their content: those that are there already stay as they are. Two runs at once wait for each other.
fn write(folder: &Path, files: &[(String, Vec<u8>)]) -> anyhow::Result<()> {
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        // Where a folder cannot be locked, as on some network disks, runs do not wait.
        let lock = fs::File::open(folder);
        let _ = lock.as_ref().map(fs::File::lock);
        let bar = progress::bar(files.len() as u64, "writing");
        for (name, bytes) in files {
            bar.inc(1);
            let path = folder.join(name);
            let is_there = name != FILE && fs::metadata(&path).is_ok_and(|found| found.len() == bytes.len() as u64);
            if !is_there {
                write_file(&path, bytes)?;
            }
        }
        bar.finish_and_clear();
        remove_others(folder, files)
    };
    write()
        .with_context(|| format!("{}: the archive cannot be written; what stood there is as it was", folder.display()))
}

fn write_file(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let aside = path.with_extension(format!("{}.tmp", std::process::id()));
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    let write = || {
        let mut file = fs::File::create(&aside)?;
        file.write_all(bytes)?;
        if path.ends_with(FILE) {
            file.sync_all()?;
        }
        fs::rename(&aside, path)
    };
    write().inspect_err(|_| drop(fs::remove_file(&aside)))
}

/// Removes the groups of files that the archive had before and has no more.
fn remove_others(folder: &Path, files: &[(String, Vec<u8>)]) -> std::io::Result<()> {
    let groups: HashSet<&str> = files.iter().filter_map(|(name, _)| Some(name.split_once('/')?.0)).collect();
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
