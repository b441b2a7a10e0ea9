use yew::prelude::*;

use crate::view::{Action, Language, Pane, Text};

/// What a narrow page turns between; a wide one shows all of it and hides this.
pub fn panes(language: Language, pane: Pane, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="panes">
            {for Pane::ALL.into_iter().map(|choice| {
                let words = match choice {
                    Pane::Articles => Text::Articles,
                    Pane::County => Text::ByCounty,
                    Pane::Year => Text::ByYear,
                };
                let onclick = dispatch.reform(move |_: MouseEvent| Action::Turn(choice));
                html! {
                    <button type="button" aria-pressed={(choice == pane).to_string()} {onclick}>
                        {words.in_language(language)}
                    </button>
                }
            })}
        </div>
    }
}
