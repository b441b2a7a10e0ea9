use wasm_bindgen::prelude::*;

use super::components::Panel;
use super::stage::Stage;
use crate::view::{csv, json};

#[wasm_bindgen(module = "/static/js/save.js")]
extern "C" {
    fn save(name: &str, media_type: &str, text: &str);
    #[wasm_bindgen(js_name = savePicture)]
    fn save_picture(name: &str, title: &str, drawing: &JsValue);
}

/// A kind of file that a chart can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Its table, for spreadsheets.
    Csv,
    /// Its table, for programs.
    Json,
    /// Its drawing, which opens alone.
    Svg,
    /// Its drawing in pixels.
    Png,
}

impl Format {
    /// Every kind, with its name.
    pub const ALL: [(Format, &'static str); 4] =
        [(Format::Csv, "CSV"), (Format::Json, "JSON"), (Format::Svg, "SVG"), (Format::Png, "PNG")];
}

/// Offers a chart as a file.
pub fn save_chart(panel: &Panel, format: Format, stage: &Stage) {
    let name = &panel.table.caption;
    let file = |end: &str| [name, end].concat();
    match (format, &panel.scene) {
        (Format::Csv, _) => save(&file(".csv"), "text/csv", &csv(&panel.table)),
        (Format::Json, _) => save(&file(".json"), "application/json", &json(&panel.table)),
        (Format::Svg, Some(scene)) => save(&file(".svg"), "image/svg+xml", &scene.to_string()),
        (Format::Png, Some(_)) => {
            if let Some(drawing) = stage.find(&["[data-baoyan='", panel.part, "'] svg"].concat()) {
                save_picture(&file(".png"), name, &drawing);
            }
        }
        (_, None) => {}
    }
}
