use crate::view::{State, Text, permalink};
use crate::web::address;
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// The link to what is shown, and the code that shows it on another page. `src` is where the page's archive is; without one it
/// comes with the page.
pub fn share(pen: &mut Pen, state: &State, src: Option<&str>) {
    let Some(folder) = address::folder() else { return };
    let archive = match src {
        None => String::new(),
        Some(src) if src.contains(':') || src.starts_with('/') => [" src=\"", src, "\""].concat(),
        Some(src) => [" src=\"", &folder, src, "\""].concat(),
    };
    let link = permalink(state, state.language);
    let escaped = state.query.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let frame = link.replace('&', "&amp;");
    let element = [
        "<script type=\"module\" src=\"",
        &folder,
        "baoyan.js\"></script>\n<baoyan-archive",
        &archive,
        " query=\"",
        &escaped,
        "\"></baoyan-archive>",
    ];
    let frame = [
        "<script async src=\"",
        &folder,
        "embed.js\"></script>\n<iframe class=\"baoyan-embed\" src=\"",
        &folder,
        "embed.html",
        &frame,
        "\" width=\"100%\" height=\"720\" allow=\"fullscreen; clipboard-write\"></iframe>",
    ];
    pen.element("details.share", |pen| {
        pen.part("share");
        pen.words("summary", Text::ShareTitle);
        for (name, code) in [
            (Text::ShareLink, [folder.as_str(), &link].concat()),
            (Text::ShareElement, element.concat()),
            (Text::ShareFrame, frame.concat()),
        ] {
            pen.element("div", |pen| {
                pen.words("p", name);
                pen.leaf("code", &code);
                pen.text(" ");
                pen.button("button.link", Wish::Copy(code), Text::Copy.in_language(pen.language));
            });
        }
    });
}
