//! HTML.

#![no_main]

use baoyan_fuzz::read_as;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (page, problems) = read_as("page.html", bytes);
    assert!(page.articles.len() <= 1, "a document is one article");
    assert!(!page.articles.is_empty() || !problems.is_empty(), "nothing is passed over in silence");
});
