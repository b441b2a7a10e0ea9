//! Queries: any text is one.

#![no_main]

use baoyan::query::{MAX_WORDS, parse};
use baoyan::text::Folding;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let query = parse(text, Folding::whole());
    assert!(query.words.len() + query.filters.len() <= MAX_WORDS);
    assert!(query.words.iter().all(|word| !word.folded.is_empty()), "each word looks for something");
});
