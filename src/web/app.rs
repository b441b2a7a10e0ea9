use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::{AttrValue, Component, Context, Html, Properties};

use super::components::{failed, front, loading, masthead, panels};
use super::desk::Desk;
use super::event::{Happening, detail, fire};
use super::fetch::{Progress, remind};
use super::listener::Listener;
use super::message::Message;
use super::pen::Pen;
use super::save::save_chart;
use super::source::Failure;
use super::stage::{Stage, focus};
use super::wish::Wish;
use super::{address, api, source};
use crate::view::{Action, Language, State, Text, Theme, reduce};

/// How many times the page opens by itself what did not open, each after twice the time.
const ATTEMPTS: u32 = 7;

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
    /// Whether this page's state is in the address bar.
    pub owns_address: bool,
}

/// The whole page: it holds the state, takes messages, and draws.
pub struct App {
    state: State,
    native: Language,
    opening: Opening,
    attempt: u32,
    /// How many attempts have failed one after the other.
    failures: u32,
    width: f64,
    listener: Listener,
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
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let native = address::native_language(props.lang.as_deref());
        let state = if props.owns_address { address::told(native) } else { State::new(native) };
        let mut app = App {
            native,
            opening: Opening::Loading(Progress::default()),
            attempt: 0,
            failures: 0,
            width: 0.0,
            listener: Listener::new(&props.host, props.stage.clone(), ctx.link().callback(|message| message)),
            drawn: Drawn { state: state.clone(), opened: false, query: String::new(), article: None },
            state,
        };
        app.begin(ctx, 0);
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
            Message::Came if props.owns_address => {
                return self.act(ctx, Action::Restore(address::told(self.native)));
            }
            Message::Wish(Wish::Retry) => self.begin(ctx, 1),
            Message::Again => {
                if matches!(&self.opening, Opening::Failed(failure) if failure.may_pass()) {
                    self.open(ctx);
                }
                return false;
            }
            Message::Wish(Wish::Point(place)) => {
                focus(props.stage.find(&format!("[data-initiative='{place}']")));
                return false;
            }
            Message::Wish(Wish::Save(part, format)) => {
                if let Opening::Open(desk) = &self.opening {
                    let panels = panels(desk, &self.state, self.width);
                    panels.iter().filter(|panel| panel.part == part).for_each(|panel| save_chart(panel, format));
                }
                return false;
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
            Message::Fetched(attempt, fetched) if attempt == self.attempt => match fetched {
                Ok(()) => self.ask(ctx),
                Err(failure) => {
                    self.be_patient(&failure);
                    self.opening = Opening::Failed(failure);
                    self.drawn.opened = false;
                }
            },
            // What arrives after `src` has changed again is dropped.
            Message::Came | Message::Progress(..) | Message::Opened(..) | Message::Fetched(..) => return false,
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
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let mut pen = Pen::new(self.state.language, "div.page");
        pen.own();
        let info = match &self.opening {
            Opening::Open(desk) => Some(desk.library().info()),
            _ => None,
        };
        masthead(&mut pen, self.state.theme, info);
        pen.element("main", |pen| match &self.opening {
            Opening::Loading(progress) => loading(pen, *progress),
            Opening::Failed(failure) => failed(pen, failure),
            Opening::Open(desk) if !desk.is_ready(&self.state) => loading(pen, Progress::default()),
            Opening::Open(desk) => front(pen, desk, &self.state, self.native, self.width),
        });
        pen.words("footer.colophon", Text::Colophon);
        let (page, wishes) = pen.finish();
        self.listener.expect(wishes);
        page
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let props = ctx.props();
        self.write_box(&props.stage);
        self.shade(&props.host);
        if props.owns_address {
            address::write(&self.drawn.state, &self.state, self.native);
            self.entitle();
        }
        self.announce(&props.host);
        self.follow(&props.stage);
        self.drawn.state = self.state.clone();
        ctx.link().send_message(Message::Measure);
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
        self.drawn.opened = false;
        let (link, attempt, src) = (ctx.link().clone(), self.attempt, ctx.props().src.clone());
        let again = self.failures > 0;
        spawn_local(async move {
            let coming = link.clone();
            let progress = move |progress| coming.send_message(Message::Progress(attempt, progress));
            link.send_message(Message::Opened(attempt, source::open(src.as_deref(), again, progress).await));
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
        if let Action::Open(id) = &action
            && !fire(&props.host, Happening::Open, &detail([("id", id.as_str().into())]))
        {
            // A host that listens has taken it over.
            return false;
        }
        let next = reduce(self.state.clone(), action);
        let changed = next != self.state;
        self.state = next;
        self.ask(ctx);
        changed
    }

    /// Asks what the state wants to know, and fetches what that needs; then asks again, whatever is wanted by then.
    fn ask(&mut self, ctx: &Context<Self>) {
        let Opening::Open(desk) = &mut self.opening else { return };
        let names = desk.ask(&self.state);
        if !names.is_empty() {
            let (link, attempt, library) = (ctx.link().clone(), self.attempt, desk.library().clone());
            spawn_local(async move {
                link.send_message(Message::Fetched(attempt, library.fetch(&names).await));
            });
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

    /// The box is written to only when the query comes from elsewhere: writing to it would end a composition.
    fn write_box(&self, stage: &Stage) {
        if let Some(search) = stage.search_box()
            && !self.listener.composing()
            && search.value() != self.state.query
        {
            search.set_value(&self.state.query);
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
        let reading = match &self.opening {
            Opening::Open(desk) => desk.reading.as_ref(),
            _ => None,
        };
        let article =
            reading.and_then(|reading| reading.article.title.as_ref().or(reading.article.display_title.as_ref()));
        let subject = article.map_or(self.state.query.trim(), |title| title.as_str());
        let title = if subject.is_empty() { name.to_owned() } else { format!("{subject} · {name}") };
        gloo::utils::document().set_title(&title);
    }

    /// Tells the document when the archive is open, or why it is not, and of each query that was answered.
    fn announce(&mut self, host: &HtmlElement) {
        let first = !self.drawn.opened;
        match &self.opening {
            Opening::Loading(_) => return,
            Opening::Open(desk) if !desk.is_ready(&self.state) => return,
            Opening::Failed(failure) if first => {
                let entries = [("code", failure.code.into()), ("message", failure.message.as_str().into())];
                fire(host, Happening::Error, &detail(entries));
            }
            Opening::Failed(_) => {}
            Opening::Open(desk) => {
                if first {
                    fire(host, Happening::Ready, &api::plain(desk.library().info()).unwrap_or_default());
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

    /// Follows a reader into an article and out of it: the focus is on its headline, or again on the title that led there.
    fn follow(&mut self, stage: &Stage) {
        let is_shown = matches!(&self.opening, Opening::Open(desk) if desk.is_ready(&self.state));
        if !is_shown || self.drawn.article == self.state.article {
            return;
        }
        let left = std::mem::replace(&mut self.drawn.article, self.state.article.clone());
        if self.state.article.is_some() {
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
            focus(hit.and_then(|hit| hit.query_selector("a").ok()?).map(wasm_bindgen::JsCast::unchecked_into));
        }
    }
}
