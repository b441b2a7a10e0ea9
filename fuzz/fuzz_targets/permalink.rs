//! Query strings of addresses: any is a state, and a state comes back from its own.

#![no_main]

use baoyan::view::{Language, permalink, restore};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|search: &str| {
    let state = restore(search, Language::ZhCn);
    let link = permalink(&state, Language::ZhCn);
    assert!(link.is_ascii() && !link.contains(['"', '<', '>', ' ', '#']), "a link is safe to write anywhere");
    assert_eq!(restore(&link, Language::ZhCn), state);
});
