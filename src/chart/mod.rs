//! Charts drawn without a browser: what is asked ([`Spec`]) and the numbers become marks that are not yet placed
//! ([`Chart`]); scales place them in a form, which makes a scene, and a scene is printed as SVG or handed to the page. A
//! chart also gives its table and its sentence, from the same marks.

#[allow(clippy::module_inception, reason = "the noun that the folder is about")]
mod chart;
mod datum;
mod form;
mod language;
mod mark;
mod number;
mod scale;
mod scene;
mod sentence;
mod series;
mod spec;
mod svg;
mod table;
#[cfg(test)]
mod tests;
mod text_width;
mod wording;

pub use chart::Chart;
pub use datum::Datum;
pub use language::{Language, Words};
pub use number::{exact, short};
pub use scale::{Band, Linear};
pub use scene::{Node, Scene, hundredths};
pub use sentence::date_name;
pub use spec::{ChartKind, Dimension, Measure, Spec};
pub use table::{Row, Table};
pub use text_width::{cut, text_width};
pub use wording::{chart_name, measure_name};

/// The style of charts: the page's style sheet holds it too, and a printed SVG carries it along. Each colour stands in it twice:
/// plainly for programs that know no custom properties, then as the page's token.
pub const STYLE: &str = include_str!("../../static/css/chart.css");
