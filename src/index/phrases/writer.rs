use std::cmp::Reverse;
use std::collections::{BTreeSet, VecDeque};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{END, ESCAPE, LONGEST};
use crate::format::Encoder;
use crate::sort::sort_by_number;

/// Phrases are learnt from the first so many characters: enough for their frequencies, and what is added to a long archive
/// leaves its code as it is.
const SAMPLE: usize = 2_000_000;
/// A phrase earns its place in the table when it comes so often.
const AT_LEAST: u32 = 8;
/// Characters of the alphabet at most; the others have no code of their own.
const ALPHABET: usize = 6_000;
/// Rounds in which those candidates are kept that are really used.
const ROUNDS: usize = 3;

/// How large the code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Single characters, at most 230.
    pub singles: usize,
    /// Phrases at most.
    pub phrases: usize,
}

/// Writes texts.
#[derive(Debug, Serialize, Deserialize)]
#[serde(from = "Learnt")]
pub struct PhraseWriter {
    alphabet: Vec<char>,
    singles: Vec<char>,
    phrases: Vec<Vec<char>>,
    /// By code point: the character's code, of one byte or two.
    #[serde(skip)]
    characters: Vec<Option<(u16, bool)>>,
    #[serde(skip)]
    trie: Trie,
}

/// What a writer was taught; the rest of it follows.
#[derive(Deserialize)]
struct Learnt {
    alphabet: Vec<char>,
    singles: Vec<char>,
    phrases: Vec<Vec<char>>,
}

impl From<Learnt> for PhraseWriter {
    fn from(Learnt { alphabet, singles, phrases }: Learnt) -> PhraseWriter {
        PhraseWriter::new(&alphabet, singles, phrases)
    }
}

impl PhraseWriter {
    /// Learns a code from texts.
    pub fn train<'a>(texts: impl Iterator<Item = &'a str>, scale: Scale) -> PhraseWriter {
        let texts: Vec<Vec<char>> = texts.scan(0, take_sample).collect();
        let mut counts = Counts::default();
        texts.iter().flatten().for_each(|&c| counts.add(c));
        let alphabet: BTreeSet<char> = most_frequent(&counts, ALPHABET).into_iter().collect();
        let alphabet: Vec<char> = alphabet.into_iter().collect();
        let room = 256 * (usize::from(ESCAPE) - 1 - scale.singles) - alphabet.len();
        let wanted = scale.phrases.min(room);

        let mut candidates = frequent(&texts);
        let mut writer = PhraseWriter::new(&alphabet, most_frequent(&counts, scale.singles), Vec::new());
        for round in 0..ROUNDS {
            let kept = if round + 1 == ROUNDS { wanted } else { wanted * (ROUNDS - round) };
            candidates.retain(|(phrase, _)| phrase.iter().all(|&c| writer.code(c).is_some()));
            candidates.sort_by_cached_key(|(phrase, count)| (Reverse(writer.saving(phrase, *count)), phrase.clone()));
            candidates.truncate(kept);
            let phrases = candidates.iter().map(|(phrase, _)| phrase.clone()).collect();
            writer = PhraseWriter::new(&alphabet, writer.singles, phrases);
            let (characters, phrases) = writer.used(&texts);
            candidates = writer.phrases.iter().cloned().zip(phrases).filter(|(_, count)| *count > 0).collect();
            let singles = most_frequent(&characters, scale.singles);
            writer = PhraseWriter::new(&alphabet, singles, writer.phrases);
        }
        writer
    }

    fn new(alphabet: &[char], singles: Vec<char>, mut phrases: Vec<Vec<char>>) -> PhraseWriter {
        phrases.sort();
        let pair = |place: usize| (u16::try_from(place).unwrap_or_default(), true);
        let mut characters = vec![None; alphabet.iter().max().map_or(0, |&last| last as usize + 1)];
        alphabet.iter().enumerate().for_each(|(at, &c)| characters[c as usize] = Some(pair(at)));
        singles.iter().enumerate().for_each(|(at, &c)| characters[c as usize] = Some((at as u16 + 1, false)));
        let trie = Trie::new(&phrases);
        PhraseWriter { alphabet: alphabet.to_vec(), singles, phrases, characters, trie }
    }

    fn code(&self, c: char) -> Option<(u16, bool)> {
        self.characters.get(c as usize).copied().flatten()
    }

    /// Bytes of a character.
    fn cost(&self, c: char) -> u32 {
        match self.code(c) {
            Some((_, false)) => 1,
            Some((_, true)) => 2,
            None => 4,
        }
    }

    fn saving(&self, phrase: &[char], count: u32) -> u32 {
        let cost: u32 = phrase.iter().map(|&c| self.cost(c)).sum();
        count.saturating_mul(cost.saturating_sub(2))
    }

    /// The cheapest way to write a text: its steps, each a phrase or a single character. Dynamic programming from the end.
    fn steps(&self, text: &[char]) -> Vec<Option<u32>> {
        let mut best: Vec<(u32, Option<u32>)> = vec![(0, None); text.len() + 1];
        for at in (0..text.len()).rev() {
            let mut here = (best[at + 1].0 + self.cost(text[at]), None);
            self.trie.prefixes(&text[at..], |length, phrase| {
                let cost = best[at + length].0 + 2;
                if cost < here.0 {
                    here = (cost, Some(phrase));
                }
            });
            best[at] = here;
        }
        let mut steps = Vec::new();
        let mut at = 0;
        while at < text.len() {
            steps.push(best[at].1);
            at += best[at].1.map_or(1, |phrase| self.phrases[phrase as usize].len());
        }
        steps
    }

    /// How often single characters and phrases are used.
    fn used(&self, texts: &[Vec<char>]) -> (Counts, Vec<u32>) {
        let mut characters = Counts::default();
        let mut phrases = vec![0; self.phrases.len()];
        for text in texts {
            let mut at = 0;
            for step in self.steps(text) {
                match step {
                    Some(phrase) => {
                        phrases[phrase as usize] += 1;
                        at += self.phrases[phrase as usize].len();
                    }
                    None => {
                        characters.add(text[at]);
                        at += 1;
                    }
                }
            }
        }
        (characters, phrases)
    }

    /// Writes a text.
    pub fn encode(&self, text: &str, out: &mut Encoder) {
        let text: Vec<char> = text.chars().collect();
        let mut at = 0;
        let pair = |out: &mut Encoder, place: usize| {
            out.byte((self.singles.len() + 1 + place / 256) as u8);
            out.byte((place % 256) as u8);
        };
        for step in self.steps(&text) {
            if let Some(phrase) = step {
                pair(out, self.alphabet.len() + phrase as usize);
                at += self.phrases[phrase as usize].len();
                continue;
            }
            match self.code(text[at]) {
                Some((code, false)) => out.byte(code as u8),
                Some((code, true)) => pair(out, code.into()),
                None => {
                    out.byte(ESCAPE);
                    out.u64(u64::from(u32::from(text[at])) + 1);
                }
            }
            at += 1;
        }
        out.byte(END);
    }

    /// The section `CODE`.
    pub fn section(&self) -> Vec<u8> {
        let mut out = Encoder::new();
        let mut before = 0;
        out.size(self.alphabet.len());
        for &c in &self.alphabet {
            out.u64((u32::from(c) - before).into());
            before = u32::from(c);
        }
        let place = |c: &char| self.alphabet.binary_search(c).unwrap_or_default();
        out.size(self.singles.len());
        self.singles.iter().for_each(|c| out.size(place(c)));
        out.size(self.phrases.len());
        let mut before: &[char] = &[];
        for phrase in &self.phrases {
            let shared = before.iter().zip(phrase).take_while(|(a, b)| a == b).count();
            out.byte((shared << 4 | (phrase.len() - shared)) as u8);
            phrase[shared..].iter().for_each(|c| out.size(place(c)));
            before = phrase;
        }
        out.finish()
    }
}

fn take_sample(taken: &mut usize, text: &str) -> Option<Vec<char>> {
    let left = SAMPLE.checked_sub(*taken).filter(|&left| left > 0)?;
    let text: Vec<char> = text.chars().take(left).collect();
    *taken += text.len();
    Some(text)
}

/// How often characters come, by code point.
#[derive(Default)]
struct Counts(Vec<u32>);

impl Counts {
    fn add(&mut self, c: char) {
        let at = c as usize;
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        self.0[at] += 1;
    }
}

/// The most frequent first; of equally frequent ones the least.
fn most_frequent(counts: &Counts, most: usize) -> Vec<char> {
    let counted = counts.0.iter().enumerate().filter(|(_, count)| **count > 0);
    let mut all: Vec<(char, u32)> =
        counted.filter_map(|(at, &count)| Some((char::from_u32(at as u32)?, count))).collect();
    all.sort_by_key(|&(c, count)| (Reverse(count), c));
    all.into_iter().take(most).map(|(c, _)| c).collect()
}

/// What stands between texts: the last code point, which Unicode keeps from ever being a character.
const BREAK: char = char::MAX;

/// The sequences of 2 to [`LONGEST`] characters that come often. A sequence can only come as often as what it is longer than.
fn frequent(texts: &[Vec<char>]) -> Vec<(Vec<char>, u32)> {
    let all: Vec<char> = texts.iter().flat_map(|text| text.iter().copied().chain([BREAK])).collect();
    let mut found = Vec::new();
    // Where sequences of one length begin that come often, each with a number that those have that are the same.
    let first = (0..).zip(&all).filter(|(_, c)| **c != BREAK);
    let mut often: Vec<(u32, u32)> = first.map(|(at, &c)| (c.into(), at)).collect();
    sort_by_number(&mut often, |&(c, _)| c.into());
    for length in 2..=LONGEST {
        // Those that are the same stand side by side: only among them are the longer ones put in order.
        let (mut longer, mut next, mut number) = (Vec::new(), Vec::new(), 0);
        for same in often.chunk_by(|(one, _), (next, _)| one == next) {
            let ends = same.iter().filter_map(|&(_, at)| Some((*all.get(at as usize + length - 1)?, at)));
            longer.clear();
            longer.extend(ends.filter(|&(end, _)| end != BREAK));
            longer.sort_unstable();
            for same in longer.chunk_by(|(end, _), (next, _)| end == next) {
                if same.len() >= AT_LEAST as usize {
                    let at = same[0].1 as usize;
                    found.push((all[at..at + length].to_vec(), same.len() as u32));
                    next.extend(same.iter().map(|&(_, at)| (number, at)));
                    number += 1;
                }
            }
        }
        often = next;
    }
    found
}

/// Phrases by their characters.
#[derive(Debug, Default)]
struct Trie {
    /// By node, the first being the root: the phrase that ends there, and which of `next` are its own.
    nodes: Vec<(Option<u32>, Range<u32>)>,
    /// From a node by a character to a node, ascending.
    next: Vec<(char, u32)>,
    /// By code point: where the root leads, or nowhere (0).
    first: Vec<u32>,
}

impl Trie {
    /// Of phrases that ascend; each has the number of its place.
    fn new(phrases: &[Vec<char>]) -> Trie {
        let mut trie = Trie { nodes: vec![(None, 0..0)], ..Trie::default() };
        // The phrases that go on from each node, and how long they are there.
        let mut waiting = VecDeque::from([(0..phrases.len(), 0)]);
        let mut node = 0;
        while let Some((mut own, length)) = waiting.pop_front() {
            if own.clone().next().is_some_and(|first| phrases[first].len() == length) {
                trie.nodes[node].0 = own.next().map(|ends| ends as u32);
            }
            let from = trie.next.len() as u32;
            while let Some(c) = own.clone().next().map(|first| phrases[first][length]) {
                let end = own.clone().find(|&at| phrases[at][length] != c).unwrap_or(own.end);
                trie.next.push((c, trie.nodes.len() as u32));
                trie.nodes.push((None, 0..0));
                waiting.push_back((own.start..end, length + 1));
                own.start = end;
            }
            trie.nodes[node].1 = from..trie.next.len() as u32;
            node += 1;
        }
        let root = &trie.next[..trie.nodes[0].1.end as usize];
        trie.first = vec![0; root.last().map_or(0, |&(last, _)| last as usize + 1)];
        root.iter().for_each(|&(c, node)| trie.first[c as usize] = node);
        trie
    }

    /// The phrases that a text begins with.
    fn prefixes(&self, text: &[char], mut found: impl FnMut(usize, u32)) {
        let Some(&first) = text.first().and_then(|&c| self.first.get(c as usize)) else { return };
        let mut node = first;
        for length in 1.. {
            // Only the root is node 0.
            if node == 0 {
                return;
            }
            let (phrase, next) = &self.nodes[node as usize];
            if let Some(phrase) = phrase {
                found(length, *phrase);
            }
            let next = &self.next[next.start as usize..next.end as usize];
            let Some(place) = text.get(length).and_then(|c| next.binary_search_by_key(c, |(c, _)| *c).ok()) else {
                return;
            };
            node = next[place].1;
        }
    }
}
