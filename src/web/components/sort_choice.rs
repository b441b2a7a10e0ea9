use super::choice::choice;
use crate::model::Sort;
use crate::view::{Action, Text};
use crate::web::pen::Pen;

const CHOICES: [(Sort, Text); 3] =
    [(Sort::Relevance, Text::SortRelevance), (Sort::Newest, Text::SortNewest), (Sort::Oldest, Text::SortOldest)];

/// The order of the hits.
pub fn sort_choice(pen: &mut Pen, present: Sort) {
    pen.element("div.sort", |pen| {
        pen.set("role", "group");
        pen.label(Text::SortLabel);
        CHOICES.into_iter().for_each(|(sort, words)| {
            choice(pen, Action::Sort(sort), words.in_language(pen.language), sort == present)
        });
    });
}
