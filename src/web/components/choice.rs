use crate::view::Action;
use crate::web::pen::Pen;

/// A button of several of which one is on.
pub fn choice(pen: &mut Pen, action: Action, words: &str, on: bool) {
    pen.element("button", |pen| {
        pen.set("type", "button");
        pen.pressed(on);
        pen.wish(action.into());
        pen.text(words);
    });
}

/// Several of which one is on, side by side: what each does, its words, and whether it is on.
pub fn group(pen: &mut Pen, kind: &'static str, name: &str, all: &mut dyn Iterator<Item = (Action, &str, bool)>) {
    pen.element(kind, |pen| {
        pen.set("role", "group");
        pen.set("aria-label", name);
        for (action, words, on) in all {
            choice(pen, action, words, on);
        }
    });
}
