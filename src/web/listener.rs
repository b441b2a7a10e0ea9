use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, ResizeObserver};
use yew::Callback;

use super::message::Message;
use super::stage::{Stage, focus};
use super::wish::Wish;
use crate::view::Action;

const INSIDE: [&str; 5] = ["click", "input", "submit", "compositionstart", "compositionend"];
const OUTSIDE: [&str; 4] = ["keydown", "popstate", "online", "baoyan:again"];

/// Listens to the browser: one function for every event, on the shadow root and on the window.
pub struct Listener {
    ear: Rc<Ear>,
    heard: Closure<dyn Fn(Event)>,
    observer: Option<ResizeObserver>,
    _measure: Closure<dyn Fn()>,
}

/// What has to be known to understand an event.
struct Ear {
    stage: Stage,
    wishes: RefCell<Vec<Wish>>,
    composing: Cell<bool>,
    tell: Callback<Message>,
}

impl Listener {
    /// Begins to listen. Every event that means something is told.
    pub fn new(host: &HtmlElement, stage: Stage, tell: Callback<Message>) -> Self {
        let measured = tell.clone();
        let measure = Closure::<dyn Fn()>::new(move || measured.emit(Message::Measure));
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(host);
        }
        let ear = Rc::new(Ear { stage, wishes: RefCell::default(), composing: Cell::new(false), tell });
        let hearing = ear.clone();
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if let Some(message) = hearing.understand(&event) {
                hearing.tell.emit(message);
            }
        });
        let listener = Listener { ear, heard, observer, _measure: measure };
        // Every target takes listeners.
        listener.each(|target, name, heard| drop(target.add_event_listener_with_callback(name, heard)));
        listener
    }

    /// From now on `data-wish` is the place of a wish in this list.
    pub fn expect(&self, wishes: Vec<Wish>) {
        self.ear.wishes.replace(wishes);
    }

    /// Whether an input method is composing.
    pub fn composing(&self) -> bool {
        self.ear.composing.get()
    }

    fn each(&self, change: impl Fn(&EventTarget, &str, &js_sys::Function)) {
        let heard = self.heard.as_ref().unchecked_ref();
        INSIDE.iter().for_each(|name| change(&self.ear.stage.0, name, heard));
        OUTSIDE.iter().for_each(|name| change(&gloo::utils::window(), name, heard));
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.each(|target, name, heard| drop(target.remove_event_listener_with_callback(name, heard)));
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Ear {
    fn understand(&self, event: &Event) -> Option<Message> {
        // Outside of the shadow root only the composed path tells where it happened.
        let target = event.composed_path().get(0);
        match event.type_().as_str() {
            "popstate" => return Some(Message::Came),
            "online" | "baoyan:again" => return Some(Message::Again),
            "submit" => {
                event.prevent_default();
                return Some(Message::Wish(Action::Submit.into()));
            }
            "compositionstart" => self.composing.set(true),
            "compositionend" => {
                self.composing.set(false);
                return Some(typed(&target));
            }
            "input" if !self.composing.get() => return Some(typed(&target)),
            "click" => {
                let click: &MouseEvent = event.unchecked_ref();
                // A click that asks for a new tab or window is the browser's.
                let plain = !click.ctrl_key() && !click.meta_key() && !click.shift_key() && !click.alt_key();
                return self.wish(event, target.dyn_ref().filter(|_| plain)?);
            }
            "keydown" => return self.key(event, event.unchecked_ref(), target.dyn_ref()?),
            _ => {}
        }
        None
    }

    /// The wish of the part that an element stands in.
    fn wish(&self, event: &Event, target: &Element) -> Option<Message> {
        let place = target.closest("[data-wish]").ok()??.get_attribute("data-wish")?;
        let wish = self.wishes.borrow().get(place.parse::<usize>().ok()?)?.clone();
        event.prevent_default();
        Some(Message::Wish(wish))
    }

    fn key(&self, event: &Event, key: &KeyboardEvent, target: &Element) -> Option<Message> {
        let name = key.key();
        let name = name.as_str();
        let inside = self.stage.0.contains(Some(target));
        let search = target.id() == "query" && inside;
        // While composing, keys belong to the input method; 229 is what it sends for its own keys.
        if key.is_composing() || key.key_code() == 229 {
            if search && name == "Enter" {
                event.prevent_default();
            }
            return None;
        }
        if key.ctrl_key() || key.meta_key() || key.alt_key() {
            return None;
        }
        let typing = matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || target.unchecked_ref::<HtmlElement>().is_content_editable();
        match name {
            "/" if !typing => {
                let search = self.stage.search_box()?;
                event.prevent_default();
                search.select();
                focus(Some(search.into()));
            }
            "Escape" if search => return Some(Message::Wish(Action::Type(String::new()).into())),
            "Escape" if inside || target.tag_name() == "BODY" => return Some(Message::Wish(Action::Close.into())),
            "Enter" | " " if inside && target.get_attribute("role").as_deref() == Some("button") => {
                return self.wish(event, target);
            }
            "ArrowDown" if inside => self.step(event, target, true),
            // In the box these move the caret.
            "ArrowRight" if inside && !search => self.step(event, target, true),
            "ArrowUp" | "ArrowLeft" if inside && !search => self.step(event, target, false),
            _ => {}
        }
        None
    }

    /// Moves the focus to the next or previous of the results, or of the bars of a chart; from the box to the first result.
    fn step(&self, event: &Event, target: &Element, forward: bool) {
        let group = match target.get_attribute("data-baoyan").as_deref() {
            Some("search-input" | "result-title") => "[data-baoyan='result-title']",
            Some("bar") if target.closest("[data-baoyan='year-chart']").ok().flatten().is_some() => {
                "[data-baoyan='year-chart'] [role='button']"
            }
            Some("bar") => "[data-baoyan='county-chart'] [role='button']",
            _ => return,
        };
        let all = self.stage.all(group);
        let here = all.iter().position(|element| element.is_same_node(Some(target)));
        let next = match (here, forward) {
            (Some(here), true) => Some(here + 1),
            (Some(here), false) => here.checked_sub(1),
            (None, true) => Some(0),
            (None, false) => None,
        };
        if let Some(next) = next.and_then(|next| all.get(next)) {
            event.prevent_default();
            focus(Some(next.clone()));
        }
    }
}

fn typed(target: &JsValue) -> Message {
    let search: &HtmlInputElement = target.unchecked_ref();
    Message::Wish(Action::Type(search.value()).into())
}
