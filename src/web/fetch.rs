use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use super::source::Failure;

#[wasm_bindgen(module = "/static/js/fetch.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetchBytes)]
    async fn fetch_bytes(address: &str, progress: &Closure<dyn Fn(f64, f64)>) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = fetchAll)]
    async fn fetch_files(addresses: &Array, cache: &str) -> Result<JsValue, JsValue>;
}

/// How far a fetch has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that have come.
    pub received: u64,
    /// Bytes in all, where the server says so and sends them as they are.
    pub total: Option<u64>,
}

/// Fetches files side by side; `fresh` where what a cache holds is not to be trusted.
pub async fn fetch_all(addresses: &[String], fresh: bool) -> Result<Vec<Vec<u8>>, Failure> {
    let addresses: Array = addresses.iter().map(|address| JsValue::from(address.as_str())).collect();
    match fetch_files(&addresses, if fresh { "reload" } else { "default" }).await {
        Ok(files) => {
            let files = files.unchecked_into::<Array>();
            Ok(files.iter().map(|bytes| bytes.unchecked_into::<Uint8Array>().to_vec()).collect())
        }
        Err(thrown) => Err(unreachable("", thrown)),
    }
}

fn unreachable(what: &str, thrown: JsValue) -> Failure {
    let mut message = what.to_owned();
    message.push_str(&String::from(thrown.unchecked_into::<js_sys::Error>().message()));
    Failure { code: "network", message }
}

/// Fetches a file, telling now and then how far it has come.
pub async fn fetch(address: &str, progress: impl Fn(Progress) + 'static) -> Result<Vec<u8>, Failure> {
    let told = Closure::<dyn Fn(f64, f64)>::new(move |received: f64, total: f64| {
        progress(Progress { received: received as u64, total: (total > 0.0).then_some(total as u64) });
    });
    match fetch_bytes(address, &told).await {
        Ok(bytes) => Ok(bytes.unchecked_into::<Uint8Array>().to_vec()),
        Err(thrown) => Err(unreachable(&[address, ": "].concat(), thrown)),
    }
}
