use web_sys::{Element, HtmlElement, ShadowRoot};
use yew::prelude::*;

use crate::model::Initiative;
use crate::view::{Language, Phrase, Text};

/// What an article tells was done, each with the place it is told at.
pub fn initiative_list(language: Language, initiatives: &[Initiative]) -> Html {
    html! {
        <aside class="initiatives" aria-label={Text::Initiatives.in_language(language)}>
            <h3>{Text::Initiatives.in_language(language)}<span class="count">{initiatives.len()}</span></h3>
            if initiatives.is_empty() {
                <p class="quiet">{Text::NoInitiatives.in_language(language)}</p>
            }
            <ol>{for initiatives.iter().enumerate().map(|(place, initiative)| item(place, initiative, language))}</ol>
        </aside>
    }
}

fn item(place: usize, initiative: &Initiative, language: Language) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| show(&event, place));
    html! {
        <li>
            <button type="button" class="link" lang="zh-CN" {onclick}>{&initiative.name}</button>
            if !initiative.figures.is_empty() {
                <ul class="figures" lang="zh-CN">
                    {for initiative.figures.iter().map(|figure| html! { <li>{&figure.text}</li> })}
                </ul>
            }
            <p class="quiet">
                <span>{Phrase::Year(initiative.year, initiative.year_basis).in_language(language)}</span>
                <span>{Phrase::Line(initiative.line).in_language(language)}</span>
            </p>
        </li>
    }
}

/// Moves to where the article names the initiative first.
fn show(event: &MouseEvent, place: usize) {
    let root = event.target_dyn_into::<Element>().map(|button| button.get_root_node());
    let named = root
        .and_then(|root| wasm_bindgen::JsCast::dyn_into::<ShadowRoot>(root).ok())
        .and_then(|root| root.query_selector(&format!("[data-initiative='{place}']")).ok().flatten())
        .and_then(|element| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(element).ok());
    if let Some(named) = named {
        // An element with a tabindex can take the focus; the browser brings it into view.
        let _ = named.focus();
    }
}
