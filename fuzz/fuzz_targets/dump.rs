//! Page dumps: no text is lost or doubled.

#![no_main]

use baoyan_fuzz::{letters, read_as};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (page, _) = read_as("page.txt", bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if page.articles.is_empty() && page.furniture.is_empty() {
        return;
    }
    let blocks = page.articles.iter().flat_map(|article| &article.blocks).map(|block| block.text.as_str());
    let titles = page.articles.iter().filter_map(|article| article.title.as_deref());
    let furniture = page.furniture.iter().map(|furniture| furniture.text.as_str());
    assert_eq!(letters(titles.chain(blocks).chain(furniture)), letters(std::iter::once(text)));
});
