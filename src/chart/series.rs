//! What the marks of each kind of chart are, from the numbers of an archive.

use super::mark::Tint;
use super::wording::{self, NO_COUNTY, NO_YEAR, OTHER_KINDS};
use super::{Chart, ChartKind, Datum, Measure, date_name};
use crate::model::{Basis, CountyYearStats, DateRange, Day, InitiativeKind, PartialDate, Stats};
use crate::sort::{descending, sort_by_number};

/// The grounds that a year can have, the firmest first: the order in which they are stacked from the baseline.
const BASES: [Basis; 5] = [Basis::Explicit, Basis::Relative, Basis::Inherited, Basis::Issue, Basis::None];
const BASIS_TINTS: &[Tint] = &[Tint::Solid, Tint::Hatch, Tint::Dots, Tint::Hollow, Tint::Dashed];
/// The commonest kinds have a tint each; the others share the last.
const KIND_TINTS: &[Tint] = &[Tint::Solid, Tint::Hatch, Tint::Dots, Tint::Cross, Tint::Hollow];
/// So many names are shown.
const MOST_NAMES: usize = 12;
/// So many units are offered.
const MOST_UNITS: usize = 8;
/// What rows tell of a county, of a time, and of what is counted by articles.
const OF_COUNTIES: &[Measure] = &[Measure::Initiatives, Measure::Articles, Measure::Figures, Measure::Rate];
const OF_YEARS: &[Measure] = &[Measure::Initiatives, Measure::Articles, Measure::Figures];
const OF_ARTICLES: &[Measure] = &[Measure::Articles, Measure::Initiatives, Measure::Figures];
/// So many counties, and so many years, make a drawing that can be read.
const MOST_ROWS: usize = 30;
/// So many counties are one place's, and are all told.
const MOST_COUNTIES: usize = 40;
/// What a name may be printed with or without.
const QUOTES: [char; 8] = ['"', '“', '”', '＂', '「', '」', '『', '』'];
/// Beyond so many years, years are counted and not months.
const MOST_YEARS: u16 = 20;

/// Initiatives, articles and figures of one thing.
type Counts = [u32; 3];

fn number(counts: Counts, measure: Measure) -> Option<f64> {
    let [initiatives, articles, figures] = counts.map(f64::from);
    match measure {
        Measure::Initiatives => Some(initiatives),
        Measure::Articles => Some(articles),
        Measure::Figures => Some(figures),
        Measure::Rate => (articles > 0.0).then(|| (initiatives * 1_000.0 / articles).round() / 10.0),
    }
}

/// The numbers of a row.
fn row(counts: Counts, measures: &[Measure]) -> Vec<Option<f64>> {
    measures.iter().map(|&measure| number(counts, measure)).collect()
}

impl Chart {
    /// One more mark.
    #[inline(never)]
    fn push(&mut self, keys: Vec<String>, names: Vec<String>) -> &mut Datum {
        self.data.push(Datum { keys, names, choosable: true, ..Datum::default() });
        let last = self.data.len() - 1;
        &mut self.data[last]
    }

    fn push_county(&mut self, county: &Option<String>) -> &mut Datum {
        let name = self.county_name(county);
        let datum = self.push(vec![county.clone().unwrap_or_default()], vec![name]);
        datum.choosable = county.is_some();
        datum
    }

    fn county_name(&self, county: &Option<String>) -> String {
        county.clone().unwrap_or_else(|| self.say(NO_COUNTY).to_owned())
    }

    fn year_name(&self, year: Option<i16>) -> String {
        year.map_or_else(|| self.say(NO_YEAR).to_owned(), |year| year.to_string())
    }

    /// Heads columns of the table.
    fn measures(&mut self, measures: &[Measure]) {
        for &measure in measures {
            self.columns.push(self.say(wording::measure_name(measure)).to_owned());
        }
    }

    /// The marks that are drawn: where there are very many counties, those with most, and what is no county. Few are all
    /// drawn, also those that have nothing.
    pub fn drawn(&self) -> Vec<&Datum> {
        let extents: Vec<f64> = self.data.iter().map(Datum::extent).collect();
        let by_county =
            matches!(self.kind, ChartKind::County | ChartKind::Kinds | ChartKind::Totals | ChartKind::Tiles);
        let drawn = self.data.iter().zip(shown(&extents));
        let all = !by_county || self.data.len() <= MOST_COUNTIES;
        let wanted = |datum: &Datum| all || datum.picked || !datum.choosable;
        let drawn = drawn.filter(|&(datum, is_shown)| wanted(datum) || is_shown && datum.extent() > 0.0);
        drawn.map(|(datum, _)| datum).collect()
    }

    /// Whether there are counties or years that the drawing leaves to the table, or has no room for.
    pub fn draws_part(&self) -> bool {
        self.kind != ChartKind::Dates && self.left_out > 0.0 || self.drawn().len() < self.data.len()
    }

    pub(super) fn by_county(&mut self, stats: &Stats, unchosen: &Stats) {
        let measure = self.measure;
        self.measures(OF_COUNTIES);
        for whole in &unchosen.by_county {
            let here = stats.by_county.iter().find(|row| row.county == whole.county);
            let here = here.map_or([0; 3], |row| [row.initiatives, row.articles, row.figures]);
            let datum = self.push_county(&whole.county);
            datum.value = number(here, measure);
            datum.unchosen = number([whole.initiatives, whole.articles, whole.figures], measure).unwrap_or(0.0);
            datum.numbers = row(here, OF_COUNTIES);
        }
    }

    pub(super) fn by_kind(&mut self, stats: &Stats, unchosen: &Stats) {
        let figures = self.measure == Measure::Figures;
        // By kind: of one county, or of all.
        let count = |stats: &Stats, county: Option<&Option<String>>| {
            let mut counts = [0.0; InitiativeKind::ALL.len()];
            for cell in stats.county_kind.iter().filter(|cell| county.is_none_or(|county| cell.county == *county)) {
                counts[cell.kind as usize] += f64::from(if figures { cell.figures } else { cell.initiatives });
            }
            counts
        };
        let whole = count(unchosen, None);
        let mut order = InitiativeKind::ALL.to_vec();
        sort_by_number(&mut order, |&kind| descending(whole[kind as usize]));
        order.truncate(KIND_TINTS.len() - 1);
        self.measures(if figures { &[Measure::Figures] } else { &[Measure::Initiatives] });
        let name = |kind| self.say(wording::initiative_kind(kind)).to_owned();
        let mut parts: Vec<String> = order.iter().copied().map(name).collect();
        parts.push(self.say(OTHER_KINDS).to_owned());
        let names = InitiativeKind::ALL.map(name);
        self.columns.extend(names);
        (self.parts, self.tints) = (parts, KIND_TINTS);
        let sum = |counts: &[f64]| counts.iter().fold(0.0, |sum, count| sum + count);
        for row in &unchosen.by_county {
            let here = count(stats, Some(&row.county));
            let mut parts: Vec<f64> = order.iter().map(|&kind| here[kind as usize]).collect();
            parts.push(sum(&here) - sum(&parts));
            let datum = self.push_county(&row.county);
            datum.value = Some(sum(&here));
            datum.unchosen = sum(&count(unchosen, Some(&row.county)));
            datum.parts = parts;
            datum.numbers = [datum.value].into_iter().chain(here.map(Some)).collect();
        }
    }

    pub(super) fn by_unit(&mut self, wanted: Option<&str>, stats: &Stats, unchosen: &Stats) {
        for row in &unchosen.county_unit {
            if self.units.last() != Some(&row.unit) && self.units.len() < MOST_UNITS {
                self.units.push(row.unit.clone());
            }
        }
        let known = |unit: &&str| unchosen.county_unit.iter().any(|row| row.unit == *unit);
        let first = self.units.first().map(String::as_str);
        let unit = wanted.filter(known).or(first).unwrap_or_default().to_owned();
        let sum = |stats: &Stats, county: &Option<String>| {
            let row = stats.county_unit.iter().find(|row| row.unit == unit && row.county == *county);
            row.map_or([0.0; 3], |row| [row.low, row.high, row.figures.into()])
        };
        for heading in [wording::LOW, wording::HIGH] {
            self.columns.push(self.say(heading).to_owned());
        }
        self.measures(&[Measure::Figures]);
        for row in &unchosen.by_county {
            let here = sum(stats, &row.county);
            let datum = self.push_county(&row.county);
            datum.value = Some(here[0]);
            datum.high = (here[1] > here[0]).then_some(here[1]);
            datum.unchosen = sum(unchosen, &row.county)[1];
            datum.numbers = here.map(Some).into();
        }
        self.unit = Some(unit);
    }

    pub(super) fn by_year(&mut self, stats: &Stats, unchosen: &Stats) {
        let measure = self.measure;
        self.measures(OF_YEARS);
        let bases = BASES.map(|basis| self.say(wording::basis(basis)).to_owned());
        self.columns.extend_from_slice(&bases[..4]);
        if measure == Measure::Initiatives {
            (self.parts, self.tints) = (bases.into(), BASIS_TINTS);
        }
        for whole in &unchosen.by_year {
            let unchosen = number([whole.initiatives, whole.articles, whole.figures], measure).unwrap_or(0.0);
            if unchosen == 0.0 {
                continue;
            }
            let here = stats.by_year.iter().find(|row| row.year == whole.year);
            let counts = here.map_or([0; 3], |row| [row.initiatives, row.articles, row.figures]);
            let parts = BASES.map(|basis| f64::from(here.map_or(0, |row| row.basis.of(basis))));
            let name = self.year_name(whole.year);
            let datum = self.push(vec![year_key(whole.year)], vec![name]);
            datum.slot = whole.year.map(i32::from);
            datum.value = number(counts, measure);
            datum.unchosen = unchosen;
            datum.numbers = row(counts, OF_YEARS);
            datum.numbers.extend(parts[..4].iter().copied().map(Some));
            if measure == Measure::Initiatives {
                datum.parts = parts.into();
            }
        }
    }

    /// This one shows what could be chosen, and marks what is.
    pub(super) fn by_county_and_year(&mut self, unchosen: &Stats) {
        let measure = self.measure;
        self.measures(OF_YEARS);
        let count = |counts| number(counts, measure).unwrap_or(0.0);
        let counts: Vec<f64> =
            unchosen.by_year.iter().map(|row| count([row.initiatives, row.articles, row.figures])).collect();
        let years = unchosen.by_year.iter().zip(&counts).zip(shown(&counts));
        let years = years.filter(|((_, count), is_shown)| **count > 0.0 && *is_shown);
        let years: Vec<Option<i16>> = years.map(|((row, _), _)| row.year).collect();
        let counts: Vec<f64> =
            unchosen.by_county.iter().map(|row| count([row.initiatives, row.articles, row.figures])).collect();
        let counties = unchosen.by_county.iter().zip(shown(&counts)).filter(|(_, is_shown)| *is_shown);
        let counties: Vec<&Option<String>> = counties.map(|(row, _)| &row.county).collect();
        // The cells stand in the same order; only empty ones are missing.
        let is_shown = |cell: &CountyYearStats| years.contains(&cell.year) && counties.contains(&&cell.county);
        let (shown, beyond): (Vec<_>, Vec<_>) = unchosen.county_year.iter().partition(|cell| is_shown(cell));
        self.left_out = beyond.iter().map(|cell| count([cell.initiatives, cell.articles, cell.figures])).sum();
        let mut cells = shown.into_iter().peekable();
        for county in counties {
            for &year in &years {
                let cell = cells.next_if(|cell| cell.county == *county && cell.year == year);
                let counts = cell.map_or([0; 3], |cell| [cell.initiatives, cell.articles, cell.figures]);
                let names = vec![self.county_name(county), self.year_name(year)];
                let datum = self.push(vec![county.clone().unwrap_or_default(), year_key(year)], names);
                datum.choosable = county.is_some();
                datum.slot = year.map(i32::from);
                datum.value = number(counts, measure);
                datum.numbers = row(counts, OF_YEARS);
            }
        }
    }

    pub(super) fn by_name(&mut self, unchosen: &Stats) {
        let measure = self.measure;
        self.measures(OF_ARTICLES);
        for found in unchosen.by_name.iter().take(MOST_NAMES) {
            let counts = [found.initiatives, found.articles, found.figures];
            // A filter knows a name without its quotes.
            let key = found.name.chars().filter(|c| !c.is_whitespace() && !QUOTES.contains(c)).collect();
            let datum = self.push(vec![key], vec![found.name.clone()]);
            datum.value = number(counts, measure);
            datum.numbers = row(counts, OF_ARTICLES);
        }
    }

    pub(super) fn by_date(&mut self, unchosen: &Stats) {
        self.measures(OF_ARTICLES);
        let year = |range: DateRange| range.first.year();
        let ends = unchosen.by_date.first().zip(unchosen.by_date.last());
        let years = ends.map_or(0, |(first, last)| year(last.date).abs_diff(year(first.date)));
        // Steps are as fine as most articles are dated.
        let most = |depth: u8| {
            let fine = unchosen.by_date.iter().filter(|row| parts(row.date.first).0 >= depth);
            let all: u32 = unchosen.by_date.iter().map(|row| row.articles).sum();
            fine.map(|row| row.articles).sum::<u32>() * 2 > all
        };
        let depth = if most(3) {
            3
        } else if most(2) && years <= MOST_YEARS {
            2
        } else {
            1
        };
        let mut sum = [0; 3];
        for found in &unchosen.by_date {
            let (known, slots) = parts(found.date.first);
            if known < depth {
                self.left_out += f64::from(found.articles);
                continue;
            }
            let slot = slots[usize::from(depth) - 1];
            if self.data.last().is_none_or(|before| before.slot != Some(slot)) {
                sum = [0; 3];
                let key = step(slot, depth);
                let name = date_name(&key, self.language);
                self.push(vec![key], vec![name]).slot = Some(slot);
            }
            for (sum, count) in sum.iter_mut().zip([found.initiatives, found.articles, found.figures]) {
                *sum += count;
            }
            if let Some(datum) = self.data.last_mut() {
                datum.value = number(sum, Measure::Articles);
                datum.numbers = row(sum, OF_ARTICLES);
            }
        }
        let slot = |datum: Option<&Datum>| datum.and_then(|datum| datum.slot);
        if let Some((first, last)) = slot(self.data.first()).zip(slot(self.data.last())) {
            self.steps = (first..=last).map(|slot| step(slot, depth)).collect();
        }
    }
}

/// Which rows are shown: those with most, and of those that have as many the first.
fn shown(counts: &[f64]) -> Vec<bool> {
    let mut places: Vec<usize> = (0..counts.len()).collect();
    sort_by_number(&mut places, |&place| descending(counts[place]));
    let mut shown = vec![false; counts.len()];
    places.into_iter().take(MOST_ROWS).for_each(|place| shown[place] = true);
    shown
}

fn year_key(year: Option<i16>) -> String {
    year.map_or_else(|| "none".to_owned(), |year| year.to_string())
}

/// How finely a date is known (1 the year, 2 the month, 3 the day), and its places among years, months and days.
fn parts(date: PartialDate) -> (u8, [i32; 3]) {
    let month = |year: i16, month: u8| i32::from(year) * 12 + i32::from(month) - 1;
    match date {
        PartialDate::Year(year) => (1, [year.into(), 0, 0]),
        PartialDate::Month(year, m) => (2, [year.into(), month(year, m), 0]),
        PartialDate::Day(day) => (3, [day.year().into(), month(day.year(), day.month()), day.to_days()]),
    }
}

/// The year, month or day at a place, as filters have it.
fn step(slot: i32, depth: u8) -> String {
    let date = match depth {
        3 => Day::from_days(slot).map(PartialDate::Day),
        2 => Some(PartialDate::Month((slot / 12) as i16, (slot % 12 + 1) as u8)),
        _ => Some(PartialDate::Year(slot as i16)),
    };
    date.map(|date| date.to_string()).unwrap_or_default()
}
