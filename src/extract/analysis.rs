use serde::Serialize;

use super::figure::{FoundFigure, find_figures};
use super::gazetteer::{Place, Region, find_places};
use super::initiative::{FoundInitiative, find_named};
use super::time::{FoundDate, find_dates};
use crate::model::{DateRange, Figure, Span};
use crate::text::noise::Meant;
use crate::text::{fold, terms};

/// What the analysis makes of one line.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis {
    /// The line.
    pub text: String,
    /// The form that is searched, as long as the line in characters.
    pub normalized: String,
    /// The terms that it is found by.
    pub tokens: Vec<String>,
    /// County-level divisions.
    pub places: Vec<Place>,
    /// Expressions of time.
    pub dates: Vec<FoundDate>,
    /// Numbers with their units.
    pub figures: Vec<Figure>,
    /// Named initiatives.
    pub initiatives: Vec<FoundInitiative>,
}

impl Analysis {
    pub(super) fn of(line: &str, region: Option<&Region>, reference: Option<DateRange>) -> Analysis {
        let normalized = fold(line);
        let meant = Meant::of(line);
        let read = meant.as_ref().map_or(line, |meant| &meant.text);
        let mut analysis = Analysis {
            text: line.to_owned(),
            tokens: terms(&normalized),
            normalized,
            places: find_places(read, region),
            dates: find_dates(read, reference),
            figures: find_figures(read).into_iter().map(on_one_line).collect(),
            initiatives: find_named(read),
        };
        if let Some(meant) = meant {
            analysis.lead_to_print(&meant);
        }
        analysis
    }

    /// Leads all that was found in the line as it was meant to where it is printed.
    fn lead_to_print(&mut self, meant: &Meant) {
        let line: Vec<char> = self.text.chars().collect();
        let lead = |start: &mut u32, end: &mut u32| -> String {
            (*start, *end) = meant.in_print(*start, *end);
            line.get(*start as usize..*end as usize).unwrap_or_default().iter().collect()
        };
        for place in &mut self.places {
            place.text = lead(&mut place.start, &mut place.end);
        }
        for date in &mut self.dates {
            date.text = lead(&mut date.start, &mut date.end);
        }
        for Figure { text, span, .. } in &mut self.figures {
            *text = lead(&mut span.start, &mut span.end);
        }
        for initiative in &mut self.initiatives {
            if let Some(name) = meant.as_printed(&initiative.name, initiative.start) {
                initiative.name = name;
            }
            lead(&mut initiative.start, &mut initiative.end);
        }
    }
}

fn on_one_line(found: FoundFigure) -> Figure {
    let FoundFigure { text, start, end, value, value_max, unit, approx, .. } = found;
    Figure { text, value, value_max, unit, approx, line: 1, span: Span { block: 0, start, end } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ocr_spoilt_is_read_and_told_as_it_is_printed() {
        let analysis = Analysis::of("修 武县2O24年3月l5日建成陽(yáng)光食堂 12 家", None, None);
        let places: Vec<_> = analysis.places.iter().map(|place| (&*place.text, &*place.county)).collect();
        assert_eq!(places, [("修 武县", "修武县")]);
        let dates: Vec<_> =
            analysis.dates.iter().map(|date| (&*date.text, date.from.map(|day| day.to_string()))).collect();
        assert_eq!(dates, [("2O24年3月l5日", Some("2024-03-15".to_owned()))]);
        let [figure] = analysis.figures.as_slice() else { panic!("{:?}", analysis.figures) };
        assert_eq!((figure.value, &*figure.unit), (12.0, "家"));
        assert!("建成陽(yáng)光食堂 12 家".ends_with(&figure.text), "{}", figure.text);
    }
}
