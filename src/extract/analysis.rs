use serde::Serialize;

use super::figure::{FoundFigure, find_figures};
use super::gazetteer::Place;
use super::initiative::{FoundInitiative, find_named};
use super::time::{FoundDate, find_dates};
use crate::model::{DateRange, Figure, Span};
use crate::text::{fold, terms};

/// What the analysis makes of one line.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis {
    /// The line.
    pub text: String,
    /// The form that is searched, as long as the line in characters.
    pub normalized: String,
    /// The terms that it is found by.
    pub tokens: Vec<String>,
    /// County-level divisions.
    pub places: Vec<Place>,
    /// Expressions of time.
    pub dates: Vec<FoundDate>,
    /// Numbers with their units.
    pub figures: Vec<Figure>,
    /// Named initiatives.
    pub initiatives: Vec<FoundInitiative>,
}

impl Analysis {
    pub(super) fn of(line: &str, places: Vec<Place>, reference: Option<DateRange>) -> Analysis {
        let normalized = fold(line);
        Analysis {
            text: line.to_owned(),
            tokens: terms(&normalized),
            normalized,
            places,
            dates: find_dates(line, reference),
            figures: find_figures(line).into_iter().map(on_one_line).collect(),
            initiatives: find_named(line),
        }
    }
}

fn on_one_line(found: FoundFigure) -> Figure {
    let FoundFigure { text, start, end, value, value_max, unit, approx, .. } = found;
    Figure { text, value, value_max, unit, approx, line: 1, span: Span { block: 0, start, end } }
}
