//! The items of an exposition: 一是部门联动。… 二是普法进校。…

use super::clause::sentence;
use super::mention::{Mention, is_counted_mention};
use super::passage::Passage;
use crate::model::InitiativeKind;

/// An item of an exposition, and which one it is.
pub(super) struct Item {
    /// Its place among the others, from 1.
    ordinal: usize,
    /// Where the first item of the passage begins.
    first: usize,
    /// Where it begins itself.
    start: usize,
}

impl Item {
    /// The item that a place stands in, where it names no initiative of its own before that place.
    pub(super) fn of(passage: &Passage, at: usize) -> Option<Item> {
        let items = &passage.items[..passage.items.partition_point(|&(start, _)| start < at)];
        let (&(first, _), &(start, ordinal)) = (items.first()?, items.last()?);
        let names_own = passage
            .mentions
            .iter()
            .any(|mention| (start..at).contains(&mention.candidate.start) && !is_counted_mention(passage, mention));
        (!names_own).then_some(Item { ordinal, first, start })
    }

    /// What the exposition is about: of a list of names before it (建立…、…等三项机制) the one that this item tells of,
    /// else the name last told.
    pub(super) fn owner(&self, passage: &Passage, earlier: &[Passage]) -> Option<usize> {
        let before = |mention: &&Mention| mention.candidate.start < self.first;
        let here: Vec<&Mention> = passage.mentions.iter().filter(before).collect();
        // Where items name what they tell of, one that does not tells of nothing named.
        let is_named =
            |mention: &Mention| mention.candidate.start < self.start && !is_counted_mention(passage, mention);
        let told = if here.is_empty() && passage.mentions.iter().any(is_named) {
            None
        } else if here.is_empty() {
            earlier
                .iter()
                .rev()
                .find(|one| !one.mentions.is_empty() && one.items.first().is_none_or(|&(start, _)| start > 0))
                .map(|one| (one, one.mentions.iter().collect()))
        } else {
            Some((passage, here))
        };
        let (passage, mut told) = told?;
        told.retain(|one| one.candidate.kind != InitiativeKind::Award && !is_counted_mention(passage, one));
        let last = told.last()?;
        let (from, to) = sentence(&passage.chars, last.candidate.start);
        let mut listed: Vec<usize> = Vec::new();
        for mention in told.iter().filter(|mention| (from..to).contains(&mention.candidate.start)) {
            if !listed.contains(&mention.initiative) {
                listed.push(mention.initiative);
            }
        }
        let is_list = listed.len() > 1 && self.ordinal <= listed.len();
        Some(if is_list { listed[self.ordinal - 1] } else { last.initiative })
    }
}
