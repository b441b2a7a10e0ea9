use super::mark::Tint;
use super::{ChartKind, Datum, Language, Measure, Row, Scene, Spec, Table, Words, form, wording};
use crate::model::Stats;
use crate::sort::{descending, sort_by_number};

/// A chart: what it shows, in marks that are not yet placed. The drawing, the table and the sentence all come from here.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What it is about.
    pub kind: ChartKind,
    /// What it counts.
    pub measure: Measure,
    /// What it is called.
    pub title: String,
    /// Its marks, in order.
    pub data: Vec<Datum>,
    /// The units to choose from, the most frequent first; the chosen one is `unit`.
    pub units: Vec<String>,
    /// The unit of its numbers where they are no counts.
    pub unit: Option<String>,
    /// What the marks' parts are, where they have any.
    pub parts: Vec<String>,
    /// The steps of time from the first to the last mark, as filters have them, those without a mark too.
    pub steps: Vec<String>,
    /// Articles that are not dated finely enough for any step; what counties and years have that a grid has no room for.
    pub left_out: f64,
    /// What a column of the table that is no name tells.
    pub(super) columns: Vec<String>,
    pub(super) tints: &'static [Tint],
    pub(super) language: Language,
}

impl Chart {
    /// The chart of what answers a query. `unchosen` are the numbers of the same query without its choice by one of the
    /// chart's own dimensions: they decide what marks there are and their order, so that all stay where they are when one is
    /// chosen.
    pub fn new(spec: &Spec<'_>, stats: &Stats, unchosen: &Stats) -> Self {
        let mut chart = Chart {
            kind: spec.kind,
            measure: spec.kind.counts(spec.measure),
            title: String::new(),
            data: Vec::new(),
            units: Vec::new(),
            unit: None,
            parts: Vec::new(),
            steps: Vec::new(),
            left_out: 0.0,
            columns: Vec::new(),
            tints: &[],
            language: spec.language,
        };
        match spec.kind {
            ChartKind::County | ChartKind::Tiles => chart.by_county(stats, unchosen),
            ChartKind::Kinds => chart.by_kind(stats, unchosen),
            ChartKind::Totals => chart.by_unit(spec.unit, stats, unchosen),
            ChartKind::Year => chart.by_year(stats, unchosen),
            ChartKind::Grid | ChartKind::Panels => chart.by_county_and_year(unchosen),
            ChartKind::Names => chart.by_name(unchosen),
            ChartKind::Dates => chart.by_date(unchosen),
        }
        let greatest_first = match spec.kind {
            ChartKind::County | ChartKind::Kinds | ChartKind::Totals => !spec.official,
            kind => kind == ChartKind::Names,
        };
        if greatest_first {
            // What has no county comes last.
            let order = |datum: &Datum| u64::from(!datum.choosable) << 63 | descending(datum.extent()) & !(1 << 63);
            sort_by_number(&mut chart.data, order);
        }
        for datum in &mut chart.data {
            let mut chosen =
                spec.chosen.iter().zip(&datum.keys).filter_map(|(chosen, key)| Some((*chosen)?).zip(Some(key)));
            datum.picked = datum.choosable
                && spec.chosen.iter().any(Option::is_some)
                && match spec.kind {
                    ChartKind::Dates => chosen.all(|(chosen, key)| is_within(key, chosen)),
                    _ => chosen.all(|(chosen, key)| chosen == key),
                };
        }
        let subject = chart.unit.clone().unwrap_or_else(|| chart.say(wording::measure_name(chart.measure)).to_owned());
        chart.title = chart.say(wording::title(spec.kind)).replace('#', &subject);
        chart
    }

    pub(super) fn say(&self, words: Words) -> &'static str {
        self.language.say(words)
    }

    /// The drawing, `width` CSS pixels wide.
    pub fn scene(&self, width: f64) -> Scene {
        let (height, nodes) = match self.kind {
            ChartKind::County | ChartKind::Kinds | ChartKind::Names | ChartKind::Totals => form::bars(self, width),
            ChartKind::Year => form::columns(self, width),
            ChartKind::Grid => form::grid(self, width),
            ChartKind::Tiles => form::tiles(self, width),
            ChartKind::Panels => form::panels(self, width),
            ChartKind::Dates => form::brush(self, width),
        };
        Scene { width, height, title: self.title.clone(), description: self.sentence(), nodes }
    }

    /// The steps of time that are chosen: the places in `steps` of the first and of the one after the last.
    pub fn range(&self) -> (usize, usize) {
        let place = |datum: &Datum| self.steps.iter().position(|step| *step == datum.keys[0]);
        let mut picked = self.data.iter().filter(|datum| datum.picked).filter_map(place);
        let first = picked.next();
        let last = picked.next_back().or(first);
        first.zip(last).map_or((0, self.steps.len()), |(first, last)| (first, last + 1))
    }

    /// What the marks show, in rows.
    pub fn table(&self) -> Table {
        let heads = wording::heads(self.kind).iter().map(|&head| self.say(head).to_owned());
        let row = |datum: &Datum| Row { names: datum.names.clone(), numbers: datum.numbers.clone() };
        Table {
            caption: self.title.clone(),
            columns: heads.chain(self.columns.iter().cloned()).collect(),
            rows: self.data.iter().map(row).collect(),
        }
    }
}

/// Whether a date lies within a range of dates: `2024-03..2024-05`, both ends inclusive, either open; or is the one date.
/// Dates are compared as far as both are written.
fn is_within(date: &str, range: &str) -> bool {
    let (from, to) = range.split_once("..").unwrap_or((range, range));
    let [date, from, to] = [date, from, to].map(str::as_bytes);
    let alike = |bound: &[u8]| bound.len().min(date.len());
    date[..alike(from)] >= from[..alike(from)] && date[..alike(to)] <= to[..alike(to)]
}
