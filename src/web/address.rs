use gloo::utils::window;
use wasm_bindgen::JsValue;

use crate::view::{Language, State, Step, foreign, permalink, restore, step};

/// The language that a page speaks unasked: of its `lang` attribute, else of the browser.
pub fn native_language(lang: Option<&str>) -> Language {
    let browser = || window().navigator().language();
    lang.and_then(Language::from_tag).or_else(|| Language::from_tag(&browser()?)).unwrap_or_default()
}

/// The state that the address bar tells.
pub fn told(native: Language) -> State {
    restore(&window().location().search().unwrap_or_default(), native)
}

/// Writes a state to the address bar, where it says something else; `before` is the state that was shown. What others have
/// written there stays.
pub fn write(before: &State, state: &State, native: Language) {
    let search = window().location().search().unwrap_or_default();
    let mut link = permalink(state, native);
    let others = foreign(&search);
    link.push_str(if link.is_empty() { others.strip_prefix('&').unwrap_or_default() } else { &others });
    if !link.is_empty() && !link.starts_with('?') {
        link.insert(0, '?');
    }
    if link == search {
        return;
    }
    let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) else { return };
    let address = Some(path + &link);
    // A document without an address of its own (an opaque origin) refuses; the page works without.
    let _ = match step(before, state) {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", address.as_deref()),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", address.as_deref()),
    };
}

/// The address of the folder that the document is in; `None` where others could not open it.
pub fn folder() -> Option<String> {
    let (origin, path) = (window().location().origin().ok()?, window().location().pathname().ok()?);
    let folder = path.rsplit_once('/')?.0;
    origin.starts_with("http").then(|| [&origin, folder, "/"].concat())
}

/// Whether the address asks for the search box: an installed page's shortcut does.
pub fn wants_search() -> bool {
    window().location().hash().is_ok_and(|hash| hash == "#search")
}
