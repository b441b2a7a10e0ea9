#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use std::borrow::Borrow;

use super::{Field, room, step, writer};
use crate::index::documents::Document;
use crate::text::{Folding, GAP, is_word};

/// The folded characters of articles that are here, in a row that is read through to find something.
///
/// That takes a byte and a half a character and a millisecond or so for a small archive. Lists of positions would be found sooner, in
/// several times the memory, and an archive that travels whole would open later by the time it takes to make them.
///
/// As in UTF-8 a character's bytes tell where it begins, so that what is looked for is found byte by byte; but by the characters
/// that the archive has:
///
/// | bytes | character |
/// |---|---|
/// | 0 to 126 | one of the first, which are the most frequent |
/// | 127 | a gap, and the end of an article |
/// | 128 to 190, and one more | one of the next [`PAIRS`] |
/// | 191, and three more | any other |
///
/// The bytes after a character's first are 192 and more.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The characters that occur; their places are their numbers.
    alphabet: Vec<char>,
    /// The bytes of every so many articles ([`TOGETHER`]).
    pieces: Vec<Vec<u8>>,
    /// By article: where it begins in its piece.
    starts: Vec<u32>,
    /// By article: the step of room that it takes.
    pub steps: Vec<u8>,
    /// The positions at which another field begins, ascending. A word that goes on in the next unit belongs to that in which it
    /// begins.
    pub fields: Vec<(u32, Field)>,
}

/// Articles whose bytes stand together, so that there is no need to know how many all of them have.
const TOGETHER: usize = 16;

/// What nobody looks for. Where there are more different characters than numbers, the last are among it.
const NONE: u16 = u16::MAX;
const GAP_BYTE: u8 = 127;
const PAIRS: u16 = 63 * 64;
const OTHER: u8 = 191;
/// The first of the bytes that no character begins with.
const TAIL: u8 = 192;

/// Adds the bytes of the character of this number.
fn push(number: u16, bytes: &mut Vec<u8>) {
    let tail = |bits: u16| TAIL | (bits & 63) as u8;
    match number.checked_sub(GAP_BYTE.into()) {
        None => bytes.push(number as u8),
        Some(_) if number == NONE => bytes.push(GAP_BYTE),
        Some(pair) if pair < PAIRS => bytes.extend([GAP_BYTE + 1 + (pair >> 6) as u8, tail(pair)]),
        Some(other) => bytes.extend([OTHER, tail(other >> 12), tail(other >> 6), tail(other)]),
    }
}

/// The number of the character that begins here.
fn number(bytes: &[u8]) -> u16 {
    let tails = |bytes: &[u8]| bytes.iter().fold(0, |bits, tail| bits << 6 | u16::from(tail & 63));
    match bytes {
        [OTHER, a, b, c, ..] => u16::from(GAP_BYTE) + tails(&[*a, *b, *c]),
        [first, tail, ..] if *first > GAP_BYTE => {
            u16::from(GAP_BYTE) + (u16::from(first - GAP_BYTE - 1) << 6) + tails(&[*tail])
        }
        [first, ..] if *first < GAP_BYTE => u16::from(*first),
        _ => NONE,
    }
}

impl Row {
    /// The row of articles in which these characters are the most frequent.
    pub fn of<D: Borrow<Document>>(documents: impl IntoIterator<Item = D>, folding: &Folding, frequent: &str) -> Row {
        let mut row = Row::default();
        // By character: its number plus 1.
        let mut known: Vec<u16> = Vec::new();
        frequent.chars().for_each(|c| _ = row.number(&mut known, folding.fold_char(c)));
        let mut base = 0_u32;
        for document in documents {
            let (mut folded, own) = writer::fields(&document.borrow().article, folding);
            let step = step(folded.len() + 1);
            // What has no room is not searched.
            folded.truncate(room(step) as usize);
            let mut bytes = Vec::with_capacity(2 * folded.len());
            for c in folded {
                push(row.number(&mut known, c), &mut bytes);
            }
            bytes.push(GAP_BYTE);
            row.put(&bytes);
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

    /// Adds the bytes of an article.
    fn put(&mut self, bytes: &[u8]) {
        if self.starts.len().is_multiple_of(TOGETHER) {
            self.pieces.push(Vec::new());
        }
        if let Some(piece) = self.pieces.last_mut() {
            self.starts.push(piece.len() as u32);
            piece.reserve_exact(bytes.len());
            piece.extend_from_slice(bytes);
        }
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
        let (mut wanted, mut found) = (Vec::new(), Vec::new());
        for c in folded {
            let Some(number) = self.alphabet.iter().position(|known| known == c) else { return found };
            push(number as u16, &mut wanted);
        }
        let articles = self.starts.chunks(TOGETHER).zip(articles.chunks(TOGETHER));
        for (piece, (starts, positions)) in self.pieces.iter().zip(articles) {
            let mut articles = starts.iter().zip(positions).peekable();
            let (mut from, mut position) = (0, 0);
            places(&wanted, piece, |at| {
                let (before, here) = piece.split_at_checked(at).unwrap_or_default();
                // Most are told apart by the next byte: that is no work for a routine of the system's.
                let is_here = here.len() >= wanted.len() && here.iter().zip(&wanted).all(|(one, other)| one == other);
                if !is_here
                    || begins && self.is_word(last(before))
                    || ends && self.is_word(here.get(wanted.len()..).unwrap_or_default())
                {
                    return;
                }
                while let Some((&start, &first)) = articles.next_if(|(start, _)| **start as usize <= at) {
                    (from, position) = (start as usize, first);
                }
                let between = piece.get(from..at).unwrap_or_default();
                position += between.iter().filter(|&&byte| byte < TAIL).count() as u32;
                from = at;
                found.push(position);
            });
        }
        found
    }

    /// Whether a character begins here that belongs to a word of letters and digits.
    fn is_word(&self, bytes: &[u8]) -> bool {
        self.alphabet.get(usize::from(number(bytes))).is_some_and(|&c| is_word(c))
    }
}

/// The last character of these, in its bytes.
fn last(bytes: &[u8]) -> &[u8] {
    let head = bytes.iter().rposition(|&byte| byte < TAIL);
    head.and_then(|head| bytes.get(head..)).unwrap_or_default()
}

/// Hands over the places at which bytes begin as those that are wanted do, and perhaps some others. Eight are seen at once (Warren:
/// “Hacker's Delight”, 2003).
fn places(wanted: &[u8], bytes: &[u8], mut found: impl FnMut(usize)) {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    // The highest bit of each byte that is this one.
    let equal = |eight: u64, byte: u8| {
        let differ = eight ^ ONES * u64::from(byte);
        differ.wrapping_sub(ONES) & !differ & ONES << 7
    };
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut last = [GAP_BYTE; 8];
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
    fn every_number_has_bytes_of_its_own_that_tell_where_they_begin() {
        for wanted in 0..NONE {
            let mut bytes = Vec::new();
            push(wanted, &mut bytes);
            assert_eq!(number(&bytes), wanted);
            assert!(bytes[0] < TAIL && bytes[0] != GAP_BYTE, "{wanted}");
            assert!(bytes[1..].iter().all(|&byte| byte >= TAIL), "{wanted}");
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
            let documents: Vec<Document> = texts.iter().map(document).collect();
            let folding = Folding::whole();
            let wanted: Vec<char> = wanted.chars().map(|c| folding.fold_char(c)).collect();
            let postings = Postings::of(&documents, folding, &frequent);
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
