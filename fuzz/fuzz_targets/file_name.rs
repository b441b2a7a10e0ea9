//! Dates in the names of files.

#![no_main]

use baoyan_fuzz::read_as;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|name: &str| {
    let (page, _) = read_as(&format!("{name}.txt"), "河水清了。".as_bytes());
    if let Some(date) = page.issue_date.value {
        assert!(date.first.first_day() <= date.last.last_day());
        let evidence = page.issue_date.evidence.expect("a date has the words it was taken from");
        assert!(page.document.contains(&evidence), "the evidence stands in the name");
    }
});
