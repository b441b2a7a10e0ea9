use super::facts::facts;
use super::topic::{Here, topic_link};
use crate::model::{Article, Figure, Initiative};
use crate::view::{FilterKey, Phrase, Text};
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// What an article tells was done, each with the place it is told at; then its other figures.
pub fn initiative_list(pen: &mut Pen, article: &Article, here: Here<'_>) {
    let initiatives = &article.initiatives;
    let mut place = 0;
    pen.element("section.initiatives", |pen| {
        head(pen, Text::Initiatives, initiatives.len());
        if initiatives.is_empty() {
            pen.words("p.quiet", Text::NoInitiatives);
        }
        pen.element("ol", |pen| {
            for (number, initiative) in initiatives.iter().enumerate() {
                pen.element("li", |pen| item(pen, number, initiative, &mut place, here));
            }
        });
        if !article.figures.is_empty() {
            head(pen, Text::OtherFigures, article.figures.len());
            figures(pen, &article.figures, &mut place);
        }
    });
}

fn head(pen: &mut Pen, words: Text, count: usize) {
    pen.element("h3", |pen| {
        pen.text(words.in_language(pen.language));
        pen.leaf("span.count", &count.to_string());
    });
}

fn item(pen: &mut Pen, number: usize, initiative: &Initiative, place: &mut usize, here: Here<'_>) {
    let language = pen.language;
    pen.element("button.link", |pen| {
        pen.set("type", "button");
        pen.quoted();
        pen.wish(Wish::Point("data-initiative", number));
        pen.text(&initiative.name);
    });
    figures(pen, &initiative.figures, place);
    let known = [
        Some(Phrase::Kind(initiative.kind).in_language(language)),
        Some(Phrase::Year(initiative.year, initiative.year_basis).in_language(language)),
        Some(Phrase::Line(initiative.line).in_language(language)),
    ];
    pen.element("p.facts", |pen| {
        facts(pen, known);
        let told = Text::Told.in_language(language);
        pen.element("span", |pen| topic_link(pen, FilterKey::Initiative, &initiative.name, told, here));
    });
}

/// Figures, each with the place it stands at; `place` counts them as their marks are counted.
fn figures(pen: &mut Pen, figures: &[Figure], place: &mut usize) {
    if figures.is_empty() {
        return;
    }
    pen.element("ul.figures", |pen| {
        pen.quoted();
        for figure in figures {
            pen.element("li", |pen| {
                pen.element("button", |pen| {
                    pen.set("type", "button");
                    pen.wish(Wish::Point("data-figure", *place));
                    pen.text(&figure.text);
                });
            });
            *place += 1;
        }
    });
}
