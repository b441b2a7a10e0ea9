use crate::view::{Phrase, Text};
use crate::web::fetch::Progress;
use crate::web::pen::Pen;

/// What is shown until the archive is open.
pub fn loading(pen: &mut Pen, progress: Progress) {
    pen.element("div.loading", |pen| {
        pen.element("p", |pen| {
            pen.set("role", "status");
            pen.part("status");
            pen.text(Text::Loading.in_language(pen.language));
        });
        if progress.received > 0 || progress.total.is_some() {
            pen.element("progress", |pen| {
                pen.label(Text::Loading);
                if let Some(total) = progress.total {
                    pen.set("max", &total.to_string());
                    pen.set("value", &progress.received.to_string());
                }
            });
            let told = Phrase::Progress(progress.received, progress.total).in_language(pen.language);
            pen.leaf("p.quiet", &told);
        }
    });
}
