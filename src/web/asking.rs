use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::Context;
use yew::html::Scope;

use super::app::{App, Opening};
use super::components::NAMES;
use super::failure::Failure;
use super::fetch::{Progress, remind};
use super::message::Message;
use super::region::{Region, Scenery};
use super::source;
use crate::engine::{PartName, Reply};

/// How many times the page opens by itself what did not open, each after twice the time.
const ATTEMPTS: u32 = 7;
/// Nothing is fetched for a word that is still being typed: keys come faster after each other than so many milliseconds.
const TYPING: i32 = 150;

impl App {
    /// Begins to open the archive that the element's attributes name, after so many failures.
    pub(super) fn begin(&mut self, ctx: &Context<Self>, failures: u32) {
        self.opening = Opening::Loading(Progress::default());
        self.failures = failures;
        self.open(ctx);
    }

    /// Opens the archive that the element's attributes name, anew.
    pub(super) fn open(&mut self, ctx: &Context<Self>) {
        self.attempt += 1;
        self.asked += 1;
        self.lacking = None;
        self.drawn.opened = false;
        let (link, attempt, src) = (ctx.link().clone(), self.attempt, ctx.props().src.clone());
        let again = self.failures > 0;
        spawn_local(async move {
            let coming = link.clone();
            let progress = move |progress| coming.send_message(Message::Progress(attempt, progress));
            link.send_message(Message::Opened(attempt, source::open(src.as_deref(), again, Box::new(progress)).await));
        });
    }

    /// Tries again after a failure that may pass: after 1 second, 2, 4 and so on; in the end only when there is a connection
    /// again.
    pub(super) fn be_patient(&mut self, failure: &Failure) {
        if failure.may_pass() && self.failures < ATTEMPTS {
            remind(f64::from(1 << self.failures));
        }
        self.failures += 1;
    }

    /// Asks what the state wants to know, and fetches what that needs; then asks again. Whether there is an answer to draw.
    pub(super) fn ask(&mut self, ctx: &Context<Self>) -> bool {
        let Opening::Open(desk) = &mut self.opening else { return false };
        self.asked += 1;
        if let Reply::Needs(names) = desk.ask(&mut self.state, ctx.props().limit) {
            self.fetch(ctx, names);
            return false;
        }
        if desk.is_counted() {
            self.lacking = None;
        }
        if !self.drawn.opened {
            // Nobody turned to the page that it opens with.
            self.drawn.state.page = self.state.page;
        }
        if self.state.article.is_some() {
            // They are drawn anew, one after the other, when the reader comes back.
            self.sceneries = Default::default();
        }
        self.go_on(ctx);
        true
    }

    /// Sees to it that there is time for what is left to do.
    pub(super) fn go_on(&self, ctx: &Context<Self>) {
        if self.is_busy() {
            later(ctx, 0, Message::Work(self.asked));
        }
    }

    /// Does one of the things that are left to do for the latest answer, draws a region or counts, so that a reader who types on
    /// never waits for all of them; whether there is something new on the page.
    pub(super) fn work(&mut self, ctx: &Context<Self>, number: u32) -> bool {
        if number != self.asked {
            return false;
        }
        if let Some((place, scenery)) = self.due() {
            self.sceneries[place] = Some(scenery);
            self.go_on(ctx);
            return true;
        }
        let Opening::Open(desk) = &mut self.opening else { return false };
        if desk.is_counted() {
            return false;
        }
        match desk.count(&self.state, self.unfolded.contains(&NAMES)) {
            Reply::Needs(names) => {
                self.fetch(ctx, names);
                false
            }
            Reply::Ready(is_time) => {
                if desk.is_counted() {
                    self.lacking = None;
                }
                self.go_on(ctx);
                is_time
            }
        }
    }

    /// Whether something is left to do.
    pub(super) fn is_busy(&self) -> bool {
        matches!(&self.opening, Opening::Open(desk) if !desk.is_counted()) || self.due().is_some()
    }

    /// The first region that shows something earlier, its place, and what it shall show.
    fn due(&self) -> Option<(usize, Rc<Scenery>)> {
        let Opening::Open(desk) = &self.opening else { return None };
        if self.state.article.is_some() || !desk.answers(&self.state) {
            return None;
        }
        let (state, unfolded) = (self.state.clone(), Rc::clone(&self.unfolded));
        let scenery = Scenery { desk: (**desk).clone(), state, width: self.width, unfolded };
        let is_due = |(place, region): &(usize, Region)| {
            let shown = &self.sceneries[*place];
            region.is_counted(desk) && shown.as_ref().is_none_or(|shown| !shown.is_same(&scenery, *region))
        };
        let (place, _) = (0..).zip(Region::ALL).find(is_due)?;
        Some((place, Rc::new(scenery)))
    }

    /// Fetches what an answer needs; for a word that is still being typed, only when no other key has come for a while. Where it
    /// needs nothing but time, the browser has a turn.
    pub(super) fn fetch(&mut self, ctx: &Context<Self>, names: Vec<PartName>) {
        let Opening::Open(desk) = &self.opening else { return };
        let number = self.asked;
        if names.is_empty() {
            return later(ctx, 0, Message::Fetched(number, Ok(())));
        }
        if std::mem::take(&mut self.typing) {
            return later(ctx, TYPING, Message::Due(number, names));
        }
        let (link, library, again) = (ctx.link().clone(), desk.library().clone(), self.failures > 0);
        spawn_local(async move {
            let fetched = library.fetch(&names, again).await;
            tell_later(link, 0, Message::Fetched(number, fetched));
        });
    }
}

/// Tells the page something when so many milliseconds are over, and the browser has drawn and is idle.
fn later(ctx: &Context<App>, milliseconds: i32, message: Message) {
    tell_later(ctx.link().clone(), milliseconds, message);
}

fn tell_later(link: Scope<App>, milliseconds: i32, message: Message) {
    let tell = Closure::once_into_js(move || link.send_message(message));
    let window = gloo::utils::window();
    // A window takes every function.
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(tell.unchecked_ref(), milliseconds);
}
