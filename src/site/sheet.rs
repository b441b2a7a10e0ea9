use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::markup::Markup;
use super::{File, Settings};
use crate::chart;

/// A style sheet.
pub struct Sheet {
    /// The file.
    pub file: File,
    /// Its checksum, as a link has it.
    integrity: String,
}

impl Sheet {
    fn new(stem: &str, style: &str) -> Sheet {
        let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(style)));
        Sheet { file: File::named_by_content(stem, "css", style), integrity }
    }
}

/// The style sheets of what is there without JavaScript, and of the newsroom's theme.
pub fn sheets(settings: &Settings) -> Vec<Sheet> {
    let style = [include_str!("../../static/css/site.css"), chart::STYLE].concat();
    let theme = settings.theme.as_ref().map(|theme| Sheet::new("theme", theme));
    [Sheet::new("site", &style)].into_iter().chain(theme).collect()
}

/// Links a document to its style sheets, each with its checksum. `home` leads to the site's folder.
pub fn link(html: &mut Markup, sheets: &[Sheet], home: &str) {
    for Sheet { file, integrity } in sheets {
        let address = format!("{home}{}", file.path);
        html.empty("link", &[("rel", "stylesheet"), ("href", &address), ("integrity", integrity)]);
    }
}
