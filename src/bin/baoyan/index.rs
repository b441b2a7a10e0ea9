//! `baoyan index`: builds an archive.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use baoyan::engine;
use baoyan::extract::{Region, vocabulary};
use baoyan::index::documents::Document;
use baoyan::model::{Info, Page};

use crate::cli::IndexArgs;
use crate::input::{self, Input};
use crate::open::FILE;
use crate::report::Done;

pub fn run(args: &IndexArgs) -> anyhow::Result<Done> {
    let Input { pages, region, problems } = input::read(&args.pages)?;
    let done = Done::report(&problems);
    let (bytes, articles) = build(pages, region.as_ref(), |_| {})?;
    write(&args.out, &bytes)?;
    eprintln!("{articles} articles, {} bytes in {}", bytes.len(), args.out.join(FILE).display());
    Ok(done)
}

/// The archive of some pages, and how many articles it has. `amend` may change each before it is stored.
pub fn build(
    pages: Vec<Page>,
    region: Option<&Region>,
    amend: impl Fn(&mut Document),
) -> anyhow::Result<(Vec<u8>, usize)> {
    let info = Info { region: region.map(|region| region.name().to_owned()), ..Info::default() };
    let official = region.map(|region| region.counties().to_vec()).unwrap_or_default();
    let mut documents = documents(pages);
    if documents.is_empty() {
        anyhow::bail!("no article was found in what was given; nothing was written");
    }
    documents.iter_mut().for_each(amend);
    let counties = counties(official, &documents);
    let vocabulary = vocabulary(documents.iter().map(|document| &document.article), &counties);
    Ok((engine::build(Info { counties, ..info }, &documents, &vocabulary), documents.len()))
}

/// The articles of all pages, each with its id.
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

/// Writes aside, then renames: an interrupted run leaves the old archive whole.
fn write(folder: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let aside = folder.join(format!("{FILE}.{}.tmp", std::process::id()));
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut file = fs::File::create(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, folder.join(FILE))
    };
    write()
        .inspect_err(|_| drop(fs::remove_file(&aside)))
        .with_context(|| format!("{}: the archive cannot be written; what stood there is as it was", folder.display()))
}
