use super::facts::facts;
use crate::model::{Initiative, Telling};
use crate::view::{Action, Filter, FilterKey, Language, Phrase, State, Text, choose, date, permalink, unquoted};
use crate::web::pen::Pen;

/// Where a link leads away from: the state that is shown, and the language of a page whose permalink names none.
pub type Here<'a> = (&'a State, Language);

/// The page of a county or an initiative: above its articles, all that was told of it, year by year.
pub fn topic(pen: &mut Pen, topic: &Filter, tellings: &[Telling], here: Here<'_>) {
    if tellings.is_empty() {
        return;
    }
    let of_county = topic.key == FilterKey::County;
    pen.element("section.topic", |pen| {
        pen.element("h2", |pen| {
            pen.quoted();
            // An initiative is called as it is printed.
            let printed = tellings.first().filter(|_| !of_county).map(|telling| telling.initiative.name.as_str());
            pen.text(printed.unwrap_or(&topic.value));
        });
        pen.element("details", |pen| {
            pen.set("open", "");
            pen.element("summary", |pen| {
                pen.text(if of_county { Text::ToldIn } else { Text::Told }.in_language(pen.language));
                pen.leaf("span.count", &Phrase::Initiatives(tellings.len() as u32).in_language(pen.language));
            });
            pen.element("ol", |pen| {
                // It may be long, and is then a box that scrolls: also for those without a mouse.
                pen.set("tabindex", "0");
                pen.set("aria-label", &topic.value);
                tellings.iter().for_each(|telling| item(pen, telling, of_county, here));
            });
        });
    });
}

fn item(pen: &mut Pen, telling: &Telling, of_county: bool, here: Here<'_>) {
    let Telling { id, title, initiative, .. } = telling;
    let language = pen.language;
    pen.element("li", |pen| {
        if of_county {
            pen.element("strong", |pen| {
                pen.quoted();
                topic_link(pen, FilterKey::Initiative, &initiative.name, &initiative.name, here);
            });
        }
        figures(pen, initiative);
        let known = [
            Some(Phrase::Year(initiative.year, initiative.year_basis).in_language(language)),
            initiative.county.clone().filter(|_| !of_county),
            Some(Phrase::Kind(initiative.kind).in_language(language)),
            telling.date.map(|range| date(range, language)),
        ];
        pen.element("p.facts", |pen| {
            facts(pen, known);
            pen.element("span", |pen| {
                pen.quoted();
                let there = State { article: Some(id.clone()), ..here.0.clone() };
                let title = title.as_deref().unwrap_or(Text::Untitled.in_language(language));
                pen.link("a", &permalink(&there, here.1), Action::Open(id.clone()), title);
            });
        });
    });
}

/// The figures that measure an initiative.
fn figures(pen: &mut Pen, initiative: &Initiative) {
    if !initiative.figures.is_empty() {
        pen.element("ul.figures", |pen| {
            pen.quoted();
            initiative.figures.iter().for_each(|figure| pen.leaf("li", &figure.text));
        });
    }
}

/// Words that lead to the page of a county or an initiative.
pub fn topic_link(pen: &mut Pen, key: FilterKey, name: &str, words: &str, (state, native): Here<'_>) {
    let query = choose("", key, &unquoted(name));
    let there = State { query, page: 1, article: None, ..state.clone() };
    pen.link("a", &permalink(&there, native), Action::Ask(there.query), words);
}
