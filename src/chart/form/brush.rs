use super::FONT;
use crate::chart::mark::{Anchor, bar, label, rule};
use crate::chart::{Band, Chart, Linear, Node, date_name, text_width};

const PLOT: f64 = 40.0;
const TOP: f64 = 6.0;

/// Small columns in time; those of the chosen range stand between its two ends, which a reader can move.
pub fn brush(chart: &Chart, width: f64) -> (f64, Vec<Node>) {
    let base = TOP + PLOT;
    let first = chart.data.first().and_then(|datum| datum.slot).unwrap_or(0);
    // The steps fill the width, so that what moves the ends of a range can lie on it; a single one is no slab.
    let right = if chart.steps.len() < 2 { width.min(84.0) } else { width };
    let along = Band::new(chart.steps.len(), (0.0, right), 0.16);
    let up = Linear::new((0.0, chart.most().max(1.0)), (base, TOP));

    let mut nodes = vec![rule((0.0, base), (width, base), "baseline").with("aria-hidden", "true")];
    let mut chosen: Option<(f64, f64)> = None;
    let whole = chart.data.iter().all(|datum| !datum.picked);
    for datum in &chart.data {
        let slot = datum.slot.map_or(0, |slot| (slot - first) as usize);
        let (x, head) = (along.at(slot), up.at(datum.end()));
        let class = if datum.picked || whole { "length" } else { "unchosen" };
        let drawing = vec![Node::rect(x, head, along.width().max(1.0), base - head).with("class", class)];
        let area = (x - (along.step() - along.width()) / 2.0, 0.0, along.step(), base + 4.0);
        if datum.picked {
            let (from, _) = chosen.unwrap_or((area.0, 0.0));
            chosen = Some((from, area.0 + area.2));
        }
        nodes.push(bar(datum, chart.words(datum), area, drawing));
    }
    if let Some((from, to)) = chosen {
        for end in [from, to.min(width - 1.0)] {
            nodes.push(rule((end, 0.0), (end, base + 6.0), "end").with("aria-hidden", "true"));
        }
    }
    // The first and the last are named, where there is room for both.
    if let (Some(first), Some(last)) = (chart.steps.first(), chart.steps.last()) {
        let (first, last) = (date_name(first, chart.language), date_name(last, chart.language));
        let name = |x, anchor, name: &str| label(x, base + 28.0, anchor, "tick", name).with("aria-hidden", "true");
        nodes.push(name(0.0, Anchor::Start, &first));
        if first != last && text_width(&first, FONT) + text_width(&last, FONT) + 12.0 <= width {
            nodes.push(name(width, Anchor::End, &last));
        }
    }
    (base + 34.0, nodes)
}
