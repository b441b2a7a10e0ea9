use super::Document;
use crate::format::{Decoder, FormatError, Kind, Reader};
use crate::index::facts;
use crate::model::{Article, ArticleKind, Block, BlockKind, Info, IssueBasis, IssueDate};

/// Reads the sections `META`, `DOCS` and `TEXT`. The articles have no facts yet: see [`crate::index::facts`].
///
/// # Errors
/// When a section is missing, altered, or is not what it should be.
pub fn read(archive: &Reader<'_>) -> Result<(Info, Vec<Document>), FormatError> {
    let info = archive.decode(Kind::META, info)?;
    let mut text =
        std::str::from_utf8(archive.section(Kind::TEXT)?).map_err(|error| FormatError::malformed(Kind::TEXT, error))?;
    let documents = archive.decode(Kind::DOCUMENTS, |from| from.list(|from| document(from, &mut text)))?;
    if !text.is_empty() {
        return Err(FormatError::malformed(Kind::TEXT, "it goes on after the last block"));
    }
    Ok((info, documents))
}

fn info(from: &mut Decoder<'_>) -> Info {
    Info {
        format: from.u16(),
        region: from.option(Decoder::string),
        counties: from.list(Decoder::string),
        articles: from.u32(),
        initiatives: from.u32(),
        characters: from.u64(),
        first_date: from.option(Decoder::written).flatten(),
        last_date: from.option(Decoder::written).flatten(),
    }
}

/// Reads a [`Stored`](super::Stored), and takes its blocks' texts from the front of `text`.
fn document(from: &mut Decoder<'_>, text: &mut &str) -> Document {
    let mut document = Document {
        id: from.string(),
        document: from.string(),
        date: from.option(Decoder::written).flatten(),
        article: article(from),
    };
    document.article.blocks = from.list(|from| block(from, text));
    document
}

fn block(from: &mut Decoder<'_>, text: &mut &str) -> Block {
    let kind = block_kind(from);
    let length = from.u32() as usize;
    let Some((own, behind)) = text.split_at_checked(length) else {
        from.fail("a block reaches beyond the text or ends inside a character");
        return Block::default();
    };
    *text = behind;
    Block { kind, text: own.to_owned(), lines: from.list(|from| (from.u32(), from.u32())) }
}

fn block_kind(from: &mut Decoder<'_>) -> BlockKind {
    from.one_of(&[BlockKind::Paragraph, BlockKind::SectionHead, BlockKind::Caption, BlockKind::Byline])
}

fn article(from: &mut Decoder<'_>) -> Article {
    Article {
        order: from.u32(),
        title: from.option(Decoder::string),
        display_title: from.option(Decoder::string),
        standing_head: from.option(Decoder::string),
        kind: from.one_of(&[ArticleKind::News, ArticleKind::Profile, ArticleKind::Photo]),
        start_line: from.u32(),
        end_line: from.u32(),
        reporters: from.list(Decoder::string),
        correspondents: from.list(Decoder::string),
        photographers: from.list(Decoder::string),
        id: from.option(Decoder::string),
        url: from.option(Decoder::string),
        page: from.option(Decoder::string),
        date: from.option(issue_date),
        blocks: empty(from),
        county: from.option(Decoder::string),
        county_evidence: from.option(Decoder::string),
        year: from.option(Decoder::i16),
        year_basis: facts::basis(from),
        dates: empty(from),
        figures: empty(from),
        initiatives: empty(from),
    }
}

/// Blocks and facts stand elsewhere.
fn empty<T>(from: &mut Decoder<'_>) -> Vec<T> {
    if from.u64() > 0 {
        from.fail("an article is not without blocks and facts");
    }
    Vec::new()
}

fn issue_date(from: &mut Decoder<'_>) -> IssueDate {
    const BASES: [IssueBasis; 5] =
        [IssueBasis::Option, IssueBasis::FrontMatter, IssueBasis::FileName, IssueBasis::Text, IssueBasis::None];
    IssueDate {
        value: from.option(Decoder::written).flatten(),
        basis: from.one_of(&BASES),
        evidence: from.option(Decoder::string),
    }
}
