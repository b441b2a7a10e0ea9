use std::sync::OnceLock;

/// One pair a line: a character's code point and that of what it folds to, hexadecimal, ascending.
const WHOLE: &str = include_str!("table.txt");

const PAGE: usize = 32;

/// What folds to what: the whole table, or the part of it that an archive's text needs.
#[derive(Debug, Default)]
pub struct Folding {
    /// For each page of 32 code points its place in `pages`; a page in which nothing folds has none.
    places: Vec<u16>,
    pages: Vec<[char; PAGE]>,
}

/// Characters at an equal step (1, or 2 where capitals and small letters take turns) whose folded forms are at the same step.
struct Run {
    first: u32,
    target: u32,
    count: u32,
    step: u32,
}

impl Folding {
    /// All that folds.
    pub fn whole() -> &'static Folding {
        static WHOLE_TABLE: OnceLock<Folding> = OnceLock::new();
        WHOLE_TABLE.get_or_init(|| {
            let mut folding = Folding::default();
            let character = |code: &str| char::from_u32(u32::from_str_radix(code, 16).ok()?);
            for (from, to) in WHOLE.lines().filter_map(|line| line.split_once(' ')) {
                if let (Some(from), Some(to)) = (character(from), character(to)) {
                    folding.set(from, to);
                }
            }
            folding
        })
    }

    /// Folds one character to its searched form, always one character. Folding twice is folding once.
    #[inline]
    pub fn fold_char(&self, c: char) -> char {
        let code = c as usize;
        match self.places.get(code / PAGE).and_then(|&place| self.pages.get(usize::from(place))) {
            Some(page) => page[code % PAGE],
            None => c,
        }
    }

    /// Folds a text, character by character: the result has as many characters as the text.
    pub fn fold(&self, text: &str) -> String {
        let mut folded = String::with_capacity(text.len());
        folded.extend(text.chars().map(|c| self.fold_char(c)));
        folded
    }

    /// The bytes of the part that leads from one character to another as is wanted.
    pub fn part(&self, wanted: impl Fn(char, char) -> bool) -> Vec<u8> {
        let runs = runs(self.pairs().filter(|&(from, to)| wanted(from, to)));
        let mut steps = Vec::with_capacity(runs.len());
        let mut before = 0;
        for run in &runs {
            steps.push((run.target as u16).wrapping_sub(before));
            before = run.target as u16;
        }
        let mut bytes = Vec::new();
        bytes.extend((runs.len() as u16).to_le_bytes());
        bytes.extend(runs.iter().map(|run| (run.target >> 16) as u8));
        bytes.extend(steps.iter().map(|step| (step >> 8) as u8));
        bytes.extend(steps.iter().map(|&step| step as u8));
        let mut last = 0;
        for run in &runs {
            let many = run.count > 1;
            push_varint(&mut bytes, (run.first - last) << 1 | u32::from(many));
            if many {
                push_varint(&mut bytes, run.count << 1 | (run.step - 1));
            }
            last = run.first + (run.count - 1) * run.step;
        }
        bytes
    }

    /// Reads the form that the module's documentation describes; `None` where it has another.
    pub fn read(bytes: &[u8]) -> Option<Folding> {
        let (count, bytes) = bytes.split_first_chunk()?;
        let count = usize::from(u16::from_le_bytes(*count));
        let (planes, bytes) = bytes.split_at_checked(count)?;
        let (highs, bytes) = bytes.split_at_checked(count)?;
        let (lows, runs) = bytes.split_at_checked(count)?;
        let mut runs = runs.iter().copied();
        let mut folding = Folding::default();
        let (mut last, mut low) = (0u32, 0u16);
        for ((&plane, &high), &step) in planes.iter().zip(highs).zip(lows) {
            low = low.wrapping_add(u16::from_be_bytes([high, step]));
            let target = u32::from(plane) << 16 | u32::from(low);
            let gap = varint(&mut runs)?;
            let run = if gap & 1 == 1 { varint(&mut runs)? } else { 2 };
            let (first, step) = (last.checked_add(gap >> 1)?, 1 + (run & 1));
            // A run is within Unicode, so that it is no longer than that.
            for offset in (0..(run >> 1)).map(|at| at.checked_mul(step)) {
                let offset = offset?;
                last = first.checked_add(offset)?;
                folding.set(char::from_u32(last)?, char::from_u32(target.checked_add(offset)?)?);
            }
        }
        folding.pages.shrink_to_fit();
        runs.next().is_none().then_some(folding)
    }

    /// Folds what another part folds, too.
    pub fn add(&mut self, other: &Folding) {
        other.pairs().for_each(|(from, to)| self.set(from, to));
    }

    /// All that is not its own folded form, ascending.
    fn pairs(&self) -> impl Iterator<Item = (char, char)> {
        let numbers = (0..).zip(&self.places).filter(|&(_, &place)| place != ABSENT);
        numbers.flat_map(|(number, &place)| {
            let page = self.pages[usize::from(place)];
            let pairs = (number * PAGE as u32..).zip(page).filter_map(|(from, to)| Some((char::from_u32(from)?, to)));
            pairs.filter(|(from, to)| from != to)
        })
    }

    /// Makes a character fold to another.
    pub(crate) fn set(&mut self, from: char, to: char) {
        let number = from as usize / PAGE;
        if self.places.len() <= number {
            self.places.resize(number + 1, ABSENT);
        }
        let place = &mut self.places[number];
        if *place == ABSENT {
            *place = self.pages.len() as u16;
            let start = (number * PAGE) as u32;
            // Surrogates are no characters; their pages are never set.
            self.pages.push(std::array::from_fn(|i| char::from_u32(start + i as u32).unwrap_or_default()));
        }
        self.pages[usize::from(*place)][from as usize % PAGE] = to;
    }
}

/// The place of a page that is not there. Unicode has 34,816 pages.
const ABSENT: u16 = u16::MAX;

fn runs(pairs: impl Iterator<Item = (char, char)>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (from, to) in pairs.map(|(from, to)| (u32::from(from), u32::from(to))) {
        if let Some(run) = runs.last_mut() {
            let step = if run.count == 1 { from - run.first } else { run.step };
            let offset = run.count * step;
            if step <= 2 && from == run.first + offset && to == run.target + offset {
                (run.count, run.step) = (run.count + 1, step);
                continue;
            }
        }
        runs.push(Run { first: from, target: to, count: 1, step: 1 });
    }
    runs
}

fn push_varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn varint(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let mut number = 0;
    for shift in (0..u32::BITS).step_by(7) {
        let byte = bytes.next()?;
        number |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_whole_table_survives_its_bytes() {
        let whole = Folding::whole();
        let read = Folding::read(&whole.part(|_, _| true)).expect("the form that part writes");
        assert!(whole.pairs().eq(read.pairs()));
        assert!(whole.pairs().count() > 10_000);
    }

    #[test]
    fn a_part_has_what_is_wanted_alone() {
        let read = Folding::read(&Folding::whole().part(|_, to| to.is_ascii() || to == '问'))
            .expect("the form that part writes");
        assert_eq!(read.fold("問題ＡＢｃ１"), "问題abc1");
    }

    proptest! {
        #[test]
        fn a_text_folds_alike_by_its_part_and_by_the_whole(text in "[\\x20-\\x7E㐀-\u{9FFF}Ａ-Ｚ\u{F900}-\u{FAFF}𐐀-𐐧\u{20000}-\u{2FA1F}]{0,40}") {
            let folded = Folding::whole().fold(&text);
            let part = Folding::read(&Folding::whole().part(|_, to| to.is_ascii() || folded.contains(to))).expect("the form that part writes");
            prop_assert_eq!(part.fold(&text), folded);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Some(folding) = Folding::read(&bytes) {
                prop_assert!(folding.pairs().count() <= 0x10FFFF);
            }
        }
    }
}
