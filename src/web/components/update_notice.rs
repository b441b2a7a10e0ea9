use crate::view::Text;
use crate::web::offline::{Offline, OfflineWish};
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// That a new version of the page waits: the reader decides when it comes.
pub fn update_notice(pen: &mut Pen, offline: Offline) {
    if offline.update() {
        pen.element("p.update", |pen| {
            pen.set("role", "status");
            pen.part("update");
            pen.text(Text::NewVersion.in_language(pen.language));
            pen.text(" ");
            pen.button("button.link", Wish::Offline(OfflineWish::Update), Text::Refresh.in_language(pen.language));
        });
    }
}
