//! `baoyan stats`: the numbers behind the charts.

use std::io::Write;

use anyhow::bail;
use baoyan::chart::{Chart, ChartKind, Spec};
use baoyan::model::Stats;
use baoyan::view::{self, cleared, picked};

use crate::cli::{StatsArgs, StatsFormat};
use crate::open::{self, Opened};
use crate::report::Done;
use crate::table;

/// How wide a chart is drawn, in CSS pixels.
const WIDTH: f64 = 640.0;

pub fn run(args: &StatsArgs) -> anyhow::Result<Done> {
    let mut archive = open::archive(&args.archive)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if let Some(kind) = args.chart {
        print_chart(&mut out, &chart(&mut archive, kind, args)?, args.format)?;
    } else {
        let stats = archive.answer(|archive| archive.stats(&args.query))?;
        match args.format {
            StatsFormat::Json => writeln!(out, "{}", serde_json::to_string(&stats)?)?,
            StatsFormat::Csv => csv(&mut out, &stats)?,
            StatsFormat::Table => print(&mut out, &stats)?,
            StatsFormat::Svg => bail!("a drawing is of one chart: say which, such as --chart county"),
        }
    }
    out.flush()?;
    Ok(Done::Well)
}

/// The chart that the page would show for the query.
fn chart(archive: &mut Opened, kind: ChartKind, args: &StatsArgs) -> anyhow::Result<Chart> {
    let mut stats = |query: &str| archive.answer(|archive| archive.stats(query));
    let (stats, unchosen) = (stats(&args.query)?, stats(&cleared(&args.query, kind))?);
    let chosen = picked(&args.query, kind, &unchosen);
    let spec = Spec {
        kind,
        measure: args.measure,
        unit: args.unit.as_deref(),
        chosen: chosen.iter().map(Option::as_deref).collect(),
        language: args.lang,
        ..Spec::default()
    };
    Ok(Chart::new(&spec, &stats, &unchosen))
}

fn print_chart(out: &mut impl Write, chart: &Chart, format: StatsFormat) -> std::io::Result<()> {
    let table = chart.table();
    match format {
        StatsFormat::Json => write!(out, "{}", view::json(&table)),
        StatsFormat::Csv => write!(out, "{}", view::csv(&table)),
        StatsFormat::Svg => write!(out, "{}", chart.scene(WIDTH)),
        StatsFormat::Table => {
            writeln!(out, "{}\n{}\n", table.caption, chart.sentence())?;
            let cells = table.rows.iter().map(|row| (0..table.columns.len()).map(|column| row.cell(column)).collect());
            let rows: Vec<Vec<String>> = std::iter::once(table.columns.clone()).chain(cells).collect();
            table::print(out, &rows)
        }
    }
}

fn csv(out: &mut impl Write, stats: &Stats) -> std::io::Result<()> {
    writeln!(out, "county,year,articles,initiatives")?;
    for cell in &stats.county_year {
        let year = cell.year.map(|year| year.to_string()).unwrap_or_default();
        let mut county = String::new();
        view::push_csv_field(&mut county, cell.county.as_deref().unwrap_or_default());
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
