use super::charts::charts;
use super::chips::chips;
use super::facets::facets;
use super::notes::notes;
use super::panes::panes;
use super::reader::reader;
use super::results::results;
use super::search_box::search_box;
use super::sort_choice::sort_choice;
use crate::view::{Action, Language, Pane, Phrase, State, Text};
use crate::web::desk::Desk;
use crate::web::pen::Pen;

/// The front page of an open archive: a box to ask in, and the answer as articles and charts; or an article. Drawings are
/// `width` CSS pixels wide; `native` is the language of a page whose permalink names none.
pub fn front(pen: &mut Pen, desk: &Desk, state: &State, native: Language, width: f64) {
    pen.element("section.ask", |pen| {
        search_box(pen, &state.query);
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
        Pane::More => "div.front.more-pane",
    };
    pen.element(kind, |pen| {
        pen.key("front");
        facets(pen, &state.query, &desk.answer.choices);
        pen.element("section.articles", |pen| articles(pen, desk, state, native));
        charts(pen, desk, state, width);
    });
}

fn articles(pen: &mut Pen, desk: &Desk, state: &State, native: Language) {
    let (answer, initiatives) = (&desk.answer, desk.initiatives());
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
