use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement};
use yew::{AttrValue, Component, Context, Html, Properties};

use super::components::{Setting, colophon, failed, front, help, loading, masthead, panels, update_notice};
use super::desk::Desk;
use super::event::{Happening, detail, fire};
use super::fetch::{Progress, remind};
use super::listener::Listener;
use super::message::Message;
use super::offline::{self, Offline};
use super::pen::Pen;
use super::recent::{keep, kept};
use super::save::save_chart;
use super::source::Failure;
use super::stage::{Stage, focus};
use super::wish::Wish;
use super::{address, api, share, source};
use crate::chart::ChartKind;
use crate::engine::{PartName, Reply};
use crate::model::Reading;
use crate::view::{
    Action, FilterKey, Language, State, Text, Theme, between, chosen, citation, range_ends, recent, reduce, remembered,
};

/// How many times the page opens by itself what did not open, each after twice the time.
const ATTEMPTS: u32 = 7;
/// Nothing is fetched for a word that is still being typed: keys come faster after each other than so many milliseconds.
const TYPING: i32 = 150;

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
    state: State,
    recent: Vec<String>,
    native: Language,
    opening: Opening,
    attempt: u32,
    /// How many questions were asked: what comes for an older one than the last is of no use.
    asked: u32,
    /// Whether the last question may be in the middle of a word.
    typing: bool,
    /// Why what the last question needs could not be fetched.
    lacking: Option<Failure>,
    /// How many attempts have failed one after the other.
    failures: u32,
    width: f64,
    said: Option<Text>,
    listener: Listener,
    offline: Offline,
    drawn: Drawn,
}

/// An archive on its way to being open.
enum Opening {
    Loading(Progress),
    Open(Box<Desk>),
    Failed(Failure),
}

/// What the document around was last told.
struct Drawn {
    state: State,
    opened: bool,
    query: String,
    article: Option<String>,
    point: Option<u32>,
    /// Where the focus goes, should the part that has it be gone when the page is drawn.
    focus: Option<&'static str>,
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
            said: None,
            listener: Listener::new(&props.host, props.stage.clone(), ctx.link().callback(|message| message)),
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
            Message::Count(number) => return self.count(ctx, number),
            Message::Wish(Wish::Save(part, format)) => {
                if let Opening::Open(desk) = &self.opening {
                    let panels = panels(desk, &self.state, self.width);
                    let panels = panels.iter().filter(|panel| panel.part == part);
                    panels.for_each(|panel| save_chart(panel, format, &props.stage));
                }
                return false;
            }
            Message::Wish(Wish::Between(one, other)) => {
                let Opening::Open(desk) = &self.opening else { return false };
                let dates = desk.chart(&self.state, ChartKind::Dates);
                let query = between(&self.state.query, &dates, one, other);
                return self.act(ctx, Action::Type(query));
            }
            Message::Measure => return self.measure(&props.stage),
            // While it is tried again, what went wrong stays there to be read.
            Message::Progress(attempt, progress)
                if attempt == self.attempt && matches!(self.opening, Opening::Loading(_)) =>
            {
                self.opening = Opening::Loading(progress)
            }
            Message::Opened(attempt, opened) if attempt == self.attempt => {
                self.opening = match opened {
                    Ok(library) => Opening::Open(Box::new(Desk::new(library))),
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
        let mut pen = Pen::new(self.state.language, "div.page");
        pen.own();
        let info = match &self.opening {
            Opening::Open(desk) => Some(desk.library().info()),
            _ => None,
        };
        let (recent, lacking) = (&self.recent, self.lacking.as_ref());
        let setting = Setting { recent, native: self.native, width: self.width, lacking };
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
        write_ends(&props.stage);
        self.shade(&props.host);
        if props.owns_address {
            address::write(&self.drawn.state, &self.state, self.native);
            self.entitle();
        }
        self.announce(props);
        self.follow(&props.stage);
        self.keep_focus(&props.stage);
        self.drawn.state = self.state.clone();
        ctx.link().send_message(Message::Measure);
    }
}

/// What a reader has dragged no longer follows its attribute.
fn write_ends(stage: &Stage) {
    for end in stage.all("[data-end]") {
        let value = end.get_attribute("value").unwrap_or_default();
        end.unchecked_into::<HtmlInputElement>().set_value(&value);
    }
}

impl App {
    /// Begins to open the archive that the element's attributes name, after so many failures.
    fn begin(&mut self, ctx: &Context<Self>, failures: u32) {
        self.opening = Opening::Loading(Progress::default());
        self.failures = failures;
        self.open(ctx);
    }

    /// Opens the archive that the element's attributes name, anew.
    fn open(&mut self, ctx: &Context<Self>) {
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
    fn be_patient(&mut self, failure: &Failure) {
        if failure.may_pass() && self.failures < ATTEMPTS {
            remind(f64::from(1 << self.failures));
        }
        self.failures += 1;
    }

    /// Does what a reader does; whether anything changed.
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let props = ctx.props();
        if let Action::Open(id) | Action::Show(id, _) | Action::Follow(id, _) = &action
            && !fire(&props.host, Happening::Open, &detail([("id", id.as_str().into())]))
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

    /// Asks what the state wants to know, and fetches what that needs; then asks again. Whether there is an answer to draw.
    fn ask(&mut self, ctx: &Context<Self>) -> bool {
        let Opening::Open(desk) = &mut self.opening else { return false };
        self.asked += 1;
        let names = desk.ask(&mut self.state, ctx.props().limit);
        if !names.is_empty() {
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
        if !desk.is_counted() {
            later(ctx, 0, Message::Count(self.asked));
        }
        true
    }

    /// Counts one thing for the latest answer, so that a reader who types on never waits for all of it; whether there is
    /// something new to draw.
    fn count(&mut self, ctx: &Context<Self>, number: u32) -> bool {
        let Opening::Open(desk) = &mut self.opening else { return false };
        if number != self.asked || desk.is_counted() {
            return false;
        }
        match desk.count(&self.state) {
            Reply::Needs(names) => {
                self.fetch(ctx, names);
                false
            }
            Reply::Ready(is_time) => {
                if desk.is_counted() {
                    self.lacking = None;
                } else {
                    later(ctx, 0, Message::Count(number));
                }
                is_time
            }
        }
    }

    /// Fetches what an answer needs; for a word that is still being typed, only when no other key has come for a while.
    fn fetch(&mut self, ctx: &Context<Self>, names: Vec<PartName>) {
        let Opening::Open(desk) = &self.opening else { return };
        let number = self.asked;
        if std::mem::take(&mut self.typing) {
            return later(ctx, TYPING, Message::Due(number, names));
        }
        let (link, library, again) = (ctx.link().clone(), desk.library().clone(), self.failures > 0);
        spawn_local(async move {
            link.send_message(Message::Fetched(number, library.fetch(&names, again).await));
        });
    }

    fn reading(&self) -> Option<&Reading> {
        match &self.opening {
            Opening::Open(desk) => desk.reading.as_deref(),
            _ => None,
        }
    }

    /// Copies a text and says so.
    fn copy(&self, ctx: &Context<Self>, text: String, copied: Text) -> bool {
        let link = ctx.link().clone();
        spawn_local(async move {
            link.send_message(Message::Say(if share::copy(text).await { copied } else { Text::NotCopied }));
        });
        false
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

    /// Boxes are written to only when what they hold comes from elsewhere: writing to one would end a composition.
    fn write_boxes(&self, stage: &Stage) {
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
    fn shade(&self, host: &HtmlElement) {
        let theme = match self.state.theme {
            Theme::System => return,
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        // `theme` is a name that attributes can have.
        let _ = host.set_attribute("theme", theme);
    }

    /// Calls the document by what is shown.
    fn entitle(&self) {
        let name = Text::Name.in_language(self.state.language);
        let article = self
            .reading()
            .and_then(|reading| reading.article.title.as_ref().or(reading.article.display_title.as_ref()));
        let subject = article.map_or(self.state.query.trim(), |title| title.as_str());
        let title = if subject.is_empty() { name.to_owned() } else { format!("{subject} · {name}") };
        gloo::utils::document().set_title(&title);
    }

    /// Tells the document when the archive is open, or why it is not, and of each query that was answered.
    fn announce(&mut self, props: &AppProps) {
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
                    fire(host, Happening::Search, &detail(entries));
                }
            }
        }
        self.drawn.opened = true;
    }

    /// Follows a reader into an article and out of it: the focus is on its headline, or again on the title that led there;
    /// and to the top of another page of hits.
    fn follow(&mut self, stage: &Stage) {
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
    fn keep_focus(&mut self, stage: &Stage) {
        if let Some(place) = self.drawn.focus.take().filter(|_| stage.focused().is_none()) {
            let shown = |element: &HtmlElement| element.client_height() > 0;
            let near = stage.all(place).into_iter().find(shown);
            focus(near.or_else(|| stage.find(STATUS)));
        }
    }
}

/// Tells the document of a failure.
fn tell(host: &HtmlElement, failure: &Failure) {
    let entries = [("code", failure.code.into()), ("message", failure.message.as_str().into())];
    fire(host, Happening::Error, &detail(entries));
}

/// How much was found: where the focus goes when there is no better place.
const STATUS: &str = "[data-baoyan='status']";

/// What stands near an element, should it go.
fn place_of(element: &HtmlElement) -> &'static str {
    let places =
        [(".chips", ".chip"), (".settings", ".to-light, .to-dark"), (".facets", ".facets [aria-pressed='true']")];
    let inside = |region: &str| element.closest(region).ok().flatten().is_some();
    places.into_iter().find(|(region, _)| inside(region)).map_or(STATUS, |(_, near)| near)
}

/// Tells the page something when so many milliseconds are over, and the browser has drawn and is idle.
fn later(ctx: &Context<App>, milliseconds: i32, message: Message) {
    let link = ctx.link().clone();
    let tell = Closure::once_into_js(move || link.send_message(message));
    let window = gloo::utils::window();
    // A window takes every function.
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(tell.unchecked_ref(), milliseconds);
}

/// Does something with the help, which asks for no drawing.
fn with_help(stage: &Stage, act: impl FnOnce(&HtmlDialogElement)) -> bool {
    if let Some(help) = stage.find("dialog") {
        act(help.unchecked_ref());
    }
    false
}
