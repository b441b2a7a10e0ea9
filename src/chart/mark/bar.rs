use crate::chart::Node;

/// A bar with all that belongs to it: a row of the chart's table.
pub struct Bar {
    /// What it stands for, as a filter has it; empty where no filter does.
    pub key: String,
    /// Its count.
    pub value: u32,
    /// What it says, in words.
    pub words: String,
    /// Whether a reader can choose it.
    pub pickable: bool,
    /// Whether it is chosen.
    pub picked: bool,
    /// The area that answers a pointer: x, y, width, height.
    pub area: (f64, f64, f64, f64),
    /// Its drawing.
    pub drawing: Vec<Node>,
}

impl From<Bar> for Node {
    fn from(bar: Bar) -> Node {
        let class = match (bar.pickable, bar.picked) {
            (true, true) => "bar pickable picked",
            (true, false) => "bar pickable",
            (false, _) => "bar",
        };
        let (x, y, width, height) = bar.area;
        Node::group(class)
            .with("data-key", bar.key)
            .with("data-value", bar.value.to_string())
            .with("aria-label", bar.words.clone())
            // The bar's words say it all; its labels would only be read a second time.
            .child(
                Node::group("drawing")
                    .with("aria-hidden", "true")
                    .child(Node::title(bar.words))
                    .child(Node::rect(x, y, width, height).with("class", "area"))
                    .children(bar.drawing),
            )
    }
}
