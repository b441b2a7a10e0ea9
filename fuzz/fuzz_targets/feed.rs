//! RSS and Atom feeds.

#![no_main]

use baoyan_fuzz::read_as;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (page, problems) = read_as("feed.xml", bytes);
    assert!(!page.articles.is_empty() || !problems.is_empty(), "nothing is passed over in silence");
    assert!(page.articles.iter().all(|article| article.title.is_some() || !article.blocks.is_empty()));
});
