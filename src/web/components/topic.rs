use super::facts::facts;
use crate::model::{Initiative, Telling};
use crate::view::{Action, Filter, FilterKey, Language, Phrase, State, Text, choose, date, permalink, unquoted};
use crate::web::pen::Pen;

/// The page of a county or an initiative: above its articles, all that was told of it, year by year.
pub fn topic(pen: &mut Pen, topic: &Filter, tellings: &[Telling], native: Language) {
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
                tellings.iter().for_each(|telling| item(pen, telling, of_county, native));
            });
        });
    });
}

fn item(pen: &mut Pen, telling: &Telling, of_county: bool, native: Language) {
    let Telling { id, title, initiative, .. } = telling;
    let language = pen.language;
    pen.element("li", |pen| {
        if of_county {
            pen.element("strong", |pen| {
                pen.quoted();
                topic_link(pen, FilterKey::Initiative, &initiative.name, &initiative.name, native);
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
                let state =
                    State { article: Some(id.clone()), ..asking(FilterKey::Initiative, &initiative.name, native) };
                pen.element("a", |pen| {
                    pen.quoted();
                    pen.set("href", &permalink(&state, native));
                    pen.wish(Action::Open(id.clone()).into());
                    pen.text(title.as_deref().unwrap_or(Text::Untitled.in_language(language)));
                });
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
pub fn topic_link(pen: &mut Pen, key: FilterKey, name: &str, words: &str, native: Language) {
    let state = asking(key, name, native);
    pen.element("a", |pen| {
        pen.set("href", &permalink(&state, native));
        pen.wish(Action::Ask(state.query).into());
        pen.text(words);
    });
}

fn asking(key: FilterKey, name: &str, native: Language) -> State {
    let query = choose("", key, &unquoted(name));
    State { query, ..State::new(native) }
}
