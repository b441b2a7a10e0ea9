//! The articles of an archive: what each is (`DOCS`), and its text (`TEXT`).
//!
//! `META` is one [`Info`](crate::model::Info). `DOCS` is the list of articles without text and facts, each with its
//! blocks' kinds, lengths in bytes and line maps; both in postcard's wire format (<https://postcard.jamesmunns.com/wire-format>).
//! `TEXT` is the blocks' texts, UTF-8, one directly after the other, in the order of `DOCS`.

mod reader;
mod writer;

pub use reader::read;
pub use writer::write;

use serde::Serialize;

use crate::model::{Article, BlockKind, DateRange};

/// An article in its archive.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Document {
    /// The source's own id, else `document#order`. No two articles of an archive share one.
    pub id: String,
    /// The base name of the file it stands in.
    pub document: String,
    /// Its own date, else its page's.
    pub date: Option<DateRange>,
    /// The article.
    pub article: Article,
}

/// What `DOCS` says of one article: `document.article` without blocks and facts.
#[derive(Serialize)]
struct Stored {
    document: Document,
    blocks: Vec<StoredBlock>,
}

#[derive(Serialize)]
struct StoredBlock {
    kind: BlockKind,
    bytes: u32,
    lines: Vec<(u32, u32)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Kind, Reader, Writer};
    use crate::model::{Block, Info};

    fn archive(documents: &[Document]) -> Vec<u8> {
        let mut archive = Writer::new();
        write(&mut archive, &Info::default(), documents);
        archive.finish()
    }

    fn document(id: &str, texts: &[&str]) -> Document {
        let blocks = texts.iter().map(|text| Block::on_line(BlockKind::Paragraph, *text, 3)).collect();
        Document {
            id: id.into(),
            date: "2024-02/2024-03".parse().ok(),
            article: Article { title: Some("云溪县：“新”事".into()), blocks, ..Article::default() },
            ..Document::default()
        }
    }

    #[test]
    fn documents_come_back_with_their_text() {
        let documents = vec![document("a", &["第一段。", "", "第二段"]), document("b", &[]), document("c", &["😀"])];
        let bytes = archive(&documents);
        let (_, back) = read(&Reader::open(&bytes).unwrap()).unwrap();
        assert_eq!(back, documents);
    }

    #[test]
    fn blocks_longer_than_the_text_are_an_error() {
        let bytes = archive(&[document("a", &["第一段。"])]);
        let whole = Reader::open(&bytes).unwrap();
        for text in ["第一段", "第一段。多"] {
            let mut wrong = Writer::new();
            for kind in [Kind::META, Kind::DOCUMENTS] {
                wrong.section(kind, whole.section(kind).unwrap().to_vec());
            }
            wrong.section(Kind::TEXT, text.as_bytes().to_vec());
            let error = read(&Reader::open(&wrong.finish()).unwrap()).unwrap_err();
            assert_eq!(error.code(), "corrupt", "{error}");
        }
    }
}
