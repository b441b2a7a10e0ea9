use super::facts::facts;
use super::marked::marked;
use super::why::why;
use crate::model::Hit;
use crate::view::{Action, Phrase, Text, date, highlighted};
use crate::web::pen::Pen;

const MOST_INITIATIVES: usize = 5;

/// One article that was found.
pub fn hit_item(pen: &mut Pen, hit: &Hit, address: &str) {
    let language = pen.language;
    pen.element("li.hit", |pen| {
        pen.key(&hit.id);
        pen.part("result");
        pen.set("data-id", &hit.id);
        if let Some(head) = &hit.standing_head {
            pen.element("p.eyebrow", |pen| {
                pen.quoted();
                pen.text(head);
            });
        }
        pen.element("h3", |pen| {
            pen.quoted();
            pen.element("a", |pen| {
                pen.part("result-title");
                pen.set("href", address);
                pen.wish(Action::Open(hit.id.clone()).into());
                marked(pen, &highlighted(heading(pen, &hit.title, &hit.display_title), &hit.title_highlights));
            });
            if hit.title.is_none() {
                own_title(pen);
            }
        });
        let known = [
            hit.county.clone(),
            hit.date.map(|range| date(range, language)),
            hit.page.as_deref().map(|page| Phrase::Page(page).in_language(language)),
            (!hit.names.is_empty()).then(|| hit.names.join(Text::Joint.in_language(language))),
        ];
        pen.element("p.facts", |pen| facts(pen, known));
        pen.element("p.snippet", |pen| {
            pen.quoted();
            marked(pen, &highlighted(&hit.snippet.text, &hit.snippet.highlights));
        });
        if !hit.initiatives.is_empty() {
            pen.element("p.found", |pen| initiatives(pen, &hit.initiatives));
        }
        hit.why.iter().for_each(|told| why(pen, told));
    });
}

/// What an article is called: what the page prints, else our own title.
pub fn heading<'a>(pen: &Pen, printed: &'a Option<String>, own: &'a Option<String>) -> &'a str {
    printed.as_deref().or(own.as_deref()).unwrap_or(Text::Untitled.in_language(pen.language))
}

/// Says that a title is our own.
pub fn own_title(pen: &mut Pen) {
    pen.element("small.own-title", |pen| {
        pen.own();
        pen.text(Text::OwnTitle.in_language(pen.language));
    });
}

fn initiatives(pen: &mut Pen, names: &[String]) {
    pen.words("span.label", Text::Initiatives);
    for name in names.iter().take(MOST_INITIATIVES) {
        pen.element("span.name", |pen| {
            pen.quoted();
            pen.text(name);
        });
    }
    if names.len() > MOST_INITIATIVES {
        pen.leaf("span.quiet", &format!("+{}", names.len() - MOST_INITIATIVES));
    }
}
