//! Expressions of time: whether each was found, and whether it was resolved to the right days.

use std::cmp::Reverse;

use super::alignment::Pair;
use super::labels::{DateLabel, PageLabels};
use super::names::bare;
use super::period::Period;
use super::tally::Tally;
use crate::model::DateMention;

/// Bare words of time that no label lists and no find is blamed for.
const SKIPPED: [&str; 6] = ["以前", "以后", "早日", "白天", "晚上", "小时候"];

/// The tallies of the expressions and of what they were resolved to. A label that is not scored absorbs its find.
pub fn dates(labels: &PageLabels, pairs: &[Pair]) -> [Tally; 2] {
    let mut expressions = Tally::new("dates: expressions");
    let mut resolved = Tally::new("dates: resolved");
    let issue = Issue::new(labels);
    for pair in pairs {
        let labels: &[DateLabel] = pair.label.map_or(&[], |label| &label.dates);
        let found: &[DateMention] = pair.article.map_or(&[], |article| &article.dates);
        let find_of = matched(labels, found);
        for (label, find) in labels.iter().zip(&find_of) {
            let expected =
                || format!("{}{}", label.text, label.resolved.map(|days| format!(" = {days}")).unwrap_or_default());
            match find.and_then(|place| found.get(place)) {
                _ if !label.scored => {}
                None if label.accept.contains(&None) => {}
                None => {
                    expressions.missed(label.line, &label.text);
                    resolved.missed(label.line, expected());
                }
                Some(find) => {
                    expressions.right();
                    if issue.agrees(label, find) {
                        resolved.right();
                    } else {
                        resolved.wrong(label.line, expected(), described(find));
                    }
                }
            }
        }
        for (place, find) in found.iter().enumerate() {
            if !find_of.contains(&Some(place)) && !SKIPPED.contains(&find.text.as_str()) {
                expressions.false_find(find.line, &find.text);
                resolved.false_find(find.line, described(find));
            }
        }
    }
    [expressions, resolved]
}

/// For each label the find that is it: on its lines, with its words or a part of them; each find once.
fn matched(labels: &[DateLabel], found: &[DateMention]) -> Vec<Option<usize>> {
    let mut candidates = Vec::new();
    for (l, label) in labels.iter().enumerate() {
        let lines = label.line..=label.end_line.unwrap_or(label.line);
        for (f, find) in found.iter().enumerate().filter(|(_, find)| lines.contains(&find.line)) {
            let (a, b) = (bare(&label.text), bare(&find.text));
            if !b.is_empty() && (a.contains(&b) || b.contains(&a)) {
                candidates.push((a == b, l, f));
            }
        }
    }
    candidates.sort_by_key(|&(equal, l, f)| (Reverse(equal), l, f));
    let mut find_of = vec![None; labels.len()];
    for (_, l, f) in candidates {
        if find_of[l].is_none() && !find_of.contains(&Some(f)) {
            find_of[l] = Some(f);
        }
    }
    find_of
}

/// When the paper appeared, as far as the labels know.
struct Issue {
    accepted: Vec<Period>,
    year: Option<i16>,
}

impl Issue {
    fn new(labels: &PageLabels) -> Issue {
        let value = labels.issue_date.value.as_deref();
        let accepted = value.into_iter().chain(labels.issue_date.accept.iter().flatten().map(String::as_str));
        let accepted: Vec<Period> = accepted.filter_map(|value| value.parse().ok()).collect();
        Issue { year: accepted.first().and_then(|issue| issue.last_year()), accepted }
    }

    /// Whether the find has the label's days. Where those are the issue's own date, each accepted date of the issue
    /// will do.
    fn agrees(&self, label: &DateLabel, find: &DateMention) -> bool {
        let means = |days: &Option<Period>| match days {
            Some(days) => days.means(find.from, find.to, self.year),
            None => find.from.is_none() && find.to.is_none(),
        };
        let at_issue = label.resolved.is_some() && label.resolved == self.accepted.first().copied();
        let by_issue = at_issue && self.accepted.iter().any(|days| means(&Some(*days)));
        means(&label.resolved) || label.accept.iter().any(means) || by_issue
    }
}

fn described(find: &DateMention) -> String {
    let end = |day: Option<crate::model::Day>| day.map_or("..".to_owned(), |day| day.to_string());
    format!("{} = {}/{}", find.text, end(find.from), end(find.to))
}
