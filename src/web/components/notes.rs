use yew::prelude::*;

use crate::model::Note;
use crate::view::{Action, Language, Text};

/// What a reader should know about how the query was taken.
pub fn notes(language: Language, notes: &[Note], dispatch: &Callback<Action>) -> Html {
    html! {
        if !notes.is_empty() {
            <ul class="notes">
                {for notes.iter().map(|note| html! {
                    <li>
                        <span lang="zh-CN">{&note.text}</span>
                        {note.suggestion.as_ref().map(|suggestion| {
                            let query = suggestion.clone();
                            let onclick = dispatch.reform(move |_: MouseEvent| Action::Ask(query.clone()));
                            html! {
                                <>
                                    {" "}{Text::Try.in_language(language)}
                                    <button type="button" class="link" {onclick}>{suggestion}</button>
                                </>
                            }
                        })}
                    </li>
                })}
            </ul>
        }
    }
}
