use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::{END, ESCAPE, LONGEST};
use crate::format::Encoder;

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
#[derive(Debug)]
pub struct PhraseWriter {
    alphabet: Vec<char>,
    singles: Vec<char>,
    phrases: Vec<Vec<char>>,
    /// By character: its code, of one byte or two.
    characters: HashMap<char, (u16, bool)>,
    trie: Trie,
}

impl PhraseWriter {
    /// Learns a code from texts.
    pub fn train<'a>(texts: impl Iterator<Item = &'a str>, scale: Scale) -> PhraseWriter {
        let texts: Vec<Vec<char>> = texts.scan(0, take_sample).collect();
        let mut counts: HashMap<char, u32> = HashMap::new();
        texts.iter().flatten().for_each(|&c| *counts.entry(c).or_default() += 1);
        let alphabet: BTreeSet<char> = most_frequent(counts.clone(), ALPHABET).into_iter().collect();
        let alphabet: Vec<char> = alphabet.into_iter().collect();
        let room = 256 * (usize::from(ESCAPE) - 1 - scale.singles) - alphabet.len();
        let wanted = scale.phrases.min(room);

        let mut candidates = frequent(&texts);
        let mut writer = PhraseWriter::new(&alphabet, most_frequent(counts, scale.singles), Vec::new());
        for round in 0..ROUNDS {
            let kept = if round + 1 == ROUNDS { wanted } else { wanted * (ROUNDS - round) };
            candidates.retain(|(phrase, _)| phrase.iter().all(|c| writer.characters.contains_key(c)));
            candidates.sort_by_cached_key(|(phrase, count)| (Reverse(writer.saving(phrase, *count)), phrase.clone()));
            candidates.truncate(kept);
            let phrases = candidates.iter().map(|(phrase, _)| phrase.clone()).collect();
            writer = PhraseWriter::new(&alphabet, writer.singles, phrases);
            let (characters, phrases) = writer.used(&texts);
            candidates = writer.phrases.iter().cloned().zip(phrases).filter(|(_, count)| *count > 0).collect();
            let singles = most_frequent(characters, scale.singles);
            writer = PhraseWriter::new(&alphabet, singles, writer.phrases);
        }
        writer
    }

    fn new(alphabet: &[char], singles: Vec<char>, mut phrases: Vec<Vec<char>>) -> PhraseWriter {
        phrases.sort();
        let pair = |place: usize| (u16::try_from(place).unwrap_or_default(), true);
        let mut characters: HashMap<char, _> = alphabet.iter().enumerate().map(|(at, &c)| (c, pair(at))).collect();
        characters.extend(singles.iter().enumerate().map(|(at, &c)| (c, (at as u16 + 1, false))));
        let mut trie = Trie::default();
        phrases.iter().enumerate().for_each(|(at, phrase)| trie.insert(phrase, at as u32));
        PhraseWriter { alphabet: alphabet.to_vec(), singles, phrases, characters, trie }
    }

    /// Bytes of a character.
    fn cost(&self, c: char) -> u32 {
        match self.characters.get(&c) {
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
    fn used(&self, texts: &[Vec<char>]) -> (HashMap<char, u32>, Vec<u32>) {
        let mut characters: HashMap<char, u32> = HashMap::new();
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
                        *characters.entry(text[at]).or_default() += 1;
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
            match self.characters.get(&text[at]) {
                Some(&(code, false)) => out.byte(code as u8),
                Some(&(code, true)) => pair(out, code.into()),
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

/// The most frequent first; of equally frequent ones the least.
fn most_frequent(counts: HashMap<char, u32>, most: usize) -> Vec<char> {
    let mut all: Vec<(char, u32)> = counts.into_iter().collect();
    all.sort_by_key(|&(c, count)| (Reverse(count), c));
    all.into_iter().take(most).map(|(c, _)| c).collect()
}

/// The sequences of 2 to [`LONGEST`] characters that come often. A sequence can only come as often as what it is longer than.
fn frequent(texts: &[Vec<char>]) -> Vec<(Vec<char>, u32)> {
    let mut all = Vec::new();
    let mut shorter: HashMap<&[char], u32> = HashMap::new();
    for length in 2..=LONGEST {
        let mut counts: HashMap<&[char], u32> = HashMap::new();
        for window in texts.iter().flat_map(|text| text.windows(length)) {
            let can_be =
                length == 2 || shorter.contains_key(&window[1..]) && shorter.contains_key(&window[..length - 1]);
            if can_be {
                *counts.entry(window).or_default() += 1;
            }
        }
        counts.retain(|_, count| *count >= AT_LEAST);
        all.extend(counts.iter().map(|(window, &count)| (window.to_vec(), count)));
        shorter = counts;
    }
    all
}

/// Phrases by their characters.
#[derive(Debug, Default)]
struct Trie {
    /// From a node by a character to the next; node 0 is the root.
    next: HashMap<(u32, char), u32>,
    /// By node: the phrase that ends there.
    phrases: Vec<Option<u32>>,
}

impl Trie {
    fn insert(&mut self, phrase: &[char], number: u32) {
        if self.phrases.is_empty() {
            self.phrases.push(None);
        }
        let mut node = 0;
        for &c in phrase {
            let new = self.phrases.len() as u32;
            node = *self.next.entry((node, c)).or_insert(new);
            if node == new {
                self.phrases.push(None);
            }
        }
        self.phrases[node as usize] = Some(number);
    }

    /// The phrases that a text begins with.
    fn prefixes(&self, text: &[char], mut found: impl FnMut(usize, u32)) {
        let mut node = 0;
        for (at, &c) in text.iter().enumerate() {
            let Some(&next) = self.next.get(&(node, c)) else { break };
            node = next;
            if let Some(phrase) = self.phrases[node as usize] {
                found(at + 1, phrase);
            }
        }
    }
}
