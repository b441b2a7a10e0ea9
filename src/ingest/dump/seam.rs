//! Whether a word goes on from one line to another.

use crate::ingest::name::is_han;
use crate::ingest::word::words;

/// Whether the most likely words of the two texts put together have one that lies across the place where they meet.
pub fn cuts_word(before: &str, after: &str) -> bool {
    const REACH: usize = 6;
    let start = before.char_indices().rev().take(REACH).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(REACH).map_or(after.len(), |(at, _)| at);
    let (before, after) = (&before[start..], &after[..end]);
    let meets_in_han = before.chars().next_back().is_some_and(is_han) && after.chars().next().is_some_and(is_han);
    if !meets_in_han {
        return false;
    }
    let together = [before, after].concat();
    let mut at = 0;
    for word in words(&together) {
        if at < before.len() && at + word.text.len() > before.len() {
            return true;
        }
        at += word.text.len();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_over_the_end_of_a_line_is_seen() {
        for (before, after) in [("为群众提供便利服", "务的站点"), ("参加技能培", "训的人"), ("推进基层治", "理现代化")]
        {
            assert!(cuts_word(before, after), "{before}|{after}");
        }
        for (before, after) in
            [("让河水清起来", "云溪县的河道"), ("修渠清淤", "“水来了！”"), ("", "河"), ("河水清了。", "渠通了。")]
        {
            assert!(!cuts_word(before, after), "{before}|{after}");
        }
    }
}
