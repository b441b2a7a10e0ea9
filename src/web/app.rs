use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::{AttrValue, Component, Context, Html, Properties};

use super::components::{
    NAMES, PARTS, Panel, Setting, colophon, failed, front, help, loading, masthead, update_notice,
};
use super::desk::Desk;
use super::drawn::{Drawn, place_of, tell};
use super::event::{Happening, detail, fire};
use super::failure::Failure;
use super::fetch::Progress;
use super::listener::Listener;
use super::message::Message;
use super::offline::{self, Offline};
use super::pen::Pen;
use super::recent::{keep, kept};
use super::region::{Regions, Scenery};
use super::save::{copy_picture, drawing_of, save_chart};
use super::screen::fill;
use super::stage::{Stage, focus};
use super::wish::Wish;
use super::{address, share};
use crate::chart::ChartKind;
use crate::model::Reading;
use crate::view::{Action, Language, State, Text, between, citation, recent, reduce, remembered};

/// What an element's attributes say.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The element.
    pub host: HtmlElement,
    /// The shadow tree that the page is drawn in.
    pub stage: Stage,
    /// The archive's folder or file; without it the archive of the page itself is shown.
    pub src: Option<AttrValue>,
    /// The language that the document asks for.
    pub lang: Option<AttrValue>,
    /// What is asked for at first, filters included.
    pub query: String,
    /// How many hits a page of results has.
    pub limit: u32,
    /// Whether this page's state is in the address bar.
    pub owns_address: bool,
}

/// The whole page: it holds the state, takes messages, and draws.
pub struct App {
    pub(super) state: State,
    pub(super) recent: Vec<String>,
    pub(super) native: Language,
    pub(super) opening: Opening,
    pub(super) attempt: u32,
    /// How many questions were asked: what comes for an older one than the last is of no use.
    pub(super) asked: u32,
    /// Whether the last question may be in the middle of a word.
    pub(super) typing: bool,
    /// Why what the last question needs could not be fetched.
    pub(super) lacking: Option<Failure>,
    /// How many attempts have failed one after the other.
    pub(super) failures: u32,
    pub(super) width: f64,
    pub(super) unfolded: Rc<Vec<&'static str>>,
    /// What each region shows.
    pub(super) sceneries: [Option<Rc<Scenery>>; 5],
    pub(super) said: Option<Text>,
    pub(super) listener: Listener,
    offline: Offline,
    pub(super) drawn: Drawn,
}

/// An archive on its way to being open.
pub enum Opening {
    Loading(Progress),
    Open(Box<Desk>),
    Failed(Failure),
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let native = address::native_language(props.lang.as_deref());
        let mut state = if props.owns_address { address::told(native) } else { State::new(native) };
        if state.query.is_empty() {
            state.query.clone_from(&props.query);
        }
        let mut app = App {
            recent: recent(&kept()),
            native,
            opening: Opening::Loading(Progress::default()),
            attempt: 0,
            asked: 0,
            typing: false,
            lacking: None,
            failures: 0,
            width: 0.0,
            unfolded: Rc::default(),
            sceneries: Default::default(),
            said: None,
            listener: Listener::new(props.stage.clone(), ctx.link().callback(|message| message)),
            offline: Offline::default(),
            drawn: Drawn {
                state: state.clone(),
                opened: false,
                query: String::new(),
                article: None,
                point: None,
                focus: None,
            },
            state,
        };
        app.begin(ctx, 0);
        if props.owns_address {
            offline::watch(ctx.link().callback(Message::Offline));
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let props = ctx.props();
        match message {
            Message::Wish(Wish::Act(action)) => return self.act(ctx, action),
            Message::Wish(Wish::Clear) => {
                focus(props.stage.search_box().map(Into::into));
                return self.act(ctx, Action::Ask(String::new()));
            }
            Message::Wish(Wish::Forget) => {
                keep("");
                self.recent.clear();
            }
            Message::Came if props.owns_address => {
                return self.act(ctx, Action::Restore(address::told(self.native)));
            }
            Message::Wish(Wish::Offline(wish)) => {
                offline::act(wish as u32);
                return false;
            }
            Message::Wish(Wish::Retry) => self.begin(ctx, 1),
            Message::Again => {
                match &self.opening {
                    Opening::Failed(failure) if failure.may_pass() => self.open(ctx),
                    Opening::Open(_) if self.lacking.is_some() => return self.ask(ctx),
                    _ => {}
                }
                return false;
            }
            Message::Wish(Wish::Point(attribute, place)) => {
                focus(props.stage.find(&["[", attribute, "='", &place.to_string(), "']"].concat()));
                return false;
            }
            Message::Wish(Wish::Help) => return with_help(&props.stage, |help| drop(help.show_modal())),
            Message::Wish(Wish::CloseHelp) => return with_help(&props.stage, HtmlDialogElement::close),
            Message::Wish(Wish::Copy(text)) => return self.copy(ctx, text, Text::CopiedCode),
            Message::Wish(Wish::CopyLink) => return self.copy(ctx, share::address(), Text::CopiedLink),
            Message::Wish(Wish::CopyPicture(part, title)) => {
                let Some(drawing) = drawing_of(part, &props.stage) else { return false };
                return self.copied(
                    ctx,
                    Text::CopiedPicture,
                    async move { copy_picture(&title, &drawing).await.is_ok() },
                );
            }
            Message::Wish(Wish::CopyCitation) => {
                let publication = props.host.get_attribute("publication");
                let cited = self
                    .reading()
                    .map(|reading| citation(reading, publication.as_deref(), &share::today(), &share::address()));
                return cited.is_some_and(|cited| self.copy(ctx, cited, Text::CopiedCitation));
            }
            Message::Wish(Wish::Share) => {
                share::share(&gloo::utils::document().title(), &share::address());
                return false;
            }
            Message::Say(text) => self.said = Some(text),
            Message::Work(number) => return self.work(ctx, number),
            Message::Wish(Wish::Fold(name)) => {
                let unfolded = Rc::make_mut(&mut self.unfolded);
                match unfolded.iter().position(|known| *known == name) {
                    Some(place) => drop(unfolded.remove(place)),
                    None => unfolded.push(name),
                }
                if let Opening::Open(desk) = &mut self.opening
                    && name == NAMES
                {
                    desk.recount();
                }
                self.go_on(ctx);
            }
            Message::Wish(Wish::Save(part, format)) => {
                if let Opening::Open(desk) = &self.opening {
                    let place = PARTS.iter().position(|known| *known == part).unwrap_or(0);
                    save_chart(&Panel::new(desk, &self.state, self.width, place), format, &props.stage);
                }
                return false;
            }
            Message::Wish(Wish::Fill(part)) => {
                if let Some(panel) = props.stage.find(&["[data-baoyan='", part, "']"].concat()) {
                    fill(&panel);
                }
                return false;
            }
            Message::Wish(Wish::Between(one, other)) => {
                let Opening::Open(desk) = &self.opening else { return false };
                let dates = desk.chart(&self.state, ChartKind::Dates);
                let query = between(&self.state.query, &dates, one, other);
                return self.act(ctx, Action::Type(query));
            }
            Message::Measure => {
                if self.measure(&props.stage) {
                    self.go_on(ctx);
                }
                return false;
            }
            // While it is tried again, what went wrong stays there to be read.
            Message::Progress(attempt, progress)
                if attempt == self.attempt && matches!(self.opening, Opening::Loading(_)) =>
            {
                self.opening = Opening::Loading(progress)
            }
            Message::Opened(attempt, opened) if attempt == self.attempt => {
                self.opening = match opened {
                    Ok(library) => {
                        self.sceneries = Default::default();
                        Opening::Open(Box::new(Desk::new(library)))
                    }
                    Err(failure) => {
                        self.be_patient(&failure);
                        Opening::Failed(failure)
                    }
                };
                self.ask(ctx);
            }
            Message::Fetched(number, fetched) if number == self.asked => match fetched {
                Ok(()) => {
                    self.failures = 0;
                    return self.ask(ctx);
                }
                Err(failure) => {
                    self.be_patient(&failure);
                    if self.lacking.is_none() {
                        tell(&props.host, &failure);
                    }
                    self.lacking = Some(failure);
                }
            },
            Message::Due(number, names) if number == self.asked => {
                self.fetch(ctx, names);
                return false;
            }
            Message::Offline(offline) => self.offline = offline,
            // What arrives after `src` has changed again, or for an earlier question, is dropped.
            Message::Came | Message::Progress(..) | Message::Opened(..) | Message::Due(..) | Message::Fetched(..) => {
                return false;
            }
        }
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &AppProps) -> bool {
        let props = ctx.props();
        let native = address::native_language(props.lang.as_deref());
        if native != self.native {
            self.native = native;
            self.state.language = native;
        }
        if props.src != old.src {
            self.begin(ctx, 0);
        }
        if props.query != old.query {
            self.act(ctx, Action::Ask(props.query.clone()));
        }
        self.ask(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let mut pen = Pen::new(self.state.language, "div.page", 0, &self.unfolded);
        pen.own();
        let info = match &self.opening {
            Opening::Open(desk) => Some(desk.library().info()),
            _ => None,
        };
        let (recent, lacking) = (&self.recent, self.lacking.as_ref());
        let (sceneries, ear) = (self.sceneries.clone(), Rc::clone(self.listener.ear()));
        let regions = Regions { sceneries, ear, is_busy: self.is_busy() };
        let setting = Setting { recent, native: self.native, regions, lacking };
        update_notice(&mut pen, self.offline);
        masthead(&mut pen, self.state.theme, info);
        pen.element("main", |pen| match &self.opening {
            Opening::Loading(progress) => loading(pen, *progress),
            Opening::Failed(failure) => failed(pen, failure, Text::Failed),
            Opening::Open(desk) if !desk.is_ready(&self.state) => match &self.lacking {
                Some(failure) => failed(pen, failure, Text::Failed),
                None => loading(pen, Progress::default()),
            },
            Opening::Open(desk) => front(pen, desk, &self.state, &setting),
        });
        colophon(&mut pen, self.offline, props.owns_address.then_some((&self.state, props.src.as_deref())));
        pen.element("p.said", |pen| {
            pen.set("role", "status");
            if let Some(said) = self.said {
                pen.text(said.in_language(pen.language));
            }
        });
        help(&mut pen, self.state.shortcuts);
        let (page, wishes) = pen.finish();
        self.listener.expect(wishes, self.state.shortcuts);
        page
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let props = ctx.props();
        self.write_boxes(&props.stage);
        self.shade(&props.host);
        if props.owns_address {
            address::write(&self.drawn.state, &self.state, self.native);
            self.entitle();
        }
        self.announce(props);
        self.follow(&props.stage);
        self.keep_focus(&props.stage);
        self.drawn.state = self.state.clone();
    }
}

impl App {
    /// Does what a reader does; whether anything changed.
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let props = ctx.props();
        if let Action::Open(id) | Action::Show(id, _) | Action::Follow(id, _) = &action
            && !fire(&props.host, Happening::Open, &detail(&[("id", id.as_str().into())]))
        {
            // A host that listens has taken it over.
            return false;
        }
        let is_typing = matches!(action, Action::Type(_));
        let settles = matches!(action, Action::Submit | Action::Ask(_) | Action::Open(_));
        let next = reduce(self.state.clone(), action);
        if settles && !next.query.trim().is_empty() {
            let text = remembered(&kept(), &next.query);
            keep(&text);
            self.recent = recent(&text);
        }
        self.typing = is_typing;
        if next != self.state {
            self.lacking = None;
        }
        let changed = next != self.state || self.said.is_some();
        self.state = next;
        self.said = None;
        self.drawn.focus = props.stage.focused().map(|element| place_of(&element));
        self.ask(ctx);
        changed
    }

    pub(super) fn reading(&self) -> Option<&Reading> {
        match &self.opening {
            Opening::Open(desk) => desk.reading.as_deref(),
            _ => None,
        }
    }

    /// Takes up the width that there is for drawings; whether it is another one.
    fn measure(&mut self, stage: &Stage) -> bool {
        let widths = stage.all(".canvas").into_iter().map(|canvas| canvas.client_width());
        let width = f64::from(widths.max().unwrap_or(0));
        let changed = width > 0.0 && width != self.width;
        if changed {
            self.width = width;
        }
        changed
    }

    /// Copies a text and says so.
    fn copy(&self, ctx: &Context<Self>, text: String, told: Text) -> bool {
        self.copied(ctx, told, share::copy(text))
    }

    /// Says whether something was copied.
    fn copied(&self, ctx: &Context<Self>, told: Text, is_copied: impl Future<Output = bool> + 'static) -> bool {
        let link = ctx.link().clone();
        spawn_local(async move {
            link.send_message(Message::Say(if is_copied.await { told } else { Text::NotCopied }));
        });
        false
    }
}

/// Does something with the help, which asks for no drawing.
fn with_help(stage: &Stage, act: impl FnOnce(&HtmlDialogElement)) -> bool {
    if let Some(help) = stage.find("dialog") {
        act(help.unchecked_ref());
    }
    false
}
