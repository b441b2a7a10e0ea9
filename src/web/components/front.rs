use super::charts::charts;
use super::chips::chips;
use super::facets::facets;
use super::failed::failed;
use super::notes::notes;
use super::notices::notices;
use super::panes::panes;
use super::reader::reader;
use super::results::results;
use super::search_box::search_box;
use super::sort_choice::sort_choice;
use super::suggestions::Offers;
use super::topic::topic;
use crate::view::{self, Action, FilterKey, Language, Pane, Phrase, State, Text, toggle};
use crate::web::desk::Desk;
use crate::web::failure::Failure;
use crate::web::pen::Pen;
use crate::web::region::Regions;
use crate::web::share::can_share;

/// What a front page shows beside the answer.
pub struct Setting<'a> {
    /// Earlier queries.
    pub recent: &'a [String],
    /// The language of a page whose permalink names none.
    pub native: Language,
    /// What draws itself.
    pub regions: Regions,
    /// Why what was asked last could not be fetched.
    pub lacking: Option<&'a Failure>,
}

/// The front page of an open archive: a box to ask in, and the answer as articles and charts; or an article. What lacks something
/// that could not be fetched is not shown, and that is said in its place.
pub fn front(pen: &mut Pen, desk: &Desk, state: &State, setting: &Setting<'_>) {
    let Setting { recent, native, regions, lacking } = setting;
    let native = *native;
    pen.element("section.ask", |pen| {
        let offers = match state.query.is_empty() {
            true => Offers::Recent(recent),
            false => Offers::Words(&desk.suggestions),
        };
        search_box(pen, &state.query, state.hint, &offers);
        if state.query.is_empty() {
            openers(pen, desk);
        }
        chips(pen, &state.query);
        notices(pen, state);
    });
    if let Some(failure) = lacking.filter(|_| !desk.answers(state)) {
        return failed(pen, failure, Text::Lacking);
    }
    if state.article.is_some() {
        return reader(pen, desk, state, native, can_share());
    }
    panes(pen, state.pane, &state.query);
    let kind = match state.pane {
        Pane::Articles => "div.front.articles-pane",
        Pane::Charts => "div.front.charts-pane",
        Pane::Filters => "div.front.filters-pane",
    };
    pen.element(kind, |pen| {
        pen.key("front");
        facets(pen, regions);
        pen.element("section.articles", |pen| {
            pen.busy(!desk.answers(state));
            articles(pen, desk, state, native);
        });
        match lacking {
            Some(failure) => failed(pen, failure, Text::Uncounted),
            None => charts(pen, &state.charts, regions),
        }
    });
}

/// Queries to begin with: what a county did, and names of initiatives.
fn openers(pen: &mut Pen, desk: &Desk) {
    if desk.openers.is_empty() && desk.busiest.is_none() {
        return;
    }
    pen.element("p.examples", |pen| {
        pen.words("span", Text::Examples);
        if let Some(county) = &desk.busiest {
            let query = toggle("", FilterKey::County, county);
            pen.button("button.link", Action::Ask(query), &Text::Asking.of(county, pen.language));
        }
        for example in desk.openers.iter() {
            pen.element("span.name", |pen| {
                pen.quoted();
                pen.button("button.link", Action::Ask(example.clone()), example);
            });
        }
    });
}

fn articles(pen: &mut Pen, desk: &Desk, state: &State, native: Language) {
    let (answer, initiatives) = (&desk.answer, desk.initiatives());
    let found = Phrase::Found(answer.total, initiatives);
    pen.words("h2.visually-hidden", Text::Results);
    pen.element("div.tally", |pen| {
        pen.element("p", |pen| {
            pen.set("role", "status");
            pen.set("aria-live", "polite");
            pen.set("tabindex", "-1");
            pen.part("status");
            match desk.answers(state) {
                true => pen.text(&found.in_language(pen.language)),
                false => pen.text(Text::Searching.in_language(pen.language)),
            }
        });
        sort_choice(pen, state.sort);
    });
    notes(pen, &answer.notes);
    if let Some(about) = view::topic(&state.query) {
        topic(pen, &about, &desk.tellings, (state, native));
    }
    results(pen, answer, desk.limit, state, native);
}
