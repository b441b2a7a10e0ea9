//! An archive of the present format, made from a seed of JSON Lines, and others like it that are not as they should be.

use std::sync::LazyLock;

use baoyan::engine::{Archive, Options, build};
use baoyan::extract::{Extractor, vocabulary};
use baoyan::format::{Kind, Reader, Writer};
use baoyan::index::documents::Document;
use baoyan::model::Info;

use crate::read_as;

/// An archive of two articles with all that is found in them.
pub static SAMPLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let (mut page, _) = read_as("two.jsonl", include_bytes!("../corpus/json_lines/seed-two"));
    Extractor::new(None).understand(&mut page, None);
    let documents: Vec<Document> = page
        .articles
        .into_iter()
        .map(|article| Document {
            id: article.id.clone().unwrap_or_default(),
            document: "two.jsonl".to_owned(),
            date: article.date.as_ref().and_then(|date| date.value),
            article,
        })
        .collect();
    let counties: Vec<String> = documents.iter().filter_map(|document| document.article.county.clone()).collect();
    let vocabulary = vocabulary(documents.iter().map(|document| &document.article), &counties);
    build(Info { counties, ..Info::default() }, &documents, &vocabulary)
});

/// Opens an archive and asks it; every answer lies within it.
pub fn ask(bytes: &[u8]) {
    let Ok(archive) = Archive::open(bytes.to_vec()) else { return };
    let total = (0..).map_while(|number| archive.document(number)).count();
    for query in ["", "河", "清淤", "县:云溪 年:2020..2024", "\"河水\" -渠", "qingyu", "记者:林"] {
        let answer = archive.search(query, Options::default());
        assert!(answer.total as usize <= total && answer.hits.len() <= answer.total as usize);
        archive.stats(query);
        for hit in answer.hits.iter().take(3) {
            archive.article(&hit.id, query);
        }
    }
}

/// Asks the sample with other bytes for one section, under a checksum that is right. An even first byte: what follows is the
/// section. An odd one: what follows are changes of three bytes each, a place and what stands there; the last place of all
/// cuts the section.
pub fn ask_with_section(kind: Kind, input: &[u8]) {
    let Some((how, input)) = input.split_first() else { return };
    let sample = Reader::open(&SAMPLE).expect("the sample opens");
    let mut archive = Writer::new();
    for (known, _) in sample.sections() {
        let mut bytes = sample.section(known).expect("the sample is whole").to_vec();
        if known == kind {
            if how % 2 == 0 {
                bytes = input.to_vec();
            } else {
                input.chunks_exact(3).for_each(|change| apply(change, &mut bytes));
            }
        }
        archive.section(known, bytes);
    }
    ask(&archive.finish());
}

fn apply(change: &[u8], bytes: &mut Vec<u8>) {
    let place = usize::from(u16::from_le_bytes([change[0], change[1]]));
    if place == usize::from(u16::MAX) {
        bytes.truncate(bytes.len() * usize::from(change[2]) / 255);
    } else if !bytes.is_empty() {
        let place = place % bytes.len();
        bytes[place] = change[2];
    }
}
