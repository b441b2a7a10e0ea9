use super::{Anchor, label, part_class, tint};
use crate::chart::{Node, text_width};
use crate::model::Basis;

const SIDE: f64 = 11.0;
const LINE: f64 = 20.0;

/// What each tint means, in as many lines as `width` makes needed; and the height of them all.
pub fn swatches(entries: &[(Basis, &'static str)], width: f64, font_size: f64) -> (Node, f64) {
    let mut group = Node::group("key").with("aria-hidden", "true");
    let (mut x, mut y) = (0.0, 0.0);
    for &(basis, words) in entries {
        let extent = SIDE + 6.0 + text_width(words, font_size) + 14.0;
        if x > 0.0 && x + extent > width {
            (x, y) = (0.0, y + LINE);
        }
        group = group
            .child(
                Node::rect(x + 0.5, y + 4.5, SIDE, SIDE)
                    .with("class", part_class(basis))
                    .with("fill", tint(basis, false)),
            )
            .child(label(x + SIDE + 6.0, y + 14.0, Anchor::Start, "tick", words));
        x += extent;
    }
    (group, y + LINE)
}
