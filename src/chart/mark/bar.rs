use crate::chart::{Datum, Node, hundredths};

/// A mark with all that belongs to it: a row of the chart's table. `area` answers a pointer: x, y, width, height.
pub fn bar(datum: &Datum, words: String, area: (f64, f64, f64, f64), drawing: Vec<Node>) -> Node {
    let class = match (datum.pickable(), datum.picked) {
        (true, true) => "bar pickable picked",
        (true, false) => "bar pickable",
        (false, _) => "bar",
    };
    let (x, y, width, height) = area;
    Node::group(class)
        .with("data-key", datum.key())
        .with("data-value", datum.value.map(hundredths).unwrap_or_default())
        .with("aria-label", words.clone())
        // The mark's words say it all; its labels would only be read a second time.
        .child(
            Node::group("drawing")
                .with("aria-hidden", "true")
                .child(Node::title(words))
                .child(Node::rect(x, y, width, height).with("class", "area"))
                .children(drawing),
        )
}
