//! Lines → blocks: what was cut by the page is joined again, and each character keeps its line.

use super::layout::Layout;
use super::line::{Line, begins_item, continues, is_ended};
use super::role::is_caption_text;
use crate::model::{Block, BlockKind};

/// A block in the making: its kind, and the pieces that its lines give it.
#[derive(Debug)]
pub struct Pieces<'a> {
    kind: BlockKind,
    pieces: Vec<(&'a str, u32)>,
}

impl<'a> Pieces<'a> {
    pub fn new(kind: BlockKind, text: &'a str, line: u32) -> Self {
        Pieces { kind, pieces: vec![(text, line)] }
    }

    pub fn push(&mut self, text: &'a str, line: u32) {
        self.pieces.push((text, line));
    }

    /// Joins the pieces. Two heads and two Latin words are parted by a space; Chinese text is not.
    pub fn join(self) -> Block {
        let mut block = Block { kind: self.kind, ..Block::default() };
        let mut offset = 0_u32;
        for (text, line) in self.pieces {
            let is_latin = |character: Option<char>| character.is_some_and(|character| character.is_ascii_alphabetic());
            let are_parted = self.kind == BlockKind::SectionHead
                || is_latin(block.text.chars().next_back()) && is_latin(text.chars().next());
            if are_parted && !block.text.is_empty() {
                block.text.push(' ');
                offset += 1;
            }
            block.lines.push((offset, line));
            block.text.push_str(text);
            offset += u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        }
        block
    }
}

/// Joins an article's lines into blocks.
pub fn join(parts: &[(usize, BlockKind)], lines: &[Line], layout: &Layout) -> Vec<Block> {
    let mut blocks: Vec<Pieces> = Vec::new();
    // The paragraph that may go on: its place among the blocks and its last line. A photograph does not end it.
    let mut running: Option<(usize, usize)> = None;
    let mut previous: Option<(usize, BlockKind)> = None;
    for &(at, kind) in parts {
        let line = &lines[at];
        let newest = blocks.len().checked_sub(1);
        let follows_own_kind = previous.filter(|&(_, before)| before == kind);
        let target = match kind {
            BlockKind::Paragraph => {
                running.filter(|&(_, last)| runs_on(&lines[last], line, layout)).map(|(block, _)| block)
            }
            BlockKind::SectionHead => newest.filter(|_| follows_own_kind.is_some() && !layout.is_wide(line.gap)),
            BlockKind::Caption => newest.filter(|_| {
                follows_own_kind.is_some_and(|(last, _)| line.gap == 0 && !is_ended(lines[last].text))
                    && !is_caption_text(line.text)
            }),
            BlockKind::Byline => None,
        };
        match target {
            Some(block) => blocks[block].push(line.text, line.number),
            None => blocks.push(Pieces::new(kind, line.text, line.number)),
        }
        match kind {
            BlockKind::Paragraph => running = Some((target.unwrap_or(blocks.len() - 1), at)),
            BlockKind::SectionHead => running = None,
            BlockKind::Byline | BlockKind::Caption => {}
        }
        previous = Some((at, kind));
    }
    blocks.into_iter().map(Pieces::join).collect()
}

/// Whether a line of text goes on with the paragraph that the line before it belongs to.
fn runs_on(previous: &Line, line: &Line, layout: &Layout) -> bool {
    if continues(line.text) {
        return true;
    }
    let begins = begins_item(line.text) || (layout.indents && line.indented);
    if is_ended(previous.text) {
        return !begins && line.gap == 0 && layout.is_full(previous) && !line.indented;
    }
    !begins || layout.is_full(previous) && !line.indented
}
