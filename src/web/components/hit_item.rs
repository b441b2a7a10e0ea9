use yew::prelude::*;

use super::marked::marked;
use crate::model::Hit;
use crate::view::{Language, Phrase, Text, date, highlighted};

const MOST_INITIATIVES: usize = 5;

/// One article that was found.
pub fn hit_item(language: Language, hit: &Hit, href: String, open: &Callback<String>) -> Html {
    let onclick = {
        let (open, id) = (open.clone(), hit.id.clone());
        Callback::from(move |event: MouseEvent| {
            // A click that asks for a new tab or window is the browser's.
            if event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key() {
                event.prevent_default();
                open.emit(id.clone());
            }
        })
    };
    let title = hit.title.as_deref().or(hit.display_title.as_deref());
    let title = title.unwrap_or(Text::Untitled.in_language(language));
    let facts = [
        hit.county.clone(),
        hit.date.map(|range| date(range, language)),
        hit.page.as_deref().map(|page| Phrase::Page(page).in_language(language)),
        (!hit.names.is_empty()).then(|| hit.names.join(Text::Joint.in_language(language))),
    ];
    let initiatives: Vec<&str> = hit.initiatives.iter().take(MOST_INITIATIVES).map(String::as_str).collect();
    html! {
        <li key={hit.id.clone()} class="hit" data-baoyan="result" data-id={hit.id.clone()}>
            if let Some(head) = &hit.standing_head {
                <p class="eyebrow" lang="zh-CN">{head}</p>
            }
            <h3 lang="zh-CN">
                <a data-baoyan="result-title" {href} {onclick}>{marked(highlighted(title, &hit.title_highlights))}</a>
                if hit.title.is_none() {
                    <small class="own-title" lang={language.tag()}>{Text::OwnTitle.in_language(language)}</small>
                }
            </h3>
            <p class="facts">
                {for facts.into_iter().flatten().map(|fact| html! { <span>{fact}</span> })}
            </p>
            <p class="snippet" lang="zh-CN">{marked(highlighted(&hit.snippet.text, &hit.snippet.highlights))}</p>
            if !initiatives.is_empty() {
                <p class="found">
                    <span class="label">{Text::Initiatives.in_language(language)}</span>
                    <span lang="zh-CN">{initiatives.join("　")}</span>
                    if hit.initiatives.len() > MOST_INITIATIVES {
                        <span class="quiet">{format!(" +{}", hit.initiatives.len() - MOST_INITIATIVES)}</span>
                    }
                </p>
            }
        </li>
    }
}
