#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use std::ops::RangeInclusive;

use super::{Field, room, step, writer};
use crate::index::documents::Document;
use crate::text::{Folding, GAP, is_word};

/// The folded characters of articles that are here, which are read through to find something.
///
/// That takes a byte and a half a character and a millisecond or so for a small archive. Lists of positions would be found sooner, in
/// several times the memory, and an archive that travels whole would open later by the time it takes to make them.
///
/// They are in UTF-8, whose bytes tell where a character begins, so that what is looked for is found byte by byte. But for each
/// character stands that of its number in the archive, the most frequent first: most take a byte or two instead of three.
#[derive(Debug, Default)]
pub struct Row {
    /// The characters that occur, by number; the first stands for a gap.
    alphabet: Vec<char>,
    /// By article: its characters.
    texts: Vec<Box<str>>,
    /// By article: the step of room that it takes.
    pub(super) steps: Vec<u8>,
    /// The positions at which another field begins, ascending. A word that goes on in the next unit belongs to that in which it
    /// begins.
    pub(super) fields: Vec<(u32, Field)>,
}

/// Adds articles to a row.
#[derive(Debug)]
pub struct RowWriter<'a> {
    row: Row,
    folding: &'a Folding,
    /// What stands for each character that has a number.
    known: Folding,
    /// Where the next article begins.
    base: u32,
}

/// The numbers that no character of UTF-8 has.
const SURROGATES: RangeInclusive<usize> = 0xD800..=0xDFFF;

/// What stands for the character of this number: where there is none, the gap, which nobody looks for.
fn stand_in(number: usize) -> char {
    u32::try_from(number).ok().and_then(char::from_u32).unwrap_or_default()
}

impl<'a> RowWriter<'a> {
    /// A row of no articles yet, in which these characters will be the most frequent.
    pub fn new(frequent: &str, folding: &'a Folding) -> Self {
        let mut writer = RowWriter { row: Row::default(), folding, known: Folding::default(), base: 0 };
        writer.row.alphabet.push(GAP);
        frequent.chars().for_each(|c| _ = writer.stand_in(folding.fold_char(c)));
        writer
    }

    /// Adds the next article.
    pub fn add(&mut self, document: &Document) {
        let (mut folded, own) = writer::fields(&document.article, self.folding);
        let step = step(folded.len() + 1);
        // What has no room is not searched.
        folded.truncate(room(step) as usize);
        let text: String = folded.into_iter().map(|c| self.stand_in(c)).collect();
        let Row { texts, steps, fields, .. } = &mut self.row;
        texts.push(text.into());
        steps.push(step);
        for (at, unit) in own {
            if fields.last().is_none_or(|&(_, last)| last != unit.field) {
                fields.push((self.base.saturating_add(at as u32), unit.field));
            }
        }
        self.base = self.base.saturating_add(room(step));
    }

    /// The row of all that were added.
    pub fn finish(mut self) -> Row {
        let Row { texts, fields, .. } = &mut self.row;
        texts.shrink_to_fit();
        fields.shrink_to_fit();
        self.row
    }

    /// What stands for a character.
    fn stand_in(&mut self, c: char) -> char {
        if c == GAP {
            return stand_in(0);
        }
        let alphabet = &mut self.row.alphabet;
        let known = self.known.fold_char(c);
        if alphabet.get(known as usize) == Some(&c) {
            return known;
        }
        if SURROGATES.contains(&alphabet.len()) {
            alphabet.resize(SURROGATES.end() + 1, GAP);
        }
        let next = stand_in(alphabet.len());
        alphabet.push(c);
        self.known.set(c, next);
        next
    }
}

impl Row {
    /// The positions at which these folded characters stand, ascending; `articles` are the first positions of the articles. Whole
    /// words only, where they are to begin or end there.
    pub(super) fn find(&self, articles: &[u32], folded: &[char], begins: bool, ends: bool) -> Vec<u32> {
        let (mut wanted, mut found) = (String::new(), Vec::new());
        for c in folded {
            let Some(number @ 1..) = self.alphabet.iter().position(|known| known == c) else { return found };
            wanted.push(stand_in(number));
        }
        let is_word = |c: Option<char>| c.and_then(|c| self.alphabet.get(c as usize)).is_some_and(|&c| is_word(c));
        for (text, &start) in self.texts.iter().zip(articles) {
            let (mut from, mut position) = (0, start);
            places(wanted.as_bytes(), text.as_bytes(), |at| {
                let (before, here) = text.split_at_checked(at).unwrap_or_default();
                let Some(after) = here.strip_prefix(&*wanted) else { return };
                if begins && is_word(before.chars().next_back()) || ends && is_word(after.chars().next()) {
                    return;
                }
                position += before.get(from..).unwrap_or_default().chars().count() as u32;
                from = at;
                found.push(position);
            });
        }
        found
    }
}

/// Hands over the places at which bytes begin as those that are wanted do, and perhaps some others. Eight are seen at once (Warren:
/// “Hacker's Delight”, 2003).
fn places(wanted: &[u8], bytes: &[u8], mut found: impl FnMut(usize)) {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    // The highest bit of each byte that is this one.
    let equal = |eight: u64, byte: u8| {
        let differ = eight ^ (ONES * u64::from(byte));
        differ.wrapping_sub(ONES) & !differ & ONES << 7
    };
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    for (eight, start) in eights.iter().chain([&last]).zip((0..).step_by(8)) {
        let eight = u64::from_le_bytes(*eight);
        let mut here = wanted.first().map_or(0, |&first| equal(eight, first));
        // What comes after the eighth is not seen.
        here &= wanted.get(1).map_or(u64::MAX, |&next| equal(eight, next) >> 8 | 1 << 63);
        while here != 0 {
            found(start + here.trailing_zeros() as usize / 8);
            here &= here - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::index::postings::Postings;
    use crate::model::{Article, Block, BlockKind};

    #[test]
    fn each_of_more_characters_than_any_language_has_is_found() {
        let all: Vec<char> = ('\u{100}'..).take(60_000).collect();
        let text: String = all.iter().collect();
        let block = Block::on_line(BlockKind::Paragraph, text, 1);
        let folding = Folding::default();
        let mut row = RowWriter::new("", &folding);
        row.add(&Document { article: Article { blocks: vec![block], ..Article::default() }, ..Document::default() });
        let postings = Postings::of(row.finish());
        for at in (0..all.len()).step_by(97) {
            // An empty standing head and its gap come first.
            assert_eq!(postings.find(&all[at..=at], false, false), Some(vec![1 + at as u32]), "{at}");
        }
    }

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
            frequent in "[天a，]{0,3}",
        ) {
            let document = |text: &String| {
                let blocks = vec![Block::on_line(BlockKind::Paragraph, text, 1)];
                Document { article: Article { blocks, ..Article::default() }, ..Document::default() }
            };
            let folding = Folding::whole();
            let wanted: Vec<char> = wanted.chars().map(|c| folding.fold_char(c)).collect();
            let mut row = RowWriter::new(&frequent, folding);
            texts.iter().for_each(|text| row.add(&document(text)));
            let postings = Postings::of(row.finish());
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
