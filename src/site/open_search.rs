use super::markup::Markup;
use super::{File, Settings};
use crate::view::Text;

/// A description of the site's search for browsers (OpenSearch 1.1), where the site's address is known.
pub fn open_search(settings: &Settings) -> Option<File> {
    let template = settings.address("?q={searchTerms}")?;
    // A short name has at most 16 characters.
    let short: String = settings.title.chars().take(16).collect();
    let mut xml = Markup::xml();
    xml.element("OpenSearchDescription", &[("xmlns", "http://a9.com/-/spec/opensearch/1.1/")], |xml| {
        xml.leaf("ShortName", &[], &short);
        xml.leaf("Description", &[], Text::Claim.in_language(settings.language));
        xml.leaf("InputEncoding", &[], "UTF-8");
        xml.empty("Url", &[("type", "text/html"), ("method", "get"), ("template", &template)]);
    });
    Some(File::new("opensearch.xml", xml.finish()))
}
