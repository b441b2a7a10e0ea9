use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/static/js/recent.js")]
extern "C" {
    /// The text of recent queries that is kept on the device, see [`crate::view::recent`].
    pub fn kept() -> String;
    /// Keeps such a text.
    pub fn keep(text: &str);
}
