use yew::prelude::*;

use crate::model::Facets as Counts;
use crate::view::{Action, FilterKey, Language, Phrase, Text, chosen, same_county};

/// Choices of county and year, each with the number of articles that it would give.
pub fn facets(language: Language, query: &str, choices: &Counts, dispatch: &Callback<Action>) -> Html {
    let words = |text: Text| text.in_language(language);
    let counties = choices.county.clone();
    let years = choices.year.iter().map(|&(year, count)| (year.to_string(), count)).collect();
    let group = |key: FilterKey, title: Text, entries: Vec<(String, u32)>| {
        let present = chosen(query, key);
        html! {
            if !entries.is_empty() {
                <section class="facet-group">
                    <h2>{words(title)}</h2>
                    <ul>{for entries.into_iter().map(|(name, count)| {
                        let pressed = present
                            .as_deref()
                            .is_some_and(|value| value == name || key == FilterKey::County && same_county(&name, value));
                        entry(key, name, count, pressed, language, dispatch)
                    })}</ul>
                </section>
            }
        }
    };
    html! {
        <nav class="facets" aria-label={words(Text::Filters)}>
            {group(FilterKey::County, Text::County, counties)}
            {group(FilterKey::Year, Text::Year, years)}
        </nav>
    }
}

fn entry(
    key: FilterKey,
    name: String,
    count: u32,
    pressed: bool,
    language: Language,
    dispatch: &Callback<Action>,
) -> Html {
    let said = Phrase::Articles(count).in_language(language);
    let onclick = {
        let name = name.clone();
        dispatch.reform(move |_: MouseEvent| Action::Toggle(key, name.clone()))
    };
    html! {
        <li key={name.clone()}>
            <button
                type="button" data-baoyan="facet" data-key={key.name()} data-value={name.clone()}
                aria-pressed={pressed.to_string()} {onclick}
            >
                <span>{name}</span>{" "}
                <span class="count" aria-hidden="true">{count}</span><span class="visually-hidden">{said}</span>
            </button>
        </li>
    }
}
