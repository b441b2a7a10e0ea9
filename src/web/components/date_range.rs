use crate::model::Info;
use crate::view::Text;
use crate::web::pen::Pen;

/// Two boxes for the first and the last day that are wanted. What they hold is not drawn: a reader may be typing. While they are
/// empty they show the ends of what there is.
pub fn date_range(pen: &mut Pen, info: &Info) {
    let ends = [info.first_date.map(|range| range.first), info.last_date.map(|range| range.last)];
    pen.element("section.facet-group.dates", |pen| {
        pen.key("dates");
        pen.words("h2", Text::Date);
        pen.element("div.range", |pen| {
            for ((id, words), end) in [("from", Text::From), ("to", Text::To)].into_iter().zip(ends) {
                pen.element("label", |pen| {
                    pen.words("span", words);
                    pen.element("input", |pen| {
                        pen.set("id", id);
                        pen.set("type", "text");
                        pen.set("inputmode", "numeric");
                        pen.set("autocomplete", "off");
                        pen.maybe("placeholder", end.map(|end| end.to_string()).as_deref());
                    });
                });
            }
        });
    });
}
