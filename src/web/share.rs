use gloo::utils::window;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/static/js/share.js")]
extern "C" {
    /// Whether the browser shares by its own means.
    #[wasm_bindgen(js_name = canShare)]
    pub fn can_share() -> bool;

    /// Shares a link by the browser's own means.
    pub fn share(title: &str, url: &str);

    #[wasm_bindgen(catch, js_name = copy)]
    async fn write(text: &str) -> Result<JsValue, JsValue>;
}

/// Copies a text; whether the browser let us.
pub async fn copy(text: String) -> bool {
    write(&text).await.is_ok()
}

/// The address of what is shown, as it is in the address bar.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}

/// The reader's present day: 2026-11-21.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
    [now.get_full_year().to_string(), two(now.get_month() + 1), two(now.get_date())].concat()
}
