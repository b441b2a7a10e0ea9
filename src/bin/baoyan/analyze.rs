//! `baoyan analyze`: what the analysis makes of single lines.

use std::io::{BufRead, Write};

use baoyan::extract::Extractor;

use crate::cli::AnalyzeArgs;
use crate::input;
use crate::report::Done;

pub fn run(args: &AnalyzeArgs) -> anyhow::Result<Done> {
    let extractor = Extractor::new(input::region(&args.known)?);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut bytes = Vec::new();
    let mut lines = std::io::stdin().lock();
    while lines.read_until(b'\n', &mut bytes)? > 0 {
        let line = String::from_utf8_lossy(&bytes);
        let line = line.strip_suffix('\n').unwrap_or(&line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        serde_json::to_writer(&mut out, &extractor.analyze(line, args.known.issue_date))?;
        writeln!(out)?;
        out.flush()?;
        bytes.clear();
    }
    Ok(Done::Well)
}
