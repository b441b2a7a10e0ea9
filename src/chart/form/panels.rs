use super::FONT;
use crate::chart::mark::{Anchor, bar, label, rule};
use crate::chart::{Band, Chart, Datum, Linear, Node, cut, text_width};

const HEAD: f64 = 42.0;
const PLOT: f64 = 44.0;
const FOOT: f64 = 26.0;
const NARROWEST: f64 = 118.0;
const GAP: f64 = 16.0;

/// A small drawing for each county, all to one scale, so that they can be compared: years across, the greatest with its number.
pub fn panels(chart: &Chart, width: f64) -> (f64, Vec<Node>) {
    let panels: Vec<&[Datum]> = chart.data.chunk_by(|a, b| a.names[0] == b.names[0]).collect();
    let columns = (((width + GAP) / (NARROWEST + GAP)) as usize).clamp(1, panels.len().max(1));
    let side = (width + GAP) / columns as f64 - GAP;
    let up = |base: f64| Linear::new((0.0, chart.most().max(1.0)), (base, base - PLOT));
    let slots = || chart.data.iter().filter_map(|datum| datum.slot);
    let (first, last) = (slots().min().unwrap_or(0), slots().max().unwrap_or(0));
    let yearless = chart.data.iter().any(|datum| datum.slot.is_none());
    let span = (last - first) as usize + 1;
    let count = span + if yearless { 2 } else { 0 };

    let mut nodes = Vec::new();
    for (place, panel) in panels.iter().enumerate() {
        let x = (side + GAP) * (place % columns) as f64;
        let base = (HEAD + PLOT + FOOT) * (place / columns) as f64 + HEAD + PLOT;
        let along = Band::new(count, (x, x + side), 0.24);
        let up = up(base);
        let still = |node: Node| node.with("aria-hidden", "true");
        nodes.push(still(label(
            x,
            base - PLOT - 22.0,
            Anchor::Start,
            "name strong",
            cut(&panel[0].names[0], FONT, side),
        )));
        nodes.push(still(rule((x, base), (x + side, base), "baseline")));
        let most = panel.iter().map(Datum::end).fold(0.0, f64::max);
        if most == 0.0 {
            nodes.push(still(label(x, base - 6.0, Anchor::Start, "value zero", "0")));
        }
        let mut told = false;
        for datum in *panel {
            let slot = datum.slot.map_or(count - 1, |slot| (slot - first) as usize);
            let (left, wide) = (along.at(slot), along.width());
            let head = up.at(datum.end());
            let class = if datum.slot.is_some() { "length" } else { "segment hollow yearless" };
            let mut drawing = Vec::new();
            if datum.end() > 0.0 {
                drawing.push(Node::rect(left, head, wide, base - head).with("class", class));
            }
            let value = chart.short(datum);
            let half = text_width(&value, FONT) / 2.0;
            if most > 0.0 && ((datum.end() == most && !told) || (datum.picked && datum.end() > 0.0)) {
                told = true;
                let middle = (left + wide / 2.0).min(x + side - half).max(x + half);
                drawing.push(label(middle, head - 4.0, Anchor::Middle, "value", value));
            }
            nodes.push(bar(
                datum,
                chart.words(datum),
                (along.at(slot), base - PLOT - 16.0, along.step(), PLOT + 18.0),
                drawing,
            ));
        }
        if slots().next().is_some() {
            let years = |at, anchor, year: i32| still(label(at, base + 15.0, anchor, "tick", year.to_string()));
            nodes.push(years(x, Anchor::Start, first));
            let end = x + side * span as f64 / count as f64;
            if last > first && end - x > 2.2 * text_width("2024", FONT) {
                nodes.push(years(end, Anchor::End, last));
            }
        }
    }
    ((HEAD + PLOT + FOOT) * panels.len().div_ceil(columns) as f64, nodes)
}
