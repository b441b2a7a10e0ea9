use yew::prelude::*;

use super::hit_item::hit_item;
use crate::model::Answer;
use crate::view::{Action, Language, State, Text, permalink};

/// The articles found, or that there are none.
pub fn results(
    answer: &Answer,
    state: &State,
    native: Language,
    open: &Callback<String>,
    dispatch: &Callback<Action>,
) -> Html {
    let language = state.language;
    let words = |text: Text| text.in_language(language);
    if answer.hits.is_empty() {
        let (head, hint) = if state.query.trim().is_empty() {
            (Text::EmptyArchive, None)
        } else {
            (Text::NothingFound, Some(Text::NothingHint))
        };
        return html! {
            <div class="nothing">
                <p>{words(head)}</p>
                {hint.map(|hint| html! { <p class="quiet">{words(hint)}</p> })}
            </div>
        };
    }
    let more = dispatch.reform(|_: MouseEvent| Action::More);
    html! {
        <>
            <ol class="hits">
                {for answer.hits.iter().map(|hit| {
                    let opened = State { article: Some(hit.id.clone()), ..state.clone() };
                    let link = permalink(&opened, native);
                    hit_item(language, hit, link, open)
                })}
            </ol>
            if (answer.hits.len() as u64) < u64::from(answer.total) {
                <button type="button" class="button more" onclick={more}>{words(Text::More)}</button>
            }
        </>
    }
}
