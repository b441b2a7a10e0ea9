use super::Facts;
use crate::format::{Decoder, FormatError, Kind, Reader};
use crate::index::documents::Document;
use crate::model::{Article, Basis, DateMention, Figure, Initiative, InitiativeKind, Span};

/// Reads the section `FACT` into the articles it belongs to.
///
/// # Errors
/// When the section is missing, altered, of another number of articles, or a fact's span lies outside its article.
pub fn read(archive: &Reader<'_>, documents: &mut [Document]) -> Result<(), FormatError> {
    let wrong = |why: String| FormatError::malformed(Kind::FACTS, why);
    let facts: Vec<Facts> = archive.decode(Kind::FACTS, |from| {
        from.list(|from| (from.list(date_mention), from.list(figure), from.list(initiative)))
    })?;
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

fn date_mention(from: &mut Decoder<'_>) -> DateMention {
    DateMention {
        text: from.string(),
        line: from.u32(),
        from: from.option(Decoder::written).flatten(),
        to: from.option(Decoder::written).flatten(),
        basis: basis(from),
        span: span(from),
    }
}

fn figure(from: &mut Decoder<'_>) -> Figure {
    Figure {
        text: from.string(),
        value: from.f64(),
        value_max: from.option(Decoder::f64),
        unit: from.string(),
        approx: from.flag(),
        line: from.u32(),
        span: span(from),
    }
}

fn initiative(from: &mut Decoder<'_>) -> Initiative {
    Initiative {
        name: from.string(),
        kind: initiative_kind(from),
        county: from.option(Decoder::string),
        year: from.option(Decoder::i16),
        year_basis: basis(from),
        line: from.u32(),
        span: span(from),
        figures: from.list(figure),
    }
}

fn initiative_kind(from: &mut Decoder<'_>) -> InitiativeKind {
    use InitiativeKind::{Award, Brand, Campaign, Event, Measure, Mechanism, Platform, Project, Venue};
    from.one_of(&[Project, Campaign, Mechanism, Brand, Venue, Event, Award, Platform, Measure])
}

/// What a date or a year rests on.
pub(in crate::index) fn basis(from: &mut Decoder<'_>) -> Basis {
    from.one_of(&[Basis::Explicit, Basis::Relative, Basis::Inherited, Basis::Issue, Basis::None])
}

fn span(from: &mut Decoder<'_>) -> Span {
    Span { block: from.u32(), start: from.u32(), end: from.u32() }
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
