use super::FONT;
use crate::chart::chart::date_name;
use crate::chart::mark::{Anchor, bar, label, rule};
use crate::chart::{Band, Chart, Linear, Node, text_width};

const PLOT: f64 = 40.0;
const TOP: f64 = 6.0;
/// Few columns are not stretched into slabs.
const WIDEST: f64 = 34.0;

/// Small columns in time; those of the chosen range stand between its two ends, which a reader can move.
pub fn brush(chart: &Chart, width: f64) -> (f64, Vec<Node>) {
    let base = TOP + PLOT;
    let slots: Vec<i32> = chart.data.iter().filter_map(|datum| datum.slot).collect();
    let first = slots.first().copied().unwrap_or(0);
    let span = slots.last().map_or(0, |&last| (last - first) as usize + 1);
    let vague = chart.data.iter().any(|datum| datum.slot.is_none());
    let count = span + if vague { 1 + usize::from(span > 0) } else { 0 };
    let along = Band::new(count, (0.0, width.min(WIDEST * count as f64)), 0.16);
    let up = Linear::new((0.0, chart.most().max(1.0)), (base, TOP));
    let right = along.at(0) + along.step() * count as f64;

    let mut nodes = vec![rule((0.0, base), (right.min(width), base), "baseline").with("aria-hidden", "true")];
    let mut chosen: Option<(f64, f64)> = None;
    let whole = chart.data.iter().all(|datum| !datum.picked);
    for datum in &chart.data {
        let slot = datum.slot.map_or(count.saturating_sub(1), |slot| (slot - first) as usize);
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
    let dated: Vec<&str> =
        chart.data.iter().filter(|datum| datum.slot.is_some()).map(|datum| datum.keys[0].as_str()).collect();
    if let (Some(first), Some(last)) = (dated.first(), dated.last()) {
        let (first, last) = (date_name(first, chart.language), date_name(last, chart.language));
        let end = (along.step() * span as f64).min(width);
        let middle = label(0.0, base + 18.0, Anchor::Start, "tick", first.as_str());
        nodes.push(middle.with("aria-hidden", "true"));
        let beside = text_width(&first, FONT) + 12.0;
        if first != last && beside + text_width(&last, FONT) <= width {
            let end = end.max(beside + text_width(&last, FONT));
            nodes.push(label(end, base + 18.0, Anchor::End, "tick", last).with("aria-hidden", "true"));
        }
    }
    (base + 24.0, nodes)
}
