use super::find::{FoundDate, Passage};
use crate::model::{Article, Basis, Block, BlockKind, DateMention, DateRange, Day, Span};

/// Finds every expression of time in an article, and the year it tells of.
///
/// `issue` is the date of the issue; the article's own date outranks it. What a paragraph says without a year (全年, 3个月后) it
/// takes from the year last printed in it.
pub fn date_article(article: &mut Article, issue: Option<DateRange>) {
    let reference = article.date.as_ref().and_then(|date| date.value).or(issue);
    let mut passage = Passage::new(reference);
    article.dates.clear();
    for (index, block) in article.blocks.iter().enumerate() {
        if block.kind == BlockKind::Byline {
            continue;
        }
        passage.begin(None);
        let chars: Vec<char> = block.text.chars().collect();
        article.dates.extend(passage.read(&chars).into_iter().map(|date| mention(date, index as u32, block)));
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
