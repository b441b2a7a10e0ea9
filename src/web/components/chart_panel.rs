use super::chart_table::chart_table;
use super::drawing::drawing;
use crate::chart::{Scene, Table};
use crate::view::{FilterKey, Text};
use crate::web::pen::Pen;
use crate::web::save::Format;
use crate::web::wish::Wish;

/// A chart of the page.
pub struct Panel {
    /// The name that hosts know it by.
    pub part: &'static str,
    /// What one of its bars filters by.
    pub key: FilterKey,
    /// What it shows, in a sentence.
    pub sentence: String,
    /// The numbers.
    pub table: Table,
    /// The drawing, where there is room for it.
    pub scene: Option<Scene>,
}

/// A chart with its title, its table and its sentence. A bar is a filter.
pub fn chart_panel(pen: &mut Pen, Panel { part, key, sentence, table, scene }: &Panel) {
    let empty = table.rows.is_empty();
    pen.element("figure.chart-panel", |pen| {
        pen.key(part);
        pen.part(part);
        pen.element("figcaption", |pen| {
            pen.leaf("h2", &table.caption);
            pen.leaf("p.visually-hidden", sentence);
            pen.words("p.quiet.hint", Text::PickHint);
        });
        pen.element("div.canvas", |pen| match scene {
            _ if empty => pen.words("p.quiet", Text::NothingFound),
            Some(scene) => drawing(pen, scene, *key),
            None => {}
        });
        if !empty {
            pen.element("details", |pen| {
                pen.words("summary", Text::Table);
                chart_table(pen, table);
                pen.element("p.save", |pen| {
                    pen.button("button.link", Wish::Save(part, Format::Csv), Text::SaveTable.in_language(pen.language));
                    pen.button(
                        "button.link",
                        Wish::Save(part, Format::Svg),
                        Text::SaveDrawing.in_language(pen.language),
                    );
                });
            });
        }
    });
}
