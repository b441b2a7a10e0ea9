use super::totals::{by_name, county_unit};
use super::{Query, Source};
use crate::index::documents::{Outline, Told};
use crate::model::{
    BasisCounts, CountyKindStats, CountyStats, CountyYearStats, DAYS, DateRange, DateStats, Day, Info, InitiativeKind,
    PartialDate, Stats, YearStats,
};
use crate::sort::sort_by;
use crate::text::Folding;

#[derive(Clone, Copy, Default)]
struct Tally {
    articles: u32,
    initiatives: u32,
    figures: u32,
    basis: BasisCounts,
}

impl Tally {
    fn add(&mut self, told: Option<&Told>) {
        match told {
            None => self.articles += 1,
            Some(told) => {
                self.initiatives += 1;
                self.figures += told.count;
                self.basis.add(told.year_basis);
            }
        }
    }
}

/// Tallies, ascending by key. Every kind of key is a number, so that there is one kind of tallies.
#[derive(Default)]
struct Tallies(Vec<(u64, Tally)>);

impl Tallies {
    fn place(&self, key: u64) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.cmp(&key))
    }

    fn get(&self, key: u64) -> Option<Tally> {
        self.place(key).ok().and_then(|at| self.0.get(at)).map(|(_, tally)| *tally)
    }

    fn add(&mut self, key: u64, told: Option<&Told>) {
        let at = self.place(key).unwrap_or_else(|at| {
            self.0.insert(at, (key, Tally::default()));
            at
        });
        if let Some((_, tally)) = self.0.get_mut(at) {
            tally.add(told);
        }
    }
}

/// The key of what has no county or no year: the last.
const NONE: u64 = 0xFFFF_FFFF;

/// The counties that occur, each with a number: the region's first.
struct Counties<'a> {
    names: Vec<&'a str>,
    region: usize,
}

impl<'a> Counties<'a> {
    fn key(&mut self, county: Option<&'a str>) -> u64 {
        let Some(county) = county else { return NONE };
        let place = self.names.iter().position(|name| *name == county).unwrap_or_else(|| {
            self.names.push(county);
            self.names.len() - 1
        });
        place as u64
    }

    /// The keys in order: the region's counties, then others by name, then what has none.
    fn keys(&self, found: &Tallies) -> Vec<u64> {
        let mut keys: Vec<u64> = (0..self.names.len() as u64).collect();
        let (_, others) = keys.split_at_mut(self.region);
        sort_by(others, |&a, &b| self.names.get(a as usize).cmp(&self.names.get(b as usize)));
        keys.extend(found.get(NONE).map(|_| NONE));
        keys
    }

    fn name(&self, key: u64) -> Option<String> {
        self.names.get(key as usize).map(|name| (*name).to_owned())
    }
}

fn year_key(year: Option<i16>) -> u64 {
    year.map_or(NONE, |year| year.abs_diff(i16::MIN).into())
}

fn year_of(key: u64) -> Option<i16> {
    i16::try_from(key as i64 + i64::from(i16::MIN)).ok()
}

/// A date as a number: 20240301; 20240300 where there is no day.
fn date_key(date: PartialDate, by_day: bool) -> u64 {
    let (year, month, day) = match date {
        PartialDate::Year(year) => (year, 0, 0),
        PartialDate::Month(year, month) => (year, month, 0),
        PartialDate::Day(day) => (day.year(), day.month(), if by_day { day.day() } else { 0 }),
    };
    u64::from(year.unsigned_abs()) * 10_000 + u64::from(month) * 100 + u64::from(day)
}

fn date_of(key: u64) -> DateRange {
    let (year, month, day) = ((key / 10_000) as i16, (key / 100 % 100) as u8, (key % 100) as u8);
    let coarse = if month == 0 { PartialDate::Year(year) } else { PartialDate::Month(year, month) };
    Day::new(year, month, day).map_or(coarse, PartialDate::Day).into()
}

/// The numbers behind the charts for the selected articles, but for [`details`].
///
/// Counts their initiatives; where the query asks for initiatives (`举措:`, `类:`, `举措年:`), only those that pass.
pub fn stats(source: Source<'_>, info: &Info, query: &Query, selected: &[u32]) -> Stats {
    let names: Vec<&str> = info.counties.iter().map(String::as_str).collect();
    let mut names = Counties { region: names.len(), names };
    let by_day = is_short(info);
    let mut all = Tally::default();
    let (mut counties, mut years, mut cells) = (Tallies::default(), Tallies::default(), Tallies::default());
    let (mut kinds, mut dates) = (Tallies::default(), Tallies::default());
    for outline in selected.iter().filter_map(|&number| source.outlines.get(number as usize)) {
        let date = outline.date.map(|date| date_key(date.first, by_day));
        let told = outline.initiatives.iter().filter(|initiative| passes(query, initiative, source.folding)).map(Some);
        for initiative in std::iter::once(None).chain(told) {
            let (county, year) = filed(outline, initiative);
            let (county, year) = (names.key(county), year_key(year));
            all.add(initiative);
            counties.add(county, initiative);
            years.add(year, initiative);
            cells.add(county << 32 | year, initiative);
            if let Some(initiative) = initiative {
                kinds.add(county << 32 | initiative.kind as u64, Some(initiative));
            }
            if let Some(date) = date {
                dates.add(date, initiative);
            }
        }
    }

    let order = names.keys(&counties);
    let mut stats =
        Stats { articles: all.articles, initiatives: all.initiatives, figures: all.figures, ..Stats::default() };
    for &key in &order {
        let Tally { articles, initiatives, figures, .. } = counties.get(key).unwrap_or_default();
        stats.by_county.push(CountyStats { county: names.name(key), articles, initiatives, figures });
        for &(year, _) in &years.0 {
            if let Some(Tally { articles, initiatives, figures, .. }) = cells.get(key << 32 | year) {
                let (county, year) = (names.name(key), year_of(year));
                stats.county_year.push(CountyYearStats { county, year, articles, initiatives, figures });
            }
        }
        for kind in InitiativeKind::ALL {
            if let Some(Tally { initiatives, figures, .. }) = kinds.get(key << 32 | kind as u64) {
                stats.county_kind.push(CountyKindStats { county: names.name(key), kind, initiatives, figures });
            }
        }
    }
    for (year, Tally { articles, initiatives, figures, basis }) in years.0 {
        stats.by_year.push(YearStats { year: year_of(year), articles, initiatives, figures, basis });
    }
    for (date, Tally { articles, initiatives, figures, .. }) in dates.0 {
        stats.by_date.push(DateStats { date: date_of(date), articles, initiatives, figures });
    }
    stats
}

/// Adds to the numbers what takes longer to count: names and units.
pub fn details(stats: &mut Stats, source: Source<'_>, query: &Query, selected: &[u32]) {
    let mut told: Vec<(u32, &Told)> = Vec::new();
    for &number in selected {
        let Some(outline) = source.outlines.get(number as usize) else { continue };
        let passing = outline.initiatives.iter().filter(|told| passes(query, told, source.folding));
        told.extend(passing.map(|told| (number, told)));
    }
    stats.by_name = by_name(&told, source.folding);
    stats.county_unit = county_unit(&told, &stats.by_county);
}

/// Under which county and year an article, or an initiative of it, is counted.
fn filed<'a>(outline: &'a Outline, told: Option<&'a Told>) -> (Option<&'a str>, Option<i16>) {
    let (county, year) = match told {
        None => (&outline.county, outline.year),
        Some(told) => (&told.county, told.year),
    };
    (county.as_deref(), year)
}

/// Whether days are counted one by one.
fn is_short(info: &Info) -> bool {
    let first = info.first_date.and_then(|date| date.first.first_day());
    let last = info.last_date.and_then(|date| date.last.last_day());
    first.zip(last).is_some_and(|(first, last)| last.to_days() - first.to_days() < DAYS)
}

/// Whether an initiative passes the query's own filters on initiatives: those of one key joined by OR, of several by AND.
pub fn passes(query: &Query, told: &Told, folding: &Folding) -> bool {
    let of_initiatives = || query.filters.iter().filter(|filter| filter.key.is_of_initiatives());
    of_initiatives().all(|filter| {
        let same_key = || of_initiatives().filter(|other| other.key == filter.key && !other.negated);
        if filter.negated { !filter.passes(told, folding) } else { same_key().any(|other| other.passes(told, folding)) }
    })
}
