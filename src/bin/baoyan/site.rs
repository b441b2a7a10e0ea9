//! `baoyan site`: writes a site that any static host serves.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use baoyan::engine::{Document, Overview};
use baoyan::site::{self, File, Page, Settings, UrlTemplate};
use baoyan::view::{Language, Text};
use serde::Deserialize;

use crate::cache::Cache;
use crate::cli::{Look, Pages, SiteArgs};
use crate::index::{Gathered, Holdings};
use crate::report::{Done, Usage};
use crate::site_folder;

/// The file of the present folder that settings are taken from.
const CONFIG: &str = "baoyan.toml";

/// The built page, put into the program by `./dev build`.
#[cfg(feature = "page")]
static INSIDE: include_dir::Dir<'static> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/target/page");

pub fn run(args: &SiteArgs) -> anyhow::Result<Done> {
    let Plan { settings, template, page } = plan(&args.look)?;
    let Edition { gathered, overview, done } = edition(&args.pages, template.as_ref())?;
    let articles = overview.info.articles;
    if let Some(file) = &args.single_file {
        let document = site::single_file(&page, &overview, &gathered.documents, &gathered.whole(), &settings);
        site_folder::write_file(file, document.as_bytes())?;
        eprintln!("{articles} articles, {} bytes in {}", document.len(), file.display());
    }
    if let Some(folder) = &args.out {
        let stored = if args.archive_inside { Vec::new() } else { stored(&gathered) };
        let files = site::assemble(&page, &overview, &gathered.documents, stored, &settings);
        drop(gathered);
        let changes = site_folder::write(folder, &files)?;
        eprintln!("{articles} articles, {} files in {}: {changes}", files.len(), folder.display());
    }
    Ok(done)
}

/// What a site is made by.
pub struct Plan {
    pub settings: Settings,
    pub template: Option<UrlTemplate>,
    pub page: Page,
}

/// What a site is made of.
pub struct Edition {
    /// What its archive is built of.
    pub gathered: Gathered,
    /// What the archive tells.
    pub overview: Overview,
    /// How the reading went.
    pub done: Done,
}

/// An archive as files of a site, in the form that fits its size.
pub fn stored(gathered: &Gathered) -> Vec<File> {
    gathered.files().into_iter().map(|(path, bytes)| File::new(format!("archive/{path}"), bytes)).collect()
}

/// Reads pages.
pub fn edition(pages: &Pages, template: Option<&UrlTemplate>) -> anyhow::Result<Edition> {
    let (holdings, done) = Holdings::read(pages, None, &Cache::none())?;
    let mut gathered = holdings.gather()?;
    for Document { id, document, date, article } in &mut gathered.documents {
        if let Some(template) = template.filter(|_| article.url.is_none()) {
            article.url = template.fill(id, document, *date, article);
        }
    }
    Ok(Edition { overview: gathered.overview(), gathered, done })
}

/// Settings as they may stand in a file.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Config {
    base_url: Option<String>,
    title: Option<String>,
    lang: Option<String>,
    theme: Option<PathBuf>,
    url_template: Option<String>,
    paper: Option<String>,
    page: Option<PathBuf>,
}

/// What was decided: on the command line, else in the file of settings, else by us.
pub fn plan(look: &Look) -> anyhow::Result<Plan> {
    let config = match fs::read_to_string(CONFIG) {
        Ok(text) => toml::from_str(&text).map_err(|error| Usage(format!("{CONFIG}: {error}")))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Config::default(),
        Err(error) => return Err(error).context(format!("{CONFIG}: cannot be read")),
    };
    let given = |option: &Option<String>, set: Option<String>| option.clone().or(set);
    let wrong = |option: &str, error: &dyn std::fmt::Display| Usage(format!("{option}: {error}"));
    let language = match given(&look.lang, config.lang) {
        None => Language::default(),
        Some(tag) => Language::from_tag(&tag)
            .ok_or_else(|| Usage(format!("lang: “{tag}” is not spoken here; there are zh-CN, zh-TW and en")))?,
    };
    let base_url = given(&look.base_url, config.base_url).map(|url| url.parse()).transpose();
    let template = given(&look.url_template, config.url_template).map(|text| text.parse()).transpose();
    let paper = given(&look.paper, config.paper).unwrap_or_else(|| "paper".to_owned());
    let theme = look.theme.clone().or(config.theme).map(|file| {
        fs::read_to_string(&file).with_context(|| format!("{}: the theme cannot be read as UTF-8 text", file.display()))
    });
    let settings = Settings {
        title: given(&look.title, config.title).unwrap_or_else(|| Text::Name.in_language(language).to_owned()),
        language,
        base_url: base_url.map_err(|error| wrong("base-url", &error))?,
        theme: theme.transpose()?,
        paper: Settings::paper(&paper).ok_or_else(|| {
            Usage(format!("paper: “{paper}” is no short name; use up to 40 small letters, digits and hyphens"))
        })?,
    };
    let page = page(look.page.clone().or(config.page).as_deref())?;
    Ok(Plan { settings, template: template.map_err(|error| wrong("url-template", &error))?, page })
}

/// The page of a folder, else the one inside this program.
fn page(folder: Option<&Path>) -> anyhow::Result<Page> {
    let Some(folder) = folder else { return Ok(Page::new(inside()?)?) };
    let mut files = Vec::new();
    site_folder::read(folder, folder, &mut files)
        .with_context(|| format!("{}: the page cannot be read; give the folder of a built page", folder.display()))?;
    Page::new(files).with_context(|| folder.display().to_string())
}

#[cfg(feature = "page")]
fn inside() -> anyhow::Result<Vec<File>> {
    fn collect(folder: &include_dir::Dir<'static>, files: &mut Vec<File>) {
        files.extend(folder.files().map(|file| {
            let path = file.path().components().map(|part| part.as_os_str().to_string_lossy());
            File::new(path.collect::<Vec<_>>().join("/"), file.contents())
        }));
        folder.dirs().for_each(|below| collect(below, files));
    }
    let mut files = Vec::new();
    collect(&INSIDE, &mut files);
    Ok(files)
}

#[cfg(not(feature = "page"))]
fn inside() -> anyhow::Result<Vec<File>> {
    Err(Usage(
        "this baoyan has no page inside: build one that has it with ./dev build, or give a built page with --page DIR"
            .into(),
    )
    .into())
}
