use crate::chart;

/// The style sheet of the shadow root, which `./dev embed` makes of the sheets that `static/css/element.css` names.
pub fn style() -> String {
    [include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/embedded/element.css")), chart::STYLE].concat()
}
