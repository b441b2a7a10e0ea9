#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

use super::{END, ESCAPE, LONGEST};
use crate::format::Decoder;

/// Reads texts.
#[derive(Debug, Default)]
pub struct Phrases {
    /// What the codes stand for, one directly after the other: first the singles, then the pairs.
    texts: String,
    /// By code: where its text begins; one more entry than there are codes.
    starts: Vec<u32>,
    singles: usize,
}

impl Phrases {
    /// Reads the section `CODE`.
    pub fn read(from: &mut Decoder<'_>) -> Phrases {
        let mut point = 0_u32;
        let alphabet: Vec<char> = from.list(|from| {
            point = point.wrapping_add(from.u32());
            char::from_u32(point).unwrap_or_else(|| {
                from.fail("a character is none");
                '\0'
            })
        });
        let letter = |from: &mut Decoder<'_>| {
            let place = from.u32() as usize;
            alphabet.get(place).copied().unwrap_or_else(|| {
                from.fail("a character is not in the alphabet");
                '\0'
            })
        };
        let mut phrases = Phrases::default();
        from.list(|from| phrases.push(&[letter(from)]));
        phrases.singles = phrases.starts.len();
        if phrases.singles >= usize::from(ESCAPE) {
            from.fail("it has too many single characters");
        }
        alphabet.iter().for_each(|&c| phrases.push(&[c]));
        let mut phrase: Vec<char> = Vec::new();
        from.list(|from| {
            let head = from.byte();
            phrase.truncate(usize::from(head >> 4));
            for _ in 0..head & 15 {
                phrase.push(letter(from));
            }
            if phrase.len() > LONGEST {
                from.fail("a phrase is too long");
            }
            from.charge(phrase.len() * size_of::<char>());
            phrases.push(&phrase);
        });
        phrases.starts.push(phrases.texts.len() as u32);
        phrases.starts.shrink_to_fit();
        phrases.texts.shrink_to_fit();
        phrases
    }

    fn push(&mut self, text: &[char]) {
        self.starts.push(self.texts.len() as u32);
        self.texts.extend(text);
    }

    /// Whether a character was in the texts that the code was learnt from.
    pub fn has(&self, c: char) -> bool {
        self.texts.contains(c)
    }

    /// The characters that come most often, in that order.
    pub fn frequent(&self) -> &str {
        let end = self.starts.get(self.singles).map_or(0, |&end| end as usize);
        self.texts.get(..end).unwrap_or_default()
    }

    /// Reads one text to its end.
    pub fn text(&self, from: &mut Decoder<'_>) -> String {
        let mut text = String::new();
        while from.is_well() {
            let first = from.byte();
            let code = match first {
                END => break,
                ESCAPE => {
                    match from.u32().checked_sub(1).and_then(char::from_u32) {
                        Some(c) => text.push(c),
                        None => from.fail("a character is none"),
                    }
                    continue;
                }
                _ => match (usize::from(first) - 1).checked_sub(self.singles) {
                    None => usize::from(first) - 1,
                    Some(page) => self.singles + page * 256 + usize::from(from.byte()),
                },
            };
            match self.starts.get(code..code + 2) {
                Some(&[start, end]) => text.push_str(self.texts.get(start as usize..end as usize).unwrap_or_default()),
                _ => from.fail("a code has no text"),
            }
        }
        from.charge(text.len());
        text.shrink_to_fit();
        text
    }
}
