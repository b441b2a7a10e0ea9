use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/static/js/screen.js")]
extern "C" {
    /// Whether a part of the page can have the whole screen.
    #[wasm_bindgen(js_name = canFill)]
    pub fn can_fill() -> bool;

    /// Gives a part of the page the whole screen, or takes it back.
    pub fn fill(part: &JsValue);
}
