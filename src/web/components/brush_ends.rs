use crate::chart::{Chart, date_name};
use crate::view::chart_words as words;
use crate::web::pen::Pen;

/// The two ends of the range of dates, which a pointer drags and arrow keys move. They lie on the drawing.
pub fn brush_ends(pen: &mut Pen, chart: &Chart) {
    let steps = chart.steps.len();
    if steps < 2 {
        return;
    }
    let (from, to) = chart.range();
    pen.element("div.ends", |pen| {
        for (name, place, step) in [(words::FROM, from, from), (words::TO, to, to.saturating_sub(1))] {
            pen.element("input", |pen| {
                pen.set("type", "range");
                pen.set("data-end", "");
                pen.set("min", "0");
                pen.set("max", &steps.to_string());
                pen.set("value", &place.to_string());
                pen.set("aria-label", pen.language.say(name));
                let date = chart.steps.get(step).map(|step| date_name(step, pen.language));
                pen.set("aria-valuetext", &date.unwrap_or_default());
            });
        }
    });
}
