//! `baoyan inspect`: what was understood of pages.

use std::io::Write;

use baoyan::model::{
    Article, ArticleKind, Basis, BlockKind, DateMention, Figure, Initiative, IssueDate, Page, Problem,
};
use serde::Serialize;

use crate::cli::{Format, InspectArgs};
use crate::input::{self, Input};
use crate::report::Done;
use crate::table;

pub fn run(args: &InspectArgs) -> anyhow::Result<Done> {
    let Input { pages, problems, .. } = input::read(&args.pages)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match args.format {
        Format::Json => {
            let pages = pages.iter().map(Inspected::from).collect();
            serde_json::to_writer(&mut out, &Report { pages, problems: &problems })?;
            writeln!(out)?;
        }
        Format::Table => pages.iter().try_for_each(|page| print(&mut out, page))?,
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
        Inspected { document: &page.document, issue_date: &page.issue_date, articles }
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

fn print(out: &mut impl Write, page: &Page) -> std::io::Result<()> {
    let IssueDate { value, basis, evidence } = &page.issue_date;
    let date = value.map_or("no issue date".into(), |value| value.to_string());
    let evidence = evidence.as_deref().map(|words| format!(" “{words}”")).unwrap_or_default();
    writeln!(out, "{} · {date} ({basis:?}{evidence})", page.document)?;
    for article in &page.articles {
        let made_up =
            || article.display_title.as_ref().map_or("（无题）".into(), |title| format!("（无题：{title}）"));
        let title = article.title.clone().unwrap_or_else(made_up);
        writeln!(out, "\n{}. {title}  [{}–{}]", article.order, article.start_line, article.end_line)?;
        let county = article.county.as_deref().unwrap_or("（县区不明）");
        let year = article.year.map_or("（年份不明）".into(), |year| year.to_string());
        let mut about = vec![county.to_owned(), year];
        about.extend(article.standing_head.iter().map(|head| format!("栏题 {head}")));
        for (role, names) in
            [("记者", &article.reporters), ("通讯员", &article.correspondents), ("摄影", &article.photographers)]
        {
            if !names.is_empty() {
                about.push(format!("{role} {}", names.join("、")));
            }
        }
        writeln!(out, "   {}", about.join(" · "))?;
        let rows: Vec<Vec<String>> = article.initiatives.iter().map(row).collect();
        table::print(out, &rows)?;
    }
    writeln!(out)
}

fn row(initiative: &Initiative) -> Vec<String> {
    let figures: Vec<&str> = initiative.figures.iter().map(|figure| figure.text.as_str()).collect();
    let year = initiative.year.map_or("—".into(), |year| year.to_string());
    let kind = format!("{:?}", initiative.kind).to_lowercase();
    let line = format!("   {}", initiative.line);
    vec![
        line,
        kind,
        initiative.name.clone(),
        year,
        format!("{:?}", initiative.year_basis).to_lowercase(),
        figures.join("，"),
    ]
}
