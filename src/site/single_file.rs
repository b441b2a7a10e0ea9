use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::front_page::{MOST, prerendered, replaced};
use super::markup::Markup;
use super::page::Page;
use super::pieces::Pieces;
use super::sheet::sheets;
use super::{File, Settings};
use crate::engine::Articles;
use crate::model::Info;

/// The page and an archive in one document that opens from a disk, where a browser lets no file load another: what the page
/// would load stands in it as `data:` addresses. `whole` is the archive in one file, `info` what that holds.
///
/// # Errors
/// When the articles cannot be read.
pub fn single_file(
    page: &Page,
    info: Info,
    articles: &dyn Articles,
    whole: &[u8],
    settings: &Settings,
) -> io::Result<String> {
    let (pieces, overview) = Pieces::of(articles, info, settings, &|_, _| Ok(()))?;
    let newest = pieces.newest(MOST)?;
    let mut style = String::new();
    let own = sheets(settings);
    let of_page = page.files().iter().filter(|file| file.path.ends_with(".css"));
    for sheet in of_page.chain(own.iter().map(|sheet| &sheet.file)) {
        style.push_str(&String::from_utf8_lossy(&sheet.bytes));
    }
    let mut icon = Markup::default();
    if let Some(file) = page.files().iter().find(|file| file.path == "icons/icon.svg") {
        icon.empty("link", &[("rel", "icon"), ("href", &data("image/svg+xml", &file.bytes))]);
    }
    let scripts: String = page.index().split("<script").skip(1).filter_map(|rest| inline(page, rest)).collect();

    let mut body = Markup::default();
    // What ends in the name of an archive is taken for the file itself.
    let src = format!("{}#.baoyan", data("application/octet-stream", whole));
    let mut attributes = vec![("page", ""), ("lang", settings.language.tag()), ("src", &src)];
    attributes.extend(settings.publication().map(|name| ("publication", name)));
    body.element("baoyan-archive", &attributes, |html| {
        html.element("div", &[("class", "prerendered")], |html| {
            let home = settings.address("");
            prerendered(html, &overview, &newest, settings, home.as_deref());
        });
    });
    let mut head = Markup::default();
    head.empty("meta", &[("charset", "utf-8")]);
    head.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    head.leaf("title", &[], &settings.title);
    let head =
        [&head.finish(), &icon.finish(), "<style>\n", &style.replace("</", "<\\/"), "</style>\n", &scripts].concat();
    let document = replaced(page.index(), "<html", ">", &format!("<html lang=\"{}\">", settings.language.tag()));
    let document = replaced(&document, "<head>", "</head>", &format!("<head>\n{head}</head>"));
    Ok(replaced(&document, "<baoyan-archive", "</baoyan-archive>", &body.finish()))
}

/// A script of the document, from its attributes on, as an element that has its text.
fn inline(page: &Page, element: &str) -> Option<String> {
    let (attributes, _) = element.split_once('>')?;
    let (_, name) = attributes.split_once("src=\"./")?;
    let name = name.split('"').next()?;
    let file = page.files().iter().find(|file| file.path == name)?;
    let kind = if attributes.contains("module") { " type=\"module\"" } else { "" };
    Some(format!("<script{kind}>\n{}</script>\n", script(page, file).replace("</script", "<\\/script")))
}

/// A script in which every file of the page that it names is a `data:` address; no script names one that names it.
fn script(page: &Page, script: &File) -> String {
    let mut text = String::from_utf8_lossy(&script.bytes).into_owned();
    for file in page.files().iter().filter(|file| file.path != script.path) {
        for quote in ['\'', '"'] {
            let named = format!("{quote}./{}{quote}", file.path);
            if text.contains(&named) {
                let address = match file.path.rsplit_once('.') {
                    Some((_, "js")) => data("text/javascript", self::script(page, file).as_bytes()),
                    _ => data("application/octet-stream", &file.bytes),
                };
                text = text.replace(&named, &format!("{quote}{address}{quote}"));
            }
        }
    }
    text
}

fn data(media_type: &str, bytes: &[u8]) -> String {
    format!("data:{media_type};base64,{}", STANDARD.encode(bytes))
}
