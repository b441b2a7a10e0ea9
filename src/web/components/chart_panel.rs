use super::brush_ends::brush_ends;
use super::chart_table::chart_table;
use super::choice::group;
use super::drawing::drawing;
use super::sentences::sentences;
use crate::chart::{Chart, ChartKind, Scene, Table, chart_name};
use crate::view::{Action, Charts, State, chart_words as words};
use crate::web::desk::{Desk, kinds};
use crate::web::pen::Pen;
use crate::web::save::{Format, can_copy_picture};
use crate::web::screen::can_fill;
use crate::web::wish::Wish;

/// The names that hosts know the charts by, in their order.
pub const PARTS: [&str; 4] = ["dates-chart", "county-chart", "year-chart", "more-chart"];

/// A chart of the page.
pub struct Panel {
    /// The name that hosts know it by.
    pub part: &'static str,
    /// What it shows.
    pub chart: Chart,
    /// The same in rows, in the order that the reader wants.
    pub table: Table,
    /// The drawing, where there is room for it.
    pub scene: Option<Scene>,
}

impl Panel {
    /// The chart at a place of [`kinds`], `width` CSS pixels wide, ready to be drawn or saved.
    pub fn new(desk: &Desk, state: &State, width: f64, place: usize) -> Self {
        let chart = desk.chart(state, kinds(state)[place]);
        let scene = (width > 0.0).then(|| chart.scene(width));
        let mut table = chart.table();
        if let Some((_, column, backwards)) = state.charts.table.filter(|(sorted, ..)| *sorted == chart.kind) {
            table.sort(column.into(), backwards);
        }
        Panel { part: PARTS[place], chart, table, scene }
    }
}

/// A chart with its title, its table, its sentence and the sentences behind its chosen mark. A mark is a filter.
pub fn chart_panel(pen: &mut Pen, Panel { part, chart, table, scene }: &Panel, desk: &Desk, state: &State) {
    let empty = chart.data.iter().all(|datum| datum.extent() == 0.0);
    pen.part(part);
    if *part == "more-chart" {
        chooser(pen, state);
    }
    pen.element("figcaption", |pen| {
        pen.leaf("h2", &chart.title);
        pen.leaf("p.visually-hidden", &chart.sentence());
        // What is under the pointer or has the focus is told here, by the listener.
        pen.element("p.quiet.tip", |pen| pen.set("aria-hidden", "true"));
        if *part != "dates-chart" {
            pen.said("p.quiet.hint", words::HINT);
            if can_fill() {
                pen.button("button.link.screen", Wish::Fill(part), pen.language.say(words::SCREEN));
            }
        }
    });
    settings(pen, chart, &state.charts);
    pen.element("div.canvas", |pen| match scene {
        _ if table.rows.is_empty() => pen.said("p.quiet", words::NOTHING),
        Some(scene) => drawing(pen, scene, chart),
        None => {}
    });
    match chart.kind {
        ChartKind::Dates => brush_ends(pen, chart),
        ChartKind::Tiles => pen.said("p.quiet.note", words::TILES),
        ChartKind::Totals => pen.said("p.quiet.note", words::TOTALS),
        _ => {}
    }
    if chart.draws_part() {
        pen.said("p.quiet.note", words::GREATEST_ONLY);
    }
    if state.charts.asked == Some(chart.kind) && chart.data.iter().any(|datum| datum.picked) {
        sentences(pen, &desk.evidence, desk.initiatives());
    }
    if !empty {
        pen.fold("summary", part, pen.language.say(words::TABLE), &mut |pen| {
            chart_table(pen, chart.kind, table, &state.charts);
            pen.element("p.save", |pen| {
                pen.said("span.quiet", words::SAVE);
                for (format, name) in Format::ALL {
                    pen.button("button.link", Wish::Save(part, format), name);
                }
                if can_copy_picture() {
                    pen.button(
                        "button.link",
                        Wish::CopyPicture(part, chart.title.clone()),
                        pen.language.say(words::COPY),
                    );
                }
            });
        });
    }
}

/// The charts to choose from.
fn chooser(pen: &mut Pen, state: &State) {
    let language = pen.language;
    let mut all = Charts::CHOICES.into_iter().map(|kind| {
        let charts = Charts { kind, ..state.charts.clone() };
        (Action::Draw(charts), language.say(chart_name(kind)), kind == state.charts.kind)
    });
    group(pen, "div.choices.chooser", language.say(words::MORE), &mut all);
}

/// What can be set of this chart alone: the unit of totals, the order of counties.
fn settings(pen: &mut Pen, chart: &Chart, charts: &Charts) {
    let language = pen.language;
    if !chart.units.is_empty() {
        let mut units = chart.units.iter().map(|unit| {
            let charts = Charts { unit: Some(unit.clone()), ..charts.clone() };
            (Action::Draw(charts), unit.as_str(), chart.unit.as_ref() == Some(unit))
        });
        group(pen, "div.choices", language.say(words::UNIT), &mut units);
    }
    if chart.kind == ChartKind::County {
        let orders = [(false, words::GREATEST), (true, words::OFFICIAL)].map(|(official, name)| {
            (Action::Draw(Charts { official, ..charts.clone() }), language.say(name), official == charts.official)
        });
        group(pen, "div.choices", language.say(words::ORDER), &mut orders.into_iter());
    }
}
