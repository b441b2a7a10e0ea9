use super::{File, Settings};
use crate::chart;

/// The style sheets of what is there without JavaScript, and of the newsroom's theme.
pub fn sheets(settings: &Settings) -> Vec<File> {
    let style = [include_str!("../../static/css/site.css"), chart::STYLE].concat();
    let mut sheets = vec![File::named_by_content("site", "css", style)];
    if let Some(theme) = &settings.theme {
        sheets.push(File::named_by_content("theme", "css", theme.as_bytes()));
    }
    sheets
}
