use serde_json::json;

use super::page::Page;
use super::{File, Settings};
use crate::view::Text;

/// The web app manifest, by the site's name and in its language.
pub fn manifest(page: &Page, settings: &Settings) -> File {
    let mut manifest = page.manifest().clone();
    manifest["name"] = json!(settings.title);
    manifest["short_name"] = json!(settings.title.chars().take(12).collect::<String>());
    manifest["description"] = json!(Text::Claim.in_language(settings.language));
    manifest["lang"] = json!(settings.language.tag());
    if let Some(shortcut) = manifest.pointer_mut("/shortcuts/0/name") {
        *shortcut = json!(Text::SearchLabel.in_language(settings.language));
    }
    File::new("manifest.webmanifest", format!("{manifest:#}\n"))
}
