use super::Facts;
use crate::format::{FormatError, Kind, Reader};
use crate::index::documents::Document;
use crate::model::{Article, Figure, Span};

/// Reads the section `FACT` into the articles it belongs to.
///
/// # Errors
/// When the section is missing, altered, of another number of articles, or a fact's span lies outside its article.
pub fn read(archive: &Reader<'_>, documents: &mut [Document]) -> Result<(), FormatError> {
    let wrong = |why: String| FormatError::malformed(Kind::FACTS, why);
    let facts: Vec<Facts> = match postcard::take_from_bytes(archive.section(Kind::FACTS)?) {
        Ok((facts, [])) => facts,
        Ok((_, rest)) => return Err(wrong(format!("{} bytes too many", rest.len()))),
        Err(error) => return Err(wrong(error.to_string())),
    };
    if facts.len() != documents.len() {
        return Err(wrong(format!("it is about {} articles of {}", facts.len(), documents.len())));
    }
    for (Document { id, article, .. }, (dates, figures, initiatives)) in documents.iter_mut().zip(facts) {
        (article.dates, article.figures, article.initiatives) = (dates, figures, initiatives);
        if let Some(span) = spans(article).find(|span| !lies_inside(article, *span)) {
            return Err(wrong(format!(
                "article {id} has no characters {}..{} in block {}",
                span.start, span.end, span.block
            )));
        }
    }
    Ok(())
}

fn spans(article: &Article) -> impl Iterator<Item = Span> + '_ {
    let measures = article.initiatives.iter().flat_map(|initiative| &initiative.figures);
    (article.dates.iter().map(|date| date.span))
        .chain(article.initiatives.iter().map(|initiative| initiative.span))
        .chain(article.figures.iter().chain(measures).map(|figure: &Figure| figure.span))
}

fn lies_inside(article: &Article, span: Span) -> bool {
    let Some(block) = article.blocks.get(span.block as usize) else { return false };
    // No need to count: a text of n bytes has at most n characters, and most spans end well before that.
    let end = span.end as usize;
    span.start <= span.end && end <= block.text.len() && (end == 0 || block.text.chars().nth(end - 1).is_some())
}
