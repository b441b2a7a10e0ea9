use super::{FONT, TICKS, value_class};
use crate::chart::mark::{Anchor, bar, label, rule, value_axis_up};
use crate::chart::{Band, Chart, Datum, Linear, Node, short, text_width};

const PLOT: f64 = 140.0;

/// Columns in the order of time, with a slot for every year from the first to the last, whether it has a column or not; one
/// more, set apart by an empty one, for what has no year.
pub fn columns(chart: &Chart, width: f64) -> (f64, Vec<Node>) {
    let (key, key_height) = chart.key(width);
    let (top, bottom) = (key_height + 22.0, key_height + 22.0 + PLOT);
    let (up, ticks) = Linear::nice(chart.most(), TICKS, (bottom, top));
    let left = ticks.iter().map(|&tick| text_width(&short(tick, chart.language), FONT)).fold(0.0, f64::max) + 8.0;

    let slots: Vec<i32> = chart.data.iter().filter_map(|datum| datum.slot).collect();
    let first = slots.first().copied().unwrap_or(0);
    let span = slots.last().map_or(0, |&last| (last - first) as usize + 1);
    let yearless = chart.data.iter().any(|datum| datum.slot.is_none());
    let count = span + if yearless { 1 + usize::from(span > 0) } else { 0 };
    // Few columns are not stretched into slabs.
    let right = width.min(left + 84.0 * count as f64);
    let along = Band::new(count, (left, right), 0.34);
    let place = Place { along, up, top, bottom, width, first, last: count.saturating_sub(1) };

    let mut nodes = key;
    nodes.push(value_axis_up(&up, &ticks, (left, width), chart.language));
    nodes.extend(place.gaps(chart, span));
    nodes.extend(chart.data.iter().filter_map(|datum| place.name_below(datum)));
    nodes.extend(chart.data.iter().map(|datum| place.column(chart, datum)));
    (bottom + 30.0, nodes)
}

/// Where the columns of a drawing stand.
struct Place {
    along: Band,
    up: Linear,
    top: f64,
    bottom: f64,
    width: f64,
    first: i32,
    last: usize,
}

impl Place {
    fn column(&self, chart: &Chart, datum: &Datum) -> Node {
        let slot = self.slot(datum);
        let (x, width, bottom) = (self.along.at(slot), self.along.width(), self.bottom);
        let rect = |from: f64, to: f64| Node::rect(x, self.up.at(to), width, self.up.at(from) - self.up.at(to));
        let mut drawing = Vec::new();
        if datum.unchosen > datum.end() {
            drawing.push(rect(0.0, datum.unchosen).with("class", "unchosen"));
        }
        if datum.parts.is_empty() && datum.end() > 0.0 {
            let height = (self.bottom - self.up.at(datum.end())).max(1.0);
            drawing.push(Node::rect(x, self.bottom - height, width, height).with("class", "length"));
        }
        drawing.extend(chart.stack(datum, &rect));
        let value = chart.short(datum);
        if text_width(&value, FONT) + 2.0 <= self.along.step() {
            let head = self.up.at(datum.end()) - 6.0;
            drawing.push(label(x + width / 2.0, head, Anchor::Middle, value_class(datum), value));
        }
        let area = (x - 4.0, self.top - 20.0, width + 8.0, bottom - self.top + 48.0);
        bar(datum, chart.words(datum), area, drawing)
    }

    /// The slot of a mark; what has no year is in the last one.
    fn slot(&self, datum: &Datum) -> usize {
        datum.slot.map_or(self.last, |slot| (slot - self.first) as usize)
    }

    /// A column's name. It stands on the axis, below the area that answers for the column.
    fn name_below(&self, datum: &Datum) -> Option<Node> {
        let slot = self.slot(datum);
        let class = if datum.picked { "name chosen" } else { "name" };
        let named = datum.slot.is_none() || self.is_named(slot);
        named.then(|| self.name(slot, class, &datum.names[0]).with("aria-hidden", "true"))
    }

    /// A short stroke below the baseline for each year without a column, and its name where there is room.
    fn gaps(&self, chart: &Chart, span: usize) -> Vec<Node> {
        let mut gaps = Vec::new();
        if self.along.step() < 4.0 {
            return gaps;
        }
        for slot in 0..span {
            let year = self.first + slot as i32;
            if chart.data.iter().any(|datum| datum.slot == Some(year)) {
                continue;
            }
            let (middle, bottom) = (self.along.middle(slot), self.bottom);
            gaps.push(rule((middle, bottom), (middle, bottom + 5.0), "gap"));
            if self.is_named(slot) {
                gaps.push(self.name(slot, "name gap", &year.to_string()));
            }
        }
        gaps
    }

    /// Whether a year is named: each one, or each second, third … where they would touch.
    fn is_named(&self, slot: usize) -> bool {
        let room = text_width("2024", FONT) + 6.0;
        slot.is_multiple_of(((room / self.along.step()).ceil() as usize).max(1))
    }

    /// The name below a column; at the right edge it stays inside the drawing.
    fn name(&self, slot: usize, class: &'static str, name: &str) -> Node {
        let middle = self.along.middle(slot).min(self.width - text_width(name, FONT) / 2.0);
        label(middle, self.bottom + 20.0, Anchor::Middle, class, name)
    }
}
