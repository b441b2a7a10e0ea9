use super::chart_panel::{Panel, chart_panel};
use super::chips::chips;
use super::facets::facets;
use super::notes::notes;
use super::panes::panes;
use super::reader::reader;
use super::results::results;
use super::search_box::search_box;
use super::sort_choice::sort_choice;
use super::suggestions::Offers;
use crate::chart::{CountyChart, YearChart};
use crate::view::{Action, FilterKey, Language, Pane, Phrase, State, Text, chosen, chosen_county};
use crate::web::desk::Desk;
use crate::web::pen::Pen;

/// The front page of an open archive: a box to ask in, and the answer as articles and charts; or an article. Drawings are
/// `width` CSS pixels wide; `recent` are earlier queries, `native` is the language of a page whose permalink names none.
pub fn front(pen: &mut Pen, desk: &Desk, state: &State, recent: &[String], native: Language, width: f64) {
    pen.element("section.ask", |pen| {
        let offers = match state.query.is_empty() {
            true => Offers::Recent(recent),
            false => Offers::Words(&desk.suggestions),
        };
        search_box(pen, &state.query, state.hint, &offers);
        if state.query.is_empty() && !desk.openers.is_empty() {
            pen.element("p.examples", |pen| {
                pen.words("span", Text::Examples);
                for example in &desk.openers {
                    pen.button("button.link", Action::Ask(example.clone()), example);
                }
            });
        }
        chips(pen, &state.query);
    });
    if state.article.is_some() {
        return reader(pen, desk.reading.as_ref());
    }
    panes(pen, state.pane);
    let kind = match state.pane {
        Pane::Articles => "div.front.articles-pane",
        Pane::County => "div.front.county-pane",
        Pane::Year => "div.front.year-pane",
    };
    pen.element(kind, |pen| {
        pen.key("front");
        facets(pen, &state.query, &desk.answer.choices);
        pen.element("section.articles", |pen| articles(pen, desk, state, native));
        pen.element("section.charts", |pen| {
            pen.label(Text::Charts);
            panels(desk, state, width).iter().for_each(|panel| chart_panel(pen, panel));
        });
    });
}

fn articles(pen: &mut Pen, desk: &Desk, state: &State, native: Language) {
    let (answer, initiatives) = (&desk.answer, desk.stats.initiatives);
    let found = Phrase::Found { articles: answer.total, exact: answer.total_is_exact, initiatives };
    pen.words("h2.visually-hidden", Text::Results);
    pen.element("div.tally", |pen| {
        pen.element("p", |pen| {
            pen.set("role", "status");
            pen.set("aria-live", "polite");
            pen.part("status");
            pen.text(&found.in_language(pen.language));
        });
        sort_choice(pen, state.sort);
    });
    notes(pen, &answer.notes);
    results(pen, answer, state, native);
}

/// The charts of what answers the state's query, `width` CSS pixels wide.
pub fn panels(desk: &Desk, state: &State, width: f64) -> [Panel; 2] {
    let shown = width > 0.0;
    let counties = desk.stats.by_county.iter().filter_map(|row| row.county.as_deref());
    let county = chosen_county(&state.query, counties);
    let county = CountyChart::new(&desk.stats, &desk.any_county, county, state.language);
    let year = chosen(&state.query, FilterKey::InitiativeYear);
    let year = YearChart::new(&desk.stats, &desk.any_year, year.as_deref(), state.language);
    [
        Panel {
            part: "county-chart",
            key: FilterKey::County,
            sentence: county.sentence(),
            table: county.table(),
            scene: shown.then(|| county.scene(width)),
        },
        Panel {
            part: "year-chart",
            key: FilterKey::InitiativeYear,
            sentence: year.sentence(),
            table: year.table(),
            scene: shown.then(|| year.scene(width)),
        },
    ]
}
