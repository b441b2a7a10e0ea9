use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement};

use super::app::{App, AppProps, Opening};
use super::event::{Happening, detail, fire};
use super::failure::Failure;
use super::stage::{Stage, focus};
use super::{address, api};
use crate::view::{FilterKey, State, Text, Theme, chosen, range_ends};

/// What the document around was last told.
pub struct Drawn {
    pub(super) state: State,
    pub(super) opened: bool,
    pub(super) query: String,
    pub(super) article: Option<String>,
    pub(super) point: Option<u32>,
    /// Where the focus goes, should the part that has it be gone when the page is drawn.
    pub(super) focus: Option<&'static str>,
}

impl App {
    /// Boxes are written to only when what they hold comes from elsewhere: writing to one would end a composition.
    pub(super) fn write_boxes(&self, stage: &Stage) {
        let write = |input: Option<HtmlInputElement>, value: &str| {
            if let Some(input) = input.filter(|input| !self.listener.composing() && input.value() != value) {
                input.set_value(value);
            }
        };
        write(stage.search_box(), &self.state.query);
        // What is no date stays there to be mended, and what is being typed stays as well.
        if self.said != Some(Text::DateForm) {
            let days = chosen(&self.state.query, FilterKey::Date).unwrap_or_default();
            let (from, to) = range_ends(&days);
            let typing = stage.focused().map(|element| element.id()).unwrap_or_default();
            for (id, end) in [("from", from), ("to", to)].into_iter().filter(|(id, _)| typing != *id) {
                write(stage.date_box(id), end);
            }
        }
    }

    /// Makes the element light or dark where the reader has chosen; a host's own `theme` attribute holds until then.
    pub(super) fn shade(&self, host: &HtmlElement) {
        let theme = match self.state.theme {
            Theme::System => return,
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        // `theme` is a name that attributes can have.
        let _ = host.set_attribute("theme", theme);
    }

    /// Calls the document by what is shown.
    pub(super) fn entitle(&self) {
        let name = Text::Name.in_language(self.state.language);
        let article = self
            .reading()
            .and_then(|reading| reading.article.title.as_ref().or(reading.article.display_title.as_ref()));
        let subject = article.map_or(self.state.query.trim(), |title| title.as_str());
        let title = if subject.is_empty() { name.to_owned() } else { format!("{subject} · {name}") };
        gloo::utils::document().set_title(&title);
    }

    /// Tells the document when the archive is open, or why it is not, and of each query that was answered.
    pub(super) fn announce(&mut self, props: &AppProps) {
        let host = &props.host;
        let first = !self.drawn.opened;
        match &self.opening {
            Opening::Loading(_) => return,
            Opening::Open(desk) if !desk.is_ready(&self.state) => return,
            Opening::Failed(failure) if first => tell(host, failure),
            Opening::Failed(_) => {}
            Opening::Open(desk) => {
                if first {
                    fire(host, Happening::Ready, &api::plain(desk.library().info()).unwrap_or_default());
                    if props.owns_address && address::wants_search() {
                        focus(props.stage.search_box().map(Into::into));
                    }
                }
                // The page opens with everything: nobody asked for that.
                if self.drawn.query != self.state.query && desk.answer.query == self.state.query {
                    self.drawn.query.clone_from(&self.state.query);
                    let entries = [("query", self.state.query.as_str().into()), ("total", desk.answer.total.into())];
                    fire(host, Happening::Search, &detail(&entries));
                }
            }
        }
        self.drawn.opened = true;
    }

    /// Follows a reader into an article and out of it: the focus is on its headline, or again on the title that led there;
    /// and to the top of another page of hits.
    pub(super) fn follow(&mut self, stage: &Stage) {
        if !matches!(&self.opening, Opening::Open(desk) if desk.is_ready(&self.state)) {
            return;
        }
        let pointed = std::mem::replace(&mut self.drawn.point, self.state.point);
        let turned = self.drawn.state.page != self.state.page;
        if self.drawn.article == self.state.article && pointed == self.state.point {
            if turned && self.state.article.is_none() {
                focus(stage.find(STATUS));
            }
            return;
        }
        let left = std::mem::replace(&mut self.drawn.article, self.state.article.clone());
        if self.state.article.is_some() {
            let place = self.state.point.map(|place| format!("[data-initiative='{place}']"));
            if let Some(place) = place.and_then(|place| stage.find(&place)) {
                return focus(Some(place));
            }
            focus(stage.find(".headline"));
            if let Some(top) = stage.find(".reader")
                && top.get_bounding_client_rect().top() < 0.0
            {
                top.scroll_into_view();
            }
        } else if let Some(left) = left {
            let mut hits = stage.all("[data-baoyan='result']").into_iter();
            let hit = hits.find(|hit| hit.get_attribute("data-id").as_ref() == Some(&left));
            // A link that is shown can take the focus.
            focus(hit.and_then(|hit| hit.query_selector("a").ok()?).map(JsCast::unchecked_into));
        }
    }

    /// Where the part with the focus is gone, the focus goes on to what stands nearest, and never to nowhere.
    pub(super) fn keep_focus(&mut self, stage: &Stage) {
        let is_held = stage.focused().is_some();
        // It may still be lost where something is drawn later.
        if is_held && self.is_busy() {
            return;
        }
        if let Some(place) = self.drawn.focus.take().filter(|_| !is_held) {
            let shown = |element: &HtmlElement| element.client_height() > 0;
            let near = stage.all(place).into_iter().find(shown);
            focus(near.or_else(|| stage.find(STATUS)));
        }
    }
}

/// Tells the document of a failure.
pub fn tell(host: &HtmlElement, failure: &Failure) {
    let entries = [("code", failure.code.into()), ("message", failure.message.as_str().into())];
    fire(host, Happening::Error, &detail(&entries));
}

/// How much was found: where the focus goes when there is no better place.
const STATUS: &str = "[data-baoyan='status']";

/// What stands near an element, should it go.
pub fn place_of(element: &HtmlElement) -> &'static str {
    let places =
        [(".chips", ".chip"), (".settings", ".to-light, .to-dark"), (".facets", ".facets [aria-pressed='true']")];
    let inside = |region: &str| element.closest(region).ok().flatten().is_some();
    places.into_iter().find(|(region, _)| inside(region)).map_or(STATUS, |(_, near)| near)
}
