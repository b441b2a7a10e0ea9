//! What is understood of a line: everything found stands in it.

#![no_main]

use std::sync::LazyLock;

use baoyan::extract::Extractor;
use libfuzzer_sys::fuzz_target;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new(None));

fuzz_target!(|line: &str| {
    let analysis = EXTRACTOR.analyze(line, None);
    assert!(analysis.figures.iter().all(|figure| line.contains(&figure.text)));
    assert!(analysis.dates.iter().all(|date| line.contains(&date.text)));
    assert!(analysis.places.iter().all(|place| line.contains(&place.text)));
    // Stray spaces and readings may stand between.
    let stands = |name: &str| {
        let mut chars = line.chars();
        name.chars().all(|c| chars.any(|printed| printed == c))
    };
    assert!(analysis.initiatives.iter().all(|initiative| stands(&initiative.name)));
});
