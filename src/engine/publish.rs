use std::ops::Range;

use rayon::prelude::*;

use super::Archive;
use super::build::complete;
use crate::format::{Kind, PartName, Writer, seal};
use crate::index::directory::{self, DETAILS, Directory, FACETS, SegmentFiles};
use crate::index::documents::{self, Document};
use crate::index::phrases::{PhraseWriter, Scale};
use crate::index::postings::BlockWriter;
use crate::index::shelves::{self, SHELF};
use crate::index::words;
use crate::model::{Info, Vocabulary};

/// The file that an archive is opened by.
pub const ENTRY: &str = "archive.baoyan";

/// One phrase is kept for so many characters: the code is loaded with every archive.
const CHARACTERS_A_PHRASE: usize = 2_000;
/// Phrases at most.
const PHRASES: usize = 2_000;

/// The files of an archive that is fetched by need: path and bytes of each, the entry last. The same articles give the same
/// bytes, on any number of cores.
///
/// Fills in `info` what follows from the articles: counts and dates.
pub fn publish(info: Info, documents: &[Document], vocabulary: &Vocabulary) -> Vec<(String, Vec<u8>)> {
    let info = complete(info, documents);
    // The code is learnt from so many articles that it stays as it is until twice as many are there.
    let sample = &documents[..documents.len().checked_ilog2().map_or(0, |power| 1 << power)];
    let characters: usize = super::build::texts(sample).map(|text| text.chars().count()).sum();
    let phrases = (characters / CHARACTERS_A_PHRASE).min(PHRASES);
    let code = PhraseWriter::train(super::build::texts(sample), Scale { singles: 190, phrases });
    let per_file = per_file(info.articles);
    let shelves: Vec<Group> =
        documents.par_chunks(SHELF as usize).map(|some| seal(shelves::write(some, per_file, &code))).collect();
    let ranges = directory::segments(info.articles);
    let segments: Vec<(SegmentFiles, Files)> = ranges
        .into_par_iter()
        .map(|range| segment(range.clone(), &documents[range.start as usize..range.end as usize]))
        .collect();
    let folding = super::build::folding(&info, documents, vocabulary);
    let (group, vocabulary) = seal(words::write(vocabulary));

    let directory = Directory {
        per_file,
        shelves: shelves.iter().map(|(group, _)| *group).collect(),
        words: (group, vocabulary.len() as u32),
        segments: segments.iter().map(|(segment, _)| segment.clone()).collect(),
    };
    let mut entry = Writer::new();
    entry.section(Kind::META, super::build::encode(&info));
    entry.section(Kind::CODE, code.section());
    entry.section(Kind::FOLDING, folding);
    entry.section(Kind::PARTS, directory::write(&directory));

    let files = shelves.into_iter().flat_map(|(_, files)| files);
    let files = files.chain(segments.into_iter().flat_map(|(_, files)| files)).chain(vocabulary);
    let entry = (ENTRY.to_owned(), entry.finish());
    files.map(|(name, bytes)| (name.to_string(), bytes)).chain([entry]).collect()
}

/// What of an archive whose files are all there is not what its own articles give, a sentence each.
pub fn differences(archive: &Archive) -> Vec<String> {
    let Some(directory) = archive.directory() else { return Vec::new() };
    let differs = |stored: &SegmentFiles| {
        let documents: Option<Vec<Document>> =
            stored.documents.clone().map(|number| archive.document(number).cloned()).collect();
        let Some(documents) = documents else { return Some("articles are missing".to_owned()) };
        let (derived, _) = segment(stored.documents.clone(), &documents);
        let differs = derived != *stored;
        let Range { start, end } = stored.documents;
        differs.then(|| format!("{:016x}: it does not hold what articles {start} to {end} give", stored.group))
    };
    directory.segments.iter().filter_map(differs).collect()
}

type Files = Vec<(PartName, Vec<u8>)>;
type Group = (u64, Files);

/// Articles of a file: few, so that little is fetched in vain; more in large archives, so that there are not too many files.
fn per_file(articles: u32) -> u32 {
    match articles {
        0..=4_095 => 1,
        4_096..=65_535 => 2,
        _ => 4,
    }
}

fn segment(range: Range<u32>, documents: &[Document]) -> (SegmentFiles, Files) {
    let BlockWriter { steps, words, blocks } = BlockWriter::write(documents);
    let facets = documents.chunks(FACETS as usize).zip(steps.chunks(FACETS as usize));
    let mut files: Vec<Vec<u8>> = facets.map(|(documents, steps)| documents::write_facets(documents, steps)).collect();
    files.extend(documents.chunks(DETAILS as usize).map(documents::write_names));
    files.extend(documents.chunks(DETAILS as usize).map(documents::write_initiatives));
    files.extend(documents.chunks(DETAILS as usize).map(documents::write_initiative_names));
    files.extend(documents.chunks(DETAILS as usize).map(documents::write_figures));
    let (words, ids) = (directory::write_words(&words), directory::write_ids(documents));
    let counts = (words.len() as u32, ids.len() as u32);
    files.extend(words.into_iter().chain(ids));
    let (tops, blocks): (Vec<u64>, Vec<Vec<u8>>) = blocks.into_iter().unzip();
    files.extend(blocks);
    let (group, files) = seal(files);
    (SegmentFiles { group, documents: range, words: counts.0, ids: counts.1, tops }, files)
}
