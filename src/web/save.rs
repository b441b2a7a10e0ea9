use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::components::Panel;
use super::stage::Stage;
use crate::view::{csv, json};

#[wasm_bindgen(module = "/static/js/save.js")]
extern "C" {
    fn save(name: &str, media_type: &str, text: &str);
    #[wasm_bindgen(js_name = savePicture)]
    fn save_picture(name: &str, title: &str, drawing: &JsValue);
    /// Whether pictures can be copied.
    #[wasm_bindgen(js_name = canCopyPicture)]
    pub fn can_copy_picture() -> bool;
    /// Copies a drawing of the page as a picture, with its title above.
    #[wasm_bindgen(catch, js_name = copyPicture)]
    pub async fn copy_picture(title: &str, drawing: &JsValue) -> Result<JsValue, JsValue>;
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
            if let Some(drawing) = drawing_of(panel.part, stage) {
                save_picture(&file(".png"), name, &drawing);
            }
        }
        (_, None) => {}
    }
}

/// The drawing of the chart that hosts know by this name.
pub fn drawing_of(part: &str, stage: &Stage) -> Option<HtmlElement> {
    stage.find(&["[data-baoyan='", part, "'] svg"].concat())
}
