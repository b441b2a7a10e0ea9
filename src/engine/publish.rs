use std::io;
use std::ops::Range;

use rayon::prelude::*;

use super::Archive;
use super::build::{encode, texts};
use super::depot::{Depot, Group, Held};
use super::totals::Totals;
use crate::format::{Kind, Writer, checksum};
use crate::index::directory::{self, DETAILS, Directory, FACETS, SegmentFiles, id_number};
use crate::index::documents::{self, Document, KnownPlaces, Place};
use crate::index::lexicon::Term;
use crate::index::phrases::{PhraseWriter, Scale};
use crate::index::postings::{BlockWriter, Run};
use crate::index::shelves::{self, SHELF};
use crate::index::words;
use crate::model::{DateRange, Info, Vocabulary};

/// The file that an archive is opened by.
pub const ENTRY: &str = "archive.baoyan";

/// One phrase is kept for so many characters: the code is loaded with every archive.
const CHARACTERS_A_PHRASE: usize = 4_000;
/// Phrases at most.
const PHRASES: usize = 1_000;

/// Writes the files of an archive that is fetched by need; gives the bytes of the one that it is opened by, [`ENTRY`]. The same
/// articles give the same bytes, on any number of cores, and at most a batch of articles a core is in memory.
///
/// Fills in `info` what follows from the articles: counts and dates.
///
/// # Errors
/// Those of the depot.
pub fn publish_from(depot: &dyn Depot, info: Info, vocabulary: &Vocabulary) -> io::Result<Vec<u8>> {
    let all = 0..depot.articles();
    let code = code(depot)?;
    let section = code.section();
    let look = Look { per_file: per_file(all.end), mark: checksum(&[&section]), code };
    let (shelves, totals) = chunks(all.clone(), SHELF)
        .into_par_iter()
        .map(|articles| shelf(articles, &look, depot))
        .try_reduce(Default::default, |(mut shelves, mut totals), (more, of_more)| {
            shelves.extend(more);
            totals.add(of_more);
            Ok((shelves, totals))
        })?;
    let segments: Vec<SegmentFiles> = directory::segments(all.end)
        .into_par_iter()
        .map(|articles| segment(articles, depot))
        .collect::<io::Result<_>>()?;
    let info = totals.complete(info);
    let [folding, variants] = totals.foldings(&info, vocabulary);
    let word_files = words::write(vocabulary);
    let mut group = depot.group()?;
    word_files.iter().chain([&variants]).try_for_each(|file| group.add(file))?;
    let words = (group.finish()?, word_files.len() as u32);

    let directory = Directory { per_file: look.per_file, shelves, words, segments };
    let mut entry = Writer::new();
    entry.section(Kind::META, encode(&info));
    entry.section(Kind::CODE, section);
    entry.section(Kind::FOLDING, folding);
    entry.section(Kind::PARTS, directory::write(&directory));
    Ok(entry.finish())
}

/// The files of an archive that is fetched by need, of articles that are in memory: path and bytes of each, the entry last.
pub fn publish(info: Info, documents: &[Document], vocabulary: &Vocabulary) -> Vec<(String, Vec<u8>)> {
    let held = Held::new(documents);
    let entry = publish_from(&held, info, vocabulary).expect("memory can be read and written");
    let mut files = held.files();
    files.push((ENTRY.to_owned(), entry));
    files
}

/// What of an archive whose files are all there is not what its own articles give, a sentence each.
pub fn differences(archive: &Archive) -> Vec<String> {
    let Some(directory) = archive.directory() else { return Vec::new() };
    let differs = |stored: &SegmentFiles| {
        let documents: Option<Vec<Document>> = stored
            .documents
            .clone()
            .map(|number| archive.document(number).map(|document| (*document).clone()))
            .collect();
        let Some(documents) = documents else { return Some("articles are missing".to_owned()) };
        let derived =
            segment(0..documents.len() as u32, &Held::new(&documents)).expect("memory can be read and written");
        let differs = SegmentFiles { documents: stored.documents.clone(), ..derived } != *stored;
        let Range { start, end } = stored.documents;
        differs.then(|| format!("{:016x}: it does not hold what articles {start} to {end} give", stored.group))
    };
    directory.segments.iter().filter_map(differs).collect()
}

/// The code, which is learnt from so many articles that it stays as it is until twice as many are there.
fn code(depot: &dyn Depot) -> io::Result<PhraseWriter> {
    let sample = 0..depot.articles().checked_ilog2().map_or(0, |power| 1 << power);
    let number = number("code", &[depot.mark(sample.clone())]);
    if let Some(code) = noted(depot, number) {
        return Ok(code);
    }
    let (mut learnt_from, mut characters) = (Vec::new(), 0);
    for batch in depot.batches(sample) {
        let documents = depot.read(batch)?;
        let texts = documents.iter().flat_map(texts);
        learnt_from.extend(texts.inspect(|text| characters += text.chars().count()).map(str::to_owned));
        if characters >= CHARACTERS_A_PHRASE * PHRASES {
            break;
        }
    }
    let phrases = (characters / CHARACTERS_A_PHRASE).min(PHRASES);
    let code = PhraseWriter::train(learnt_from.iter().map(String::as_str), Scale { singles: 220, phrases });
    depot.note(number, encode(&code));
    Ok(code)
}

/// The number of what is made of some marks.
fn number(what: &str, marks: &[u64]) -> u64 {
    let marks: Vec<u8> = marks.iter().flat_map(|mark| mark.to_le_bytes()).collect();
    checksum(&[what.as_bytes(), &marks])
}

/// What was noted under a number.
fn noted<T: serde::de::DeserializeOwned>(depot: &dyn Depot, number: u64) -> Option<T> {
    postcard::from_bytes(&depot.noted(number)?).ok()
}

/// The group of this number, and what is known of it: as it was written before, or as it is written now.
fn group<T: serde::Serialize + serde::de::DeserializeOwned>(
    depot: &dyn Depot,
    number: u64,
    write: impl FnOnce(&mut dyn Group) -> io::Result<T>,
) -> io::Result<(u64, T)> {
    if let Some((group, known)) = noted(depot, number).filter(|(group, _)| depot.keep(*group)) {
        return Ok((group, known));
    }
    let mut group = depot.group()?;
    let known = write(&mut *group)?;
    let written = (group.finish()?, known);
    depot.note(number, encode(&written));
    Ok(written)
}

/// How articles are written on shelves.
struct Look {
    per_file: u32,
    code: PhraseWriter,
    /// The checksum of the code.
    mark: u64,
}

/// Articles of a file: few, so that little is fetched in vain; more in large archives, so that there are not too many files.
fn per_file(articles: u32) -> u32 {
    match articles {
        0..=32_767 => 1,
        _ => 2,
    }
}

/// Divides articles into so many and a rest.
fn chunks(articles: Range<u32>, size: u32) -> Vec<Range<u32>> {
    articles.clone().step_by(size as usize).map(|from| from..articles.end.min(from.saturating_add(size))).collect()
}

/// Writes a shelf: its group, and what is known of its articles.
fn shelf(articles: Range<u32>, look: &Look, depot: &dyn Depot) -> io::Result<(Vec<u64>, Totals)> {
    let number = number("shelf", &[depot.mark(articles.clone()), look.mark, look.per_file.into()]);
    let (group, totals) = group(depot, number, |group| {
        let mut totals = Totals::default();
        for batch in depot.batches(articles) {
            let documents = depot.read(batch)?;
            totals.add(Totals::of(&documents));
            shelves::write(&documents, look.per_file, &look.code).iter().try_for_each(|file| group.add(file))?;
        }
        Ok(totals)
    })?;
    Ok((vec![group], totals))
}

fn segment(articles: Range<u32>, depot: &dyn Depot) -> io::Result<SegmentFiles> {
    let number = number("segment", &[depot.mark(articles.clone())]);
    let (group, (words, ids, tops)) = group(depot, number, |group| write_segment(articles.clone(), depot, group))?;
    Ok(SegmentFiles { group, documents: articles, words, ids, tops })
}

/// Writes the files of a segment: how many files of words and of ids it has, and the first term of each of its blocks.
fn write_segment(articles: Range<u32>, depot: &dyn Depot, group: &mut dyn Group) -> io::Result<(u32, u32, Vec<Term>)> {
    let scratch = depot.scratch()?;
    let (mut runs, mut details) = (Vec::new(), Vec::new());
    for articles in chunks(articles, DETAILS) {
        let written: Vec<(Run, Vec<Document>)> = depot
            .batches(articles)
            .into_par_iter()
            .map(|batch| {
                let documents = depot.read(batch)?;
                let run = Run::write(&documents, &*scratch)?;
                Ok((run, documents.into_owned().into_iter().map(without_text).collect()))
            })
            .collect::<io::Result<_>>()?;
        let (more, outlined): (Vec<Run>, Vec<Vec<Document>>) = written.into_iter().unzip();
        runs.extend(more);
        details.push(Details::write(&outlined.into_iter().flatten().collect::<Vec<Document>>()));
    }
    let blocks = BlockWriter::new(&runs, &*scratch)?;

    let steps: Vec<u8> = runs.iter().flat_map(|run| run.steps.iter().copied()).collect();
    let dates: Vec<Option<DateRange>> = details.iter().flat_map(|details| details.dates.iter().copied()).collect();
    for (dates, steps) in dates.chunks(FACETS as usize).zip(steps.chunks(FACETS as usize)) {
        group.add(&documents::write_facets(dates, steps))?;
    }
    let places: Vec<Place> = details.iter_mut().flat_map(|details| details.places.drain(..)).collect();
    let mut known = KnownPlaces::default();
    places.chunks(FACETS as usize).try_for_each(|places| group.add(&documents::write_places(places, &mut known)))?;
    for portion in 0..PORTIONS.len() {
        details.iter().try_for_each(|details| group.add(&details.files[portion]))?;
    }
    let ids: Vec<u32> = details.iter().flat_map(|details| details.ids.iter().copied()).collect();
    let (words, ids) = (directory::write_words(&blocks.words), directory::write_ids(&ids));
    let counts = (words.len() as u32, ids.len() as u32);
    words.iter().chain(&ids).try_for_each(|file| group.add(file))?;
    let mut tops = Vec::new();
    blocks.write(|top, block| {
        tops.push(top);
        group.add(&block)
    })?;
    Ok((counts.0, counts.1, tops))
}

type Write = fn(&[Document]) -> Vec<u8>;

/// What is written for [`DETAILS`] articles, in the order of their files.
const PORTIONS: [Write; 4] =
    [documents::write_names, documents::write_initiatives, documents::write_initiative_names, documents::write_figures];

/// What orders, filters and counts some articles.
struct Details {
    dates: Vec<Option<DateRange>>,
    places: Vec<Place>,
    ids: Vec<u32>,
    files: [Vec<u8>; PORTIONS.len()],
}

impl Details {
    fn write(outlined: &[Document]) -> Details {
        Details {
            dates: outlined.iter().map(|document| document.date).collect(),
            places: outlined.iter().map(Place::of).collect(),
            ids: outlined.iter().map(|document| id_number(&document.id)).collect(),
            files: PORTIONS.map(|write| write(outlined)),
        }
    }
}

/// What an article is ordered, filtered and counted by.
fn without_text(mut document: Document) -> Document {
    let article = &mut document.article;
    (article.blocks, article.dates, article.figures) = Default::default();
    document
}
