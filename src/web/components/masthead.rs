use yew::prelude::*;

use crate::model::Info;
use crate::view::{Action, Language, Phrase, Text, Theme, period};

/// The name of the page, what it is, and how much is in it.
pub fn masthead(language: Language, theme: Theme, info: Option<&Info>, dispatch: &Callback<Action>) -> Html {
    let home = dispatch.reform(|event: MouseEvent| {
        event.prevent_default();
        Action::Ask(String::new())
    });
    html! {
        <header class="masthead">
            <div class="nameplate">
                <h1><a href="?" onclick={home}>{Text::Name.in_language(language)}</a></h1>
                <p class="ear">{Text::Claim.in_language(language)}</p>
            </div>
            <div class="dateline">
                <p class="holdings">{info.map(|info| holdings(info, language))}</p>
                <div class="settings">
                    {language_button(language, dispatch)}
                    {theme_buttons(theme, language, dispatch)}
                </div>
            </div>
        </header>
    }
}

/// Region, articles, initiatives, since when.
fn holdings(info: &Info, language: Language) -> Html {
    let span = info.first_date.zip(info.last_date).map(|(first, last)| period(first, last, language));
    let facts = [
        info.region.clone(),
        Some(Phrase::Articles(info.articles).in_language(language)),
        Some(Phrase::Initiatives(info.initiatives).in_language(language)),
        span,
    ];
    facts.into_iter().flatten().map(|fact| html! { <span>{fact}</span> }).collect()
}

fn language_button(language: Language, dispatch: &Callback<Action>) -> Html {
    let other = language.pick(Language::En, Language::ZhCn);
    let onclick = dispatch.reform(move |_: MouseEvent| Action::Speak(other));
    html! {
        <button type="button" lang={other.tag()} {onclick}>{Text::OtherLanguage.in_language(language)}</button>
    }
}

/// The style sheet shows the one button that changes something.
fn theme_buttons(theme: Theme, language: Language, dispatch: &Callback<Action>) -> Html {
    let button = |to: Theme, class: &'static str, words: Text| {
        let onclick = dispatch.reform(move |_: MouseEvent| Action::Shade(to));
        html! { <button type="button" {class} {onclick}>{words.in_language(language)}</button> }
    };
    html! {
        <>
            if theme != Theme::Dark {
                {button(Theme::Dark, "to-dark", Text::ToDark)}
            }
            if theme != Theme::Light {
                {button(Theme::Light, "to-light", Text::ToLight)}
            }
        </>
    }
}
