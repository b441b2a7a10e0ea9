//! Lines → blocks: what was cut by the page is joined again, and each character keeps its line.

use super::layout::Layout;
use super::line::{Line, begins_item, continues, is_ended};
use crate::model::{Block, BlockKind};

/// Joins an article's lines into blocks.
pub fn join(parts: &[(usize, BlockKind)], lines: &[Line], layout: &Layout) -> Vec<Block> {
    let mut blocks: Vec<(BlockKind, Line)> = Vec::new();
    // The paragraph that may go on: its place among the blocks and its last line. A photograph does not end it.
    let mut running: Option<(usize, usize)> = None;
    let mut previous: Option<(usize, BlockKind)> = None;
    for &(at, kind) in parts {
        let line = &lines[at];
        let newest = blocks.len().checked_sub(1);
        let follows_own_kind = previous.filter(|&(_, before)| before == kind);
        let target = match kind {
            BlockKind::Paragraph => running.filter(|&(_, last)| runs_on(&lines[last], line)).map(|(block, _)| block),
            BlockKind::SectionHead => newest.filter(|_| follows_own_kind.is_some() && !layout.is_wide(line.gap)),
            BlockKind::Caption | BlockKind::Byline => None,
        };
        match target {
            Some(block) => blocks[block].1.join(line.clone(), kind == BlockKind::SectionHead),
            None => blocks.push((kind, line.clone())),
        }
        match kind {
            BlockKind::Paragraph => running = Some((target.unwrap_or(blocks.len() - 1), at)),
            BlockKind::SectionHead => running = None,
            BlockKind::Byline | BlockKind::Caption => {}
        }
        previous = Some((at, kind));
    }
    blocks.into_iter().map(|(kind, line)| line.into_block(kind)).collect()
}

/// Whether a line of text goes on with the paragraph that the line before it belongs to. An unended sentence goes on even
/// over an indentation: what cuts it makes paragraphs of its pieces.
fn runs_on(previous: &Line, line: &Line) -> bool {
    continues(&line.text) || (!begins_item(&line.text) && !is_ended(&previous.text))
}
