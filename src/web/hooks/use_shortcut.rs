use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

/// `/` moves the focus into `input`, unless the reader is typing somewhere.
#[hook]
pub fn use_shortcut(host: &HtmlElement, input: &NodeRef) {
    let (host, input) = (host.clone(), input.clone());
    use_effect_with((), move |()| {
        let listener = host.owner_document().map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let plain = event.key() == "/" && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
                // Inside shadow roots only the composed path tells where the key was pressed.
                let typing = event.composed_path().get(0).dyn_ref::<Element>().is_some_and(takes_text);
                if let Some(input) = input.cast::<HtmlInputElement>().filter(|_| plain && !typing) {
                    event.prevent_default();
                    // An input that is shown can take the focus.
                    let _ = input.focus();
                    input.select();
                }
            })
        });
        move || drop(listener)
    });
}

fn takes_text(element: &Element) -> bool {
    let editable = element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    editable || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}
