use crate::model::{Field, Why};
use crate::view::Text;
use crate::web::pen::Pen;

/// The most that is told of one hit.
const MOST: usize = 8;

/// Why a hit stands where it stands: what of the query it has, and in which of its parts.
pub fn why(pen: &mut Pen, why: &Why) {
    let told = || why.matched.iter().take(MOST);
    if told().next().is_none() {
        return;
    }
    pen.element("details.why", |pen| {
        pen.words("summary", Text::Why);
        pen.element("p.facts", |pen| {
            for matched in told() {
                pen.element("span", |pen| {
                    ["“", &matched.text, "”"].iter().for_each(|text| pen.text(text));
                    for (field, count) in &matched.fields {
                        let field = name(*field).in_language(pen.language);
                        [" ", field, " ", &count.to_string()].iter().for_each(|text| pen.text(text));
                    }
                });
            }
            if why.proximity > 0.5 {
                pen.words("span", Text::WhyNear);
            }
        });
    });
}

fn name(field: Field) -> Text {
    match field {
        Field::Title => Text::Title,
        Field::Column => Text::WhyColumn,
        Field::Lead => Text::WhyLead,
        Field::Body => Text::WhyBody,
        Field::SectionHead => Text::WhySectionHead,
        Field::Caption => Text::WhyCaption,
        Field::Byline => Text::WhyByline,
    }
}
