//! `baoyan check`: whether an archive is whole, and what is inside.

use std::io::Write;

use anyhow::Context;
use baoyan::engine::Archive;
use baoyan::format::Reader;
use baoyan::model::{Article, Info, Problem, Span};

use crate::cli::CheckArgs;
use crate::report::Done;
use crate::{open, table};

pub fn run(args: &CheckArgs) -> anyhow::Result<Done> {
    let path = args.archive.display().to_string();
    let bytes = open::bytes(&args.archive)?;
    let reader = Reader::open(&bytes).with_context(|| path.clone())?;
    reader.verify().with_context(|| path.clone())?;
    let archive = Archive::open(&bytes).with_context(|| path.clone())?;

    let mut out = std::io::stdout().lock();
    let Info { format, region, articles, initiatives, characters, .. } = archive.info();
    writeln!(out, "format {format}, {}", region.as_deref().unwrap_or("no region"))?;
    writeln!(out, "{articles} articles, {initiatives} initiatives, {characters} characters, {} bytes\n", bytes.len())?;
    let mut rows = vec![vec!["section".to_owned(), "bytes".to_owned()]];
    rows.extend(reader.sections().map(|(kind, length)| vec![kind.to_string(), length.to_string()]));
    table::print(&mut out, &rows)?;

    let problems: Vec<Problem> = archive
        .documents()
        .iter()
        .flat_map(|document| misplaced(&document.article).map(|what| (document.id.clone(), what)).collect::<Vec<_>>())
        .map(|(id, what)| Problem {
            path: path.clone(),
            line: None,
            what: format!("article {id}: {what}"),
            mend: "build the archive again and report this".into(),
        })
        .collect();
    Ok(Done::report(&problems))
}

/// Facts whose words do not stand where they should.
fn misplaced(article: &Article) -> impl Iterator<Item = String> + '_ {
    let measures = article.initiatives.iter().flat_map(|initiative| &initiative.figures);
    let dates = article.dates.iter().map(|date| (&date.text, date.span));
    let figures = article.figures.iter().chain(measures).map(|figure| (&figure.text, figure.span));
    dates.chain(figures).filter_map(|(text, span)| {
        let found = words(article, span);
        (found != *text).then(|| format!("“{text}” is said to stand where “{found}” stands"))
    })
}

fn words(article: &Article, span: Span) -> String {
    let Some(block) = article.blocks.get(span.block as usize) else { return String::new() };
    block.text.chars().skip(span.start as usize).take((span.end - span.start) as usize).collect()
}
