use super::markup::Markup;
use crate::chart::{CountyChart, Scene, Table, YearChart, exact};
use crate::model::Stats;
use crate::view::Language;

/// The width of drawings, CSS pixels: the page that a newspaper's column leaves on a phone is narrower, and scales them.
const WIDTH: f64 = 640.0;

/// Both charts of an archive, each with its sentence and its table.
pub fn charts(markup: &mut Markup, stats: &Stats, language: Language) {
    let county = CountyChart::new(stats, stats, None, language);
    let year = YearChart::new(stats, stats, None, language);
    figure(markup, &county.scene(WIDTH), &county.table());
    figure(markup, &year.scene(WIDTH), &year.table());
}

fn figure(markup: &mut Markup, scene: &Scene, table: &Table) {
    if table.rows.is_empty() {
        return;
    }
    markup.element("figure", &[], |markup| {
        markup.leaf("figcaption", &[], &scene.title);
        markup.drawing(scene);
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
                        markup.leaf("th", &[("scope", "row")], &row.name);
                        row.counts.iter().for_each(|&count| markup.leaf("td", &[], &exact(count.into())));
                    });
                }
            });
        });
    });
}
