use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::AppHandle;

use super::app::{App, AppProps};
use super::{api, style};

/// The custom element's name.
const NAME: &str = "baoyan-archive";

#[wasm_bindgen(module = "/static/js/element.js")]
extern "C" {
    fn define(name: &str, style: &str, mount: &JsValue);
}

thread_local! {
    /// Whether an element of this document has the address bar: the first one has it.
    static ADDRESS_TAKEN: Cell<bool> = const { Cell::new(false) };
}

/// A page that is shown in an element; the element's class holds on to it.
#[wasm_bindgen]
pub struct Mounted {
    host: HtmlElement,
    owns_address: bool,
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes up changed attributes.
    pub fn update(&mut self) {
        self.app.update(props(&self.host, self.owns_address));
    }

    /// Takes the page away.
    pub fn unmount(self) {
        if self.owns_address {
            ADDRESS_TAKEN.set(false);
        }
        self.app.destroy();
    }
}

/// Makes `window.baoyan` and the custom element known to the browser.
pub fn start() {
    api::install();
    let mount = Closure::<dyn Fn(HtmlElement, Element) -> Mounted>::new(|host: HtmlElement, stage| {
        let owns_address = !ADDRESS_TAKEN.replace(true);
        let app = yew::Renderer::<App>::with_root_and_props(stage, props(&host, owns_address)).render();
        Mounted { host, owns_address, app }
    });
    define(NAME, &style::style(), &mount.into_js_value());
}

fn props(host: &HtmlElement, owns_address: bool) -> AppProps {
    let attribute = |name| host.get_attribute(name).map(Into::into);
    AppProps { host: host.clone(), src: attribute("src"), lang: attribute("lang"), owns_address }
}
