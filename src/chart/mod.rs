//! Charts drawn without a browser: a series is computed from the numbers, scales place it, marks turn it into a
//! scene, and a scene is printed as SVG or handed to the page. A chart also gives its table and its sentence.

mod by_county;
mod by_year;
#[cfg(test)]
mod golden;
mod language;
mod mark;
mod number;
mod scale;
mod scene;
mod svg;
mod table;
mod text_width;

pub use by_county::{CountyBar, CountyChart};
pub use by_year::{YearChart, YearColumn};
pub use language::{Language, Words};
pub use number::{exact, short};
pub use scale::{Band, Linear};
pub use scene::{Node, Scene, hundredths};
pub use table::{Row, Table};
pub use text_width::text_width;

/// The style of charts: the page's style sheet holds it too, and a printed SVG carries it along.
pub const STYLE: &str = include_str!("../../static/css/chart.css");
