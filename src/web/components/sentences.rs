use super::facts::facts;
use crate::model::Evidence;
use crate::view::{Action, Phrase, Segment, chart_words as words};
use crate::web::components::marked::marked;
use crate::web::pen::Pen;

/// The sentences behind a chart's mark, each with its article and line; `total` are there in all.
pub fn sentences(pen: &mut Pen, evidence: &[Evidence], total: u32) {
    let language = pen.language;
    pen.element("section.sentences", |pen| {
        pen.element("h3", |pen| {
            pen.text(language.say(words::SENTENCES));
            pen.text(" ");
            pen.leaf("span.quiet", &Phrase::Initiatives(total).in_language(language));
        });
        pen.element("ol", |pen| {
            for found in evidence {
                pen.element("li", |pen| {
                    pen.element("button.sentence", |pen| {
                        pen.set("type", "button");
                        pen.quoted();
                        pen.wish(Action::Show(found.id.clone(), found.place).into());
                        marked(pen, &highlighted(found));
                    });
                    let known = [
                        found.title.clone(),
                        Some(Phrase::Line(found.line).in_language(language)),
                        Some(Phrase::Year(found.year, found.year_basis).in_language(language)),
                    ];
                    pen.element("p.facts", |pen| facts(pen, known));
                });
            }
        });
        if (evidence.len() as u64) < u64::from(total) {
            pen.leaf("p.quiet", "…");
        }
    });
}

fn highlighted(found: &Evidence) -> Vec<Segment> {
    crate::view::highlighted(&found.sentence, &[found.highlight])
}
