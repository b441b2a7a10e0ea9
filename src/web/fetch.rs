use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use super::failure::Failure;

#[wasm_bindgen(module = "/static/js/fetch.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetchBytes)]
    async fn fetch_bytes(address: &str, again: bool, progress: &Closure<dyn Fn(f64, f64)>) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = fetchAll)]
    async fn fetch_files(addresses: &Array, again: bool) -> JsValue;

    /// Has the window hear `baoyan:again` after so many seconds.
    pub fn remind(seconds: f64);
}

/// How far a fetch has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that have come.
    pub received: u64,
    /// Bytes in all, where the server says so and sends them as they are.
    pub total: Option<u64>,
}

/// Fetches files side by side, each once at a time whoever asks for it; `again` after an attempt that failed, when no cache is
/// asked. Each is to be looked at by [`fetched`].
pub async fn fetch_all(addresses: &Array, again: bool) -> Array {
    fetch_files(addresses, again).await.unchecked_into()
}

/// The bytes of a file, or why it did not come.
pub fn fetched(file: JsValue) -> Result<Vec<u8>, Failure> {
    match file.dyn_into::<Uint8Array>() {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(thrown) => Err(failure("", thrown)),
    }
}

fn failure(address: &str, thrown: JsValue) -> Failure {
    let code = js_sys::Reflect::get(&thrown, &"code".into()).unwrap_or_default();
    let code = if code == "unsupported" { "unsupported" } else { "network" };
    let mut message = address.to_owned();
    message.push_str(&String::from(thrown.unchecked_into::<js_sys::Error>().message()));
    Failure { code, message }
}

/// Fetches a file, telling now and then how far it has come; `again` after an attempt that failed, when no cache is asked.
pub async fn fetch(address: &str, again: bool, progress: Box<dyn Fn(Progress)>) -> Result<Vec<u8>, Failure> {
    let told = Closure::<dyn Fn(f64, f64)>::new(move |received: f64, total: f64| {
        progress(Progress { received: received as u64, total: (total > 0.0).then_some(total as u64) });
    });
    match fetch_bytes(address, again, &told).await {
        Ok(bytes) => Ok(bytes.unchecked_into::<Uint8Array>().to_vec()),
        Err(thrown) => Err(failure(&[address, ": "].concat(), thrown)),
    }
}
