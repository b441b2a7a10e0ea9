use super::markup::Markup;
use crate::chart::{Chart, ChartKind, Spec};
use crate::model::Stats;
use crate::view::Language;

/// The width of drawings, CSS pixels: the page that a newspaper's column leaves on a phone is narrower, and scales them.
const WIDTH: f64 = 640.0;

/// The charts by county and by year, each with its sentence and its table.
pub fn charts(markup: &mut Markup, stats: &Stats, language: Language) {
    for kind in [ChartKind::County, ChartKind::Year] {
        figure(markup, &Chart::new(&Spec { kind, language, ..Spec::default() }, stats, stats));
    }
}

fn figure(markup: &mut Markup, chart: &Chart) {
    let (scene, table) = (chart.scene(WIDTH), chart.table());
    if table.rows.is_empty() {
        return;
    }
    markup.element("figure", &[], |markup| {
        markup.leaf("figcaption", &[], &scene.title);
        markup.drawing(&scene);
        markup.leaf("p", &[("class", "quiet")], &scene.description);
        markup.element("table", &[], |markup| {
            markup.leaf("caption", &[], &table.caption);
            markup.element("thead", &[], |markup| {
                markup.element("tr", &[], |markup| {
                    table.columns.iter().for_each(|name| markup.leaf("th", &[("scope", "col")], name));
                });
            });
            markup.element("tbody", &[], |markup| {
                for row in &table.rows {
                    markup.element("tr", &[], |markup| {
                        for column in 0..table.columns.len() {
                            match column < row.names.len() {
                                true => markup.leaf("th", &[("scope", "row")], &row.cell(column)),
                                false => markup.leaf("td", &[], &row.cell(column)),
                            }
                        }
                    });
                }
            });
        });
    });
}
