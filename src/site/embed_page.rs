use serde_json::json;

use super::front_page::{ARCHIVE, fetch_ahead};
use super::markup::Markup;
use super::page::Page;
use super::sheet::Sheet;
use super::{File, Settings, sheet};

/// The page for frames, `embed.html`, and where the site's address is known what it says to those who ask how to embed it
/// (oEmbed 1.0).
pub fn embed_page(page: &Page, settings: &Settings, sheets: &[Sheet], inside: bool) -> Vec<File> {
    let language = settings.language.tag();
    let mut html = Markup::html();
    html.element("html", &[("lang", language)], |html| {
        html.element("head", &[], |html| {
            html.empty("meta", &[("charset", "utf-8")]);
            html.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            html.empty("meta", &[("name", "robots"), ("content", "noindex")]);
            html.leaf("title", &[], &settings.title);
            if !inside {
                fetch_ahead(html);
            }
            html.element("script", &[("type", "module"), ("src", "./frame.js")], |_| {});
        });
        html.element("body", &[("class", "embedded")], |html| {
            let mut attributes = vec![("lang", language)];
            if !inside {
                attributes.push(("src", ARCHIVE));
            }
            attributes.extend(settings.publication().map(|name| ("publication", name)));
            html.element("baoyan-archive", &attributes, |html| html.leaf("a", &[("href", "./")], &settings.title));
        });
    });
    let mut loading = Markup::default();
    sheet::link(&mut loading, sheets, "./");
    // A sandboxed frame is of another origin than its own files: checksums are held only against what is asked for as such.
    let loading = [page.loading(), loading.finish()].concat();
    let loading = loading.replace(" integrity=", " crossorigin=\"anonymous\" integrity=");
    let document = html.finish().replacen("</head>", &format!("{loading}</head>"), 1);
    let mut files = vec![File::new("embed.html", document)];
    if let Some(address) = settings.address("embed.html") {
        let mut frame = Markup::default();
        let attributes = [
            ("class", "baoyan-embed"),
            ("src", address.as_str()),
            ("title", &settings.title),
            ("width", "100%"),
            ("height", "720"),
            ("style", "border:0"),
            ("allow", "fullscreen; clipboard-write"),
        ];
        frame.element("iframe", &attributes, |_| {});
        let description = json!({
            "version": "1.0", "type": "rich", "provider_name": settings.title, "provider_url": settings.address(""),
            "title": settings.title, "html": frame.finish().trim_end(), "width": 800, "height": 720,
        });
        files.push(File::new("oembed.json", format!("{description:#}\n")));
    }
    files
}
