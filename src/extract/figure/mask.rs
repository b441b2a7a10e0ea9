//! What of a text holds no figures.

use std::ops::Range;

use super::words::idioms;

/// Marks what holds no figures: the dates, set phrases, quoted names.
pub(super) fn mask(chars: &[char], dates: impl Iterator<Item = Range<usize>>) -> Vec<bool> {
    let mut mask = vec![false; chars.len()];
    for date in dates {
        let text = &chars[date.clone()];
        // Counted times such as 3个月后 are durations as well.
        let counted = text.contains(&'个') && text.ends_with(&['后']);
        if !counted {
            mask[date].fill(true);
        }
    }
    for (at, &first) in chars.iter().enumerate() {
        for idiom in idioms(first) {
            let len = idiom.chars().count();
            if chars[at..].iter().copied().take(len).eq(idiom.chars()) {
                mask[at..at + len].fill(true);
            }
        }
    }
    for (open, close) in quotes(chars) {
        let inner = &chars[open + 1..close];
        let is_speech = inner.iter().any(|c| "，。！？；…".contains(*c)) || inner.len() > 36;
        if !is_speech {
            mask[open..=close].fill(true);
        }
    }
    mask
}

/// The places of paired quotation marks, outermost only; straight ones pair where their number is even.
fn quotes(chars: &[char]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut open = None;
    let straight = chars.iter().filter(|c| **c == '"').count() % 2 == 0;
    for (at, c) in chars.iter().enumerate() {
        match c {
            '"' if straight => match open.take() {
                Some(open) => pairs.push((open, at)),
                None => open = Some(at),
            },
            '“' | '《' => open = open.or(Some(at)),
            '”' | '》' => {
                if let Some(open) = open.take() {
                    pairs.push((open, at));
                }
            }
            _ => {}
        }
    }
    pairs
}
