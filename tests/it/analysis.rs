//! The analysis that indexer and query share gives the same in both targets: these tests are compiled into the native
//! binary and into the one for the browser.

use baoyan::text::{fold, terms};

/// Text, TAB, its searched form, TAB, its terms with a space between; `#` begins a comment.
const GOLDEN: &str = include_str!("../data/analysis.tsv");

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn the_golden_cases_are_cut_as_written() {
    let mut cases = 0;
    for line in GOLDEN.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<_> = line.split('\t').collect();
        let [text, folded, expected] = columns[..] else { panic!("not three columns: {line}") };
        assert_eq!(fold(text), folded, "the searched form of {text}");
        assert_eq!(terms(folded).join(" "), expected, "the terms of {text}");
        cases += 1;
    }
    assert!(cases > 25, "only {cases} cases were read");
}
