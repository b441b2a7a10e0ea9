use super::{FONT, shade, shades};
use crate::chart::mark::{Anchor, bar, label};
use crate::chart::{Chart, Node, cut};

const LOW: f64 = 56.0;
const NARROWEST: f64 = 92.0;

/// A tile for each county, in official order from the top left: the order says nothing about where they lie.
pub fn tiles(chart: &Chart, width: f64) -> (f64, Vec<Node>) {
    let columns = ((width / NARROWEST) as usize).clamp(1, 6);
    let side = width / columns as f64;
    let data = chart.drawn();
    // What has no county is no place, and darkens none.
    let most = data.iter().filter(|datum| datum.choosable).map(|datum| datum.extent()).fold(0.0, f64::max);
    let (key, top) = shades(most, chart.language, width);
    let mut nodes = vec![key];
    for (place, &datum) in data.iter().enumerate() {
        let (x, y) = (side * (place % columns) as f64, top + 4.0 + LOW * (place / columns) as f64);
        let middle = x + side / 2.0;
        let drawing = vec![
            Node::rect(x + 1.0, y + 1.0, side - 2.0, LOW - 2.0).with("class", shade(datum, most)),
            label(middle, y + 22.0, Anchor::Middle, "number", cut(&datum.names[0], FONT, side - 12.0)),
            label(middle, y + 45.0, Anchor::Middle, "number large", chart.short(datum)),
        ];
        nodes.push(bar(datum, chart.words(datum), (x, y, side, LOW), drawing));
    }
    (top + 5.0 + LOW * data.len().div_ceil(columns) as f64, nodes)
}
