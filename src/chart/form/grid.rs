use super::{FONT, shade, shades};
use crate::chart::mark::{Anchor, bar, label};
use crate::chart::{Band, Chart, Datum, Node, cut, text_width};

const ROW: f64 = 30.0;
const HEAD: f64 = 24.0;
const WIDEST: f64 = 64.0;

/// Counties down, years across: each cell has its number and is the darker the greater it is. Cells are in the chart's order,
/// all of a county together.
pub fn grid(chart: &Chart, width: f64) -> (f64, Vec<Node>) {
    let rows: Vec<&[Datum]> = chart.data.chunk_by(|a, b| a.names[0] == b.names[0]).collect();
    let years = rows.first().map_or(0, |row| row.len());
    let widest = rows.iter().map(|row| text_width(&row[0].names[0], FONT)).fold(0.0, f64::max);
    let gutter = widest.min(width * 0.36) + 10.0;
    let most = chart.most();
    let (key, top) = shades(most, chart.language, width);
    let bottom = top + HEAD + ROW * rows.len() as f64;
    let along = Band::new(years, (gutter, width.min(gutter + WIDEST * years as f64)), 0.0);

    let mut nodes = vec![key];
    // Years are named each, or each second, third … where they would touch; the last, where there is none, always.
    let room = |datum: &Datum| text_width(&datum.names[1], FONT) + 4.0;
    let mut free = f64::NEG_INFINITY;
    for (place, datum) in rows.first().copied().unwrap_or_default().iter().enumerate() {
        let middle = along.middle(place).min(width - room(datum) / 2.0);
        if middle - room(datum) / 2.0 >= free {
            free = middle + room(datum) / 2.0;
            nodes.push(
                label(middle, top + HEAD - 7.0, Anchor::Middle, "tick", datum.names[1].as_str())
                    .with("aria-hidden", "true"),
            );
        }
    }
    for (line, row) in rows.iter().enumerate() {
        let y = top + HEAD + ROW * line as f64;
        let name = cut(&row[0].names[0], FONT, gutter - 10.0);
        nodes.push(label(gutter - 10.0, y + 20.0, Anchor::End, "name", name).with("aria-hidden", "true"));
        for (place, datum) in row.iter().enumerate() {
            let (x, cell) = (along.at(place), along.width());
            let gap = if cell > 8.0 { 1.0 } else { 0.0 };
            let mut drawing =
                vec![Node::rect(x + gap, y + 1.0, cell - 2.0 * gap, ROW - 2.0).with("class", shade(datum, most))];
            let value = chart.short(datum);
            if text_width(&value, FONT) + 4.0 <= cell {
                drawing.push(label(x + cell / 2.0, y + 20.0, Anchor::Middle, "number", value));
            }
            nodes.push(bar(datum, chart.words(datum), (x, y, cell, ROW), drawing));
        }
    }
    (bottom + 1.0, nodes)
}
