use std::ops::Range;

use super::{Directory, IDS, LOWER, WORDS, turned};
use crate::format::Encoder;
use crate::index::lexicon::Term;

/// Fewer articles are not divided into segments.
const WHOLE: u32 = 256;
/// The first segment has at least 7 of 8 articles, and so on with the rest.
const DIVISION: u32 = 3;
/// Segments at most.
const SEGMENTS: usize = 3;

/// How articles are divided into segments. Each but the last ends at a multiple of a power of 2 that is about an eighth of it, so
/// that it stays as it is until so many articles more are there.
pub fn segments(articles: u32) -> Vec<Range<u32>> {
    let mut segments = Vec::new();
    let mut from = 0;
    while articles - from > WHOLE && segments.len() + 1 < SEGMENTS {
        let rest = articles - from;
        let step = 1 << (rest.ilog2() - DIVISION);
        let end = from + rest / step * step;
        segments.push(from..end);
        from = end;
    }
    if from < articles {
        segments.push(from..articles);
    }
    segments
}

/// The section `PART`.
pub fn write(directory: &Directory) -> Vec<u8> {
    let mut out = Encoder::new();
    let group = |out: &mut Encoder, group: u64| group.to_le_bytes().iter().for_each(|&byte| out.byte(byte));
    out.u64(directory.per_file.into());
    out.size(directory.shelves.len());
    directory.shelves.iter().for_each(|&shelf| group(&mut out, shelf));
    group(&mut out, directory.words.0);
    out.u64(directory.words.1.into());
    out.size(directory.segments.len());
    for segment in &directory.segments {
        group(&mut out, segment.group);
        out.u64((segment.documents.end - segment.documents.start).into());
        out.u64(segment.words.into());
        out.u64(segment.ids.into());
        out.size(segment.tops.len());
        let before = || std::iter::once(&0).chain(&segment.tops);
        let upper = |(top, before): (&Term, &Term)| (top >> 32) - (before >> 32);
        segment.tops.iter().zip(before()).for_each(|pair| out.u64(upper(pair)));
        for (&top, &before) in segment.tops.iter().zip(before()) {
            let lower = if upper((&top, &before)) == 0 { top - before } else { top & LOWER };
            out.u64(turned(lower));
        }
    }
    out.finish()
}

/// The files of words of a segment.
pub fn write_words(words: &[String]) -> Vec<Vec<u8>> {
    let mut files = Vec::new();
    let mut file = Encoder::new();
    let mut before = "";
    for word in words {
        if file.len() > WORDS {
            files.push(std::mem::take(&mut file).finish());
            before = "";
        }
        file.text_after(before, word);
        before = word;
    }
    if !file.is_empty() {
        files.push(file.finish());
    }
    files
}

/// The files of ids of a segment: the numbers of its articles' ids ([`id_number`](super::id_number)), in order of the articles.
pub fn write_ids(numbers: &[u32]) -> Vec<Vec<u8>> {
    let mut ids: Vec<(u32, u32)> = numbers.iter().copied().zip(0..).collect();
    ids.sort_unstable();
    let count = ids.len().div_ceil(IDS) as u64;
    let mut files: Vec<(Encoder, u32)> = (0..count).map(|_| (Encoder::new(), 0)).collect();
    for (number, document) in ids {
        let (file, before) = &mut files[((u64::from(number) * count) >> 32) as usize];
        file.u64((number - *before).into());
        file.u64(document.into());
        *before = number;
    }
    files.into_iter().map(|(file, _)| file.finish()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Portion, SegmentFiles, id_number};
    use super::*;
    use crate::format::Decoder;

    proptest! {
        #[test]
        fn segments_are_few_and_follow_each_other(articles in 0..2_000_000u32) {
            let segments = segments(articles);
            prop_assert!(segments.len() <= SEGMENTS);
            prop_assert_eq!(segments.iter().map(|segment| segment.len() as u32).sum::<u32>(), articles);
            prop_assert!(segments.windows(2).all(|pair| pair[0].end == pair[1].start));
            prop_assert!(segments.windows(2).all(|pair| pair[1].len() < pair[0].len() / 6));
        }

        #[test]
        fn directories_come_back(
            shelves in proptest::collection::vec(any::<u64>(), 36..40),
            segments in proptest::collection::vec((any::<u64>(), 1..9_000u32, 0..3u32, any::<[u64; 4]>()), 0..4),
        ) {
            let mut from = 0;
            let segment = |(group, count, words, mut tops): (u64, u32, u32, [u64; 4])| {
                tops.sort_unstable();
                let documents = from..from + count;
                from += count;
                SegmentFiles { group, documents, words, ids: words, tops: tops.to_vec() }
            };
            let segments = segments.into_iter().map(segment).collect();
            let directory = Directory { per_file: 2, shelves, words: (7, 2), segments };
            let bytes = write(&directory);
            let mut decoder = Decoder::new(&bytes);
            prop_assert_eq!(&Directory::read(&mut decoder, from), &directory);
            prop_assert_eq!(decoder.finish(), Ok(()));
        }

        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let mut from = Decoder::new(&bytes);
            let directory = Directory::read(&mut from, 3);
            if from.finish().is_ok() {
                directory.files(Portion::Blocks);
            }
        }
    }

    #[test]
    fn ids_are_found_again() {
        let numbers: Vec<u32> = (0..5_000).map(|at| id_number(&format!("p#{at}"))).collect();
        let files = write_ids(&numbers);
        let ids = files.len() as u32;
        let segment = SegmentFiles { group: 9, documents: 100..5_100, words: 0, ids, tops: Vec::new() };
        let first = segment.files(Portion::Ids).next().unwrap().number;
        let directory = Directory { segments: vec![segment], ..Directory::default() };
        for at in [0, 7, 4_999] {
            let id = format!("p#{at}");
            let name = directory.id_files(&id)[0];
            let found = directory.candidates(name, &files[(name.number - first) as usize], &id);
            assert!(found.contains(&(100 + at)), "{found:?}");
        }
    }
}
