//! `baoyan search`: the same engine as the page.

use std::io::{BufRead, Write};
use std::time::Instant;

use baoyan::engine::Options;
use baoyan::model::{Answer, Hit};

use crate::cli::{Format, SearchArgs};
use crate::open::{self, Opened};
use crate::report::Done;

pub fn run(args: &SearchArgs) -> anyhow::Result<Done> {
    let mut archive = open::archive(&args.archive)?;
    let options = Options { limit: args.limit, ..Options::default() };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.batch {
        for line in std::io::stdin().lock().lines() {
            serde_json::to_writer(&mut out, &timed(&mut archive, &line?, options)?)?;
            writeln!(out)?;
            out.flush()?;
        }
    } else {
        let answer = timed(&mut archive, args.query.as_deref().unwrap_or_default(), options)?;
        match args.format {
            Format::Json => writeln!(out, "{}", serde_json::to_string(&answer)?)?,
            Format::Table => table(&mut out, &answer)?,
        }
    }
    out.flush()?;
    Ok(Done::Well)
}

fn timed(archive: &mut Opened, query: &str, options: Options) -> anyhow::Result<Answer> {
    let start = Instant::now();
    let answer = archive.answer(|archive| archive.search(query, options))?;
    Ok(Answer { micros: start.elapsed().as_micros() as u64, ..answer })
}

fn table(out: &mut impl Write, answer: &Answer) -> std::io::Result<()> {
    for note in &answer.notes {
        writeln!(out, "※ {}", note.text)?;
    }
    writeln!(out, "{} articles, {:.1} ms", answer.total, answer.micros as f64 / 1000.0)?;
    for hit in &answer.hits {
        let Hit { id, title, display_title, county, date, names, .. } = hit;
        let made_up = || display_title.as_ref().map_or("（无题）".to_owned(), |title| format!("{title}（自拟题）"));
        writeln!(out, "\n{}", title.clone().unwrap_or_else(made_up))?;
        let date = date.map(|date| date.to_string());
        let about = [county.clone(), date, Some(names.join(" ")), Some(id.clone())];
        let about: Vec<String> = about.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        writeln!(out, "  {}", about.join(" · "))?;
        writeln!(out, "  {}", marked(hit))?;
    }
    Ok(())
}

/// The snippet with its matches in brackets.
fn marked(hit: &Hit) -> String {
    let mut text = String::new();
    for (at, c) in hit.snippet.text.chars().enumerate() {
        let at = at as u32;
        text.extend(hit.snippet.highlights.iter().filter(|(start, _)| *start == at).map(|_| '【'));
        text.push(c);
        text.extend(hit.snippet.highlights.iter().filter(|(_, end)| *end == at + 1).map(|_| '】'));
    }
    text
}
