//! Names told by a part of them: by what brackets say they are called, or without the place and the head.

use std::collections::HashSet;

use super::candidate::{Candidate, Evidence};
use super::name::Name;
use super::passage::Passage;
use crate::model::{Initiative, InitiativeKind};

/// 夏季治安整治行动（简称“夏季行动”）: whether a name says in brackets what the one before it is called.
pub(super) fn is_short_form(chars: &[char], long: &Candidate, short: &Candidate) -> bool {
    let between: String = chars.get(long.end..short.start).unwrap_or_default().iter().collect();
    matches!(between.replace('(', "（").as_str(), "（简称" | "（以下简称" | "（下称" | "（简称：")
}

/// Where a passage tells of something by the short form of a name told before: 市民中心 after 云溪县市民中心.
pub(super) fn told_again(
    passage: &Passage,
    mentions: &[Candidate],
    initiatives: &[(Vec<Name>, Initiative)],
) -> Vec<(Candidate, Name)> {
    let here = mentions
        .iter()
        .filter(|one| one.evidence != Evidence::Counted)
        .map(|one| (Name::new(passage, one), one.kind, one.end));
    let before = initiatives
        .iter()
        .filter_map(|(names, one)| Some((names.first()?.clone(), one.kind, 0)))
        .filter(|(name, ..)| name.evidence != Evidence::Counted);
    let mut is_taken = vec![false; passage.chars.len()];
    mentions.iter().for_each(|one| is_taken[one.start..one.end].fill(true));
    let mut again: Vec<(Candidate, Name)> = Vec::new();
    // What a later name is called by the same words for has been found for the first.
    let mut seen = HashSet::new();
    for (name, kind, from) in before.chain(here) {
        let Some(short) = name.short().filter(|_| kind != InitiativeKind::Award) else { continue };
        let short: Vec<char> = short.chars().collect();
        if !seen.insert(short.clone()) {
            continue;
        }
        for start in from..(passage.chars.len() + 1).saturating_sub(short.len()) {
            let end = start + short.len();
            if passage.chars[start..end] == short[..] && !is_taken[start..end].contains(&true) {
                is_taken[start..end].fill(true);
                again.push((Candidate { start, end, kind, evidence: Evidence::Recurring }, name.clone()));
            }
        }
    }
    again
}
