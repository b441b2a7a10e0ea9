use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::view::{Action, Language, Text};
use crate::web::hooks::{use_composition, use_shortcut};

#[derive(Clone, PartialEq, Properties)]
pub struct SearchBoxProps {
    pub host: HtmlElement,
    pub language: Language,
    pub query: AttrValue,
    pub dispatch: Callback<Action>,
}

/// The box that a reader asks in. It answers as one types, but not while an input method is composing.
#[component]
pub fn SearchBox(SearchBoxProps { host, language, query, dispatch }: &SearchBoxProps) -> Html {
    let input = use_node_ref();
    let typed = use_callback((input.clone(), dispatch.clone()), |(), (input, dispatch)| {
        if let Some(input) = input.cast::<HtmlInputElement>() {
            dispatch.emit(Action::Type(input.value()));
        }
    });
    let composing = use_composition(&input, typed.clone());
    use_shortcut(host, &input);
    {
        // The box is written to only when the query comes from elsewhere: writing to it would end a composition.
        let input = input.clone();
        use_effect_with(query.clone(), move |query| {
            if let Some(input) = input.cast::<HtmlInputElement>()
                && !composing.get()
                && input.value() != query.as_str()
            {
                input.set_value(query);
            }
        });
    }

    let oninput = Callback::from(move |event: InputEvent| {
        if !event.is_composing() {
            typed.emit(());
        }
    });
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            // While composing, Enter and Escape belong to the input method; 229 is what it sends for its own keys.
            let composing = event.is_composing() || event.key_code() == 229;
            match event.key().as_str() {
                "Enter" if composing => event.prevent_default(),
                "Escape" if !composing => dispatch.emit(Action::Type(String::new())),
                _ => {}
            }
        })
    };
    let onsubmit = dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Submit
    });
    let clear = {
        let (input, dispatch) = (input.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Ask(String::new()));
            if let Some(input) = input.cast::<HtmlElement>() {
                // An input that is shown can take the focus.
                let _ = input.focus();
            }
        })
    };
    let words = |text: Text| text.in_language(*language);
    html! {
        <form class="search" role="search" {onsubmit}>
            <label for="query">{words(Text::SearchLabel)}</label>
            <div class="field">
                <input
                    id="query" ref={input} type="text" data-baoyan="search-input" placeholder={words(Text::SearchHint)}
                    autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-keyshortcuts="/"
                    {oninput} {onkeydown}
                />
                if query.is_empty() {
                    <kbd aria-hidden="true">{"/"}</kbd>
                } else {
                    <button type="button" class="clear" aria-label={words(Text::Clear)} onclick={clear}>{"×"}</button>
                }
            </div>
        </form>
    }
}
