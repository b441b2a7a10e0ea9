use crate::chart::Node;
use crate::model::Basis;

/// The grounds that a year can have, the firmest first: the order in which they are stacked from the baseline.
pub const BASES: [Basis; 4] = [Basis::Explicit, Basis::Relative, Basis::Inherited, Basis::Issue];

/// The paint of a basis. They differ by pattern and not by hue, so they are told apart in black and white and by
/// readers who see few colours.
pub fn tint(basis: Basis, picked: bool) -> &'static str {
    match (basis, picked) {
        (Basis::Explicit, false) => "url(#solid)",
        (Basis::Explicit, true) => "url(#solid-picked)",
        (Basis::Relative, false) => "url(#hatch)",
        (Basis::Relative, true) => "url(#hatch-picked)",
        (Basis::Inherited, false) => "url(#dots)",
        (Basis::Inherited, true) => "url(#dots-picked)",
        (Basis::Issue | Basis::None, _) => "none",
    }
}

/// The class of a column's part: those without a tint show the paper, not the grid behind them.
pub fn part_class(basis: Basis) -> &'static str {
    match basis {
        Basis::Explicit | Basis::Relative | Basis::Inherited => "segment",
        Basis::Issue => "segment hollow",
        Basis::None => "segment hollow yearless",
    }
}

/// The patterns that [`tint`] names.
pub fn tints() -> Node {
    let pattern = |id: &str, class: &'static str, marks: Vec<Node>| {
        Node::new("pattern")
            .with("id", id)
            .with("class", class)
            .with("width", "6")
            .with("height", "6")
            .with("patternUnits", "userSpaceOnUse")
            .children(marks)
    };
    let full = || Node::rect(0.0, 0.0, 6.0, 6.0).with("class", "ink");
    let hatch = || Node::new("path").with("class", "stroke").with("d", "M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3");
    let dot = |x, y| Node::new("circle").at("cx", x).at("cy", y).with("r", "0.9").with("class", "ink");
    let dots = || vec![dot(1.5, 1.5), dot(4.5, 4.5)];
    Node::new("defs").children(vec![
        pattern("solid", "plain", vec![full()]),
        pattern("hatch", "plain", vec![hatch()]),
        pattern("dots", "plain", dots()),
        pattern("solid-picked", "picked", vec![full()]),
        pattern("hatch-picked", "picked", vec![hatch()]),
        pattern("dots-picked", "picked", dots()),
    ])
}
