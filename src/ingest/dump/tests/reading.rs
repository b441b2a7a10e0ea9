//! Pages as the tests read them.

use std::path::Path;

use crate::ingest::{Source, read};
use crate::model::{Article, Page};

pub fn dump(text: &str) -> Page {
    read(&Source { path: "page.txt".to_owned(), document: "page.txt".to_owned() }, text.as_bytes()).0
}

pub fn fixture(name: &str) -> Page {
    dump(&source(name))
}

pub fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pages").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn titles(page: &Page) -> Vec<Option<&str>> {
    page.articles.iter().map(|article| article.title.as_deref()).collect()
}

pub fn columns(page: &Page) -> Vec<Option<&str>> {
    page.articles.iter().map(|article| article.standing_head.as_deref()).collect()
}

pub fn lines(page: &Page) -> Vec<(u32, u32)> {
    page.articles.iter().map(|article| (article.start_line, article.end_line)).collect()
}

pub fn people(article: &Article) -> [String; 3] {
    [&article.reporters, &article.correspondents, &article.photographers].map(|names| names.join(" "))
}

pub fn furniture<'a>(page: &'a Page, what: &str) -> Vec<&'a str> {
    page.furniture.iter().filter(|furniture| furniture.what == what).map(|furniture| furniture.text.as_str()).collect()
}
