use super::find::{FoundDate, Passage, find_dates};
use crate::model::{Article, Basis, Block, BlockKind, DateMention, DateRange, Day, Span};

/// Finds every expression of time in an article and its headline, and the year it tells of.
///
/// `issue` is the date of the issue; the article's own date outranks it. What a paragraph says without a year (全年, 3个月后) it
/// takes from the year last printed in it.
pub fn date_article(article: &mut Article, issue: Option<DateRange>) {
    let reference = article.date.as_ref().and_then(|date| date.value).or(issue);
    article.dates.clear();
    if let Some(title) = &article.title {
        let lines =
            if article.title_lines.is_empty() { vec![(0, article.start_line)] } else { article.title_lines.clone() };
        let headline = Block { kind: BlockKind::SectionHead, text: title.clone(), lines };
        let found = find_dates(title, reference);
        article.dates.extend(found.into_iter().map(|date| mention(date, Span::TITLE, &headline)));
    }
    let mut passage = Passage::new(reference);
    for (index, block) in article.blocks.iter().enumerate() {
        passage.begin(None);
        let chars: Vec<char> = block.text.chars().collect();
        let found = passage.read(&chars);
        // The day of a notice stands under who issues it. Names are none: 记者冯立秋.
        if block.kind != BlockKind::Byline || matches!(&found[..], [date] if date.text == block.text) {
            article.dates.extend(found.into_iter().map(|date| mention(date, index as u32, block)));
        }
    }
    (article.year, article.year_basis) = match reference.and_then(DateRange::year) {
        Some(year) => (Some(year), Basis::Issue),
        None => year_told_of(&article.dates),
    };
}

fn mention(date: FoundDate, block_index: u32, block: &Block) -> DateMention {
    DateMention {
        text: date.text,
        line: block.line_at(date.start),
        from: date.from,
        to: date.to,
        basis: date.basis,
        span: Span { block: block_index, start: date.start, end: date.end },
    }
}

/// Without a date of the issue: the latest year that is printed, if it is of our time and not a decade or a century.
fn year_told_of(dates: &[DateMention]) -> (Option<i16>, Basis) {
    let is_era =
        |date: &DateMention| matches!((date.from, date.to), (Some(from), Some(to)) if to.year() - from.year() >= 9);
    let printed = dates.iter().filter(|date| date.basis == Basis::Explicit && !is_era(date));
    let year = printed.filter_map(|date| date.from.map(Day::year)).max();
    (year, if year.is_some() { Basis::Explicit } else { Basis::None })
}
