use super::choice::group;
use crate::chart::{ChartKind, measure_name};
use crate::view::{Action, Charts, Text, chart_words as words, measures};
use crate::web::pen::Pen;
use crate::web::region::{Region, Regions};

/// The charts of what answers, and what is counted in them.
pub fn charts(pen: &mut Pen, present: &Charts, regions: &Regions) {
    pen.element("section.charts", |pen| {
        pen.label(Text::Charts);
        pen.busy(regions.is_busy);
        let language = pen.language;
        let mut all = measures(ChartKind::County).map(|measure| {
            let charts = Charts { measure, ..present.clone() };
            (Action::Draw(charts), language.say(measure_name(measure)), measure == present.measure)
        });
        group(pen, "div.choices.measures", language.say(words::COUNT), &mut all);
        Region::ALL.iter().skip(1).for_each(|&region| regions.draw(pen, region));
    });
}
