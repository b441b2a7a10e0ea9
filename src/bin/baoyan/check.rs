//! `baoyan check`: whether an archive is whole, and what is inside.

use std::io::Write;

use anyhow::Context;
use baoyan::engine;
use baoyan::format::Reader;
use baoyan::index::directory::Portion;
use baoyan::index::facts::words;
use baoyan::model::{Article, Info, Problem, Span};
use baoyan::text::is_han;

use crate::cli::CheckArgs;
use crate::open::Opened;
use crate::report::Done;
use crate::{open, table};

/// What a part of the archive is called, and how many bytes it has.
type Sizes = Vec<(String, u64)>;

pub fn run(args: &CheckArgs) -> anyhow::Result<Done> {
    let path = args.archive.display().to_string();
    let bytes = open::bytes(&args.archive)?;
    let reader = Reader::open(&bytes).with_context(|| path.clone())?;
    reader.verify().with_context(|| path.clone())?;
    let mut opened = open::archive(&args.archive)?;
    let mut sizes: Sizes = reader.sections().map(|(kind, length)| (kind.to_string(), length)).collect();
    sizes.extend(files(&opened));

    let mut problems: Vec<Problem> = Vec::new();
    for name in opened.session.archive().files() {
        if let Err(error) = opened.feed(name) {
            problems.push(problem(&path, format!("{error:#}"), "fetch or build the archive again"));
        }
    }
    if !problems.is_empty() {
        return Ok(Done::report(&problems));
    }
    let archive = opened.session.archive();
    let documents = (0..archive.info().articles).filter_map(|number| archive.document(number));
    let mut text = 0;
    for document in documents {
        text += document.article.blocks.iter().map(|block| block.text.len() as u64).sum::<u64>();
        for what in misplaced(&document.article) {
            let what = format!("article {}: {what}", document.id);
            problems.push(problem(&path, what, "build the archive again and report this"));
        }
    }
    if problems.is_empty() {
        let report = "build the archive again and report this";
        problems.extend(engine::differences(archive).into_iter().map(|what| problem(&path, what, report)));
    }
    print(archive.info(), &sizes, text)?;
    Ok(Done::report(&problems))
}

fn problem(path: &str, what: String, mend: &str) -> Problem {
    Problem { path: path.to_owned(), line: None, what, mend: mend.to_owned() }
}

/// The files that are fetched by need, by what they hold.
fn files(opened: &Opened) -> Sizes {
    let archive = opened.session.archive();
    let Some(directory) = archive.directory() else { return Vec::new() };
    let mut sizes = Sizes::new();
    let mut add = |what: &str, names: Vec<baoyan::format::PartName>| {
        let bytes = names.iter().map(|&name| opened.length(name)).sum();
        sizes.push((format!("{what}, {} files", names.len()), bytes));
    };
    for (what, portion) in [
        ("lengths and dates", Portion::Facets),
        ("pages and names", Portion::Names),
        ("counties, years, kinds", Portion::Places),
        ("initiatives", Portion::Initiatives),
        ("names of initiatives", Portion::InitiativeNames),
        ("figures of initiatives", Portion::Figures),
        ("letters and digits", Portion::Words),
        ("ids", Portion::Ids),
        ("positions", Portion::Blocks),
    ] {
        add(what, directory.files(portion));
    }
    add("words", directory.word_files());
    add("variants of characters", vec![directory.variants()]);
    let shelves = &directory.shelves;
    add("articles", archive.files().into_iter().filter(|name| shelves.contains(&name.group)).collect());
    sizes
}

/// Bytes by section, and each as a share of the text.
fn print(info: &Info, sizes: &Sizes, text: u64) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let Info { format, region, articles, initiatives, characters, .. } = info;
    let all: u64 = sizes.iter().map(|(_, bytes)| bytes).sum();
    writeln!(out, "format {format}, {}", region.as_deref().unwrap_or("no region"))?;
    writeln!(out, "{articles} articles, {initiatives} initiatives, {characters} characters, {all} bytes\n")?;
    let share = |bytes: u64| format!("{:.1} %", 100.0 * bytes as f64 / text.max(1) as f64);
    let mut rows = vec![["section", "bytes", "of the text"].map(str::to_owned).to_vec()];
    rows.extend(sizes.iter().map(|(what, bytes)| vec![what.clone(), bytes.to_string(), share(*bytes)]));
    rows.push(vec!["all".to_owned(), all.to_string(), share(all)]);
    table::print(&mut out, &rows)
}

/// Facts whose words do not stand where they should.
fn misplaced(article: &Article) -> impl Iterator<Item = String> + '_ {
    let measures = article.initiatives.iter().flat_map(|initiative| &initiative.figures);
    let dates = article.dates.iter().map(|date| (&date.text, date.span));
    let figures = article.figures.iter().chain(measures).map(|figure| (&figure.text, figure.span));
    let names = article.initiatives.iter().map(|initiative| (&initiative.name, initiative.span));
    let wrong = |text: &str, found: &str| format!("“{text}” is said to stand where “{found}” stands");
    let facts = dates.chain(figures).filter_map(move |(text, span): (&String, Span)| {
        let found = words(article, span).unwrap_or_default();
        (found != *text).then(|| wrong(text, found))
    });
    let names = names.filter_map(move |(name, span)| {
        let found = words(article, span).unwrap_or_default();
        (!is_printed(name, found)).then(|| wrong(name, found))
    });
    facts.chain(names)
}

/// Whether a name is what is printed, where a spoilt print has spaces, readings or doubled marks in it: “ 银 龄(líng)行 动 ”.
fn is_printed(name: &str, print: &str) -> bool {
    let is_noise = |c: char| !is_han(c) && !c.is_ascii_digit();
    let mut name = name.chars().peekable();
    print.chars().all(|c| name.next_if_eq(&c).is_some() || is_noise(c)) && name.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::is_printed;

    #[test]
    fn a_name_stands_in_a_spoilt_print_and_no_other_does() {
        for print in ["“银龄行动”", "“ 银 龄 行 动 ”", "“银龄(líng)行动””"] {
            assert!(is_printed("“银龄行动”", print), "{print}");
        }
        for print in ["", "“银龄”", "“银龄新行动”", "“银铃行动”", "“行动银龄”", "“银龄行动2”"]
        {
            assert!(!is_printed("“银龄行动”", print), "{print}");
        }
    }
}
