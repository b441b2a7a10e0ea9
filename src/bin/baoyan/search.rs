//! `baoyan search`: the same engine as the page.

use std::io::{BufRead, Write};
use std::time::Instant;

use baoyan::engine::Options;
use baoyan::model::{Answer, Hit, Matched, Suggestion, Why};
use serde::Serialize;

use crate::cli::{Format, SearchArgs};
use crate::open::{self, Opened};
use crate::report::Done;

pub fn run(args: &SearchArgs) -> anyhow::Result<Done> {
    let mut archive = open::archive(&args.archive)?;
    let options = Options { limit: args.limit, explain: args.explain, ..Options::default() };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if let Some(text) = &args.suggest {
        let suggestions = archive.answer(|archive| archive.suggest(text, args.limit))?;
        match args.format {
            Format::Json => writeln!(out, "{}", serde_json::to_string(&suggestions)?)?,
            Format::Table => {
                for Suggestion { text, kind, articles, .. } in suggestions {
                    write!(out, "{text}  {}", name(&kind))?;
                    writeln!(out, "{}", if articles > 0 { format!(" · {articles}") } else { String::new() })?;
                }
            }
        }
    } else if args.batch {
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

fn table(out: &mut impl Write, answer: &Answer) -> anyhow::Result<()> {
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
        if let Some(why) = &hit.why {
            explained(out, hit.score, why)?;
        }
    }
    Ok(())
}

/// What the score is made of, a line for each part.
fn explained(out: &mut impl Write, score: f64, why: &Why) -> anyhow::Result<()> {
    writeln!(out, "  {score:.2} = ({:.2} proximity", why.proximity)?;
    for Matched { text, kind, fields, weight, rarity, score } in &why.matched {
        let fields: Vec<String> = fields.iter().map(|(field, count)| format!("{} {count}", name(field))).collect();
        let (kind, fields) = (name(kind), fields.join(", "));
        writeln!(out, "    + {score:.2} {kind} “{text}”: {fields}; rarity {rarity:.2}, weight {weight:.2}")?;
    }
    writeln!(out, "  ) × {:.3} date", why.date)?;
    Ok(())
}

/// The name that a kind has in JSON.
fn name(kind: &impl Serialize) -> String {
    let value = serde_json::to_value(kind).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
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
