use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, ResizeObserver};
use yew::Callback;

use super::message::Message;
use super::region::Region;
use super::stage::{Stage, focus};
use super::wish::{Wish, Wishes};
use crate::view::{Action, Hint, Text, typed_range};

const INSIDE: [&str; 10] = [
    "click",
    "mousedown",
    "input",
    "change",
    "submit",
    "pointerover",
    "focusin",
    "focusout",
    "compositionstart",
    "compositionend",
];
const OUTSIDE: [&str; 4] = ["keydown", "popstate", "online", "baoyan:again"];

/// Listens to the browser: one function for every event, on the shadow root and on the window.
pub struct Listener {
    ear: Rc<Ear>,
    heard: Closure<dyn Fn(Event)>,
    _measure: Closure<dyn Fn()>,
}

/// What has to be known to understand an event.
pub struct Ear {
    /// What is wished by all that is drawn.
    pub wishes: Wishes,
    stage: Stage,
    observer: Option<ResizeObserver>,
    composing: Cell<bool>,
    shortcuts: Cell<bool>,
    tell: Callback<Message>,
}

impl Listener {
    /// Begins to listen. Every event that means something is told.
    pub fn new(stage: Stage, tell: Callback<Message>) -> Self {
        let measured = tell.clone();
        let measure = Closure::<dyn Fn()>::new(move || measured.emit(Message::Measure));
        let ear = Rc::new(Ear {
            wishes: Wishes::default(),
            stage,
            observer: ResizeObserver::new(measure.as_ref().unchecked_ref()).ok(),
            composing: Cell::new(false),
            shortcuts: Cell::new(true),
            tell,
        });
        let hearing = ear.clone();
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if let Some(message) = hearing.understand(&event) {
                hearing.tell.emit(message);
            }
        });
        let listener = Listener { ear, heard, _measure: measure };
        // Every target takes listeners.
        listener.each(&|target, name, heard| drop(target.add_event_listener_with_callback(name, heard)));
        listener
    }

    /// What regions tell that they are drawn.
    pub fn ear(&self) -> &Rc<Ear> {
        &self.ear
    }

    /// From now on these are the wishes of the page around the regions, and single keys do something or not.
    pub fn expect(&self, wishes: Vec<Option<Wish>>, shortcuts: bool) {
        self.ear.wishes.expect(0, wishes);
        self.ear.shortcuts.set(shortcuts);
    }

    /// Whether an input method is composing.
    pub fn composing(&self) -> bool {
        self.ear.composing.get()
    }

    fn each(&self, change: &dyn Fn(&EventTarget, &str, &js_sys::Function)) {
        let heard = self.heard.as_ref().unchecked_ref();
        INSIDE.iter().for_each(|name| change(&self.ear.stage.0, name, heard));
        OUTSIDE.iter().for_each(|name| change(&gloo::utils::window(), name, heard));
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.each(&|target, name, heard| drop(target.remove_event_listener_with_callback(name, heard)));
        if let Some(observer) = &self.ear.observer {
            observer.disconnect();
        }
    }
}

impl Ear {
    /// A region is drawn, maybe for the first time: what is drawn in it is measured from now on.
    pub fn drawn(&self, region: Region, first: bool) {
        let Region::Chart(place) = region else { return };
        let canvas = self.stage.all(".canvas").into_iter().nth(place).filter(|_| first);
        if let Some((observer, canvas)) = self.observer.as_ref().zip(canvas) {
            observer.observe(&canvas);
        }
        // What a reader has dragged no longer follows its attribute.
        for end in self.stage.all("[data-end]") {
            let value = end.get_attribute("value").unwrap_or_default();
            end.unchecked_into::<HtmlInputElement>().set_value(&value);
        }
    }

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
            "compositionstart" => {
                self.composing.set(true);
                return Some(Message::Wish(Action::Hint(Hint::Shut).into()));
            }
            // The box keeps the focus while something under it is chosen.
            "mousedown" if target.dyn_ref::<Element>()?.closest(".offers").ok()?.is_some() => event.prevent_default(),
            "focusin" | "focusout" if target.dyn_ref::<Element>()?.id() == "query" => {
                let hint = if event.type_() == "focusin" && is_empty(&target) { Hint::Open } else { Hint::Shut };
                return Some(Message::Wish(Action::Hint(hint).into()));
            }
            "compositionend" => {
                self.composing.set(false);
                return typed(target.dyn_ref()?);
            }
            "pointerover" | "focusin" => self.tell_of(target.dyn_ref()?),
            "input" if target.dyn_ref::<Element>().is_some_and(|input| input.has_attribute("data-end")) => {
                let ends = self.stage.all("[data-end]").into_iter();
                let ends: Vec<usize> =
                    ends.filter_map(|end| end.unchecked_ref::<HtmlInputElement>().value().parse().ok()).collect();
                let [from, to] = ends[..] else { return None };
                return Some(Message::Wish(Wish::Between(from, to)));
            }
            "input" if !self.composing.get() => return typed(target.dyn_ref()?),
            "change" => return self.ranged(target.dyn_ref()?),
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

    /// Tells beside a chart's title what the mark says that is pointed at or has the focus.
    fn tell_of(&self, target: &Element) {
        let near = |selector| target.closest(selector).ok().flatten();
        let tip = near(".chart-panel").and_then(|panel| panel.query_selector(".tip").ok()?);
        if let Some(tip) = tip {
            tip.set_text_content(near(".bar").and_then(|bar| bar.get_attribute("aria-label")).as_deref());
        }
    }

    /// The wish of the part that an element stands in.
    fn wish(&self, event: &Event, target: &Element) -> Option<Message> {
        let wish = self.wishes.at(&target.closest("[data-wish]").ok()??.get_attribute("data-wish")?)?;
        event.prevent_default();
        Some(Message::Wish(wish))
    }

    fn key(&self, event: &Event, key: &KeyboardEvent, target: &Element) -> Option<Message> {
        let name = key.key();
        let name = name.as_str();
        // A dialog has its own ways.
        if self.stage.find("dialog[open]").is_some() {
            return None;
        }
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
            "?" if !typing && self.shortcuts.get() => {
                event.prevent_default();
                return Some(Message::Wish(Wish::Help));
            }
            "/" if !typing && self.shortcuts.get() => {
                let search = self.stage.search_box()?;
                event.prevent_default();
                search.select();
                focus(Some(search.into()));
            }
            "ArrowDown" | "ArrowUp" | "Enter" | "Escape" if search && self.stage.find("#offers").is_some() => {
                return self.choose(event, name);
            }
            "Escape" if search => return Some(Message::Wish(Action::Type(String::new()).into())),
            "Escape" if inside || target.tag_name() == "BODY" => return Some(Message::Wish(Action::Close.into())),
            "Enter" | " " if inside && target.get_attribute("role").as_deref() == Some("button") => {
                return self.wish(event, target);
            }
            "ArrowLeft" | "ArrowRight" if !typing && target.closest(".reader").ok().flatten().is_some() => {
                let turn = if name == "ArrowLeft" { "[data-turn='previous']" } else { "[data-turn='next']" };
                return self.wish(event, self.stage.find(turn)?.as_ref());
            }
            "ArrowDown" if inside => self.step(event, target, true),
            // In the box these move the caret.
            "ArrowRight" if inside && !search => self.step(event, target, true),
            "ArrowUp" | "ArrowLeft" if inside && !search => self.step(event, target, false),
            _ => {}
        }
        None
    }

    /// The days that are wanted, where one of the two boxes for them was changed.
    fn ranged(&self, target: &HtmlInputElement) -> Option<Message> {
        let from = self.stage.date_box("from").filter(|_| matches!(target.id().as_str(), "from" | "to"))?;
        let range = typed_range(&from.value(), &self.stage.date_box("to")?.value());
        // An attribute that is known to browsers can be set.
        let _ = target.set_attribute("aria-invalid", if range.is_none() { "true" } else { "false" });
        Some(match range {
            Some(days) => Message::Wish(Action::Between(days).into()),
            None => Message::Say(Text::DateForm),
        })
    }

    /// A key in the box while something is offered under it.
    fn choose(&self, event: &Event, key: &str) -> Option<Message> {
        let offers = self.stage.all("#offers > li");
        let selected = |offer: &HtmlElement| offer.get_attribute("aria-selected").as_deref() == Some("true");
        let here = offers.iter().position(selected);
        let hint = match (key, here) {
            // Without a choice it asks for what the box holds.
            ("Enter", here) => return self.wish(event, offers.get(here?)?),
            ("ArrowDown", here) => here.map_or(Some(0), |here| Some(here + 1)).filter(|next| *next < offers.len()),
            ("ArrowUp", here) => here.map_or(Some(offers.len()), Some).and_then(|here| here.checked_sub(1)),
            _ => {
                event.prevent_default();
                return Some(Message::Wish(Action::Hint(Hint::Shut).into()));
            }
        };
        event.prevent_default();
        Some(Message::Wish(Action::Hint(hint.map_or(Hint::Open, Hint::On)).into()))
    }

    /// Moves the focus to the next or previous of the results, or of the bars of a chart; from the box to the first result.
    fn step(&self, event: &Event, target: &Element, forward: bool) {
        let all = match target.get_attribute("data-baoyan").as_deref() {
            Some("search-input" | "result-title") => self.stage.all("[data-baoyan='result-title']"),
            Some("bar") => self.marks(
                target,
                matches!(event.unchecked_ref::<KeyboardEvent>().key().as_str(), "ArrowDown" | "ArrowUp"),
            ),
            _ => return,
        };
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

fn is_empty(target: &JsValue) -> bool {
    target.unchecked_ref::<HtmlInputElement>().value().is_empty()
}

/// The marks of a chart that a key leads through: all, or, of a chart by county and year, up and down those of a year.
impl Ear {
    fn marks(&self, target: &Element, upright: bool) -> Vec<HtmlElement> {
        let part = target.closest(".chart-panel").ok().flatten().and_then(|panel| panel.get_attribute("data-baoyan"));
        let mut marks =
            self.stage.all(&["[data-baoyan='", part.as_deref().unwrap_or_default(), "'] [role='button']"].concat());
        let year =
            |mark: &Element| mark.get_attribute("data-key").and_then(|key| Some(key.rsplit_once(' ')?.1.to_owned()));
        if upright && let Some(here) = year(target) {
            marks.retain(|mark| year(mark).as_ref() == Some(&here));
        }
        marks
    }
}

/// What is typed into the box; nothing where it is typed elsewhere.
fn typed(target: &HtmlInputElement) -> Option<Message> {
    (target.id() == "query").then(|| Message::Wish(Action::Type(target.value()).into()))
}
