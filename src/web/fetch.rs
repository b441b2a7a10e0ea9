use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::source::Failure;

/// How far a fetch has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that have come.
    pub received: u64,
    /// Bytes in all, where the server says so and sends them as they are.
    pub total: Option<u64>,
}

/// Fetches a file, telling now and then how far it has come.
pub async fn fetch(address: &str, progress: impl Fn(Progress)) -> Result<Vec<u8>, Failure> {
    let failed = |message: String| Failure { code: "network", message: format!("{address}: {message}") };
    let thrown = |error: JsValue| failed(message_of(&error));

    let window = web_sys::window().ok_or_else(|| failed("there is no window".to_owned()))?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await.map_err(thrown)?.unchecked_into();
    if !response.ok() {
        return Err(failed(format!("the server answered {}", response.status())));
    }
    let header = |name: &str| response.headers().get(name).ok().flatten();
    // The length of what is sent compressed is not the length of what comes out.
    let total = header("content-length").filter(|_| header("content-encoding").is_none());
    let mut now = Progress { received: 0, total: total.and_then(|length| length.parse().ok()) };
    progress(now);

    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(thrown)?;
        if Reflect::get(&part, &"done".into()).map_err(thrown)?.is_truthy() {
            return Ok(bytes);
        }
        let chunk: Uint8Array = Reflect::get(&part, &"value".into()).map_err(thrown)?.unchecked_into();
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]);
        now.received = bytes.len() as u64;
        progress(now);
    }
}

fn message_of(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => error.message().into(),
        None => format!("{error:?}"),
    }
}
