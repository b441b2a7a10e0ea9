use crate::chart::{ChartKind, Table};
use crate::view::{Action, Charts};
use crate::web::pen::Pen;

/// A chart's table. The head of a column sorts it; chosen again, the other way round.
pub fn chart_table(pen: &mut Pen, kind: ChartKind, table: &Table, charts: &Charts) {
    let sorted = charts.table.filter(|(sorted, ..)| *sorted == kind);
    pen.element("table", |pen| {
        pen.leaf("caption", &table.caption);
        pen.element("thead", |pen| {
            pen.element("tr", |pen| {
                for (column, name) in (0..).zip(&table.columns) {
                    let backwards = sorted.filter(|(_, by, _)| *by == column).map(|(.., backwards)| backwards);
                    pen.element("th", |pen| {
                        pen.set("scope", "col");
                        // Numbers begin with the greatest, names with the first.
                        let names = table.rows.first().map_or(0, |row| row.names.len());
                        if let Some(backwards) = backwards {
                            let ascending = backwards != (usize::from(column) < names);
                            pen.set("aria-sort", if ascending { "ascending" } else { "descending" });
                        }
                        let table = Some((kind, column, backwards == Some(false)));
                        pen.button("button", Action::Draw(Charts { table, ..charts.clone() }), name);
                    });
                }
            });
        });
        pen.element("tbody", |pen| {
            for row in &table.rows {
                pen.element("tr", |pen| {
                    for column in 0..table.columns.len() {
                        let cell = row.cell(column);
                        if column > 0 {
                            pen.leaf(if column < row.names.len() { "td.name" } else { "td" }, &cell);
                            continue;
                        }
                        pen.element("th", |pen| {
                            pen.set("scope", "row");
                            pen.text(&cell);
                        });
                    }
                });
            }
        });
    });
}
