use super::choice::choice;
use crate::chart::{ChartKind, chart_name};
use crate::view::{Action, Pane, Text, chart_words as words};
use crate::web::pen::Pen;

/// What a narrow page turns between; a wide one shows all of it and hides this.
pub fn panes(pen: &mut Pen, present: Pane) {
    let language = pen.language;
    pen.element("div.panes", |pen| {
        for pane in Pane::ALL {
            let words = match pane {
                Pane::Articles => Text::Articles.in_language(language),
                Pane::County => language.say(chart_name(ChartKind::County)),
                Pane::Year => language.say(chart_name(ChartKind::Year)),
                Pane::More => language.say(words::MORE),
            };
            choice(pen, Action::Turn(pane), words, pane == present);
        }
    });
}
