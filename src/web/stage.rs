use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, ShadowRoot};

/// The shadow tree that the page is drawn in, to be looked at.
#[derive(Clone, PartialEq)]
pub struct Stage(pub ShadowRoot);

impl Stage {
    /// The first element that a selector chooses.
    ///
    /// Elements of drawings come as HTML elements as well: what is asked of them here they have in common.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.0.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
    }

    /// Every element that a selector chooses, in order.
    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let Ok(found) = self.0.query_selector_all(selector) else { return Vec::new() };
        (0..found.length()).filter_map(|place| found.get(place)).map(JsCast::unchecked_into).collect()
    }

    /// The element that has the focus.
    pub fn focused(&self) -> Option<HtmlElement> {
        self.0.active_element().map(JsCast::unchecked_into)
    }

    /// The box for the first day that is wanted, `from`, or for the last, `to`.
    pub fn date_box(&self, id: &str) -> Option<HtmlInputElement> {
        self.find(&["#", id].concat()).map(JsCast::unchecked_into)
    }

    /// The box that a reader asks in.
    pub fn search_box(&self) -> Option<HtmlInputElement> {
        self.find("#query").map(JsCast::unchecked_into)
    }
}

/// Moves the focus; the browser brings the element into view.
pub fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        // What can take the focus takes it; what cannot stays as it is.
        let _ = element.focus();
    }
}
