use crate::view::{Action, Filter, FilterKey, Text, filters, told_value};
use crate::web::pen::Pen;

/// The filters of the query, each with a way to undo it.
pub fn chips(pen: &mut Pen, query: &str) {
    let filters = filters(query);
    if filters.is_empty() {
        return;
    }
    pen.element("ul.chips", |pen| {
        pen.label(Text::Filters);
        filters.into_iter().for_each(|filter| pen.element("li", |pen| chip(pen, filter)));
        pen.element("li", |pen| {
            pen.button("button.link", Action::ClearFilters, Text::ClearFilters.in_language(pen.language));
        });
    });
}

fn chip(pen: &mut Pen, filter: Filter) {
    let name = name(filter.key).in_language(pen.language);
    let value = told_value(&filter, pen.language);
    pen.key(&[filter.key.name(), &filter.value].concat());
    pen.element("button.chip", |pen| {
        pen.set("type", "button");
        pen.set("aria-label", &[Text::RemoveFilter.in_language(pen.language), name, " ", &value].concat());
        pen.leaf("span.quiet", name);
        pen.leaf("span.value", &value);
        pen.text("×");
        pen.wish(Action::Toggle(filter.key, filter.value).into());
    });
}

fn name(key: FilterKey) -> Text {
    match key {
        FilterKey::County => Text::County,
        FilterKey::Year => Text::Year,
        FilterKey::Date => Text::Date,
        FilterKey::Column => Text::Column,
        FilterKey::Initiative => Text::Initiative,
        FilterKey::Kind => Text::Kind,
        FilterKey::InitiativeYear => Text::InitiativeYear,
        FilterKey::Reporter => Text::Reporter,
        FilterKey::Page => Text::Page,
        FilterKey::Title => Text::Title,
    }
}
