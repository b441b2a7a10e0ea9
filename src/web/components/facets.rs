use crate::model::Facets as Counts;
use crate::view::{Action, FilterKey, Phrase, Text, chosen, same_county};
use crate::web::pen::Pen;

/// Choices of county and year, each with the number of articles that it would give.
pub fn facets(pen: &mut Pen, query: &str, choices: &Counts) {
    let years: Vec<_> = choices.year.iter().map(|&(year, count)| (year.to_string(), count)).collect();
    pen.element("nav.facets", |pen| {
        pen.label(Text::Filters);
        group(pen, query, FilterKey::County, Text::County, &choices.county);
        group(pen, query, FilterKey::Year, Text::Year, &years);
    });
}

fn group(pen: &mut Pen, query: &str, key: FilterKey, title: Text, entries: &[(String, u32)]) {
    if entries.is_empty() {
        return;
    }
    let present = chosen(query, key);
    let pressed = |name: &str| {
        let same = |value: &str| value == name || key == FilterKey::County && same_county(name, value);
        present.as_deref().is_some_and(same)
    };
    pen.element("section.facet-group", |pen| {
        pen.words("h2", title);
        pen.element("ul", |pen| entries.iter().for_each(|(name, count)| entry(pen, key, name, *count, pressed(name))));
    });
}

fn entry(pen: &mut Pen, key: FilterKey, name: &str, count: u32, pressed: bool) {
    pen.element("li", |pen| {
        pen.key(name);
        pen.element("button", |pen| {
            pen.set("type", "button");
            pen.part("facet");
            pen.set("data-key", key.name());
            pen.set("data-value", name);
            pen.pressed(pressed);
            pen.wish(Action::Toggle(key, name.to_owned()).into());
            pen.leaf("span", name);
            pen.text(" ");
            pen.element("span.count", |pen| {
                pen.set("aria-hidden", "true");
                pen.text(&count.to_string());
            });
            pen.leaf("span.visually-hidden", &Phrase::Articles(count).in_language(pen.language));
        });
    });
}
