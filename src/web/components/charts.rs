use super::chart_panel::{Panel, chart_panel};
use super::choice::choices;
use crate::chart::ChartKind;
use crate::chart::measure_name;
use crate::view::{Action, Charts, State, Text, chart_words as words, measures};
use crate::web::desk::{Desk, kinds};
use crate::web::pen::Pen;

/// The names that hosts know the charts by, in their order.
const PARTS: [&str; 4] = ["dates-chart", "county-chart", "year-chart", "more-chart"];

/// The charts of what answers, `width` CSS pixels wide; and what is counted in them.
pub fn charts(pen: &mut Pen, desk: &Desk, state: &State, width: f64) {
    pen.element("section.charts", |pen| {
        pen.label(Text::Charts);
        pen.busy(!desk.is_counted());
        let language = pen.language;
        let all = measures(ChartKind::County).map(|measure| {
            let charts = Charts { measure, ..state.charts.clone() };
            (Action::Draw(charts), language.say(measure_name(measure)), measure == state.charts.measure)
        });
        choices(pen, "div.choices.measures", language.say(words::COUNT), all);
        panels(desk, state, width).iter().for_each(|panel| chart_panel(pen, panel, desk, state));
    });
}

/// The charts, ready to be drawn or saved.
pub fn panels(desk: &Desk, state: &State, width: f64) -> Vec<Panel> {
    let kinds = kinds(state).into_iter().zip(PARTS);
    kinds
        .map(|(kind, part)| {
            let chart = desk.chart(state, kind);
            let scene = (width > 0.0).then(|| chart.scene(width));
            let mut table = chart.table();
            if let Some((_, column, backwards)) = state.charts.table.filter(|(sorted, ..)| *sorted == kind) {
                table.sort(column.into(), backwards);
            }
            Panel { part, chart, table, scene }
        })
        .collect()
}
