use std::collections::BTreeSet;

use serde::Serialize;

use super::{INITIALS, initial};
use crate::model::{Vocabulary, Word, WordKind};

/// Fewer bytes are not divided.
const WHOLE: usize = 32 << 10;

/// The section `WORD`.
pub fn encode(vocabulary: &Vocabulary) -> Vec<u8> {
    bytes(vocabulary)
}

/// The files of the words of an archive that is fetched by need: one where they are few.
pub fn write(vocabulary: &Vocabulary) -> Vec<Vec<u8>> {
    let whole = encode(vocabulary);
    if whole.len() <= WHOLE {
        return vec![whole];
    }
    let readings = |c: char| {
        let place = vocabulary.readings.binary_search_by_key(&c, |(known, _)| *known);
        place.map_or(&[][..], |place| &vocabulary.readings[place].1)
    };
    let mut files: Vec<Vec<&Word>> = vec![Vec::new(); 2 * INITIALS];
    for word in &vocabulary.words {
        let mut chars = word.text.chars();
        let first = chars.next().map_or(&[][..], readings);
        let own = initial(first.first());
        let inside = chars.filter(|_| word.kind < WordKind::Word).map(|c| initial(readings(c).first()));
        let mut others: BTreeSet<usize> = first.iter().map(|reading| initial(Some(reading))).chain(inside).collect();
        others.remove(&own);
        files[own].push(word);
        others.into_iter().for_each(|other| files[INITIALS + other].push(word));
    }
    std::iter::once(bytes(&vocabulary.readings)).chain(files.iter().map(bytes)).collect()
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("plain data in memory always has a postcard form")
}
