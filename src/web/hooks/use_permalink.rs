use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::view::{Action, Language, State, Step, permalink, reduce, restore, step};

/// The state as Yew holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown(pub State);

impl Reducible for Shown {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Shown(reduce(self.0.clone(), action)))
    }
}

/// The language that a page speaks unasked: of its `lang` attribute, else of the browser.
pub fn native_language(lang: Option<&str>) -> Language {
    let browser = || web_sys::window().and_then(|window| window.navigator().language());
    lang.and_then(Language::from_tag).or_else(|| Language::from_tag(&browser()?)).unwrap_or_default()
}

/// The state of the page. Where it owns the address bar it begins as the address says, every change is written there,
/// and Back and Forward restore it.
#[hook]
pub fn use_permalink(native: Language, owns_address: bool) -> UseReducerHandle<Shown> {
    let state = use_reducer_eq(|| {
        let search = if owns_address { search() } else { String::new() };
        Shown(restore(&search, native))
    });
    {
        let dispatcher = state.dispatcher();
        use_effect_with((native, owns_address), move |&(native, owns_address)| {
            let listener = web_sys::window().filter(|_| owns_address).map(|window| {
                EventListener::new(&window, "popstate", move |_| {
                    dispatcher.dispatch(Action::Restore(restore(&search(), native)));
                })
            });
            move || drop(listener)
        });
    }
    {
        let (dispatcher, spoken) = (state.dispatcher(), use_mut_ref(|| native));
        use_effect_with(native, move |&native| {
            if spoken.replace(native) != native {
                dispatcher.dispatch(Action::Speak(native));
            }
        });
    }
    {
        let written = use_mut_ref(|| state.0.clone());
        use_effect_with((state.0.clone(), native), move |(state, native)| {
            let before = written.replace(state.clone());
            if owns_address && permalink(state, *native) != permalink(&restore(&search(), *native), *native) {
                write(&permalink(state, *native), step(&before, state));
            }
        });
    }
    state
}

/// The query string of the present address.
fn search() -> String {
    web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

fn write(link: &str, step: Step) {
    let Some(window) = web_sys::window() else { return };
    let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) else { return };
    let address = format!("{path}{link}");
    // A document without an address of its own (an opaque origin) refuses; the page works without.
    let _ = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}
