use crate::view::{Action, FilterKey, Text, filters};
use crate::web::pen::Pen;

/// The filters of the query, each with a way to undo it.
pub fn chips(pen: &mut Pen, query: &str) {
    let filters = filters(query);
    if filters.is_empty() {
        return;
    }
    pen.element("ul.chips", |pen| {
        pen.label(Text::Filters);
        for filter in filters {
            let name = name(filter.key).in_language(pen.language);
            let label = format!("{}{name} {}", Text::RemoveFilter.in_language(pen.language), filter.value);
            pen.element("li", |pen| {
                pen.element("button.chip", |pen| {
                    pen.set("type", "button");
                    pen.set("aria-label", &label);
                    pen.leaf("span.quiet", name);
                    pen.text(" ");
                    pen.text(&filter.value);
                    pen.text(" ×");
                    pen.wish(Action::Toggle(filter.key, filter.value).into());
                });
            });
        }
        pen.element("li", |pen| {
            pen.button("button.link", Action::ClearFilters, Text::ClearFilters.in_language(pen.language));
        });
    });
}

fn name(key: FilterKey) -> Text {
    match key {
        FilterKey::County => Text::County,
        FilterKey::Year => Text::Year,
        FilterKey::InitiativeYear => Text::InitiativeYear,
        FilterKey::Reporter => Text::Reporter,
        FilterKey::Page => Text::Page,
        FilterKey::Title => Text::Title,
        FilterKey::Initiative => Text::Initiative,
        FilterKey::Date => Text::Date,
    }
}
