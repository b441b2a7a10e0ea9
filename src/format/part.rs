use std::cell::RefCell;
use std::fmt;

use super::{FormatError, NOTHING, checksum, checksum_after};

const SEAL: usize = 8;

/// The name of a file that is fetched by need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartName {
    /// The group it belongs to: the checksum of all that is in the group.
    pub group: u64,
    /// Its number in the group.
    pub number: u32,
}

/// The file's path below the archive's folder.
impl fmt::Display for PartName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let PartName { group, number } = self;
        write!(f, "{group:016x}/{number:x}")
    }
}

impl PartName {
    fn checksum(self, body: &[u8]) -> u64 {
        checksum(&[body, &self.group.to_le_bytes(), &self.number.to_le_bytes()])
    }
}

/// Names the files of a group and makes the checksums behind them, once it has seen all of them.
#[derive(Debug)]
pub struct Sealer {
    /// The checksum of what is in the group so far.
    group: u64,
    /// By file: the checksum of its content.
    files: Vec<u64>,
}

impl Default for Sealer {
    fn default() -> Self {
        Sealer { group: NOTHING, files: Vec::new() }
    }
}

impl Sealer {
    /// Sees the content of the next file.
    pub fn see(&mut self, body: &[u8]) {
        self.group = checksum_after(self.group, &[&(body.len() as u64).to_le_bytes(), body]);
        self.files.push(checksum(&[body]));
    }

    /// The group, and for each of its files the name and what stands behind its content.
    pub fn finish(self) -> (u64, impl Iterator<Item = (PartName, [u8; SEAL])>) {
        let group = self.group;
        let seal = move |(number, content): (u32, u64)| {
            let checksum = checksum_after(content, &[&group.to_le_bytes(), &number.to_le_bytes()]);
            (PartName { group, number }, checksum.to_le_bytes())
        };
        (group, (0..).zip(self.files).map(seal))
    }
}

/// The files that were fed, and the names of those that were asked for and are not there yet.
#[derive(Debug, Default)]
pub struct Parts {
    /// Ascending by name.
    fed: Vec<(PartName, Vec<u8>)>,
    missing: RefCell<Missing>,
}

#[derive(Debug, Default)]
struct Missing {
    stage: Stage,
    names: Vec<PartName>,
    /// Whether something is missing that takes no file, but time.
    paused: bool,
}

/// When a file is wanted. What a later stage would want cannot be known before the files of an earlier one are there, so
/// only the names of the earliest stage are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// To find articles.
    Terms,
    /// To find other words where a word stands nowhere.
    Words,
    /// To show articles.
    #[default]
    Texts,
}

impl Parts {
    /// A file's content; `None` when it is not there, which is noted.
    pub fn get(&self, name: PartName, stage: Stage) -> Option<&[u8]> {
        match self.fed.binary_search_by_key(&name, |(name, _)| *name) {
            Ok(at) => self.fed.get(at).map(|(_, bytes)| bytes.as_slice()),
            Err(_) => {
                let mut missing = self.missing.borrow_mut();
                if missing.names.is_empty() || stage < missing.stage {
                    (missing.stage, missing.names) = (stage, Vec::new());
                }
                if stage == missing.stage && !missing.names.contains(&name) {
                    missing.names.push(name);
                }
                None
            }
        }
    }

    /// Notes those of the files that are not there.
    pub fn want(&self, names: &[PartName], stage: Stage) {
        names.iter().for_each(|&name| {
            self.get(name, stage);
        });
    }

    /// Whether a file is there.
    pub fn has(&self, name: PartName) -> bool {
        self.fed.binary_search_by_key(&name, |(name, _)| *name).is_ok()
    }

    /// Takes a file out; nothing when it is not there.
    pub fn take(&mut self, name: PartName) -> Vec<u8> {
        let at = self.fed.binary_search_by_key(&name, |(name, _)| *name);
        at.map_or(Vec::new(), |at| self.fed.remove(at).1)
    }

    /// Takes in a file.
    ///
    /// # Errors
    /// When its checksum is wrong: it was altered, cut, or is another file.
    pub fn feed(&mut self, name: PartName, mut bytes: Vec<u8>) -> Result<(), FormatError> {
        let body = bytes
            .len()
            .checked_sub(SEAL)
            .ok_or(FormatError::Length { expected: SEAL as u64, found: bytes.len() as u64 })?;
        let (content, seal) = bytes.split_at(body);
        let expected = seal.try_into().map_or(0, u64::from_le_bytes);
        let found = name.checksum(content);
        if expected != found {
            return Err(FormatError::Checksum { part: name.to_string(), expected, found });
        }
        bytes.truncate(body);
        if let Err(at) = self.fed.binary_search_by_key(&name, |(name, _)| *name) {
            self.fed.insert(at, (name, bytes));
        }
        Ok(())
    }

    /// Notes that something is there when it is asked for once more, and others may have had a turn.
    pub fn pause(&self) {
        self.missing.borrow_mut().paused = true;
    }

    /// The names that were noted since this was last asked; `None` where nothing is missing.
    pub fn take_missing(&self) -> Option<Vec<PartName>> {
        let Missing { names, paused, .. } = self.missing.take();
        (paused || !names.is_empty()).then_some(names)
    }

    /// Whether something that was asked for is not there.
    pub fn is_missing(&self) -> bool {
        let missing = self.missing.borrow();
        missing.paused || !missing.names.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_taken_whole_and_under_its_own_name_only() {
        let bodies = ["one", "two"];
        let mut sealer = Sealer::default();
        bodies.iter().for_each(|body| sealer.see(body.as_bytes()));
        let (_, seals) = sealer.finish();
        let files: Vec<(PartName, Vec<u8>)> =
            seals.zip(bodies).map(|((name, seal), body)| (name, [body.as_bytes(), &seal].concat())).collect();
        let mut parts = Parts::default();
        let (name, bytes) = files[0].clone();
        assert_eq!(parts.get(name, Stage::Texts), None);
        assert_eq!(parts.take_missing(), Some(vec![name]));
        for at in 0..bytes.len() * 8 {
            let mut bad = bytes.clone();
            bad[at / 8] ^= 1 << (at % 8);
            assert!(parts.feed(name, bad).is_err(), "bit {at}");
        }
        for end in 0..bytes.len() {
            assert!(parts.feed(name, bytes[..end].to_vec()).is_err());
        }
        assert!(parts.feed(name, files[1].1.clone()).is_err());
        parts.feed(name, bytes).unwrap();
        assert_eq!(parts.get(name, Stage::Texts), Some(&b"one"[..]));
    }

    #[test]
    fn only_the_earliest_stage_is_told() {
        let parts = Parts::default();
        let name = |number| PartName { group: 1, number };
        parts.get(name(1), Stage::Texts);
        parts.get(name(2), Stage::Terms);
        parts.get(name(2), Stage::Terms);
        parts.get(name(3), Stage::Words);
        assert_eq!(parts.take_missing(), Some(vec![name(2)]));
        assert!(!parts.is_missing());
        parts.pause();
        assert_eq!((parts.is_missing(), parts.take_missing()), (true, Some(Vec::new())));
        assert_eq!((parts.is_missing(), parts.take_missing()), (false, None));
    }
}
