//! The fields with one value an article, and its by-lines.

use super::alignment::Pair;
use super::labels::{ArticleLabel, BasisLabel, PageLabels};
use super::names::{bare, plain};
use super::tally::Tally;
use crate::model::{Article, ArticleKind, Basis, IssueDate};

pub fn issue_date(labels: &PageLabels, found: &IssueDate) -> Tally {
    let mut tally = Tally::new("issue date");
    let expected = labels.issue_date.value.as_deref();
    let found = found.value.map(|value| value.to_string());
    let agree = |label: Option<&str>| label == found.as_deref();
    let accepted = labels.issue_date.accept.iter().any(|accept| agree(accept.as_deref()));
    tally.compare(1, expected, found.as_deref(), agree(expected) || accepted);
    tally
}

pub fn split(pairs: &[Pair]) -> Tally {
    let mut tally = Tally::new("articles");
    for pair in pairs {
        match (pair.label, pair.article) {
            (Some(_), Some(_)) => tally.right(),
            (Some(label), None) => {
                tally.missed(label.start_line, format!("lines {}–{}", label.start_line, label.end_line));
            }
            (None, Some(article)) => {
                tally.false_find(article.start_line, format!("lines {}–{}", article.start_line, article.end_line));
            }
            (None, None) => {}
        }
    }
    tally
}

pub fn bounds(pairs: &[Pair]) -> Tally {
    let mut tally = Tally::new("first and last lines");
    for (label, article) in pairs.iter().filter_map(Pair::both) {
        let lines = |first: u32, last: u32| format!("{first}–{last}");
        let expected = lines(label.start_line, label.end_line);
        let found = lines(article.start_line, article.end_line);
        tally.compare(label.start_line, Some(&expected), Some(&found), expected == found);
    }
    tally
}

/// Titles are verbatim. That a page prints none is an answer too.
pub fn titles(pairs: &[Pair]) -> Tally {
    let mut tally = Tally::new("titles");
    for pair in pairs {
        let expected = pair.label.and_then(|label| label.title.as_deref());
        let found = pair.article.and_then(|article| article.title.as_deref());
        let agree = pair.both().is_some() && expected.map(plain) == found.map(plain);
        let before = tally.slips.len();
        tally.compare(line(pair), expected, found, agree);
        let stolen = |found: &str| {
            pair.label.is_some_and(|label| {
                let heads = label.section_heads.iter().map(|head| &head.text);
                heads
                    .chain(&label.title_must_not_be)
                    .chain(&label.standing_head)
                    .any(|head| plain(head) == plain(found))
            })
        };
        if found.is_some_and(stolen) {
            tally.slips[before..].iter_mut().for_each(|slip| slip.why = Some("stolen".into()));
        }
    }
    tally
}

pub fn columns(pairs: &[Pair]) -> Tally {
    let mut tally = Tally::new("columns of articles");
    for pair in pairs {
        let expected = pair.label.and_then(|label| label.standing_head.as_deref());
        let found = pair.article.and_then(|article| article.standing_head.as_deref());
        if expected.is_none() && found.is_none() {
            continue;
        }
        let agree = |label: Option<&str>| label.map(plain) == found.map(plain);
        let accepted =
            pair.label.is_some_and(|label| label.standing_head_accept.iter().any(|head| agree(head.as_deref())));
        tally.compare(line(pair), expected, found, agree(expected) || accepted);
    }
    tally
}

pub fn kinds(pairs: &[Pair]) -> Tally {
    let mut tally = Tally::new("kinds of articles");
    for (label, article) in pairs.iter().filter_map(Pair::both) {
        let found = match article.kind {
            ArticleKind::News => "news",
            ArticleKind::Profile => "profile",
            ArticleKind::Photo => "photo",
        };
        let means = |kind: &str| kind == found || (found == "photo" && kind.starts_with("photo"));
        let accepted = label.kind_accept.iter().any(|kind| means(kind)) || label.kind_note.contains(found);
        tally.compare(label.start_line, Some(&label.kind), Some(found), means(&label.kind) || accepted);
    }
    tally
}

pub fn counties(pairs: &[Pair]) -> Tally {
    let mut tally = Tally::new("counties");
    for pair in pairs {
        let expected = pair.label.and_then(|label| label.county.as_deref());
        let found = pair.article.and_then(|article| article.county.as_deref());
        let accepted = |label: &ArticleLabel| label.county_accept.iter().any(|county| county.as_deref() == found);
        let agree = pair.both().is_some() && (expected == found || pair.label.is_some_and(accepted));
        tally.compare(line(pair), expected, found, agree);
    }
    tally
}

pub fn years(pairs: &[Pair]) -> Tally {
    let mut tally = Tally::new("years of articles");
    for (label, article) in pairs.iter().filter_map(Pair::both) {
        year(&mut tally, label.start_line, (label.year, &label.year_accept, label.year_basis), article.year);
    }
    tally
}

/// Counts a year. To give none where there is nothing but the issue's date is to abstain: a miss, never a false find.
pub fn year(
    tally: &mut Tally,
    line: u32,
    (expected, accept, basis): (Option<i16>, &[Option<i16>], Option<BasisLabel>),
    found: Option<i16>,
) {
    let agree = expected == found || accept.contains(&found);
    let text = |year: i16| year.to_string();
    let why = match basis {
        Some(BasisLabel::Issue) if found.is_none() => Some("abstained"),
        _ => None,
    };
    let before = tally.slips.len();
    tally.compare(line, expected.map(text).as_deref(), found.map(text).as_deref(), agree);
    tally.slips[before..].iter_mut().for_each(|slip| slip.why = why.map(str::to_owned));
}

/// What a year rests on, as the labels have it.
pub fn basis(basis: Basis) -> BasisLabel {
    match basis {
        Basis::Explicit => BasisLabel::Explicit,
        Basis::Relative => BasisLabel::Relative,
        Basis::Inherited => BasisLabel::Inherited,
        Basis::Issue => BasisLabel::Issue,
        Basis::None => BasisLabel::None,
    }
}

pub fn reporters(pairs: &[Pair]) -> Tally {
    let labelled = |label: &'_ ArticleLabel| (label.reporters.clone(), label.reporters_accept.clone());
    people("reporters", pairs, labelled, |article| &article.reporters)
}

pub fn correspondents(pairs: &[Pair]) -> Tally {
    let labelled = |label: &'_ ArticleLabel| (label.correspondents.clone(), label.correspondents_accept.clone());
    people("correspondents", pairs, labelled, |article| &article.correspondents)
}

pub fn photographers(pairs: &[Pair]) -> Tally {
    let labelled = |label: &'_ ArticleLabel| (label.photographers.clone(), label.photographers_accept.clone());
    people("photographers", pairs, labelled, |article| &article.photographers)
}

/// Names of one role. A name that is only accepted stands for one that is labelled and not found itself.
fn people(
    field: &'static str,
    pairs: &[Pair],
    labelled: impl Fn(&ArticleLabel) -> (Vec<String>, Vec<String>),
    read: impl Fn(&Article) -> &[String],
) -> Tally {
    let mut tally = Tally::new(field);
    for pair in pairs {
        let (mut expected, accepted) = pair.label.map(&labelled).unwrap_or_default();
        let found: &[String] = pair.article.map_or(&[], |article| read(article));
        let mut others = Vec::new();
        for name in found {
            match expected.iter().position(|label| bare(label) == bare(name)) {
                Some(place) => {
                    expected.swap_remove(place);
                    tally.right();
                }
                None => others.push(name),
            }
        }
        for name in others {
            if accepted.iter().any(|label| bare(label) == bare(name)) && expected.pop().is_some() {
                tally.right();
            } else {
                tally.false_find(line(pair), name);
            }
        }
        for name in expected {
            tally.missed(line(pair), name);
        }
    }
    tally
}

fn line(pair: &Pair) -> u32 {
    pair.label.map(|label| label.start_line).or(pair.article.map(|article| article.start_line)).unwrap_or(1)
}
