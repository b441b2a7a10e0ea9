use crate::view::{Action, Pane, Text, filters};
use crate::web::pen::Pen;

/// What a narrow page turns between; a wide one shows all of it and hides this.
pub fn panes(pen: &mut Pen, present: Pane, query: &str) {
    let filters = filters(query).len();
    pen.element("div.panes", |pen| {
        for pane in Pane::ALL {
            let words = match pane {
                Pane::Articles => Text::Articles,
                Pane::Charts => Text::Charts,
                Pane::Filters => Text::Filters,
            };
            pen.element("button", |pen| {
                pen.set("type", "button");
                pen.pressed(pane == present);
                pen.wish(Action::Turn(pane).into());
                pen.text(words.in_language(pen.language));
                if pane == Pane::Filters && filters > 0 {
                    pen.leaf("span.count", &filters.to_string());
                }
            });
        }
    });
}
