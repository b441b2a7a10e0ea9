use super::date_range::date_range;
use crate::chart::short;
use crate::view::{Action, FilterKey, Language, Phrase, State, Text, chosen, same_county};
use crate::web::desk::Desk;
use crate::web::pen::Pen;
use crate::web::region::{Region, Regions};

/// The fold of columns and names, which large archives fetch for those who want them.
pub const NAMES: &str = "names";
/// A list of choices is folded to so many.
const FOLDED: usize = 8;

/// A choice: what the filter asks for, what it is called, how many articles it gives.
type Choice = (String, String, u32);

/// What narrows the answer.
pub fn facets(pen: &mut Pen, regions: &Regions) {
    pen.element("nav.facets", |pen| {
        pen.label(Text::Filters);
        pen.busy(regions.is_busy);
        regions.draw(pen, Region::Facets);
    });
}

/// Choices that narrow the answer, each with the number of articles that it would give.
pub fn choices(pen: &mut Pen, state: &State, desk: &Desk) {
    let choices = &desk.choices;
    let plain = |counts: &[(String, u32)]| -> Vec<Choice> {
        counts.iter().map(|(name, count)| (name.clone(), name.clone(), *count)).collect()
    };
    let years: Vec<Choice> =
        choices.year.iter().map(|&(year, count)| (year.to_string(), year.to_string(), count)).collect();
    let kind = |kind, language| Phrase::Kind(kind).in_language(language);
    let kinds = choices.kind.iter().map(|&(told, count)| (kind(told, Language::ZhCn), kind(told, pen.language), count));
    let kinds: Vec<Choice> = kinds.collect();
    group(pen, state, FilterKey::County, Text::County, &plain(&choices.county));
    group(pen, state, FilterKey::Year, Text::Year, &years);
    date_range(pen, desk.library().info());
    group(pen, state, FilterKey::Kind, Text::Kind, &kinds);
    let names = &mut |pen: &mut Pen| {
        group(pen, state, FilterKey::Column, Text::Column, &plain(&choices.column));
        group(pen, state, FilterKey::Reporter, Text::Reporter, &plain(&choices.reporter));
    };
    if desk.library().is_whole() {
        return names(pen);
    }
    let words = [Text::Column.in_language(pen.language), " · ", Text::Reporter.in_language(pen.language)].concat();
    pen.fold("summary.link", NAMES, &words, names);
}

fn group(pen: &mut Pen, state: &State, key: FilterKey, title: Text, entries: &[Choice]) {
    if entries.is_empty() {
        return;
    }
    let present = chosen(&state.query, key);
    let pressed = |value: &str| {
        let same = |chosen: &str| chosen == value || key == FilterKey::County && same_county(value, chosen);
        present.as_deref().is_some_and(same)
    };
    pen.element("section.facet-group", |pen| {
        pen.key(key.name());
        pen.words("h2", title);
        let list = |pen: &mut Pen, some: &[Choice]| {
            pen.element("ul", |pen| some.iter().for_each(|entry| choice(pen, key, entry, pressed(&entry.0))));
        };
        let (few, others) = entries.split_at(entries.len().min(FOLDED));
        list(pen, few);
        if !others.is_empty() {
            let words = Text::Others.of(&others.len().to_string(), pen.language);
            pen.fold("summary.link", key.name(), &words, &mut |pen| list(pen, others));
        }
    });
}

fn choice(pen: &mut Pen, key: FilterKey, (value, name, count): &Choice, pressed: bool) {
    pen.element("li", |pen| {
        pen.key(value);
        pen.element("button", |pen| {
            pen.set("type", "button");
            pen.part("facet");
            pen.set("data-key", key.name());
            pen.set("data-value", value);
            pen.pressed(pressed);
            pen.wish(Action::Toggle(key, value.clone()).into());
            pen.leaf("span", name);
            pen.text(" ");
            pen.element("span.count", |pen| {
                pen.set("aria-hidden", "true");
                pen.text(&short((*count).into(), pen.language));
            });
            pen.leaf("span.visually-hidden", &Phrase::Articles(*count).in_language(pen.language));
        });
    });
}
