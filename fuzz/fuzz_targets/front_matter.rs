//! Front matter, opened and closed.

#![no_main]

use baoyan_fuzz::read_as;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (page, problems) = read_as("page.md", &[b"---\n", bytes, "\n---\n河水清了。\n".as_bytes()].concat());
    assert!(page.articles.len() <= 1, "a file is one article");
    assert!(!page.articles.is_empty() || !problems.is_empty(), "nothing is passed over in silence");
});
