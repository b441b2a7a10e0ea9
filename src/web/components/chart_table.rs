use crate::chart::{Table, exact};
use crate::web::pen::Pen;

/// A chart's table.
pub fn chart_table(pen: &mut Pen, table: &Table) {
    pen.element("table", |pen| {
        pen.leaf("caption", &table.caption);
        pen.element("thead", |pen| {
            pen.element("tr", |pen| table.columns.iter().for_each(|name| head(pen, "col", name)));
        });
        pen.element("tbody", |pen| {
            for row in &table.rows {
                pen.element("tr", |pen| {
                    head(pen, "row", &row.name);
                    row.counts.iter().for_each(|&count| pen.leaf("td", &exact(count.into())));
                });
            }
        });
    });
}

fn head(pen: &mut Pen, scope: &str, name: &str) {
    pen.element("th", |pen| {
        pen.set("scope", scope);
        pen.text(name);
    });
}
