//! `baoyan site`: writes a site that any static host serves.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use baoyan::engine::{Articles, Session};
use baoyan::model::Info;
use baoyan::site::{self, File, Page, Settings, Stored, UrlTemplate};
use baoyan::view::{Language, Text};
use serde::Deserialize;

use crate::aside::Aside;
use crate::cache::Cache;
use crate::cli::{Look, Pages, SiteArgs};
use crate::folder::Ready;
use crate::index::Holdings;
use crate::open::FILE;
use crate::report::{Done, Usage};
use crate::site_folder::{self, Record, SiteFolder, cannot_be_written};

/// The file of the present folder that settings are taken from.
const CONFIG: &str = "baoyan.toml";
/// The folder of a site that its archive is in.
const ARCHIVE: &str = "archive";

/// The built page, put into the program by `./dev build`.
#[cfg(feature = "page")]
static INSIDE: include_dir::Dir<'static> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/target/page");

pub fn run(args: &SiteArgs) -> anyhow::Result<Done> {
    let plan = plan(&args.look)?;
    if let Some(file) = &args.single_file {
        return write_single(file, &args.pages, &plan);
    }
    let folder = args.out.as_deref().unwrap_or(Path::new("."));
    Ok(write(folder, &args.pages, &plan, args.archive_inside)?.done)
}

/// What a site is made by.
pub struct Plan {
    pub settings: Settings,
    pub template: Option<UrlTemplate>,
    pub page: Page,
}

/// A site that is written.
pub struct Published {
    /// The files that it has.
    pub files: Record,
    /// How the reading went.
    pub done: Done,
}

/// Writes the site of some pages to a folder, and says what that changed. `inside` says that the archive is compiled into the page.
///
/// As much of it is in memory as of an archive that `index` builds, and what is known of the pages is not read again.
pub fn write(folder: &Path, pages: &Pages, plan: &Plan, inside: bool) -> anyhow::Result<Published> {
    let (archive, template) = (folder.join(ARCHIVE), plan.template.as_ref());
    let (aside, cache) = (Aside::of(folder), Cache::of(&archive, pages, template));
    let (holdings, done) = Holdings::read(pages, Some(&aside), &cache, template)?;
    let site = SiteFolder::open(folder, &aside)?;
    let put_all = || {
        let ready = if inside { Ready::whole(holdings.whole()?) } else { holdings.ready(&archive, &aside, &cache)? };
        let (info, stored) = (info(&ready.entry)?, (!inside).then(|| stored(&ready)));
        site::assemble(&plan.page, info, &holdings.documents, stored.as_ref(), &plan.settings, &|file| site.put(file))?;
        ready.groups().iter().try_for_each(|group| site.put_group(ARCHIVE, group))?;
        anyhow::Ok(())
    };
    put_all().with_context(|| cannot_be_written(folder))?;
    let (files, changes) = site.finish()?;
    let (articles, known) = (holdings.documents.articles(), holdings.said_of_known());
    eprintln!("{articles} articles, {} files in {}: {changes}{known}", files.len(), folder.display());
    cache.finish(holdings.documents.spool);
    Ok(Published { files, done })
}

fn stored(ready: &Ready) -> Stored {
    let groups = ready.groups().iter().map(|group| (group.name.clone(), (group.files().len(), group.bytes())));
    Stored { entry: File::new(format!("{ARCHIVE}/{FILE}"), ready.entry.clone()), groups: groups.collect() }
}

/// What an archive holds, by the file that it is opened by.
fn info(entry: &[u8]) -> anyhow::Result<Info> {
    Ok(Session::open(entry.to_vec())?.archive().info().clone())
}

fn write_single(file: &Path, pages: &Pages, plan: &Plan) -> anyhow::Result<Done> {
    let (holdings, done) = Holdings::read(pages, None, &Cache::none(), plan.template.as_ref())?;
    let whole = holdings.whole()?;
    let info = info(&whole)?;
    let document = site::single_file(&plan.page, info, &holdings.documents, &whole, &plan.settings)?;
    site_folder::write_file(file, document.as_bytes())?;
    eprintln!("{} articles, {} bytes in {}", holdings.documents.articles(), document.len(), file.display());
    Ok(done)
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
