use wasm_bindgen::prelude::*;

use super::components::Panel;
use crate::view::csv;

#[wasm_bindgen(module = "/static/js/save.js")]
extern "C" {
    fn save(name: &str, media_type: &str, text: &str);

    /// Puts a text on the clipboard, where the browser lets the page.
    pub fn copy(text: &str);
}

/// A kind of file that a chart can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Its table.
    Csv,
    /// Its drawing, which opens alone.
    Svg,
}

/// Offers a chart as a file.
pub fn save_chart(panel: &Panel, format: Format) {
    let name = &panel.table.caption;
    match (format, &panel.scene) {
        (Format::Csv, _) => save(&format!("{name}.csv"), "text/csv", &csv(&panel.table)),
        (Format::Svg, Some(scene)) => save(&format!("{name}.svg"), "image/svg+xml", &scene.to_string()),
        (Format::Svg, None) => {}
    }
}
