use crate::index::postings::Part;
use crate::model::{Article, Mark, MarkKind, Passage, Reading, Span};
use crate::query::{Clause, Source, highlights};
use crate::sort::sort_by_number;

/// An article with its matches, initiatives and figures marked.
pub(super) fn open(source: Source<'_>, clauses: &[Clause], number: u32) -> Option<Reading> {
    let document = source.text(number)?;
    let article = &document.article;
    let query = |part| {
        let marks = highlights(source, clauses, number, part).into_iter();
        marks.map(|(start, end)| Mark { start, end, kind: MarkKind::Query })
    };
    let mut passages: Vec<Passage> = article
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| Passage {
            kind: block.kind,
            text: block.text.clone(),
            line: block.line_at(0),
            marks: query(Part::Block(at as u32)).collect(),
        })
        .collect();
    let mut mark = |span: Span, kind| {
        if let Some(passage) = passages.get_mut(span.block as usize) {
            passage.marks.push(Mark { start: span.start, end: span.end, kind });
        }
    };
    for (number, initiative) in article.initiatives.iter().enumerate() {
        mark(initiative.span, MarkKind::Initiative(number as u32));
        for figure in &initiative.figures {
            mark(figure.span, MarkKind::Figure(number as u32));
        }
    }
    for passage in &mut passages {
        sort_by_number(&mut passage.marks, |mark| u64::from(mark.start) << 32 | u64::from(mark.end));
    }
    let neighbour = |at: Option<u32>| {
        let other = source.text(at.filter(|&at| (at as usize) < source.documents.len())?)?;
        (other.document == document.document).then(|| other.id.clone())
    };
    Some(Reading {
        id: document.id.clone(),
        document: document.document.clone(),
        date: document.date,
        article: Article { blocks: Vec::new(), ..article.clone() },
        title_marks: query(Part::Title).collect(),
        passages,
        previous: neighbour(number.checked_sub(1)),
        next: neighbour(number.checked_add(1)),
    })
}

/// The names of an article's initiatives, those whose first mention matches first.
pub(super) fn marked_initiatives(source: Source<'_>, clauses: &[Clause], number: u32) -> Vec<String> {
    let Some(document) = source.text(number) else { return Vec::new() };
    let initiatives = &document.article.initiatives;
    let matches = |span: Span| {
        let marks = highlights(source, clauses, number, Part::Block(span.block));
        marks.iter().any(|&(start, end)| start < span.end && span.start < end)
    };
    let (mut names, others): (Vec<_>, Vec<_>) = initiatives.iter().partition(|initiative| matches(initiative.span));
    names.extend(others);
    names.into_iter().map(|initiative| initiative.name.clone()).collect()
}
