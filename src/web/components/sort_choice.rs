use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::model::Sort;
use crate::view::{Action, Language, Text};

const CHOICES: [(Sort, &str, Text); 3] = [
    (Sort::Relevance, "relevance", Text::SortRelevance),
    (Sort::Newest, "newest", Text::SortNewest),
    (Sort::Oldest, "oldest", Text::SortOldest),
];

/// The order of the hits.
pub fn sort_choice(language: Language, sort: Sort, dispatch: &Callback<Action>) -> Html {
    let onchange = dispatch.reform(|event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        let found = CHOICES.iter().find(|(_, name, _)| value.as_deref() == Some(name));
        Action::Sort(found.map_or(Sort::default(), |&(sort, ..)| sort))
    });
    html! {
        <label class="sort">
            <span>{Text::SortLabel.in_language(language)}</span>
            <select {onchange}>
                {for CHOICES.iter().map(|&(choice, value, words)| html! {
                    <option {value} selected={choice == sort}>{words.in_language(language)}</option>
                })}
            </select>
        </label>
    }
}
