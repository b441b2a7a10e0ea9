use crate::index::documents::Outline;
use crate::index::postings::Part;
use crate::model::{Article, Mark, MarkKind, Passage, Reading, Related, Span};
use crate::query::{Clause, Matches, Source, bare};
use crate::sort::sort_by_number;

/// An article with its matches, initiatives and figures marked.
pub(super) fn open(source: Source<'_>, clauses: &[Clause], number: u32) -> Option<Reading> {
    // Where outlines are fetched by need, they may come after the text.
    let outline = source.outlines.get(number as usize)?;
    let document = source.text(number)?;
    let article = &document.article;
    let matches = Matches::of(source, clauses, number);
    let query = |part| {
        let marks = matches.highlights(part).into_iter();
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
    }
    let figures = article.initiatives.iter().flat_map(|initiative| &initiative.figures).chain(&article.figures);
    figures.enumerate().for_each(|(number, figure)| mark(figure.span, MarkKind::Figure(number as u32)));
    for passage in &mut passages {
        sort_by_number(&mut passage.marks, |mark| u64::from(mark.start) << 32 | u64::from(mark.end));
    }
    let neighbour = |at: Option<u32>| {
        let other = source.head(at.filter(|&at| (at as usize) < source.outlines.len())?)?;
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
        same_page: same_page(source, outline),
        related: related(source, number, outline),
        same_county: same_county(source, number, outline),
    })
}

/// At most so many articles are shown beside one, of each sort.
const MOST_BESIDE: usize = 8;
/// A page of a paper has at most so many articles: a file in which one has more does not tell pages apart.
const MOST_OF_A_PAGE: usize = 40;

fn same_page(source: Source<'_>, this: &Outline) -> Vec<Related> {
    let Outline { document, date, page, .. } = this;
    let is_same = |other: &Outline| other.document == *document && other.date == *date && other.page == *page;
    let page = source.outlines.iter().filter(|other| is_same(other)).take(MOST_OF_A_PAGE + 1).count();
    if !(2..=MOST_OF_A_PAGE).contains(&page) {
        return Vec::new();
    }
    beside(source, MOST_OF_A_PAGE, &|_, other| is_same(other).then_some(0), &|_| false)
}

fn related(source: Source<'_>, number: u32, this: &Outline) -> Vec<Related> {
    let own: Vec<Vec<char>> = this.initiatives.iter().map(|own| bare(&own.name, source.folding).collect()).collect();
    let is_own = |name: &str| own.iter().any(|own| bare(name, source.folding).eq(own.iter().copied()));
    let rank = |at: u32, other: &Outline| {
        let shared = other.initiatives.iter().filter(|told| is_own(&told.name)).count() as u64;
        (shared > 0 && at != number).then(|| (u64::MAX - shared) << 32 | newest_first(other))
    };
    beside(source, MOST_BESIDE, &rank, &is_own)
}

fn same_county(source: Source<'_>, number: u32, this: &Outline) -> Vec<Related> {
    let is_same = |at: u32, other: &Outline| this.county.is_some() && other.county == this.county && at != number;
    beside(source, MOST_BESIDE, &|at, other| is_same(at, other).then(|| newest_first(other)), &|_| false)
}

/// The articles that have a rank, the least first, with the initiatives that are shared; at most so many.
fn beside(
    source: Source<'_>,
    most: usize,
    rank: &dyn Fn(u32, &Outline) -> Option<u64>,
    is_shared: &dyn Fn(&str) -> bool,
) -> Vec<Related> {
    let mut found: Vec<(u32, u64)> = Vec::new();
    for (other, outline) in (0..).zip(source.outlines) {
        found.extend(rank(other, outline).map(|rank| (other, rank)));
    }
    sort_by_number(&mut found, |&(_, rank)| rank);
    found.truncate(most);
    let related = |&(other, _): &(u32, u64)| {
        let document = source.head(other)?;
        let article = &document.article;
        let told = &source.outlines.get(other as usize)?.initiatives;
        let shared = told.iter().filter(|told| is_shared(&told.name));
        Some(Related {
            id: document.id.clone(),
            title: article.title.clone().or_else(|| article.display_title.clone()),
            date: document.date,
            shared: shared.map(|told| told.name.to_string()).collect(),
        })
    };
    found.iter().filter_map(related).collect()
}

/// A number of 32 bits that is the less the later an article's last day is.
fn newest_first(outline: &Outline) -> u64 {
    let day = outline.date.and_then(|date| date.last.last_day());
    day.map_or(u32::MAX, |day| u32::MAX - (day.to_days().cast_unsigned() ^ 1 << 31)).into()
}

/// The names of an article's initiatives, those whose first mention matches first.
pub(super) fn marked_initiatives(article: &Article, matches: &Matches) -> Vec<String> {
    let is_marked = |span: Span| {
        let marks = matches.highlights(Part::Block(span.block));
        marks.iter().any(|&(start, end)| start < span.end && span.start < end)
    };
    let (mut names, others): (Vec<_>, Vec<_>) =
        article.initiatives.iter().partition(|initiative| is_marked(initiative.span));
    names.extend(others);
    names.into_iter().map(|initiative| initiative.name.clone()).collect()
}
