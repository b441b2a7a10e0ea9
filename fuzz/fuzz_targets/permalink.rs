//! Query strings of addresses: any is a state, and a state comes back from its own.

#![no_main]

use baoyan::view::{Language, State, permalink, restore};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|search: &str| {
    // What was not understood is told once, and is no part of the state's own address.
    let state = State { odd: Vec::new(), ..restore(search, Language::ZhCn) };
    let link = permalink(&state, Language::ZhCn);
    assert!(link.is_ascii() && !link.contains(['"', '<', '>', ' ', '#']), "a link is safe to write anywhere");
    assert_eq!(restore(&link, Language::ZhCn), state);
});
