use super::alignment::align;
use super::labels::PageLabels;
use super::tally::Score;
use super::{article, dates, heads, initiatives};
use crate::model::Page;

/// Scores a page that was read and understood against its labels, field by field.
pub fn score(page: &Page, labels: &PageLabels) -> Score {
    let pairs = align(&labels.articles, &page.articles);
    let mut fields = vec![
        article::issue_date(labels, &page.issue_date),
        article::split(&pairs),
        article::bounds(&pairs),
        article::titles(&pairs),
        heads::standing_heads(labels, page),
        article::columns(&pairs),
        article::kinds(&pairs),
        article::reporters(&pairs),
        article::correspondents(&pairs),
        article::photographers(&pairs),
        article::counties(&pairs),
        article::years(&pairs),
        heads::section_heads(&pairs),
        heads::captions(&pairs),
    ];
    fields.extend(dates::dates(labels, &pairs));
    fields.extend(initiatives::initiatives(&pairs));
    for tally in &mut fields {
        tally.slips.sort_by_key(|slip| slip.line);
    }
    Score { document: page.document.clone(), fields }
}
