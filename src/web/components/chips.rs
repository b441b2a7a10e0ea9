use yew::prelude::*;

use crate::view::{Action, FilterKey, Language, Text, filters};

/// The filters of the query, each with a way to undo it.
pub fn chips(language: Language, query: &str, dispatch: &Callback<Action>) -> Html {
    let filters = filters(query);
    if filters.is_empty() {
        return Html::default();
    }
    let words = |text: Text| text.in_language(language);
    let clear = dispatch.reform(|_: MouseEvent| Action::ClearFilters);
    html! {
        <ul class="chips" aria-label={words(Text::Filters)}>
            {for filters.into_iter().map(|filter| {
                let name = words(name(filter.key));
                let label = format!("{}{name} {}", words(Text::RemoveFilter), filter.value);
                let value = filter.value.clone();
                let onclick =
                    dispatch.reform(move |_: MouseEvent| Action::Toggle(filter.key, filter.value.clone()));
                html! {
                    <li>
                        <button type="button" class="chip" aria-label={label} {onclick}>
                            <span class="quiet">{name}</span>{" "}{value}<span aria-hidden="true">{" ×"}</span>
                        </button>
                    </li>
                }
            })}
            <li><button type="button" class="link" onclick={clear}>{words(Text::ClearFilters)}</button></li>
        </ul>
    }
}

fn name(key: FilterKey) -> Text {
    match key {
        FilterKey::County => Text::County,
        FilterKey::Year => Text::Year,
        FilterKey::InitiativeYear => Text::InitiativeYear,
        FilterKey::Reporter => Text::Reporter,
        FilterKey::Page => Text::Page,
        FilterKey::Title => Text::Title,
    }
}
