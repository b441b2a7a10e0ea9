use crate::format::{Decoder, FormatError, Kind, Reader};
use crate::index::documents::Document;
use crate::model::{Article, Basis, DateMention, Figure, Initiative, InitiativeKind, Span};

/// Reads the section `FACT` into the articles it belongs to.
///
/// # Errors
/// When the section is missing, altered, of another number of articles, or a fact's span lies outside its article.
pub fn read(archive: &Reader<'_>, documents: &mut [Document]) -> Result<(), FormatError> {
    archive.decode(Kind::FACTS, |from| {
        if from.u64() != documents.len() as u64 {
            from.fail("it is about another number of articles");
        }
        for Document { article, .. } in &mut *documents {
            (article.dates, article.figures) = (from.list(date_mention), from.list(figure));
            article.initiatives = from.list(initiative);
        }
    })?;
    for Document { id, article, .. } in documents {
        for span in spans(article) {
            if !lies_inside(article, span) {
                let Span { block, start, end } = span;
                let why = format!("article {id} has no characters {start}..{end} in block {block}");
                return Err(FormatError::malformed(Kind::FACTS, why));
            }
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
    from.one_of(&InitiativeKind::ALL)
}

/// What a date or a year rests on.
pub(in crate::index) fn basis(from: &mut Decoder<'_>) -> Basis {
    from.one_of(&[Basis::Explicit, Basis::Relative, Basis::Inherited, Basis::Issue, Basis::None])
}

fn span(from: &mut Decoder<'_>) -> Span {
    Span { block: from.u32(), start: from.u32(), end: from.u32() }
}

fn spans(article: &Article) -> Vec<Span> {
    let mut spans: Vec<Span> = article.dates.iter().map(|date| date.span).collect();
    let mut add = |figures: &[Figure]| spans.extend(figures.iter().map(|figure| figure.span));
    add(&article.figures);
    for initiative in &article.initiatives {
        add(&initiative.figures);
    }
    spans.extend(article.initiatives.iter().map(|initiative| initiative.span));
    spans
}

fn lies_inside(article: &Article, span: Span) -> bool {
    let Some(block) = article.blocks.get(span.block as usize) else { return false };
    // No need to count: a text of n bytes has at most n characters, and most spans end well before that.
    let end = span.end as usize;
    span.start <= span.end && end <= block.text.len() && (end == 0 || block.text.chars().nth(end - 1).is_some())
}
