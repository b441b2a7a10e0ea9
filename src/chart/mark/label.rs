use crate::chart::Node;

/// Which end of a label its place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// Words beside a mark.
pub fn label(x: f64, y: f64, anchor: Anchor, class: &'static str, text: impl Into<String>) -> Node {
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    Node::text(x, y, text).with("class", class).with("text-anchor", anchor)
}
