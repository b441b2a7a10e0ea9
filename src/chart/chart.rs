use super::mark::Tint;
use super::wording::{self, COLON, COMMA, NO_COUNTY, NO_YEAR, NOTHING, OTHER_KINDS, YEAR};
use super::{ChartKind, Datum, Language, Measure, Row, Scene, Spec, Table, Words, exact, form};
use crate::model::{Basis, DateRange, Day, InitiativeKind, PartialDate, Stats};
use crate::sort::{descending, sort_by_number};

/// The grounds that a year can have, the firmest first: the order in which they are stacked from the baseline.
const BASES: [Basis; 5] = [Basis::Explicit, Basis::Relative, Basis::Inherited, Basis::Issue, Basis::None];
const BASIS_TINTS: &[Tint] = &[Tint::Solid, Tint::Hatch, Tint::Dots, Tint::Hollow, Tint::Dashed];
/// The commonest kinds have a tint each; the others share the last.
const KIND_TINTS: &[Tint] = &[Tint::Solid, Tint::Hatch, Tint::Dots, Tint::Cross, Tint::Hollow];
/// So many names are shown.
const MOST_NAMES: usize = 12;
/// So many marks are told one by one in a sentence.
const MOST_TOLD: usize = 12;
/// So many units are offered.
const MOST_UNITS: usize = 8;
/// What a name may be printed with or without.
const QUOTES: [char; 8] = ['"', '“', '”', '＂', '「', '」', '『', '』'];
/// Beyond so many months, years are counted.
const MOST_MONTHS: i32 = 240;

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
    /// Articles that are not dated finely enough for any step.
    left_out: f64,
    /// What a column of the table that is no name tells.
    pub(super) columns: Vec<String>,
    pub(super) tints: &'static [Tint],
    pub(super) language: Language,
}

/// Numbers of one thing, in the order of [`Measure::ALL`].
fn numbers(initiatives: u32, articles: u32, figures: u32) -> Vec<Option<f64>> {
    let rate = f64::from(initiatives) * 1_000.0 / f64::from(articles);
    let rate = (articles > 0).then(|| rate.round() / 10.0);
    let counts = [initiatives, articles, figures].map(|count| Some(f64::from(count)));
    counts.into_iter().chain([rate]).collect()
}

/// A sum that is never the zero below zero, which would be sorted before all others.
fn total(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(0.0, |sum, number| sum + number)
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
        let bars = matches!(spec.kind, ChartKind::County | ChartKind::Kinds | ChartKind::Totals);
        if bars && !spec.official {
            sort_by_number(&mut chart.data, |datum| descending(datum.extent()));
            sort_by_number(&mut chart.data, |datum| (!datum.choosable).into());
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

    fn counties(&mut self, unchosen: &Stats, mut datum: impl FnMut(Option<&String>) -> Datum) {
        for row in &unchosen.by_county {
            let county = row.county.as_ref();
            let name = county.cloned().unwrap_or_else(|| self.say(NO_COUNTY).to_owned());
            let keys = vec![county.cloned().unwrap_or_default()];
            self.data.push(Datum { keys, choosable: county.is_some(), names: vec![name], ..datum(county) });
        }
    }

    fn by_county(&mut self, stats: &Stats, unchosen: &Stats) {
        let place = self.measure as usize;
        let row = |stats: &Stats, county: Option<&String>| {
            let row = stats.by_county.iter().find(|row| row.county.as_ref() == county);
            row.map_or_else(|| numbers(0, 0, 0), |row| numbers(row.initiatives, row.articles, row.figures))
        };
        self.counties(unchosen, |county| {
            let (numbers, whole) = (row(stats, county), row(unchosen, county));
            Datum { value: numbers[place], unchosen: whole[place].unwrap_or(0.0), numbers, ..Datum::default() }
        });
        self.measures(4);
    }

    fn by_kind(&mut self, stats: &Stats, unchosen: &Stats) {
        let place = self.measure as usize;
        let count = |stats: &Stats, is: &dyn Fn(Option<&String>) -> bool, kind: InitiativeKind| -> f64 {
            let cells = stats.county_kind.iter().filter(|cell| cell.kind == kind && is(cell.county.as_ref()));
            total(cells.map(|cell| numbers(cell.initiatives, 0, cell.figures)[place].unwrap_or(0.0)))
        };
        let mut order: Vec<InitiativeKind> = InitiativeKind::ALL.to_vec();
        sort_by_number(&mut order, |&kind| descending(count(unchosen, &|_| true, kind)));
        let (common, rest) = order.split_at(KIND_TINTS.len() - 1);
        self.counties(unchosen, |county| {
            let of = |stats: &Stats, kind| count(stats, &|found| found == county, kind);
            let kinds = InitiativeKind::ALL.map(|kind| of(stats, kind));
            let mut parts: Vec<f64> = common.iter().map(|&kind| of(stats, kind)).collect();
            parts.push(total(rest.iter().map(|&kind| of(stats, kind))));
            let value = Some(total(kinds.into_iter()));
            Datum {
                value,
                unchosen: total(order.iter().map(|&kind| of(unchosen, kind))),
                parts,
                numbers: std::iter::once(value).chain(kinds.map(Some)).collect(),
                ..Datum::default()
            }
        });
        let names = |kinds: &[InitiativeKind]| -> Vec<String> {
            kinds.iter().map(|&kind| self.say(wording::initiative_kind(kind)).to_owned()).collect()
        };
        let (mut parts, columns) = (names(common), names(&InitiativeKind::ALL));
        parts.push(self.say(OTHER_KINDS).to_owned());
        self.measures(0);
        self.columns.push(self.say(wording::measure_name(self.measure)).to_owned());
        self.columns.extend(columns);
        (self.parts, self.tints) = (parts, KIND_TINTS);
    }

    fn by_unit(&mut self, wanted: Option<&str>, stats: &Stats, unchosen: &Stats) {
        for row in &unchosen.county_unit {
            if self.units.last() != Some(&row.unit) && self.units.len() < MOST_UNITS {
                self.units.push(row.unit.clone());
            }
        }
        let known = |unit: &&str| unchosen.county_unit.iter().any(|row| row.unit == *unit);
        let unit = wanted.filter(known).map(str::to_owned).or_else(|| self.units.first().cloned()).unwrap_or_default();
        let row = |stats: &Stats, county: Option<&String>| {
            let row = stats.county_unit.iter().find(|row| row.unit == unit && row.county.as_ref() == county);
            row.map_or((0.0, 0.0, 0), |row| (row.low, row.high, row.figures))
        };
        self.counties(unchosen, |county| {
            let (low, high, figures) = row(stats, county);
            Datum {
                value: Some(low),
                high: (high > low).then_some(high),
                unchosen: row(unchosen, county).1,
                numbers: vec![Some(low), Some(high), Some(figures.into())],
                ..Datum::default()
            }
        });
        self.columns = [wording::LOW, wording::HIGH, wording::measure_name(Measure::Figures)]
            .map(|words| self.say(words).to_owned())
            .into();
        self.unit = Some(unit);
    }

    fn by_year(&mut self, stats: &Stats, unchosen: &Stats) {
        let place = self.measure as usize;
        let stacked = self.measure == Measure::Initiatives;
        for whole in &unchosen.by_year {
            let unchosen = numbers(whole.initiatives, whole.articles, whole.figures)[place].unwrap_or(0.0);
            if unchosen == 0.0 {
                continue;
            }
            let row = stats.by_year.iter().find(|row| row.year == whole.year);
            let mut numbers =
                row.map_or_else(|| numbers(0, 0, 0), |row| numbers(row.initiatives, row.articles, row.figures));
            let value = numbers[place];
            let parts: Vec<f64> = BASES.map(|basis| row.map_or(0, |row| row.basis.of(basis)).into()).into();
            numbers.truncate(3);
            numbers.extend(parts[..4].iter().map(|&part| Some(part)));
            let name = self.year_name(whole.year);
            let parts = if stacked { parts } else { Vec::new() };
            let (keys, slot) = (vec![year_key(whole.year)], whole.year.map(i32::from));
            self.data.push(Datum {
                keys,
                choosable: true,
                names: vec![name],
                value,
                unchosen,
                parts,
                numbers,
                slot,
                ..Datum::default()
            });
        }
        self.measures(3);
        let bases = BASES.map(|basis| self.say(wording::basis(basis)).to_owned());
        self.columns.extend_from_slice(&bases[..4]);
        if stacked {
            (self.parts, self.tints) = (bases.into(), BASIS_TINTS);
        }
    }

    /// This one shows what could be chosen, and marks what is.
    fn by_county_and_year(&mut self, unchosen: &Stats) {
        let place = self.measure as usize;
        let years = unchosen.by_year.iter();
        let years: Vec<Option<i16>> = years
            .filter(|row| numbers(row.initiatives, row.articles, row.figures)[place] > Some(0.0))
            .map(|row| row.year)
            .collect();
        // The cells stand in the same order; only empty ones are missing.
        let mut cells = unchosen.county_year.iter().filter(|cell| years.contains(&cell.year)).peekable();
        for row in &unchosen.by_county {
            let county = row.county.clone().unwrap_or_else(|| self.say(NO_COUNTY).to_owned());
            for &year in &years {
                let cell = cells.next_if(|cell| cell.county == row.county && cell.year == year);
                let mut numbers = cell
                    .map_or_else(|| numbers(0, 0, 0), |cell| numbers(cell.initiatives, cell.articles, cell.figures));
                numbers.truncate(3);
                self.data.push(Datum {
                    keys: vec![row.county.clone().unwrap_or_default(), year_key(year)],
                    choosable: row.county.is_some(),
                    names: vec![county.clone(), self.year_name(year)],
                    value: numbers[place],
                    numbers,
                    slot: year.map(i32::from),
                    ..Datum::default()
                });
            }
        }
        self.measures(3);
    }

    fn by_name(&mut self, unchosen: &Stats) {
        for row in unchosen.by_name.iter().take(MOST_NAMES) {
            let numbers: Vec<Option<f64>> =
                [row.articles, row.initiatives, row.figures].map(|count| Some(f64::from(count))).into();
            self.data.push(Datum {
                // A filter knows a name without its quotes.
                keys: vec![row.name.chars().filter(|c| !c.is_whitespace() && !QUOTES.contains(c)).collect()],
                choosable: true,
                names: vec![row.name.clone()],
                value: numbers[if self.measure == Measure::Figures { 2 } else { 0 }],
                numbers,
                ..Datum::default()
            });
        }
        if self.measure == Measure::Figures {
            sort_by_number(&mut self.data, |datum| descending(datum.end()));
        }
        self.measures(3);
        self.columns.swap(0, 1);
    }

    fn by_date(&mut self, unchosen: &Stats) {
        let months =
            |date: DateRange| month(date.first).map(|(year, month)| i32::from(year) * 12 + i32::from(month) - 1);
        let ends = unchosen.by_date.first().zip(unchosen.by_date.last());
        let span =
            ends.map_or(0, |(first, last)| 12 * i32::from(last.date.first.year().abs_diff(first.date.first.year())));
        // Steps are as fine as most articles are dated.
        let most = |fine: &dyn Fn(PartialDate) -> bool| {
            let fine: u32 = unchosen.by_date.iter().filter(|row| fine(row.date.first)).map(|row| row.articles).sum();
            fine * 2 > unchosen.by_date.iter().map(|row| row.articles).sum()
        };
        let daily = most(&|date| matches!(date, PartialDate::Day(_)));
        let monthly = span <= MOST_MONTHS && most(&|date| month(date).is_some());
        for row in &unchosen.by_date {
            let date = row.date.first;
            let (written, slot) = match date {
                PartialDate::Day(day) if daily => (date.to_string(), Some(day.to_days())),
                _ if daily => (String::new(), None),
                _ if !monthly => (date.year().to_string(), Some(date.year().into())),
                PartialDate::Day(day) => (PartialDate::Month(day.year(), day.month()).to_string(), months(row.date)),
                _ => (date.to_string(), months(row.date)),
            };
            let counts = [row.articles, row.initiatives, row.figures].map(f64::from);
            match (slot, self.data.last_mut()) {
                (None, _) => self.left_out += counts[0],
                (slot, Some(before)) if before.slot == slot => {
                    for (number, count) in before.numbers.iter_mut().zip(counts) {
                        *number = number.map(|number| number + count);
                    }
                }
                _ => self.data.push(Datum {
                    names: vec![date_name(&written, self.language)],
                    keys: vec![written],
                    choosable: true,
                    numbers: counts.map(Some).into(),
                    slot,
                    ..Datum::default()
                }),
            }
        }
        let slots = self.data.first().zip(self.data.last()).and_then(|(first, last)| first.slot.zip(last.slot));
        let step = |slot: i32| match (daily, monthly) {
            (true, _) => Day::from_days(slot).map(PartialDate::Day),
            (_, true) => Some(PartialDate::Month((slot / 12) as i16, (slot % 12 + 1) as u8)),
            _ => Some(PartialDate::Year(slot as i16)),
        };
        if let Some((first, last)) = slots {
            self.steps = (first..=last).filter_map(step).map(|date| date.to_string()).collect();
        }
        for datum in &mut self.data {
            datum.value = datum.numbers[0];
        }
        self.measures(3);
        self.columns.swap(0, 1);
    }

    /// Heads the columns of the first measures.
    fn measures(&mut self, count: usize) {
        self.columns = Measure::ALL[..count]
            .iter()
            .map(|&(measure, _)| self.say(wording::measure_name(measure)).to_owned())
            .collect();
    }

    fn year_name(&self, year: Option<i16>) -> String {
        year.map_or_else(|| self.say(NO_YEAR).to_owned(), |year| year.to_string())
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
        let last = picked.last().or(first);
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

    /// The number of a mark, exactly: 12, 300–350.
    fn number(&self, value: Option<f64>, high: Option<f64>) -> String {
        let mut number = value.map_or_else(|| "–".to_owned(), exact);
        if let Some(high) = high {
            number.push('–');
            number.push_str(&exact(high));
        }
        number
    }

    fn noun(&self) -> &str {
        self.unit.as_deref().unwrap_or_else(|| self.say(wording::noun(self.measure)))
    }

    /// What a mark is called in running text: 2024年 rather than 2024.
    fn spoken(&self, datum: &Datum) -> String {
        let mut spoken = datum.names.join(self.say(COMMA));
        if datum.slot.is_some() && self.kind != ChartKind::Dates {
            spoken.push_str(self.say(YEAR));
        }
        spoken
    }

    /// What a mark says, in words.
    pub fn words(&self, datum: &Datum) -> String {
        let number = self.number(datum.value, datum.high);
        let mut words = self.spoken(datum) + self.say(COLON) + &wording::counted(number, self.noun(), self.language);
        let mut parts = String::new();
        for (name, &part) in self.parts.iter().zip(&datum.parts).filter(|(_, part)| **part > 0.0) {
            if !parts.is_empty() {
                parts.push_str(self.say(COMMA));
            }
            parts.push_str(name);
            parts.push_str(self.language.pick("", " "));
            parts.push_str(&exact(part));
        }
        if !parts.is_empty() {
            let (open, close) = self.language.pick(("（", "）"), (" (", ")"));
            words.extend([open, &parts, close]);
        }
        words
    }

    /// What the chart shows, for readers who do not see it.
    pub fn sentence(&self) -> String {
        let classifier = self.unit.as_deref().unwrap_or_else(|| self.say(wording::classifier(self.measure)));
        let (some, none): (Vec<&Datum>, Vec<&Datum>) = self.data.iter().partition(|datum| datum.end() > 0.0);
        let noun = self.noun();
        if some.is_empty() {
            return self.language.pick("没有".to_owned(), "No".to_owned())
                + noun.trim_start_matches(['项', '篇', '个'])
                + self.language.pick("。", ".");
        }
        let sum = |data: &[&Datum]| -> (f64, f64) {
            data.iter().fold((0.0, 0.0), |sum, datum| (sum.0 + datum.value.unwrap_or(0.0), sum.1 + datum.end()))
        };
        let total = |data: &[&Datum]| {
            let (low, high) = sum(data);
            self.number(Some(low), (high > low).then_some(high))
        };
        let mut sentence = String::new();
        // Rates cannot be added.
        if self.measure != Measure::Rate {
            sentence.push_str(self.say(["共", "共", ""]));
            sentence.push_str(&wording::counted(total(&some), noun, self.language));
            sentence.push_str(self.say(COLON));
        }
        // Where there are many, the greatest are told.
        let mut told = some.clone();
        if told.len() > MOST_TOLD {
            sort_by_number(&mut told, |datum| descending(datum.end()));
        }
        let rest = told.split_off(told.len().min(MOST_TOLD));
        for (place, datum) in told.iter().enumerate() {
            if place > 0 {
                sentence.push_str(self.say(COMMA));
            }
            sentence.push_str(&self.spoken(datum));
            sentence.push_str(self.language.pick("", " "));
            sentence.push_str(&self.number(datum.value, datum.high));
            sentence.push_str(self.language.pick(classifier, ""));
        }
        let mut clause = |chinese: [&str; 2], english: [&str; 2], count: usize, number: String| {
            let [before, between] = self.language.pick(chinese, english);
            sentence.extend([before, &count.to_string(), between, &number]);
        };
        if !rest.is_empty() && self.measure != Measure::Rate {
            let more = self.language.pick(total(&rest) + classifier, total(&rest));
            clause(["；其余", "处共"], ["; the other ", " together "], rest.len(), more);
        }
        if !none.is_empty() {
            clause(
                [self.say(["；另有", "；另有", ""]), ""],
                ["; none in ", ""],
                none.len(),
                self.language.pick(["处", self.say(NOTHING)].concat(), String::new()),
            );
        }
        if self.left_out > 0.0 {
            let [before, behind] =
                self.language.pick(["；另有", "篇没有这样细的日期"], ["; not dated finely enough: ", ""]);
            sentence.extend([before, &exact(self.left_out), behind]);
        }
        sentence.push_str(self.language.pick("。", "."));
        if self.kind == ChartKind::Year && !self.parts.is_empty() {
            sentence.push_str(&self.grounds());
        }
        sentence
    }

    /// What the years rest on, all together.
    fn grounds(&self) -> String {
        let mut grounds = String::new();
        for (place, name) in self.parts[..4].iter().enumerate() {
            let count: f64 = total(self.data.iter().filter_map(|datum| datum.parts.get(place).copied()));
            if count > 0.0 {
                let join = if grounds.is_empty() {
                    self.say(["年份的依据：", "年份的依據：", " Basis: "])
                } else {
                    self.say(COMMA)
                };
                grounds.extend([join, name, self.language.pick("", " "), &exact(count), self.say(["项", "項", ""])]);
            }
        }
        if !grounds.is_empty() {
            grounds.push_str(self.language.pick("。", "."));
        }
        grounds
    }
}

fn year_key(year: Option<i16>) -> String {
    year.map_or_else(|| "none".to_owned(), |year| year.to_string())
}

fn month(date: PartialDate) -> Option<(i16, u8)> {
    match date {
        PartialDate::Year(_) => None,
        PartialDate::Month(year, month) => Some((year, month)),
        PartialDate::Day(day) => Some((day.year(), day.month())),
    }
}

/// A date as readers write it: 2024年3月5日, 2024-03-05.
pub fn date_name(written: &str, language: Language) -> String {
    if language == Language::En {
        return written.to_owned();
    }
    let mut name = String::new();
    for (part, sign) in written.split('-').zip(["年", "月", "日"]) {
        name.push_str(part.trim_start_matches('0'));
        name.push_str(sign);
    }
    name
}

/// Whether a date lies within a range of dates: `2024-03..2024-05`, both ends inclusive, either open; or is the one date.
/// Dates are compared as far as both are written.
fn is_within(date: &str, range: &str) -> bool {
    let (from, to) = range.split_once("..").unwrap_or((range, range));
    let [date, from, to] = [date, from, to].map(str::as_bytes);
    let alike = |bound: &[u8]| bound.len().min(date.len());
    date[..alike(from)] >= from[..alike(from)] && date[..alike(to)] <= to[..alike(to)]
}
