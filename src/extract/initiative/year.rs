//! The year an initiative belongs to, and what that rests on.

use super::clause::sentence;
use super::passage::Passage;
use super::words::SENTENCE_MARKS;
use crate::model::{Article, Basis, BlockKind, DateMention, DateRange, Day, Initiative, InitiativeKind};

/// Words that leave the year of an honour open.
const LONG_AGO: &[&str] = &["多次", "曾", "先后", "历年", "连续", "近年来"];

/// The first paragraphs, whose 今年以来 sets the time of the whole article.
const OPENING: usize = 2;

/// The years that hold for a whole article.
pub(super) struct Years {
    issue: Option<i16>,
    /// The year that the article's time begins with: 2023年以来 at the head of a paragraph.
    governing: Option<i16>,
}

impl Years {
    pub(super) fn of(article: &Article, issue: Option<DateRange>) -> Self {
        let own = article.date.as_ref().and_then(|date| date.value);
        // The lead and the paragraph after it set the time; printed years do so wherever a paragraph begins with them.
        let opening: Vec<usize> = (0..article.blocks.len())
            .filter(|&block| article.blocks[block].kind == BlockKind::Paragraph)
            .take(OPENING)
            .collect();
        let governs = |date: &&DateMention| {
            let block = date.span.block as usize;
            let start = date.span.start as usize;
            let text = article.blocks.get(block).map_or("", |block| block.text.as_str());
            let begins = start <= 2
                || opening.contains(&block) && text.chars().nth(start - 1).is_some_and(|c| SENTENCE_MARKS.contains(c));
            let names_year = match date.basis {
                Basis::Explicit => true,
                Basis::Relative => opening.contains(&block) && date.text.contains('年') && single_year(date).is_some(),
                _ => false,
            };
            date.text.ends_with("以来") && begins && names_year && article.order > 0
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
        let year = single_year(date);
        // 9月8日 rests on the issue alone, but where it is reckoned back to the year before.
        let reckoned = date.basis == Basis::Issue && year != years.issue;
        return (year, if reckoned { Basis::Relative } else { date.basis });
    }
    let is_of_sentence = |date: &DateMention| {
        date.span.block as usize == passage.block && (from..to).contains(&(date.span.start as usize))
    };
    if let Some(year) = year_at_head(article, passage.block).filter(|_| !is_subject)
        && !article.dates.iter().any(is_of_sentence)
    {
        return (Some(year), Basis::Explicit);
    }
    if initiative.kind == InitiativeKind::Award && LONG_AGO.iter().any(|word| words.contains(word)) {
        return (None, Basis::Relative);
    }
    if matches!(initiative.kind, InitiativeKind::Award | InitiativeKind::Event)
        && let Some(year) = year_before(article, passage.block)
    {
        return (Some(year), Basis::Inherited);
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

/// The printed year that the paragraph before begins with, where the paragraph itself has no date: 2023年，…决出名次。
fn year_before(article: &Article, block: usize) -> Option<i16> {
    if article.dates.iter().any(|date| date.span.block as usize == block) {
        return None;
    }
    year_at_head(article, block.checked_sub(1)?)
}

/// The printed year that a paragraph begins with.
fn year_at_head(article: &Article, block: usize) -> Option<i16> {
    let first = article.dates.iter().find(|date| date.span.block as usize == block)?;
    let begins = first.span.start <= 2 && first.basis == Basis::Explicit && !first.text.ends_with("以来");
    begins.then(|| single_year(first)).flatten()
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
