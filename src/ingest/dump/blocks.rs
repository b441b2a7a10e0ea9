//! Lines → blocks: what was cut by the page is joined again, and each character keeps its line.

use super::layout::Layout;
use super::line::{Line, begins_item, continues, is_ended};
use crate::ingest::byline::{self, Credits};
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
            BlockKind::Byline => newest.filter(|&at| follows_own_kind.is_some() && names_follow(&blocks[at].1, line)),
            BlockKind::Caption => None,
        };
        match target {
            Some(block) => blocks[block].1.join(line.clone(), kind != BlockKind::Paragraph),
            None => blocks.push((kind, line.clone())),
        }
        match kind {
            BlockKind::Paragraph => running = Some((target.unwrap_or(blocks.len() - 1), at)),
            BlockKind::SectionHead => running = None,
            BlockKind::Byline | BlockKind::Caption => {}
        }
        previous = Some((at, kind));
    }
    blocks.into_iter().map(|(kind, line)| line.into_block(kind)).flat_map(part_credit).collect()
}

/// A caption and the credit at its end are two blocks.
fn part_credit(block: Block) -> Vec<Block> {
    let tail = byline::tail(&block.text).filter(|tail| block.kind == BlockKind::Caption && tail.is_photo);
    let Some(tail) = tail else { return vec![block] };
    let (caption, rest) = block.text.split_at(tail.start);
    let credit = rest.trim_start();
    let from = block.text.chars().count() - credit.chars().count();
    let from = u32::try_from(from).unwrap_or(u32::MAX);
    let mut lines = vec![(0, block.line_at(from))];
    lines.extend(block.lines.iter().filter(|line| line.0 > from).map(|&(start, line)| (start - from, line)));
    let credit = Block { kind: BlockKind::Byline, text: credit.to_owned(), lines };
    let before = block.lines.iter().copied().filter(|line| line.0 < tail_offset(caption)).collect();
    let caption = Block { kind: BlockKind::Caption, text: caption.trim_end().to_owned(), lines: before };
    if caption.text.is_empty() { vec![credit] } else { vec![caption, credit] }
}

fn tail_offset(caption: &str) -> u32 {
    u32::try_from(caption.trim_end().chars().count()).unwrap_or(u32::MAX)
}

/// Whether a by-line names nobody and the line under it has the names.
fn names_follow(byline: &Line, line: &Line) -> bool {
    let names_nobody = byline::line(&byline.plain).is_some_and(|(_, credits)| credits == Credits::default());
    names_nobody && byline::line(&line.plain).is_none()
}

/// Whether a line of text goes on with the paragraph that the line before it belongs to. An unended sentence goes on even
/// over an indentation: what cuts it makes paragraphs of its pieces.
fn runs_on(previous: &Line, line: &Line) -> bool {
    continues(&line.plain) || (!begins_item(&line.plain) && !is_ended(&previous.plain))
}
