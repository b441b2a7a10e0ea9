use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::AppHandle;

use super::app::{App, AppProps};
use super::stage::Stage;
use super::{api, style};
use crate::view::{FilterKey, PAGE, toggle};

/// The most hits that a page of results can be made to have.
const MOST: u32 = 200;

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
    props: AppProps,
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes up changed attributes.
    pub fn update(&mut self) {
        self.app.update(self.props.clone().read());
    }

    /// Takes the page away.
    pub fn unmount(self) {
        if self.props.owns_address {
            ADDRESS_TAKEN.set(false);
        }
        self.app.destroy();
    }
}

/// Makes `window.baoyan` and the custom element known to the browser.
pub fn start() {
    api::install();
    let mount = Closure::<dyn Fn(HtmlElement, Element) -> Mounted>::new(|host: HtmlElement, stage: Element| {
        // On another site's pages the address is that site's.
        let owns_address = host.has_attribute("page") && !ADDRESS_TAKEN.replace(true);
        let root = stage.get_root_node().unchecked_into();
        let props = AppProps {
            host,
            stage: Stage(root),
            src: None,
            lang: None,
            query: String::new(),
            limit: PAGE,
            owns_address,
        };
        let props = props.read();
        let app = yew::Renderer::<App>::with_root_and_props(stage, props.clone()).render();
        Mounted { props, app }
    });
    define(NAME, &style::style(), &mount.into_js_value());
}

impl AppProps {
    /// With the element's attributes as they are now.
    fn read(mut self) -> Self {
        self.src = self.host.get_attribute("src").map(Into::into);
        self.lang = self.host.get_attribute("lang").map(Into::into);
        self.query = self.host.get_attribute("query").unwrap_or_default();
        for (name, key) in [("county", FilterKey::County), ("year", FilterKey::Year)] {
            if let Some(value) = self.host.get_attribute(name).filter(|value| !value.is_empty()) {
                self.query = toggle(&self.query, key, &value);
            }
        }
        let limit = self.host.get_attribute("limit").and_then(|limit| limit.parse().ok());
        self.limit = limit.filter(|limit| (1..=MOST).contains(limit)).unwrap_or(PAGE);
        self
    }
}
