//! JSON Lines: each line is an article or a problem.

#![no_main]

use std::collections::HashSet;

use baoyan_fuzz::read_as;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (page, problems) = read_as("page.jsonl", bytes);
    let ids: HashSet<_> = page.articles.iter().map(|article| &article.id).collect();
    assert_eq!(ids.len(), page.articles.len(), "an id is given once");
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // A file with control bytes is refused whole.
    let is_text = !bytes.iter().any(|&byte| byte < 9 || (14..32).contains(&byte) || byte == 127);
    if is_text && problems.iter().all(|problem| problem.line.is_some()) {
        let told: HashSet<_> = page.articles.iter().map(|article| article.start_line).collect();
        let blamed: HashSet<_> = problems.iter().filter_map(|problem| problem.line).collect();
        // A carriage return ends a line where nothing else does.
        let end = if text.contains('\n') { '\n' } else { '\r' };
        let text = text.trim_start_matches('\u{FEFF}');
        for (number, _) in (1_u32..).zip(text.split(end)).filter(|(_, line)| !line.trim().is_empty()) {
            assert!(told.contains(&number) || blamed.contains(&number), "line {number} is passed over in silence");
        }
    }
});
