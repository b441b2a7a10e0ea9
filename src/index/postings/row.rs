#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use super::{Field, layout, room, step, writer};
use crate::index::documents::Document;
use crate::text::{Folding, GAP, is_word};

/// The folded characters of articles that are here, in one row that is read through to find something.
///
/// That takes two bytes a character and a millisecond or so for a small archive. Lists of positions would be found sooner, in
/// three times the memory, and an archive that travels whole would open later by the time it takes to make them.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The characters that occur, as they come.
    alphabet: Vec<char>,
    /// Their places in the alphabet; [`NONE`] in gaps, and after each article.
    characters: Vec<u16>,
    /// By article: where it begins in the row.
    starts: Vec<u32>,
    /// By article: the step of room that it takes.
    pub steps: Vec<u8>,
    /// The positions at which another field begins, ascending. A word that goes on in the next unit belongs to that in which it
    /// begins.
    pub fields: Vec<(u32, Field)>,
}

/// What nobody looks for. Where there are more different characters than numbers, the last are among it.
const NONE: u16 = u16::MAX;

impl Row {
    /// The row of articles.
    pub fn of(documents: &[Document], folding: &Folding) -> Row {
        let mut row = Row::default();
        let length = |document: &Document| -> usize {
            layout(&document.article).iter().map(|(_, text)| text.chars().count() + 1).sum()
        };
        row.characters.reserve_exact(documents.iter().map(length).sum::<usize>() + documents.len());
        // By character: its place in the alphabet plus 1.
        let mut known: Vec<u16> = Vec::new();
        let mut base = 0_u32;
        for Document { article, .. } in documents {
            let (mut folded, own) = writer::fields(article, folding);
            let step = step(folded.len() + 1);
            // What has no room is not searched.
            folded.truncate(room(step) as usize);
            row.starts.push(row.characters.len() as u32);
            for c in folded {
                let number = row.number(&mut known, c);
                row.characters.push(number);
            }
            row.characters.push(NONE);
            for (at, unit) in own {
                if row.fields.last().is_none_or(|&(_, last)| last != unit.field) {
                    row.fields.push((base.saturating_add(at as u32), unit.field));
                }
            }
            row.steps.push(step);
            base = base.saturating_add(room(step));
        }
        row.fields.shrink_to_fit();
        row
    }

    /// The number of a character. `known` are those numbers plus 1, by character.
    fn number(&mut self, known: &mut Vec<u16>, c: char) -> u16 {
        if c == GAP {
            return NONE;
        }
        known.resize(known.len().max(c as usize + 1), 0);
        let Some(number) = known.get_mut(c as usize) else { return NONE };
        if *number == 0 {
            if self.alphabet.len() >= usize::from(NONE) {
                return NONE;
            }
            self.alphabet.push(c);
            *number = self.alphabet.len() as u16;
        }
        *number - 1
    }

    /// The positions at which these folded characters stand, ascending; `articles` are the first positions of the articles. Whole
    /// words only, where they are to begin or end there.
    pub fn find(&self, articles: &[u32], folded: &[char], begins: bool, ends: bool) -> Vec<u32> {
        let number = |wanted: &char| self.alphabet.iter().position(|c| c == wanted).map(|place| place as u16);
        let Some(wanted) = folded.iter().map(number).collect::<Option<Vec<u16>>>() else { return Vec::new() };
        let Some((first, others)) = wanted.split_first() else { return Vec::new() };
        let is_word = |at: Option<usize>| {
            let c = self.characters.get(at.unwrap_or(usize::MAX)).and_then(|&c| self.alphabet.get(usize::from(c)));
            c.is_some_and(|&c| is_word(c))
        };
        let mut found = Vec::new();
        let mut article = 0;
        for (at, _) in self.characters.iter().enumerate().filter(|&(_, c)| c == first) {
            let is_here = self.characters.get(at + 1..).is_some_and(|rest| rest.starts_with(others));
            if !is_here || begins && is_word(at.checked_sub(1)) || ends && is_word(Some(at + wanted.len())) {
                continue;
            }
            while self.starts.get(article + 1).is_some_and(|&start| start as usize <= at) {
                article += 1;
            }
            if let (Some(position), Some(start)) = (articles.get(article), self.starts.get(article)) {
                found.push(position + (at as u32 - start));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::index::postings::Postings;
    use crate::model::{Article, Block, BlockKind};

    /// Where characters stand, as it is defined.
    fn naive(text: &[char], wanted: &[char], whole: bool) -> Vec<u32> {
        let is_inside = |at: Option<&char>| whole && at.is_some_and(|&c| is_word(c));
        let here = |&at: &usize| {
            text[at..].starts_with(wanted)
                && !is_inside(at.checked_sub(1).and_then(|before| text.get(before)))
                && !is_inside(text.get(at + wanted.len()))
        };
        (0..text.len()).filter(here).map(|at| at as u32).collect()
    }

    proptest! {
        #[test]
        fn finds_what_stands_there(
            texts in proptest::collection::vec("[天地ab𠀀，]{0,12}", 0..5),
            wanted in "[天地AB𠀀，玄]{1,3}",
            whole in any::<bool>(),
        ) {
            let document = |text: &String| {
                let blocks = vec![Block::on_line(BlockKind::Paragraph, text, 1)];
                Document { article: Article { blocks, ..Article::default() }, ..Document::default() }
            };
            let documents: Vec<Document> = texts.iter().map(document).collect();
            let folding = Folding::whole();
            let wanted: Vec<char> = wanted.chars().map(|c| folding.fold_char(c)).collect();
            let postings = Postings::of(&documents, folding);
            let mut expect = Vec::new();
            for (number, text) in (0..).zip(&texts) {
                // An empty standing head and its gap come first.
                let start = postings.article(number).start + 1;
                let text: Vec<char> = text.chars().map(|c| folding.fold_char(c)).collect();
                expect.extend(naive(&text, &wanted, whole).into_iter().map(|at| start + at));
            }
            prop_assert_eq!(postings.find(&wanted, whole, whole), Some(expect));
        }
    }
}
