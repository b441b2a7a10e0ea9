//! What orders, filters and counts articles, as it is written and read: see [`crate::index::directory`].

use std::rc::Rc;

use super::Document;
use super::outline::{Counted, Outline, Told};
use super::writer::write_date;
use crate::format::{Decoder, Encoder};
use crate::index::facts::{INITIATIVE_KINDS, YEAR_BASES, place};
use crate::model::{DateRange, Day, Figure, Initiative, PartialDate};

/// The bits that a length has.
const LENGTH: u8 = 31;
/// There is no date; it is written as text; else it is a day, less the one before, plus these.
const NO_DATE: u64 = 0;
const WRITTEN: u64 = 1;
const DAY: u64 = 2;

/// Writes lengths and dates, each for all articles before the next, which compresses best: a byte an article with its length; then
/// the dates in runs of what is the same: its length less 1, and the value.
pub fn write_facets(dates: &[Option<DateRange>], lengths: &[u8]) -> Vec<u8> {
    let mut out = Encoder::new();
    lengths.iter().for_each(|&length| out.byte(length));
    let mut day = 0;
    write_runs(dates, |date| *date, |date, out| write_step(date, &mut day, out), &mut out);
    out.finish()
}

pub(super) fn write_runs<A, T: PartialEq>(
    all: &[A],
    value: impl Fn(&A) -> T,
    mut write: impl FnMut(T, &mut Encoder),
    out: &mut Encoder,
) {
    for run in all.chunk_by(|a, b| value(a) == value(b)) {
        out.size(run.len() - 1);
        write(value(&run[0]), out);
    }
}

/// Reads runs: `set` makes every article of one what the first was made of its value.
pub(super) fn read_runs(
    from: &mut Decoder<'_>,
    outlines: &mut [Outline],
    read: &mut dyn FnMut(&mut Decoder<'_>, &mut Outline),
    set: fn(&mut Outline, &Outline),
) {
    let mut rest = outlines;
    while !rest.is_empty() && from.is_well() {
        let length = usize::try_from(from.u64()).map_or(rest.len(), |length| length.saturating_add(1).min(rest.len()));
        let (run, others) = rest.split_at_mut(length);
        let mut value = Outline::default();
        read(from, &mut value);
        if !from.is_well() {
            return;
        }
        run.iter_mut().for_each(|outline| set(outline, &value));
        rest = others;
    }
}

fn write_step(date: Option<DateRange>, before: &mut i32, out: &mut Encoder) {
    match date {
        None => out.u64(NO_DATE),
        Some(DateRange { first: PartialDate::Day(first), last: PartialDate::Day(last) })
            if first == last && first.to_days() >= *before =>
        {
            out.u64(u64::from(first.to_days().abs_diff(*before)) + DAY);
            *before = first.to_days();
        }
        date => {
            out.u64(WRITTEN);
            write_date(date, out);
        }
    }
}

/// Reads what [`write_facets`] wrote, of so many articles: adds their outlines, and how long they are, in the steps of
/// [`crate::index::postings::room`].
pub fn read_facets(from: &mut Decoder<'_>, count: usize, outlines: &mut Vec<Outline>, lengths: &mut Vec<u8>) {
    let bytes = from.bytes(count);
    let mut more: Vec<Outline> = bytes.iter().map(|_| Outline::default()).collect();
    let mut day = 0_u64;
    let mut date = |from: &mut Decoder<'_>, outline: &mut Outline| {
        outline.date = match from.u64() {
            NO_DATE => None,
            WRITTEN => from.written(),
            step => {
                day = day.saturating_add(step - DAY);
                let found = i32::try_from(day).ok().and_then(Day::from_days);
                found.map(|day| PartialDate::Day(day).into())
            }
        };
    };
    read_runs(from, &mut more, &mut date, |outline, value| outline.date = value.date);
    if from.is_well() {
        lengths.extend(bytes.iter().map(|length| length & LENGTH));
        outlines.append(&mut more);
    }
}

/// Writes files, pages, standing heads and the names in by-lines: for each article the file as a text after that of the article
/// before, an option of a text for page and standing head, and three lists of texts.
pub fn write_names(documents: &[Document]) -> Vec<u8> {
    let mut out = Encoder::new();
    let mut before = "";
    for Document { document, article, .. } in documents {
        out.text_after(before, document);
        before = document;
        for text in [&article.page, &article.standing_head] {
            out.byte(text.is_some().into());
            text.iter().for_each(|text| out.text(text));
        }
        for names in [&article.reporters, &article.correspondents, &article.photographers] {
            out.size(names.len());
            names.iter().for_each(|name| out.text(name));
        }
    }
    out.finish()
}

/// Reads what [`write_names`] wrote.
pub fn read_names(from: &mut Decoder<'_>, outlines: &mut [Outline]) {
    let mut before = String::new();
    for outline in outlines {
        before = from.text_after(&before);
        outline.document = before.as_str().into();
        outline.page = from.option(|from| from.text().into());
        outline.standing_head = from.option(|from| from.text().into());
        let mut names: Vec<Rc<str>> = Vec::new();
        for _ in 0..3 {
            for name in from.list(Decoder::text) {
                if !names.iter().any(|known| **known == *name) {
                    names.push(name.into());
                }
            }
        }
        outline.names = names.into();
    }
}

/// Writes initiatives without their names: for each article a list, each with what its year rests on, plus 8 where the county and 16
/// where the year is the article's, plus 32 times its kind, plus 512 times the number of its figures; then, unless so, an option of
/// the county and of the year.
pub fn write_initiatives(documents: &[Document]) -> Vec<u8> {
    let mut out = Encoder::new();
    for Document { article, .. } in documents {
        out.size(article.initiatives.len());
        for Initiative { kind, county, year, year_basis, figures, .. } in &article.initiatives {
            let (same_county, same_year) = (*county == article.county, *year == article.year);
            let flags = place(&YEAR_BASES, *year_basis) | usize::from(same_county) << 3 | usize::from(same_year) << 4;
            out.size(flags | place(&INITIATIVE_KINDS, *kind) << 5 | figures.len() << 9);
            if !same_county {
                out.byte(county.is_some().into());
                county.iter().for_each(|county| out.text(county));
            }
            if !same_year {
                out.byte(year.is_some().into());
                year.iter().for_each(|&year| out.i64(year.into()));
            }
        }
    }
    out.finish()
}

/// Reads what [`write_initiatives`] wrote, initiatives without names and figures, of articles whose places were read.
pub fn read_initiatives(from: &mut Decoder<'_>, outlines: &mut [Outline]) {
    for outline in outlines {
        let initiatives = from.list(|from| {
            let head = from.u64();
            let county = match head >> 3 & 1 {
                1 => outline.county.clone(),
                _ => from.option(|from| from.text().into()),
            };
            let year = if head >> 4 & 1 == 1 { outline.year } else { from.option(Decoder::i16) };
            let year_basis = from.pick(&YEAR_BASES, head & 7);
            let kind = from.pick(&INITIATIVE_KINDS, head >> 5 & 15);
            let count = u32::try_from(head >> 9).unwrap_or(u32::MAX);
            Told { kind, county, year, year_basis, count, ..Told::default() }
        });
        outline.initiatives = initiatives.into();
    }
}

/// Writes the names of all initiatives one after the other.
pub fn write_initiative_names(documents: &[Document]) -> Vec<u8> {
    let mut out = Encoder::new();
    documents
        .iter()
        .flat_map(|document| &document.article.initiatives)
        .for_each(|initiative| out.text(&initiative.name));
    out.finish()
}

/// Reads what [`write_initiative_names`] wrote, for initiatives that were read.
pub fn read_initiative_names(from: &mut Decoder<'_>, outlines: &mut [Outline]) {
    for told in outlines.iter_mut().flat_map(|outline| &mut outline.initiatives) {
        told.name = from.string().into();
    }
}

/// Writes the figures of all initiatives one after the other: flags, the words, the unit, the value, and the second value where
/// there is one.
pub fn write_figures(documents: &[Document]) -> Vec<u8> {
    let mut out = Encoder::new();
    for Document { article, .. } in documents {
        for Figure { text, value, value_max, unit, approx, .. } in figures(&article.initiatives) {
            out.byte(u8::from(*approx) | u8::from(value_max.is_some()) << 1);
            out.text(text);
            out.text(unit);
            out.f64(*value);
            value_max.iter().for_each(|&value| out.f64(value));
        }
    }
    out.finish()
}

fn figures(initiatives: &[Initiative]) -> impl Iterator<Item = &Figure> {
    initiatives.iter().flat_map(|initiative| &initiative.figures)
}

/// Reads what [`write_figures`] wrote, for initiatives that were read.
pub fn read_figures(from: &mut Decoder<'_>, outlines: &mut [Outline]) {
    for told in outlines.iter_mut().flat_map(|outline| &mut outline.initiatives) {
        let count = from.items(told.count as usize, size_of::<Counted>());
        let mut figures = Vec::with_capacity(count);
        for _ in 0..count {
            let flags = from.byte();
            let (text, unit, value) = (from.string().into(), from.string().into(), from.f64());
            let value_max = (flags >> 1 & 1 == 1).then(|| from.f64());
            figures.push(Counted { text, value, value_max, unit, approx: flags & 1 == 1 });
        }
        told.figures = figures.into();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{KnownPlaces, Place, read_places, write_places};
    use super::*;
    use crate::model::Article;

    fn figure(number: usize) -> Figure {
        let (value, value_max) = (number as f64, number.is_multiple_of(3).then_some(1e6));
        let (text, unit) = (format!("约{number}人"), "人".to_owned());
        Figure { text, value, value_max, unit, approx: number.is_multiple_of(2), ..Figure::default() }
    }

    fn documents() -> impl Strategy<Value = Vec<Document>> {
        let date = prop_oneof![Just("2024-03-05"), Just("2024-03-07"), Just("1961-01-01"), Just("2024"), Just("-")];
        let county = proptest::option::of(prop_oneof![Just("云溪县"), Just("临汐县")]);
        let initiative = (county.clone(), proptest::option::of(1990..2030i16), 0..5usize, 0..40usize);
        let document = (date, county, proptest::option::of(any::<i16>()), proptest::collection::vec(initiative, 0..3));
        let document = document.prop_map(|(date, county, year, initiatives)| {
            let initiative = |(county, year, basis, figures): (Option<&str>, _, usize, usize)| Initiative {
                county: county.map(str::to_owned),
                year,
                year_basis: YEAR_BASES[basis],
                name: format!("{basis}行动"),
                kind: INITIATIVE_KINDS[figures % INITIATIVE_KINDS.len()],
                figures: vec![figure(figures); figures],
                ..Initiative::default()
            };
            let article = Article {
                county: county.map(str::to_owned),
                year,
                page: year.map(|year| year.to_string()),
                standing_head: county.map(str::to_owned),
                reporters: county.map(str::to_owned).into_iter().collect(),
                initiatives: initiatives.into_iter().map(initiative).collect(),
                ..Article::default()
            };
            Document { document: date.to_owned(), date: date.parse().ok(), article, ..Document::default() }
        });
        proptest::collection::vec(document, 0..20)
    }

    proptest! {
        #[test]
        fn outlines_come_back(documents in documents(), most in 1..20usize) {
            let lengths: Vec<u8> = (0..documents.len()).map(|at| at as u8 % 32).collect();
            let (mut outlines, mut read) = (Vec::new(), Vec::new());
            let dates: Vec<_> = documents.iter().map(|document| document.date).collect();
            let facets = write_facets(&dates, &lengths);
            let mut from = Decoder::new(&facets);
            read_facets(&mut from, documents.len(), &mut outlines, &mut read);
            prop_assert_eq!(from.finish(), Ok(()));
            let bytes = write_names(&documents);
            let mut from = Decoder::new(&bytes);
            read_names(&mut from, &mut outlines);
            prop_assert_eq!(from.finish(), Ok(()));
            let places: Vec<Place> = documents.iter().map(Place::of).collect();
            let (mut written, mut known, mut rest) = (KnownPlaces::default(), KnownPlaces::default(), &mut outlines[..]);
            for places in places.chunks(most) {
                let bytes = write_places(places, &mut written);
                let mut from = Decoder::new(&bytes);
                let (some, others) = rest.split_at_mut(places.len());
                read_places(&mut from, some, &mut known);
                prop_assert_eq!(from.finish(), Ok(()));
                rest = others;
            }
            let initiatives = write_initiatives(&documents);
            let mut from = Decoder::new(&initiatives);
            read_initiatives(&mut from, &mut outlines);
            prop_assert_eq!(from.finish(), Ok(()));
            let bytes = write_initiative_names(&documents);
            let mut from = Decoder::new(&bytes);
            read_initiative_names(&mut from, &mut outlines);
            prop_assert_eq!(from.finish(), Ok(()));
            let figures = write_figures(&documents);
            let mut from = Decoder::new(&figures);
            read_figures(&mut from, &mut outlines);
            prop_assert_eq!(from.finish(), Ok(()));
            prop_assert_eq!((outlines, read), (documents.iter().map(Outline::of).collect::<Vec<_>>(), lengths));
        }

        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let (mut outlines, mut lengths) = (vec![Outline::default(), Outline::default(), Outline::default()], vec![0; 3]);
            read_facets(&mut Decoder::new(&bytes), 5, &mut outlines, &mut lengths);
            read_names(&mut Decoder::new(&bytes), &mut outlines);
            read_places(&mut Decoder::new(&bytes), &mut outlines, &mut KnownPlaces::default());
            read_initiatives(&mut Decoder::new(&bytes), &mut outlines);
            read_initiative_names(&mut Decoder::new(&bytes), &mut outlines);
            read_figures(&mut Decoder::new(&bytes), &mut outlines);
            prop_assert!(outlines.len() <= 8);
        }
    }
}
