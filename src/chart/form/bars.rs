use super::{FONT, TICKS, value_class};
use crate::chart::mark::{Anchor, Tint, bar, label, painted, rule, tints, value_axis_across};
use crate::chart::{Band, Chart, Linear, Node, cut, text_width};

const ROW: f64 = 25.0;
/// The row of a bar with its name above it.
const HIGH_ROW: f64 = 46.0;
const GAP: f64 = 10.0;

/// How many times as long as the longest bar of a county the bar of what has no county may be. Longer, it ends broken off.
const LONGEST: f64 = 1.5;

/// Horizontal bars, a name to the left of each; where names would take too much of the width, above.
pub fn bars(chart: &Chart, width: f64) -> (f64, Vec<Node>) {
    let data = chart.drawn();
    let widest = data.iter().map(|datum| text_width(&datum.names[0], FONT)).fold(0.0, f64::max);
    let above = widest + GAP > width * 0.42;
    let (gutter, row) = if above { (0.0, HIGH_ROW) } else { (widest + GAP, ROW) };
    let (key, top) = chart.key(width);
    let top = if top > 0.0 { top + 6.0 } else { 0.0 };
    let bottom = top + row * data.len() as f64;
    let room = data.iter().map(|datum| text_width(&chart.short(datum), FONT)).fold(0.0, f64::max) + GAP;
    let most = |choosable: bool| {
        let extents = data.iter().filter(|datum| datum.choosable == choosable).map(|datum| datum.extent());
        extents.fold(0.0, f64::max)
    };
    let (counties, others) = (most(true), most(false));
    let is_broken = counties > 0.0 && others > LONGEST * counties;
    let most = if is_broken { counties } else { counties.max(others) };
    let end = (width - room).max(gutter + 40.0);
    let (across, ticks) = Linear::nice(most, TICKS, (gutter, end));
    let at = |value: f64| across.at(value).min(end);
    let down = Band::new(data.len(), (top, bottom), if above { 0.66 } else { 0.36 });

    let mut nodes = key;
    if chart.unit.is_some() {
        nodes.push(tints(&[Tint::Hatch], chart.kind.name()));
    }
    nodes.push(value_axis_across(&across, &ticks, (top, bottom)));
    for (place, &datum) in data.iter().enumerate() {
        let (height, begin) = (down.width(), top + row * place as f64);
        let y = if above { begin + 23.0 } else { down.at(place) };
        let rect = |from: f64, to: f64| Node::rect(at(from), y, at(to) - at(from), height);
        let name = if above {
            (0.0, begin + 16.0, Anchor::Start)
        } else {
            (gutter - GAP, y + height / 2.0 + 5.0, Anchor::End)
        };
        let mut drawing = vec![label(name.0, name.1, name.2, "name", cut(&datum.names[0], FONT, width))];
        if datum.unchosen > datum.end() {
            drawing.push(rect(0.0, datum.unchosen).with("class", "unchosen"));
        }
        match datum.value {
            Some(value) if value > 0.0 && datum.parts.is_empty() => {
                // However small, it is seen.
                let length = (at(value) - gutter).max(1.0);
                drawing.push(Node::rect(gutter, y, length, height).with("class", "length"));
            }
            _ => drawing.extend(chart.stack(datum, &rect)),
        }
        if let Some(high) = datum.high {
            drawing.push(painted(rect(datum.value.unwrap_or(0.0), high), Tint::Hatch, datum.picked, chart.kind.name()));
            drawing.push(rule((at(high), y - 3.0), (at(high), y + height + 3.0), "end"));
        }
        if is_broken && !datum.choosable {
            drawing.push(rule((end - 18.0, y + height), (end - 10.0, y), "break"));
        }
        drawing.push(label(
            at(datum.end()) + 6.0,
            y + height / 2.0 + 5.0,
            Anchor::Start,
            value_class(datum),
            chart.short(datum),
        ));
        nodes.push(bar(datum, chart.words(datum), (0.0, begin, width, row), drawing));
    }
    (bottom, nodes)
}
