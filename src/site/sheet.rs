use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::markup::Markup;
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

/// Links a document to its style sheets, each with its checksum. `home` leads to the site's folder.
pub fn link(html: &mut Markup, sheets: &[File], home: &str) {
    for sheet in sheets {
        let address = format!("{home}{}", sheet.path);
        let checksum = format!("sha384-{}", STANDARD.encode(Sha384::digest(&sheet.bytes)));
        html.empty("link", &[("rel", "stylesheet"), ("href", &address), ("integrity", &checksum)]);
    }
}
