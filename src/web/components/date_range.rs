use crate::view::Text;
use crate::web::pen::Pen;

/// Two boxes for the first and the last day that are wanted. What they hold is not drawn: a reader may be typing.
pub fn date_range(pen: &mut Pen) {
    pen.element("section.facet-group.dates", |pen| {
        pen.key("dates");
        pen.words("h2", Text::Date);
        pen.element("div.range", |pen| {
            for (id, words) in [("from", Text::From), ("to", Text::To)] {
                pen.element("label", |pen| {
                    pen.words("span", words);
                    pen.element("input", |pen| {
                        pen.set("id", id);
                        pen.set("type", "text");
                        pen.set("inputmode", "numeric");
                        pen.set("autocomplete", "off");
                        pen.set("placeholder", Text::DateHint.in_language(pen.language));
                    });
                });
            }
        });
    });
}
