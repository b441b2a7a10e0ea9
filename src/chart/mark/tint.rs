use crate::chart::Node;

/// How a part of a stack is painted. Tints differ by pattern and not by hue, so they are told apart in black and white and
/// by readers who see few colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// Full ink.
    Solid,
    /// Rising strokes.
    Hatch,
    /// Dots.
    Dots,
    /// Strokes that cross.
    Cross,
    /// An outline.
    Hollow,
    /// A broken outline.
    Dashed,
}

const PATTERNS: [(Tint, &str); 4] =
    [(Tint::Solid, "solid"), (Tint::Hatch, "hatch"), (Tint::Dots, "dots"), (Tint::Cross, "cross")];

/// A rectangle painted with a tint. Patterns are found by the name of the chart that they belong to.
pub fn painted(rect: Node, tint: Tint, picked: bool, chart: &str) -> Node {
    let class = match tint {
        Tint::Hollow => "segment hollow",
        Tint::Dashed => "segment hollow yearless",
        _ => "segment",
    };
    let rect = rect.with("class", class);
    match PATTERNS.iter().find(|(known, _)| *known == tint) {
        Some((_, pattern)) => rect.with("fill", ["url(#", &id(chart, pattern, picked), ")"].concat()),
        None => rect,
    }
}

fn id(chart: &str, pattern: &str, picked: bool) -> String {
    [chart, "-", pattern, if picked { "-picked" } else { "" }].concat()
}

/// The patterns of tints, for a chart.
pub fn tints(tints: &[Tint], chart: &str) -> Node {
    let mut defs = Node::new("defs");
    for (tint, pattern) in PATTERNS {
        if !tints.contains(&tint) {
            continue;
        }
        for picked in [false, true] {
            let mark = |tag, name, shape: &str, class| Node::new(tag).with(name, shape).with("class", class);
            let path = match tint {
                Tint::Hatch => mark("path", "d", "M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3", "stroke"),
                Tint::Dots => mark("path", "d", "M.6 1.5h1.8M3.6 4.5h1.8", "stroke"),
                Tint::Cross => mark("path", "d", "M0 .8h6M.8 0v6", "stroke"),
                _ => mark("path", "d", "M0 0h6v6h-6z", "ink"),
            };
            defs = defs.child(
                Node::new("pattern")
                    .with("id", id(chart, pattern, picked))
                    .with("class", if picked { "picked" } else { "plain" })
                    .with("width", "6")
                    .with("height", "6")
                    .with("patternUnits", "userSpaceOnUse")
                    .child(path),
            );
        }
    }
    defs
}
