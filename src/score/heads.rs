//! Heads and captions.

use super::alignment::Pair;
use super::labels::PageLabels;
use super::names::{plain, same_text};
use super::tally::Tally;
use crate::model::{Article, Block, BlockKind, Page};

/// Standing heads, each on its line. They are no articles.
pub fn standing_heads(labels: &PageLabels, page: &Page) -> Tally {
    let mut tally = Tally::new("standing heads");
    let mut found: Vec<_> = page.furniture.iter().filter(|furniture| furniture.what == "standing-head").collect();
    for label in labels.articles.iter().filter(|label| !label.is_article) {
        let title = label.title.as_deref().unwrap_or_default();
        let lines = label.start_line..=label.end_line;
        match found.iter().position(|head| lines.contains(&head.line) && same_text(&head.text, title)) {
            Some(place) => {
                found.remove(place);
                tally.right();
            }
            None => {
                tally.missed(label.start_line, title);
            }
        }
    }
    for head in found {
        tally.false_find(head.line, head.text.trim());
    }
    tally
}

/// Section heads. A run-in head that is listed as one is held against nobody.
pub fn section_heads(pairs: &[Pair]) -> Tally {
    let mut tally = Tally::new("section heads");
    for pair in pairs {
        let mut found: Vec<&Block> = blocks(pair.article, BlockKind::SectionHead);
        for label in pair.label.iter().flat_map(|label| &label.section_heads) {
            match found.iter().position(|block| plain(&block.text) == plain(&label.text)) {
                Some(place) => {
                    found.remove(place);
                    tally.right();
                }
                None => {
                    tally.missed(label.lines.first().copied().unwrap_or(1), &label.text);
                }
            }
        }
        let run_in = |block: &Block| {
            pair.label.is_some_and(|label| label.run_in_heads.iter().any(|head| same_text(head, &block.text)))
        };
        for block in found.into_iter().filter(|block| !run_in(block)) {
            tally.false_find(block.line_at(0), &block.text);
        }
    }
    tally
}

/// Captions, each on its line; marks such as ① and a credit behind it may stand or not.
pub fn captions(pairs: &[Pair]) -> Tally {
    let mut tally = Tally::new("captions");
    for pair in pairs {
        let mut found = blocks(pair.article, BlockKind::Caption);
        for label in pair.label.iter().flat_map(|label| &label.captions) {
            let is_it = |block: &&Block| block.line_at(0) == label.line && same_text(&block.text, &label.text);
            match found.iter().position(is_it) {
                Some(place) => {
                    found.remove(place);
                    tally.right();
                }
                None => {
                    tally.missed(label.line, &label.text);
                }
            }
        }
        for block in found {
            tally.false_find(block.line_at(0), &block.text);
        }
    }
    tally
}

fn blocks(article: Option<&Article>, kind: BlockKind) -> Vec<&Block> {
    article.iter().flat_map(|article| &article.blocks).filter(|block| block.kind == kind).collect()
}
