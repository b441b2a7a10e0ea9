//! What is spoken of around a head.

use super::line::Line;
use super::parts::Draft;
use super::role::Role;
use crate::ingest::name::is_han;

/// The text before and after a run of heads: what is spoken of there.
pub struct Subject<'a> {
    before: Vec<&'a str>,
    after: Vec<&'a str>,
}

impl<'a> Subject<'a> {
    /// The text of the `current` article before the place `last`, and that from `end` on.
    pub fn of(lines: &'a [Line], roles: &[Role], current: Option<&Draft>, last: usize, end: usize) -> Self {
        const REACH: usize = 1500;
        let text = |at: usize| &*lines[at].plain;
        let mut before = Vec::new();
        let mut seen = 0;
        let current =
            current.iter().flat_map(|draft| draft.title.iter().copied().chain(draft.parts.iter().map(|part| part.0)));
        for at in current.take_while(|&at| at < last) {
            if seen > REACH {
                break;
            }
            seen += lines[at].length;
            before.push(text(at));
        }
        let mut after = Vec::new();
        let mut seen = 0;
        for at in end..lines.len() {
            if seen > REACH {
                break;
            }
            if seen > 0 && roles[at].is_byline() {
                break;
            }
            if matches!(roles[at], Role::Text | Role::Caption) {
                seen += lines[at].length;
                after.push(text(at));
            }
        }
        Subject { before, after }
    }

    /// The share of a head's pairs of characters that the text after it has.
    pub fn share_after(&self, head: &str) -> f32 {
        share(head, &self.after)
    }

    /// The same of the text before it.
    pub fn share_before(&self, head: &str) -> f32 {
        share(head, &self.before)
    }
}

/// The share of a head's pairs of neighbouring characters that the texts have.
fn share(head: &str, texts: &[&str]) -> f32 {
    const REACH: usize = 1500;
    let mut own: Vec<(char, char)> = pairs(head).collect();
    own.sort_unstable();
    own.dedup();
    let mut found = vec![false; own.len()];
    for pair in texts.iter().flat_map(|text| pairs(text).take(REACH)) {
        if let Ok(place) = own.binary_search(&pair) {
            found[place] = true;
        }
    }
    if own.is_empty() { 0.0 } else { found.iter().filter(|found| **found).count() as f32 / own.len() as f32 }
}

/// The pairs of neighbouring Han characters.
fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1)).filter(|&(first, second)| is_han(first) && is_han(second))
}
