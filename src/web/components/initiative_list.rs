use super::facts::facts;
use crate::model::Initiative;
use crate::view::{Phrase, Text};
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// What an article tells was done, each with the place it is told at.
pub fn initiative_list(pen: &mut Pen, initiatives: &[Initiative]) {
    pen.element("aside.initiatives", |pen| {
        pen.label(Text::Initiatives);
        pen.element("h3", |pen| {
            pen.text(Text::Initiatives.in_language(pen.language));
            pen.leaf("span.count", &initiatives.len().to_string());
        });
        if initiatives.is_empty() {
            pen.words("p.quiet", Text::NoInitiatives);
        }
        pen.element("ol", |pen| {
            for (place, initiative) in initiatives.iter().enumerate() {
                pen.element("li", |pen| item(pen, place, initiative));
            }
        });
    });
}

fn item(pen: &mut Pen, place: usize, initiative: &Initiative) {
    let language = pen.language;
    pen.element("button.link", |pen| {
        pen.set("type", "button");
        pen.quoted();
        pen.wish(Wish::Point(place));
        pen.text(&initiative.name);
    });
    if !initiative.figures.is_empty() {
        pen.element("ul.figures", |pen| {
            pen.quoted();
            initiative.figures.iter().for_each(|figure| pen.leaf("li", &figure.text));
        });
    }
    let known = [
        Some(Phrase::Kind(initiative.kind).in_language(language)),
        Some(Phrase::Year(initiative.year, initiative.year_basis).in_language(language)),
        Some(Phrase::Line(initiative.line).in_language(language)),
    ];
    pen.element("p.facts", |pen| facts(pen, known));
}
