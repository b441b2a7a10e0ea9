use std::fmt;
use std::str::FromStr;

/// The address that a site will have: `https://news.example/archive/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

/// A text that is no address of a folder on the web.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no address of a site: write it as https://news.example/archive/")]
pub struct NotABaseUrl(String);

impl BaseUrl {
    /// The address of a file of the site.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl FromStr for BaseUrl {
    type Err = NotABaseUrl;

    fn from_str(text: &str) -> Result<Self, NotABaseUrl> {
        let wrong = || NotABaseUrl(text.to_owned());
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or_else(wrong)?;
        let odd =
            |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '?' | '#' | '@');
        if rest.is_empty() || rest.starts_with('/') || rest.contains(odd) {
            return Err(wrong());
        }
        Ok(BaseUrl(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") }))
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_a_folder_on_the_web() {
        let url: BaseUrl = "https://news.example/archive".parse().unwrap();
        assert_eq!(url.join("feed.xml"), "https://news.example/archive/feed.xml");
        for wrong in [
            "news.example",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "https://a b/",
            "https://a/?q",
            "ftp://a/",
        ] {
            assert!(wrong.parse::<BaseUrl>().is_err(), "{wrong}");
        }
    }
}
