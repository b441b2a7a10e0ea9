use std::collections::BTreeSet;

use super::{INITIALS, KINDS, initial};
use crate::format::Encoder;
use crate::model::{Vocabulary, Word, WordKind};

/// Fewer bytes are not divided.
const WHOLE: usize = 16 << 10;

/// The section `WORD`.
pub fn encode(vocabulary: &Vocabulary) -> Vec<u8> {
    let mut out = Encoder::new();
    put_words(vocabulary.words.iter(), &mut out);
    put_readings(&vocabulary.readings, &mut out);
    out.finish()
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
        let own = initial(first.first().map(String::as_str));
        let inside =
            chars.filter(|_| word.kind < WordKind::Word).map(|c| initial(readings(c).first().map(String::as_str)));
        let mut others: BTreeSet<usize> = first.iter().map(|reading| initial(Some(reading))).chain(inside).collect();
        others.remove(&own);
        files[own].push(word);
        others.into_iter().for_each(|other| files[INITIALS + other].push(word));
    }
    let file = |put: &dyn Fn(&mut Encoder)| {
        let mut out = Encoder::new();
        put(&mut out);
        out.finish()
    };
    let readings = file(&|out| put_readings(&vocabulary.readings, out));
    let words = files.iter().map(|words| file(&|out| put_words(words.iter().copied(), out)));
    std::iter::once(readings).chain(words).collect()
}

fn put_words<'a>(words: impl ExactSizeIterator<Item = &'a Word>, out: &mut Encoder) {
    out.size(words.len());
    let mut before = "";
    for word in words {
        out.text_after(before, &word.text);
        let kind = KINDS.iter().position(|kind| *kind == word.kind).unwrap_or_default();
        out.size(KINDS.len() * word.articles as usize + kind);
        before = &word.text;
    }
}

fn put_readings(readings: &[(char, Vec<String>)], out: &mut Encoder) {
    let all: BTreeSet<&str> = readings.iter().flat_map(|(_, readings)| readings).map(String::as_str).collect();
    let all: Vec<&str> = all.into_iter().collect();
    out.size(all.len());
    all.iter().fold("", |before, reading| {
        out.text_after(before, reading);
        reading
    });
    // A character that is not read at all is as good as absent.
    let readings: Vec<_> = readings.iter().filter(|(_, readings)| !readings.is_empty()).collect();
    out.size(readings.len());
    let mut before = 0;
    for &&(c, ref readings) in &readings {
        out.size((u32::from(c) - before) as usize);
        before = u32::from(c);
        for (at, reading) in readings.iter().enumerate() {
            let place = all.binary_search(&reading.as_str()).unwrap_or_default();
            out.size(2 * place + usize::from(at + 1 < readings.len()));
        }
    }
}
