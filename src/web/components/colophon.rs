use super::share::share;
use crate::view::{Phrase, State, Text};
use crate::web::offline::{Offline, OfflineWish, is_sandboxed};
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// The foot of the page. A page with an address of its own, whose state and `src` are given, can be shared and works without a
/// network.
pub fn colophon(pen: &mut Pen, offline: Offline, own: Option<(&State, Option<&str>)>) {
    pen.element("footer.colophon", |pen| {
        pen.words("p", Text::Colophon);
        if is_sandboxed() {
            pen.words("p", Text::Sandboxed);
        }
        if let Some((state, src)) = own {
            pen.element("p.offline", |pen| keeping(pen, offline));
            share(pen, state, src);
        }
    });
}

fn keeping(pen: &mut Pen, offline: Offline) {
    pen.part("offline");
    let language = pen.language;
    let button = |pen: &mut Pen, wish, words: Text, more: &str| {
        pen.text(" ");
        let words = [words.in_language(language), more].concat();
        pen.button("button.link", Wish::Offline(wish), &words);
    };
    if offline.ready() {
        pen.text(Text::OfflineReady.in_language(language));
    }
    let size = Phrase::Progress(offline.kept as u64, Some(offline.total as u64)).in_language(language);
    if offline.keeping() {
        pen.text(" ");
        pen.text(&size);
        button(pen, OfflineWish::Stop, Text::Cancel, "");
    } else if offline.ready() && offline.kept < offline.total {
        button(pen, OfflineWish::Keep, Text::KeepAll, &[" (", &size, ")"].concat());
    }
    if offline.failed() {
        pen.text(" ");
        pen.text(Text::NoRoom.in_language(language));
    }
    if offline.installable() {
        button(pen, OfflineWish::Install, Text::Install, "");
    }
}
