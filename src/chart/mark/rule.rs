use crate::chart::Node;

/// A hairline. It is drawn on the middle of a pixel so that it is sharp.
pub fn rule(from: (f64, f64), to: (f64, f64), class: &'static str) -> Node {
    let sharp = |place: f64| place.floor() + 0.5;
    Node::line((sharp(from.0), sharp(from.1)), (sharp(to.0), sharp(to.1))).with("class", class)
}
