use super::BaseUrl;
use crate::view::{Language, Text};

/// What a newsroom decides about its site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// What the site is called.
    pub title: String,
    /// The language that it speaks.
    pub language: Language,
    /// The address that it will have. Without one there is nothing that needs absolute addresses: no sitemap, no canonical
    /// links, no OpenSearch description, no oEmbed.
    pub base_url: Option<BaseUrl>,
    /// A style sheet that sets `--baoyan-*` variables.
    pub theme: Option<String>,
    /// The paper's short name in permalinks: small letters, digits and hyphens.
    pub paper: String,
}

impl Settings {
    /// The address of a file of the site, where the site's own is known.
    pub fn address(&self, path: &str) -> Option<String> {
        self.base_url.as_ref().map(|base| base.join(path))
    }

    /// The newspaper's name: what the site is called, where a newsroom chose that.
    pub fn publication(&self) -> Option<&str> {
        Some(self.title.as_str()).filter(|title| *title != Text::Name.in_language(self.language))
    }

    /// A short name as it stands in permalinks; `None` where that is no such name.
    pub fn paper(name: &str) -> Option<String> {
        let right = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        (!name.is_empty() && name.len() <= 40 && name.chars().all(right)).then(|| name.to_owned())
    }
}
