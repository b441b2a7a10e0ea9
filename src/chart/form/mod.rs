//! Forms that charts are drawn in: each places a chart's marks in a width and says how high it has become.

mod bars;
mod brush;
mod columns;
mod grid;
mod panels;
mod tiles;

pub use bars::bars;
pub use brush::brush;
pub use columns::columns;
pub use grid::grid;
pub use panels::panels;
pub use tiles::tiles;

use super::mark::{painted, swatches};
use super::{Chart, Datum, Language, Node, short};

/// The size of names and numbers.
const FONT: f64 = 14.0;
/// Ticks of an axis, about.
const TICKS: u32 = 4;

impl Chart {
    /// The greatest extent of a mark.
    fn most(&self) -> f64 {
        self.data.iter().map(Datum::extent).fold(0.0, f64::max)
    }

    /// The number of a mark as a label has room for.
    fn short(&self, datum: &Datum) -> String {
        let short = |value| short(value, self.language);
        match (datum.value, datum.high) {
            (None, _) => "–".to_owned(),
            (Some(value), None) => short(value),
            (Some(value), Some(high)) => short(value) + "–" + &short(high),
        }
    }

    /// What the tints mean that occur, and the height of that.
    fn key(&self, width: f64) -> (Vec<Node>, f64) {
        let occurs =
            |place: usize| self.data.iter().any(|datum| datum.parts.get(place).is_some_and(|&part| part > 0.0));
        let places: Vec<usize> = (0..self.parts.len()).filter(|&place| occurs(place)).collect();
        let words: Vec<String> = places.iter().map(|&place| self.parts[place].clone()).collect();
        let paint = |entry: usize, rect| painted(rect, self.tints[places[entry]], false, self.kind.name());
        let (key, height) = swatches(&words, width, FONT, &paint);
        (vec![super::mark::tints(self.tints, self.kind.name()), key], height)
    }

    /// The parts of a mark on top of each other: `place` gives the rectangle from one number to another.
    fn stack(&self, datum: &Datum, place: &dyn Fn(f64, f64) -> Node) -> Vec<Node> {
        let mut stacked = 0.0;
        let mut drawing = Vec::new();
        for (&part, &tint) in datum.parts.iter().zip(self.tints) {
            if part > 0.0 {
                drawing.push(painted(place(stacked, stacked + part), tint, datum.picked, self.kind.name()));
                stacked += part;
            }
        }
        drawing
    }
}

/// The class of a number beside a mark.
fn value_class(datum: &Datum) -> &'static str {
    if datum.end() == 0.0 { "value zero" } else { "value" }
}

/// How dark a cell is, in four steps; none where there is nothing.
fn shade(datum: &Datum, most: f64) -> &'static str {
    match (datum.end() / most.max(1.0) * 4.0).ceil() {
        0.0 => "cell empty",
        1.0 => "cell faint",
        2.0 => "cell light",
        3.0 => "cell dark",
        _ => "cell full",
    }
}

/// What the shades mean: the numbers that each begins and ends with.
fn shades(most: f64, language: Language, width: f64) -> (Node, f64) {
    let bound = |step: f64| (most.max(1.0) * step / 4.0).floor();
    let mut classes = Vec::new();
    let mut words = Vec::new();
    let steps = if most > 0.0 { 4 } else { 0 };
    for (step, class) in
        [(1.0, "cell faint"), (2.0, "cell light"), (3.0, "cell dark"), (4.0, "cell full")].into_iter().take(steps)
    {
        let (from, to) = (bound(step - 1.0) + 1.0, bound(step));
        if from <= to {
            classes.push(class);
            let (from, to) = (short(from, language), short(to, language));
            words.push(if from == to { from } else { [from, to].join("–") });
        }
    }
    swatches(&words, width, FONT, &|entry, rect| rect.with("class", classes[entry]))
}
