use crate::view::{Action, Pane, Text};
use crate::web::pen::Pen;

/// What a narrow page turns between; a wide one shows all of it and hides this.
pub fn panes(pen: &mut Pen, present: Pane) {
    pen.element("div.panes", |pen| {
        for pane in Pane::ALL {
            let words = match pane {
                Pane::Articles => Text::Articles,
                Pane::County => Text::ByCounty,
                Pane::Year => Text::ByYear,
            };
            choice(pen, Action::Turn(pane), words, pane == present);
        }
    });
}

/// A button of several of which one is on.
pub fn choice(pen: &mut Pen, action: Action, words: Text, on: bool) {
    pen.element("button", |pen| {
        pen.set("type", "button");
        pen.pressed(on);
        pen.wish(action.into());
        pen.text(words.in_language(pen.language));
    });
}
