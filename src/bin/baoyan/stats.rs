//! `baoyan stats`: the numbers behind the charts.

use std::io::Write;

use baoyan::model::Stats;
use baoyan::view::csv_field;

use crate::cli::{StatsArgs, StatsFormat};
use crate::report::Done;
use crate::{open, table};

pub fn run(args: &StatsArgs) -> anyhow::Result<Done> {
    let stats = open::archive(&args.archive)?.answer(|archive| archive.stats(&args.query))?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match args.format {
        StatsFormat::Json => writeln!(out, "{}", serde_json::to_string(&stats)?)?,
        StatsFormat::Csv => csv(&mut out, &stats)?,
        StatsFormat::Table => print(&mut out, &stats)?,
    }
    out.flush()?;
    Ok(Done::Well)
}

fn csv(out: &mut impl Write, stats: &Stats) -> std::io::Result<()> {
    writeln!(out, "county,year,articles,initiatives")?;
    for cell in &stats.county_year {
        let year = cell.year.map(|year| year.to_string()).unwrap_or_default();
        let county = csv_field(cell.county.as_deref().unwrap_or_default());
        writeln!(out, "{county},{year},{},{}", cell.articles, cell.initiatives)?;
    }
    Ok(())
}

fn print(out: &mut impl Write, stats: &Stats) -> std::io::Result<()> {
    writeln!(out, "{} articles, {} initiatives, {} figures\n", stats.articles, stats.initiatives, stats.figures)?;
    let head = |first: &str| [first, "articles", "initiatives", "figures"].map(str::to_owned).to_vec();
    let mut rows = vec![head("county")];
    for row in &stats.by_county {
        let county = row.county.clone().unwrap_or_else(|| "（无）".into());
        rows.push(vec![county, row.articles.to_string(), row.initiatives.to_string(), row.figures.to_string()]);
    }
    table::print(out, &rows)?;
    writeln!(out)?;
    let mut rows = vec![head("year")];
    rows[0].extend(["explicit", "relative", "inherited", "issue"].map(str::to_owned));
    for row in &stats.by_year {
        let year = row.year.map_or("（无）".into(), |year| year.to_string());
        let basis = [row.basis.explicit, row.basis.relative, row.basis.inherited, row.basis.issue];
        let mut cells = vec![year, row.articles.to_string(), row.initiatives.to_string(), row.figures.to_string()];
        cells.extend(basis.map(|count| count.to_string()));
        rows.push(cells);
    }
    table::print(out, &rows)
}
