//! The arguments of every command.

use std::path::PathBuf;

use baoyan::chart::{ChartKind, Language, Measure};
use baoyan::model::DateRange;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Turns newspaper pages into an archive that is searched and charted wholly in the browser.
///
/// Answers go to stdout, messages to stderr. Exit status: 0 done; 1 something in the input was wrong, and the rest was
/// done; 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "baoyan", version, propagate_version = true, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read pages and say what was understood: articles, places, dates, initiatives.
    Inspect(InspectArgs),
    /// Read lines on stdin and say, a JSON object a line, what the analysis makes of each.
    Analyze(AnalyzeArgs),
    /// Build an archive: the index that the page loads.
    Index(IndexArgs),
    /// Write a complete site that any static host serves: page, archive, service worker, prerendered pages, feeds.
    Site(SiteArgs),
    /// Show pages as a site at an address of this machine.
    ///
    /// Its files are in baoyan/served of the user's cache directory, so that the next time only what changed is made anew. They may be
    /// deleted when nobody is served from there, and go after 60 days.
    Serve(ServeArgs),
    /// Ask an archive, with the same engine as the page.
    Search(SearchArgs),
    /// Verify every checksum and every fact of an archive, and print what is inside.
    Check(CheckArgs),
    /// Print the numbers behind the charts: by county, by year, county × year.
    Stats(StatsArgs),
    /// Print a completion script for a shell.
    Completions {
        /// The shell it is for.
        shell: clap_complete::Shell,
    },
}

/// What is read, and what is known about it.
#[derive(Debug, Args)]
pub struct Pages {
    /// Files or folders (walked); `-` reads stdin. Page dumps (.txt), Markdown with front matter (.md), HTML (.html) and
    /// JSON Lines (.jsonl, one article a line: id, title, body), in UTF-8 or GB18030.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub known: Known,
}

/// What is known beforehand.
#[derive(Debug, Args)]
pub struct Known {
    /// The date of the issue: YYYY, YYYY-MM or YYYY-MM-DD. Without it the date is taken from front matter, from the file's
    /// name, or from the text, in this order.
    #[arg(long, value_name = "D")]
    pub issue_date: Option<DateRange>,
    /// The prefecture that the pages are about, by name (焦作), or a file that describes it. Without it the region is
    /// found from the pages.
    #[arg(long, value_name = "NAME|FILE")]
    pub region: Option<String>,
}

#[derive(Debug, Args)]
pub struct InspectArgs {
    #[command(flatten)]
    pub pages: Pages,
    /// Score what was understood against hand labels: a JSON file with the labels of one page or a list of several,
    /// matched to the pages by file name.
    #[arg(long, value_name = "LABELS.json")]
    pub against: Option<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct AnalyzeArgs {
    /// What is known; without a region, places are looked up in the whole nation.
    #[command(flatten)]
    pub known: Known,
}

#[derive(Debug, Args)]
pub struct IndexArgs {
    #[command(flatten)]
    pub pages: Pages,
    /// The folder to write the archive to; made when it is not there. What is not done yet waits in a folder in it, about three
    /// times what is read, so that however much that is takes some 250 MB of memory.
    ///
    /// What was read for an archive that is fetched by need is kept in baoyan/archives of the user's cache directory (XDG_CACHE_HOME,
    /// else ~/.cache), about twice what is read, so that the next time only what is new or changed is read and written. It may be
    /// deleted at any time, and goes when the archive was not built again for 60 days.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub struct SiteArgs {
    #[command(flatten)]
    pub pages: Pages,
    #[command(flatten)]
    pub look: Look,
    /// The folder to write the site to; made when it is not there. Files that are the same stay as they are; those of an
    /// earlier run that are no longer part of it go; files of others are left alone.
    ///
    /// As with `index`, what is not done yet waits in a folder in it, some 250 MB of memory are taken however many pages there are,
    /// and what was read for an archive that is fetched by need is kept for the next time.
    #[arg(long, value_name = "DIR", required_unless_present = "single_file")]
    pub out: Option<PathBuf>,
    /// Write archive and page into one file instead, which opens by a double click. All of it is in memory meanwhile.
    #[arg(long, value_name = "FILE.html", conflicts_with = "out")]
    pub single_file: Option<PathBuf>,
    /// The archive is compiled into the page: write none beside it.
    #[arg(long, hide = true)]
    pub archive_inside: bool,
}

#[derive(Debug, Args)]
pub struct ServeArgs {
    #[command(flatten)]
    pub pages: Pages,
    #[command(flatten)]
    pub look: Look,
    /// Look for changed pages every second and show them.
    #[arg(long)]
    pub watch: bool,
    /// The port to listen at, on this machine alone; without it the first free one from 8080 on.
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
}

/// What a newsroom decides about its site. What is not given here is taken from `baoyan.toml` in the present folder, where
/// each setting has the option's name without the hyphens before it.
#[derive(Debug, Args)]
pub struct Look {
    /// The address that the site will have. Sitemap, canonical links, OpenSearch and oEmbed need it.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// What the site is called.
    #[arg(long)]
    pub title: Option<String>,
    /// The language that it speaks: zh-CN, zh-TW or en.
    #[arg(long, value_name = "TAG")]
    pub lang: Option<String>,
    /// A style sheet that sets --baoyan-* variables.
    #[arg(long, value_name = "FILE")]
    pub theme: Option<PathBuf>,
    /// Where the paper's own site has an article, for those that do not say it themselves:
    /// https://news.example/{year}/{id}.html, with {id}, {document}, {date}, {year}, {month}, {day}, {page}, {number}.
    #[arg(long, value_name = "TEMPLATE")]
    pub url_template: Option<String>,
    /// The paper's short name in permalinks: small letters, digits, hyphens.
    #[arg(long, value_name = "NAME")]
    pub paper: Option<String>,
    /// A folder with a built page, instead of the one inside this program.
    #[arg(long, value_name = "DIR")]
    pub page: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct SearchArgs {
    /// An archive: the folder that `baoyan index` wrote, or the file in it.
    pub archive: PathBuf,
    /// What to look for: words (AND), "phrases", -without, 县:修武 年:2024 记者:姓名 版:4 题:词.
    #[arg(required_unless_present_any = ["batch", "suggest"], conflicts_with = "batch", allow_hyphen_values = true)]
    pub query: Option<String>,
    /// Read queries on stdin, one a line, and print one JSON answer a line.
    #[arg(long)]
    pub batch: bool,
    /// Say for each hit why it stands where it stands: what matched where, and what that counts.
    #[arg(long)]
    pub explain: bool,
    /// Print the words and names that somebody who has typed so much may want, also in pinyin; no query is asked.
    #[arg(long, value_name = "PREFIX", conflicts_with_all = ["batch", "query", "explain"], allow_hyphen_values = true)]
    pub suggest: Option<String>,
    /// At most so many hits.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// An archive: the folder that `baoyan index` wrote, or the file in it.
    pub archive: PathBuf,
}

#[derive(Debug, Args)]
pub struct StatsArgs {
    /// An archive: the folder that `baoyan index` wrote, or the file in it.
    pub archive: PathBuf,
    /// Count only what answers this query.
    #[arg(default_value = "", allow_hyphen_values = true)]
    pub query: String,
    /// How to print.
    #[arg(long, value_enum, default_value_t = StatsFormat::Table)]
    pub format: StatsFormat,
    /// Print what one chart of the page shows: county, year, grid, panels, kinds, names, totals, tiles or dates.
    #[arg(long, value_name = "KIND", value_parser = chart_kind)]
    pub chart: Option<ChartKind>,
    /// What the chart counts: initiatives, articles, figures or rate (initiatives per 100 articles).
    #[arg(long, default_value = "initiatives", requires = "chart", value_parser = measure)]
    pub measure: Measure,
    /// The unit of totals; without it the unit of most figures.
    #[arg(long, requires = "chart")]
    pub unit: Option<String>,
    /// The language of the chart: zh-CN, zh-TW or en.
    #[arg(long, default_value = "zh-CN", requires = "chart", value_parser = language)]
    pub lang: Language,
}

fn chart_kind(name: &str) -> Result<ChartKind, String> {
    let known = || ChartKind::ALL.map(|(_, name)| name).join(", ");
    ChartKind::named(name).ok_or_else(|| format!("there is no such chart: write one of {}", known()))
}

fn measure(name: &str) -> Result<Measure, String> {
    let known = || Measure::ALL.map(|(_, name)| name).join(", ");
    Measure::named(name).ok_or_else(|| format!("no chart counts this: write one of {}", known()))
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "charts do not speak this: write zh-CN, zh-TW or en".to_owned())
}

/// For people or for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// For programs.
    Json,
}

/// For people, for programs, or for spreadsheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StatsFormat {
    /// For people.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets: the table of the chart, or the cells of county × year.
    Csv,
    /// The drawing of the chart, which opens alone.
    Svg,
}
