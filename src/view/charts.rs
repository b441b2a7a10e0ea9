//! The charts of the page: which they are, what a reader has chosen in them, and what choosing a mark asks.

use super::{FilterKey, State, chosen, chosen_county, toggle, without, without_all};
use crate::chart::{Chart, ChartKind, Dimension, Measure, Spec};
use crate::model::Stats;

/// What the charts of the page show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charts {
    /// The chart beside those that are always there.
    pub kind: ChartKind,
    /// What all of them count.
    pub measure: Measure,
    /// Whether counties stand in official order, and not the greatest first.
    pub official: bool,
    /// The unit of totals; none: the unit of most figures.
    pub unit: Option<String>,
    /// The chart whose table is sorted, by which column, and whether backwards.
    pub table: Option<(ChartKind, u8, bool)>,
    /// The chart that was asked last: it shows the sentences behind its chosen mark.
    pub asked: Option<ChartKind>,
}

impl Charts {
    /// The charts that a reader chooses from, in the order they are offered.
    pub const CHOICES: [ChartKind; 6] =
        [ChartKind::Grid, ChartKind::Panels, ChartKind::Kinds, ChartKind::Names, ChartKind::Totals, ChartKind::Tiles];
}

fn filter_key(dimension: Dimension) -> FilterKey {
    match dimension {
        Dimension::County => FilterKey::County,
        Dimension::Year => FilterKey::InitiativeYear,
        Dimension::Name => FilterKey::Initiative,
        Dimension::Date => FilterKey::Date,
    }
}

/// The query without what is chosen in charts of a kind: a chart does not filter itself.
pub fn cleared(query: &str, kind: ChartKind) -> String {
    let keys: Vec<FilterKey> = kind.dimensions().iter().map(|&dimension| filter_key(dimension)).collect();
    without_all(query, &keys)
}

/// What a chart of a kind counts that a reader can choose from.
pub fn measures(kind: ChartKind) -> impl Iterator<Item = Measure> {
    Measure::ALL.into_iter().map(|(measure, _)| measure).filter(move |&measure| kind.counts(measure) == measure)
}

/// What is asked of a chart. `chosen` are the values that the state's query chooses: see [`picked`].
pub fn spec<'a>(state: &'a State, kind: ChartKind, chosen: &'a [Option<String>]) -> Spec<'a> {
    Spec {
        kind,
        measure: state.charts.measure,
        official: state.charts.official,
        unit: state.charts.unit.as_deref(),
        chosen: chosen.iter().map(Option::as_deref).collect(),
        language: state.language,
    }
}

/// What a query chooses by each dimension of a kind of chart, as its marks have it.
pub fn picked(query: &str, kind: ChartKind, stats: &Stats) -> Vec<Option<String>> {
    let counties = || stats.by_county.iter().filter_map(|row| row.county.as_deref());
    let value = |&dimension: &Dimension| match dimension {
        Dimension::County => chosen_county(query, counties()).map(str::to_owned),
        other => chosen(query, filter_key(other)),
    };
    kind.dimensions().iter().map(value).collect()
}

/// The query with a mark chosen; chosen already, it is not chosen any more.
pub fn pick(query: &str, kind: ChartKind, keys: &[String], picked: bool) -> String {
    let mut query = cleared(query, kind);
    if !picked {
        for (&dimension, key) in kind.dimensions().iter().zip(keys) {
            query = toggle(&query, filter_key(dimension), key);
        }
    }
    query
}

/// The query for the articles between two steps of time: from the place of the first to that of the one after the last, in
/// either order. All of the time is no choice.
pub fn between(query: &str, dates: &Chart, one: usize, other: usize) -> String {
    let query = without(query, FilterKey::Date);
    let (from, to) = (one.min(other), one.max(other).max(one.min(other) + 1));
    if (from, to) == (0, dates.steps.len()) {
        return query;
    }
    match (dates.steps.get(from), dates.steps.get(to - 1)) {
        (Some(first), Some(last)) if first == last => toggle(&query, FilterKey::Date, first),
        (Some(first), Some(last)) => toggle(&query, FilterKey::Date, &[first, "..", last].concat()),
        _ => query,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CountyStats;

    #[test]
    fn a_mark_of_two_dimensions_sets_both_filters_and_takes_both_back() {
        let keys = ["云溪县".to_owned(), "2023".to_owned()];
        let once = pick("养老 县:临汐县", ChartKind::Grid, &keys, false);
        assert_eq!(once, "养老 县:云溪县 举措年:2023");
        assert_eq!(pick(&once, ChartKind::Grid, &keys, true), "养老");
        let row = CountyStats { county: Some("云溪县".to_owned()), articles: 1, initiatives: 1, figures: 0 };
        let stats = Stats { by_county: vec![row], ..Stats::default() };
        assert_eq!(picked(&once, ChartKind::Grid, &stats), [Some("云溪县".to_owned()), Some("2023".to_owned())]);
        assert_eq!(picked("县:云溪", ChartKind::Grid, &stats), [Some("云溪县".to_owned()), None]);
    }

    #[test]
    fn the_ends_of_a_range_may_be_moved_past_each_other() {
        let steps = ["2023-04", "2023-05", "2023-06"].map(str::to_owned).into();
        let empty = Stats::default();
        let mut dates = Chart::new(&Spec { kind: ChartKind::Dates, ..Spec::default() }, &empty, &empty);
        dates.steps = steps;
        let ask = |one, other| between("养老 日期:2020", &dates, one, other);
        assert_eq!(ask(0, 3), "养老");
        assert_eq!(ask(1, 3), "养老 日期:2023-05..2023-06");
        assert_eq!(ask(2, 1), "养老 日期:2023-05");
        assert_eq!(ask(1, 1), "养老 日期:2023-05");
        assert_eq!(ask(3, 3), "养老", "there is nothing after the end");
        assert_eq!(ask(9, 7), "养老");
    }

    #[test]
    fn a_chart_does_not_filter_itself() {
        let query = "养老 县:云溪县 举措年:2023 日期:2024";
        assert_eq!(cleared(query, ChartKind::County), "养老 举措年:2023 日期:2024");
        assert_eq!(cleared(query, ChartKind::Grid), "养老 日期:2024");
        assert_eq!(cleared(query, ChartKind::Names), query);
    }
}
