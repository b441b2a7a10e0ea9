use super::article_page::article_page;
use super::embed_page::embed_page;
use super::feed::feeds;
use super::front_page::front_page;
use super::list_page::list_pages;
use super::manifest::manifest;
use super::open_search::open_search;
use super::page::Page;
use super::piece::Piece;
use super::sheet::sheets;
use super::sitemap::sitemap;
use super::worker::worker;
use super::{File, Settings};
use crate::engine::{Document, Overview};

/// Files of the page that only other sites load.
const FOR_OTHERS: [&str; 3] = ["baoyan.js", "embed.js", "frame.js"];

/// All files of a site, in the order of their paths. `overview` is that of the archive of these articles. `stored` is the archive as files below `archive/`; there are none where it
/// is compiled into the page.
pub fn assemble(
    page: &Page,
    overview: &Overview,
    documents: &[Document],
    stored: Vec<File>,
    settings: &Settings,
) -> Vec<File> {
    let inside = stored.is_empty();
    let pieces = Piece::all(documents, settings);
    let sheets = sheets(settings);
    let document = front_page(page, overview, &pieces, settings, &sheets, inside);
    let manifest = manifest(page, settings);
    let needed = page.files().iter().filter(|file| !FOR_OTHERS.contains(&file.path.as_str()));
    let shell: Vec<&File> = needed.chain(&sheets).chain([&manifest]).collect();
    let mut files = Vec::from(worker(page.worker(), &document, &shell, &stored));

    files.extend(pieces.iter().map(|piece| article_page(piece, settings, &sheets)));
    files.extend(list_pages(&pieces, settings, &sheets));
    files.extend(feeds(&pieces, settings));
    files.extend(open_search(settings));
    files.extend(embed_page(page, settings, &sheets, inside));
    files
        .extend(sitemap(["", "articles/"].into_iter().chain(pieces.iter().map(|piece| piece.path.as_str())), settings));
    files.extend(page.files().iter().cloned());
    files.extend(sheets);
    files.push(manifest);
    files.extend(stored);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}
