use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// What the element tells its document. Hosts listen for these; nothing is sent anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// An archive is open; the detail is its info.
    Ready,
    /// A query was answered; the detail has `query` and `total`.
    Search,
    /// An article was chosen; the detail has its `id`. A host that opens it otherwise prevents the default.
    Open,
    /// An archive did not open; the detail has `code` and `message`.
    Error,
}

impl Happening {
    fn name(self) -> &'static str {
        match self {
            Happening::Ready => "baoyan:ready",
            Happening::Search => "baoyan:search",
            Happening::Open => "baoyan:open",
            Happening::Error => "baoyan:error",
        }
    }
}

/// Fires an event at `host`; `false` where a listener prevented what follows from it.
pub fn fire(host: &HtmlElement, happening: Happening, detail: &JsValue) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(happening == Happening::Open);
    init.set_detail(detail);
    CustomEvent::new_with_event_init_dict(happening.name(), &init)
        .and_then(|event| host.dispatch_event(&event))
        .unwrap_or(true)
}

/// An object for a detail.
pub fn detail(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in entries {
        // Setting a property of a plain object cannot fail.
        let _ = js_sys::Reflect::set(&object, &JsValue::from(*name), value);
    }
    object.into()
}
