//! `baoyan inspect`: what was understood of pages.

use std::io::Write;

use baoyan::model::{
    Article, ArticleKind, Basis, BlockKind, DateMention, Doubt, Figure, Initiative, IssueDate, Page, Problem,
};
use serde::Serialize;

use crate::cache::Cache;
use crate::cli::{Format, InspectArgs};
use crate::input::Input;
use crate::report::Done;
use crate::spool::Spool;
use crate::{labels, sheet};

pub fn run(args: &InspectArgs) -> anyhow::Result<Done> {
    let cache = Cache::none();
    let input = Input::read(&args.pages, Spool::new(None), &cache)?;
    let pages = input.pages()?;
    let mut problems = input.problems;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if let Some(path) = &args.against {
        let scores = labels::score(&pages, path, &mut problems);
        labels::print(&mut out, args.format, &scores, &problems)?;
        out.flush()?;
        return Ok(Done::report(&problems));
    }
    match args.format {
        Format::Json => {
            let pages = pages.iter().map(Inspected::from).collect();
            serde_json::to_writer(&mut out, &Report { pages, problems: &problems })?;
            writeln!(out)?;
        }
        Format::Table => pages.iter().try_for_each(|page| sheet::print(&mut out, page))?,
    }
    out.flush()?;
    Ok(Done::report(&problems))
}

#[derive(Serialize)]
struct Report<'a> {
    pages: Vec<Inspected<'a>>,
    problems: &'a [Problem],
}

#[derive(Serialize)]
struct Inspected<'a> {
    document: &'a str,
    issue_date: &'a IssueDate,
    articles: Vec<InspectedArticle<'a>>,
    doubts: &'a [Doubt],
}

#[derive(Serialize)]
struct InspectedArticle<'a> {
    order: u32,
    title: &'a Option<String>,
    standing_head: &'a Option<String>,
    kind: ArticleKind,
    start_line: u32,
    end_line: u32,
    reporters: &'a [String],
    correspondents: &'a [String],
    photographers: &'a [String],
    section_heads: Vec<&'a str>,
    captions: Vec<&'a str>,
    county: &'a Option<String>,
    county_evidence: &'a Option<String>,
    year: Option<i16>,
    year_basis: Basis,
    dates: &'a [DateMention],
    display_title: &'a Option<String>,
    figures: &'a [Figure],
    initiatives: &'a [Initiative],
    id: &'a Option<String>,
    date: &'a Option<IssueDate>,
    page: &'a Option<String>,
    url: &'a Option<String>,
}

impl<'a> From<&'a Page> for Inspected<'a> {
    fn from(page: &'a Page) -> Self {
        let articles = page.articles.iter().map(InspectedArticle::from).collect();
        Inspected { document: &page.document, issue_date: &page.issue_date, articles, doubts: &page.doubts }
    }
}

impl<'a> From<&'a Article> for InspectedArticle<'a> {
    fn from(article: &'a Article) -> Self {
        InspectedArticle {
            order: article.order,
            title: &article.title,
            standing_head: &article.standing_head,
            kind: article.kind,
            start_line: article.start_line,
            end_line: article.end_line,
            reporters: &article.reporters,
            correspondents: &article.correspondents,
            photographers: &article.photographers,
            section_heads: article.texts(BlockKind::SectionHead).collect(),
            captions: article.texts(BlockKind::Caption).collect(),
            county: &article.county,
            county_evidence: &article.county_evidence,
            year: article.year,
            year_basis: article.year_basis,
            dates: &article.dates,
            display_title: &article.display_title,
            figures: &article.figures,
            initiatives: &article.initiatives,
            id: &article.id,
            date: &article.date,
            page: &article.page,
            url: &article.url,
        }
    }
}
