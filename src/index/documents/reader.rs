use super::{Document, Stored};
use crate::format::{FormatError, Kind, Reader};
use crate::model::{Block, Info};

/// Reads the sections `META`, `DOCS` and `TEXT`. The articles have no facts yet: see [`crate::index::facts`].
///
/// # Errors
/// When a section is missing, altered, or is not what it should be.
pub fn read(archive: &Reader<'_>) -> Result<(Info, Vec<Document>), FormatError> {
    let info: Info = decode(archive, Kind::META)?;
    let stored: Vec<Stored> = decode(archive, Kind::DOCUMENTS)?;
    let text = std::str::from_utf8(archive.section(Kind::TEXT)?).map_err(|e| FormatError::malformed(Kind::TEXT, e))?;

    let mut rest = text;
    let mut documents = Vec::with_capacity(stored.len());
    for Stored { mut document, blocks } in stored {
        document.article.blocks = blocks
            .into_iter()
            .map(|block| {
                let (own, behind) = rest
                    .split_at_checked(block.bytes as usize)
                    .ok_or_else(|| FormatError::malformed(Kind::TEXT, "it ends inside a block"))?;
                rest = behind;
                Ok(Block { kind: block.kind, text: own.to_owned(), lines: block.lines })
            })
            .collect::<Result<_, FormatError>>()?;
        documents.push(document);
    }
    if !rest.is_empty() {
        return Err(FormatError::malformed(Kind::TEXT, format!("{} bytes belong to no block", rest.len())));
    }
    Ok((info, documents))
}

fn decode<T: serde::de::DeserializeOwned>(archive: &Reader<'_>, kind: Kind) -> Result<T, FormatError> {
    match postcard::take_from_bytes(archive.section(kind)?) {
        Ok((value, [])) => Ok(value),
        Ok((_, rest)) => Err(FormatError::malformed(kind, format!("{} bytes too many", rest.len()))),
        Err(error) => Err(FormatError::malformed(kind, error)),
    }
}
