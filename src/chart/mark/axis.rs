use super::{Anchor, label, rule};
use crate::chart::{Language, Linear, Node, short};

/// Grid lines for numbers that grow upwards, each with its number at the left.
pub fn value_axis_up(scale: &Linear, ticks: &[f64], span: (f64, f64), language: Language) -> Node {
    let mut axis = Node::group("axis").with("aria-hidden", "true");
    for &tick in ticks {
        let y = scale.at(tick);
        axis = axis.child(rule((span.0, y), (span.1, y), class(tick)));
        axis = axis.child(label(span.0 - 6.0, y + 4.0, Anchor::End, "tick", short(tick, language)));
    }
    axis
}

/// Grid lines for numbers that grow to the right; the bars carry the numbers.
pub fn value_axis_across(scale: &Linear, ticks: &[f64], span: (f64, f64)) -> Node {
    let mut axis = Node::group("axis").with("aria-hidden", "true");
    for &tick in ticks {
        let x = scale.at(tick);
        axis = axis.child(rule((x, span.0), (x, span.1), class(tick)));
    }
    axis
}

fn class(tick: f64) -> &'static str {
    if tick == 0.0 { "baseline" } else { "grid" }
}
