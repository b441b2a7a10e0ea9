use super::{Anchor, label};
use crate::chart::{Node, text_width};

const SIDE: f64 = 11.0;
const LINE: f64 = 20.0;

/// What each paint means, in as many lines as `width` makes needed; and the height of them all.
pub fn swatches(entries: &[String], width: f64, font_size: f64, paint: &dyn Fn(usize, Node) -> Node) -> (Node, f64) {
    let mut group = Node::group("key").with("aria-hidden", "true");
    let (mut x, mut y) = (0.0, 0.0);
    for (place, words) in entries.iter().enumerate() {
        let extent = SIDE + 6.0 + text_width(words, font_size) + 14.0;
        if x > 0.0 && x + extent > width {
            (x, y) = (0.0, y + LINE);
        }
        group = group.child(paint(place, Node::rect(x + 0.5, y + 4.5, SIDE, SIDE))).child(label(
            x + SIDE + 6.0,
            y + 14.0,
            Anchor::Start,
            "tick",
            words.as_str(),
        ));
        x += extent;
    }
    (group, if entries.is_empty() { 0.0 } else { y + LINE })
}
