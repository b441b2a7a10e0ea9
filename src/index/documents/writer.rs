use super::{Document, Stored, StoredBlock};
use crate::format::{Kind, Writer};
use crate::model::{Article, Info};

/// Adds the sections `META`, `DOCS` and `TEXT` to an archive.
///
/// # Panics
/// When one block's text is longer than 4 GiB.
pub fn write(archive: &mut Writer, info: &Info, documents: &[Document]) {
    let mut text = Vec::new();
    let stored: Vec<Stored> = documents
        .iter()
        .map(|document| {
            let blocks = document.article.blocks.iter().map(|block| {
                text.extend_from_slice(block.text.as_bytes());
                let bytes = u32::try_from(block.text.len()).expect("a block is shorter than 4 GiB");
                StoredBlock { kind: block.kind, bytes, lines: block.lines.clone() }
            });
            Stored { blocks: blocks.collect(), document: without_text_and_facts(document) }
        })
        .collect();
    archive.section(Kind::META, encode(info));
    archive.section(Kind::DOCUMENTS, encode(&stored));
    archive.section(Kind::TEXT, text);
}

fn without_text_and_facts(document: &Document) -> Document {
    let article = Article {
        blocks: Vec::new(),
        dates: Vec::new(),
        figures: Vec::new(),
        initiatives: Vec::new(),
        ..document.article.clone()
    };
    Document { article, ..document.clone() }
}

fn encode(value: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("plain data in memory always has a postcard form")
}
