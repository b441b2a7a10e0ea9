use super::Query;
use crate::index::documents::Document;
use crate::model::{BasisCounts, CountyStats, CountyYearStats, Info, Initiative, Stats, YearStats};

#[derive(Clone, Copy, Default)]
struct Tally {
    articles: u32,
    initiatives: u32,
    figures: u32,
    basis: BasisCounts,
}

impl Tally {
    fn add(&mut self, initiative: Option<&Initiative>) {
        match initiative {
            None => self.articles += 1,
            Some(initiative) => {
                self.initiatives += 1;
                self.figures += initiative.figures.len() as u32;
                self.basis.add(initiative.year_basis);
            }
        }
    }
}

/// Ascending by key.
type Tallies<K> = Vec<(K, Tally)>;

fn get<K: Ord>(tallies: &Tallies<K>, key: K) -> Option<Tally> {
    tallies.binary_search_by(|(known, _)| known.cmp(&key)).ok().map(|at| tallies[at].1)
}

fn entry<K: Ord>(tallies: &mut Tallies<K>, key: K) -> &mut Tally {
    let at = tallies.binary_search_by(|(known, _)| known.cmp(&key)).unwrap_or_else(|at| {
        tallies.insert(at, (key, Tally::default()));
        at
    });
    &mut tallies[at].1
}

/// The numbers behind the charts for the selected articles.
///
/// Counts their initiatives; where the query asks for initiatives (`举措:`, `类:`, `举措年:`), only those that pass.
pub fn stats(documents: &[Document], info: &Info, query: &Query, selected: &[u32]) -> Stats {
    let mut all = Tally::default();
    let mut counties: Tallies<Option<&str>> = Vec::new();
    let mut years: Tallies<Option<i16>> = Vec::new();
    let mut cells: Tallies<(Option<&str>, Option<i16>)> = Vec::new();
    let mut count = |county, year, initiative| {
        all.add(initiative);
        entry(&mut counties, county).add(initiative);
        entry(&mut years, year).add(initiative);
        entry(&mut cells, (county, year)).add(initiative);
    };
    for &number in selected {
        let article = &documents[number as usize].article;
        count(article.county.as_deref(), article.year, None);
        for initiative in article.initiatives.iter().filter(|initiative| passes(query, initiative)) {
            count(initiative.county.as_deref(), initiative.year, Some(initiative));
        }
    }

    let by_county = |county: Option<&str>| {
        let tally = get(&counties, county).unwrap_or_default();
        let county = county.map(str::to_owned);
        CountyStats { county, articles: tally.articles, initiatives: tally.initiatives, figures: tally.figures }
    };
    let by_year = |&year: &Option<i16>| {
        let Tally { articles, initiatives, figures, basis } = get(&years, year)?;
        Some(YearStats { year, articles, initiatives, figures, basis })
    };
    let counties_in_order = in_order(info, counties.iter().map(|&(county, _)| county));
    let years_in_order: Vec<Option<i16>> = none_last(years.iter().map(|&(year, _)| year));
    let mut county_year = Vec::new();
    for &county in &counties_in_order {
        for &year in &years_in_order {
            if let Some(Tally { articles, initiatives, .. }) = get(&cells, (county, year)) {
                county_year.push(CountyYearStats { county: county.map(str::to_owned), year, articles, initiatives });
            }
        }
    }
    Stats {
        query: String::new(),
        articles: all.articles,
        initiatives: all.initiatives,
        figures: all.figures,
        county_year,
        by_year: years_in_order.iter().filter_map(by_year).collect(),
        by_county: counties_in_order.into_iter().map(by_county).collect(),
    }
}

/// Whether an initiative passes the query's own filters on initiatives: those of one key joined by OR, of several by AND.
pub fn passes(query: &Query, initiative: &Initiative) -> bool {
    let of_initiatives = || query.filters.iter().filter(|filter| filter.key.is_of_initiatives());
    of_initiatives().all(|filter| {
        let same_key = || of_initiatives().filter(|other| other.key == filter.key && !other.negated);
        if filter.negated { !filter.passes(initiative) } else { same_key().any(|other| other.passes(initiative)) }
    })
}

/// The region's counties, then others by name, then what has none.
fn in_order<'a>(info: &'a Info, found: impl Iterator<Item = Option<&'a str>>) -> Vec<Option<&'a str>> {
    let mut order: Vec<Option<&str>> = info.counties.iter().map(|county| Some(county.as_str())).collect();
    for county in none_last(found) {
        if !order.contains(&county) {
            order.push(county);
        }
    }
    order
}

fn none_last<T: Copy>(ascending: impl Iterator<Item = Option<T>>) -> Vec<Option<T>> {
    let (none, mut some): (Vec<_>, Vec<_>) = ascending.partition(Option::is_none);
    some.extend(none);
    some
}
