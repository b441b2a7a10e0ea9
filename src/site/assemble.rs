use std::io;

use super::article_page::article_page;
use super::embed_page::embed_page;
use super::feed::feeds;
use super::front_page::{MOST, front_page};
use super::list_page::list_pages;
use super::manifest::manifest;
use super::open_search::open_search;
use super::page::Page;
use super::pieces::Pieces;
use super::sheet::sheets;
use super::sitemap::sitemap;
use super::worker::{Stored, worker};
use super::{File, Settings};
use crate::engine::Articles;
use crate::model::Info;

/// Files of the page that only other sites load.
const FOR_OTHERS: [&str; 3] = ["baoyan.js", "embed.js", "frame.js"];

/// Takes the files of a site, in any order, each once, and on several threads.
pub type Put<'a> = dyn Fn(File) -> io::Result<()> + Sync + 'a;

/// Makes all files of a site but those in an archive's groups. `info` is that of the archive of these articles; `stored` is the
/// archive below `archive/`, none where it is compiled into the page.
///
/// # Errors
/// When an article cannot be read or a file cannot be put.
pub fn assemble(
    page: &Page,
    info: Info,
    articles: &dyn Articles,
    stored: Option<&Stored>,
    settings: &Settings,
    put: &Put<'_>,
) -> io::Result<()> {
    let inside = stored.is_none();
    let sheets = sheets(settings);
    let put_page = |piece: &_, article: &_| put(article_page(piece, article, settings, &sheets));
    let (pieces, overview) = Pieces::of(articles, info, settings, &put_page)?;
    let document = front_page(page, &overview, &pieces.newest(MOST)?, settings, &sheets, inside);
    let manifest = manifest(page, settings);
    let needed = page.files().iter().filter(|file| !FOR_OTHERS.contains(&file.path.as_str()));
    let shell: Vec<&File> = needed.chain(sheets.iter().map(|sheet| &sheet.file)).chain([&manifest]).collect();
    worker(page.worker(), &document, &shell, stored).into_iter().try_for_each(put)?;

    list_pages(&pieces, settings, &sheets, put)?;
    feeds(&pieces, settings, put)?;
    sitemap(&pieces, settings, put)?;
    open_search(settings).into_iter().try_for_each(put)?;
    embed_page(page, settings, &sheets, inside).into_iter().try_for_each(put)?;
    let taken_over = page.files().iter().chain(stored.map(|stored| &stored.entry)).cloned();
    taken_over.chain(sheets.into_iter().map(|sheet| sheet.file)).chain([manifest]).try_for_each(put)
}
