//! `baoyan inspect --against`: scores against hand labels, and their print.

use std::io::Write;
use std::path::Path;

use baoyan::model::{Page, Problem};
use baoyan::score::{self, PageLabels, Score, Slip, SlipKind, Tally};
use serde::Serialize;

use crate::cli::Format;
use crate::table::{self, clipped};

/// The widest that a label or a find is printed, in cells.
const WIDEST: usize = 44;

/// Scores the pages that are labelled; what is wrong with the labels joins the problems.
pub fn score(pages: &[Page], path: &Path, problems: &mut Vec<Problem>) -> Vec<Score> {
    let labels = match read(path) {
        Ok(labels) => labels,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    let mut scores = Vec::new();
    for labels in &labels {
        match pages.iter().find(|page| page.document == labels.document) {
            Some(page) => scores.push(score::score(page, labels)),
            None => problems.push(problem(
                path,
                None,
                format!("labels {}, which is not among the pages", labels.document),
                "give that page too, or take its labels out",
            )),
        }
    }
    for page in pages.iter().filter(|page| labels.iter().all(|labels| labels.document != page.document)) {
        eprintln!("baoyan: {}: has no labels and is not scored", page.document);
    }
    scores
}

fn read(path: &Path) -> Result<Vec<PageLabels>, Problem> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        problem(path, None, format!("cannot be read: {error}"), "give a UTF-8 file that exists and that you may read")
    })?;
    score::read_labels(&text).map_err(|error| problem(path, error.line, error.what, &error.mend))
}

fn problem(path: &Path, line: Option<u32>, what: String, mend: &str) -> Problem {
    Problem { path: path.display().to_string(), line, what, mend: mend.to_owned() }
}

#[derive(Serialize)]
struct Report<'a> {
    scores: &'a [Score],
    total: Score,
    problems: &'a [Problem],
}

/// Prints every page's score, and the total where there are several.
pub fn print(out: &mut impl Write, format: Format, scores: &[Score], problems: &[Problem]) -> anyhow::Result<()> {
    match format {
        Format::Json => {
            serde_json::to_writer(&mut *out, &Report { scores, total: Score::sum(scores), problems })?;
            writeln!(out)?;
        }
        Format::Table => {
            for score in scores {
                writeln!(out, "{}", score.document)?;
                print_tallies(out, score)?;
                print_slips(out, score)?;
            }
            if scores.len() > 1 {
                writeln!(out, "{} pages", scores.len())?;
                print_tallies(out, &Score::sum(scores))?;
            }
        }
    }
    Ok(())
}

fn print_tallies(out: &mut impl Write, score: &Score) -> std::io::Result<()> {
    let mut rows =
        vec![["  field", "labels", "found", "right", "precision", "recall", "F1"].map(str::to_owned).to_vec()];
    let share = |share: Option<f64>| share.map_or("—".to_owned(), |share| format!("{share:.2}"));
    rows.extend(score.fields.iter().map(|tally: &Tally| {
        vec![
            format!("  {}", tally.field),
            tally.expected().to_string(),
            tally.found().to_string(),
            tally.right.to_string(),
            share(tally.precision()),
            share(tally.recall()),
            share(tally.f1()),
        ]
    }));
    table::print(out, &rows)?;
    writeln!(out)
}

fn print_slips(out: &mut impl Write, score: &Score) -> std::io::Result<()> {
    for tally in score.fields.iter().filter(|tally| !tally.slips.is_empty()) {
        writeln!(out, "  {}", tally.field)?;
        let rows: Vec<Vec<String>> = tally.slips.iter().map(row).collect();
        table::print(out, &rows)?;
    }
    if score.fields.iter().any(|tally| !tally.slips.is_empty()) {
        writeln!(out)?;
    }
    Ok(())
}

fn row(slip: &Slip) -> Vec<String> {
    let kind = match slip.kind {
        SlipKind::Missed => "missed",
        SlipKind::False => "false",
        SlipKind::Wrong => "wrong",
    };
    let text = |text: &Option<String>| text.as_deref().map(|text| clipped(text, WIDEST));
    let what = match (text(&slip.expected), text(&slip.found)) {
        (Some(expected), Some(found)) => format!("{expected} → {found}"),
        (one, other) => one.or(other).unwrap_or_default(),
    };
    let why = slip.why.as_deref().map(|why| format!("({})", clipped(why, WIDEST))).unwrap_or_default();
    vec!["   ".to_owned(), slip.line.to_string(), kind.to_owned(), format!("{what}  {why}").trim_end().to_owned()]
}
