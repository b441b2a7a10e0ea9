//! The year an initiative belongs to, and what that rests on.

use super::article::Passage;
use super::link::sentence;
use crate::model::{Article, Basis, DateMention, DateRange, Day, Initiative, InitiativeKind};

/// Words that leave the year of an honour open.
const LONG_AGO: &[&str] = &["多次", "曾", "先后", "历年", "连续", "近年来"];

/// The years that hold for a whole article.
pub(super) struct Years {
    issue: Option<i16>,
    /// The year that the article's time begins with: 2023年以来 at the head of a paragraph.
    governing: Option<i16>,
}

impl Years {
    pub(super) fn of(article: &Article, issue: Option<DateRange>) -> Self {
        let own = article.date.as_ref().and_then(|date| date.value);
        let governs = |date: &&DateMention| {
            date.text.ends_with("以来") && date.span.start <= 2 && date.basis == Basis::Explicit && article.order > 0
        };
        let governing = article.dates.iter().find(governs).and_then(|date| date.from).map(Day::year);
        Years { issue: own.or(issue).and_then(DateRange::year), governing }
    }
}

/// The year: of a date in the same sentence, else the governing one, else that of the issue.
pub(super) fn year_of(
    years: &Years,
    article: &Article,
    passage: &Passage,
    initiative: &Initiative,
) -> (Option<i16>, Basis) {
    let start = initiative.span.start as usize;
    let (from, to) = sentence(&passage.chars, start);
    let words: String = passage.chars[from..start].iter().collect();
    let own_year = |date: &&DateMention| {
        date.span.block as usize == passage.block
            && (from..to).contains(&(date.span.start as usize))
            && single_year(date).is_some()
    };
    let before = article.dates.iter().filter(own_year).rfind(|date| (date.span.start as usize) < start);
    let after = || article.dates.iter().filter(own_year).find(|date| date.basis == Basis::Explicit);
    // A place that the headline names is told of as it is now, whatever the sentence tells of its past.
    let is_subject = initiative.kind == InitiativeKind::Venue
        && article.title.as_deref().is_some_and(|title| title.contains(&initiative.name));
    if let Some(date) = before.or_else(after).filter(|_| !is_subject) {
        let basis = if date.basis == Basis::Issue { Basis::Relative } else { date.basis };
        return (single_year(date), basis);
    }
    if initiative.kind == InitiativeKind::Award && LONG_AGO.iter().any(|word| words.contains(word)) {
        return (None, Basis::Relative);
    }
    match (years.governing, years.issue) {
        (Some(year), _) => (Some(year), Basis::Inherited),
        (None, Some(year)) => (Some(year), Basis::Issue),
        (None, None) => match article.year {
            Some(year) => (Some(year), Basis::Inherited),
            None => (None, Basis::None),
        },
    }
}

/// The year of a date that tells one: not of 目前, which is the issue's, nor of 近年来, which has no beginning.
fn single_year(date: &DateMention) -> Option<i16> {
    let from = date.from?;
    let is_now = date.basis == Basis::Relative && !date.text.contains(['年', '月', '日', '昨', '周']);
    let is_near = date.text == "近日" || date.text == "近年来";
    let is_open = date.text.ends_with("以来") || date.text.ends_with("至今") || date.text.ends_with('起');
    let one_year = date.to.is_none_or(|to| to.year() == from.year());
    (!is_now && !is_near && (one_year || is_open)).then_some(from.year())
}
