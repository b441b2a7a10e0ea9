use super::candidate::{Evidence, candidates};
use super::measure::measures;
use crate::extract::figure::find_figures;
use crate::model::InitiativeKind;

/// The name of an initiative in one text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FoundInitiative {
    /// The name, quotes as printed.
    pub name: String,
    /// What it is.
    pub kind: InitiativeKind,
    /// The first character (Unicode scalar values).
    pub start: u32,
    /// The character after the last.
    pub end: u32,
}

/// The initiatives that one text names or counts, in order. What only its repetition in an article would prove is left out.
pub fn find_named(text: &str) -> Vec<FoundInitiative> {
    let chars: Vec<char> = text.chars().collect();
    let figures = find_figures(text);
    let mut found: Vec<_> =
        candidates(&chars, &figures).into_iter().filter(|candidate| candidate.evidence == Evidence::Proven).collect();
    for measure in measures(&chars, &figures) {
        if found.iter().all(|other| measure.end <= other.start || other.end <= measure.start) {
            found.push(measure);
        }
    }
    found.sort_by_key(|candidate| candidate.start);
    found
        .into_iter()
        .map(|candidate| FoundInitiative {
            name: chars[candidate.start..candidate.end].iter().collect(),
            kind: candidate.kind,
            start: candidate.start as u32,
            end: candidate.end as u32,
        })
        .collect()
}
