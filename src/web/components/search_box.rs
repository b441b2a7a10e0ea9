use super::suggestions::{Offers, suggestions};
use crate::view::{Hint, Text};
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// The box that a reader asks in, with what is offered under it. What it holds is not drawn: writing to it would end a composition.
pub fn search_box(pen: &mut Pen, query: &str, hint: Hint, offers: &Offers<'_>) {
    let open = hint != Hint::Shut && !offers.is_empty();
    pen.element("form.search", |pen| {
        pen.set("role", "search");
        pen.element("label", |pen| {
            pen.set("for", "query");
            pen.text(Text::SearchLabel.in_language(pen.language));
        });
        pen.element("div.field", |pen| {
            pen.element("input", |pen| {
                pen.set("id", "query");
                pen.set("type", "text");
                pen.part("search-input");
                pen.set("placeholder", Text::SearchHint.in_language(pen.language));
                pen.set("autocomplete", "off");
                pen.set("autocapitalize", "off");
                pen.set("spellcheck", "false");
                pen.set("enterkeyhint", "search");
                pen.set("aria-keyshortcuts", "/");
                pen.set("role", "combobox");
                pen.set("aria-autocomplete", "list");
                pen.set("aria-expanded", if open { "true" } else { "false" });
                if open {
                    pen.set("aria-controls", "offers");
                    if let Hint::On(place) = hint {
                        pen.set("aria-activedescendant", &format!("offer-{place}"));
                    }
                }
            });
            if query.is_empty() {
                pen.element("kbd", |pen| {
                    pen.set("aria-hidden", "true");
                    pen.text("/");
                });
            } else {
                pen.element("button.clear", |pen| {
                    pen.set("type", "button");
                    pen.label(Text::Clear);
                    pen.wish(Wish::Clear);
                    pen.text("×");
                });
            }
        });
        if open {
            suggestions(pen, offers, hint);
        }
    });
}
