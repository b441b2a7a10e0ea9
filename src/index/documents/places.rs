//! What articles are counted by, as it is written and read: see [`crate::index::directory`].

use std::rc::Rc;

use super::Document;
use super::columns::{read_runs, write_runs};
use super::outline::{Outline, kinds};
use crate::format::{Decoder, Encoder};

/// What an article is counted by.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    county: Option<Rc<str>>,
    year: Option<i16>,
    kinds: u16,
}

impl Place {
    /// That of an article.
    pub fn of(Document { article, .. }: &Document) -> Place {
        Place {
            county: article.county.as_deref().map(Rc::from),
            year: article.year,
            kinds: kinds(&article.initiatives),
        }
    }
}

/// What the articles of a segment are counted by, as far as its files up to one have it: a file says only what is new.
#[derive(Debug, Default)]
pub struct KnownPlaces {
    counties: Vec<Rc<str>>,
    kinds: Vec<u16>,
}

/// Writes the counties; the years (less the one before, plus 1, with the sign in the lowest bit; 0 for none) in runs as in
/// [`write_facets`](super::write_facets); and the kinds of initiatives (see [`Outline::kinds`]).
///
/// Of counties and kinds, most articles have none: there is a list of the new ones; a list of how many articles without any
/// are before each that has one; and for each of those its place among all that are known. So each sort of number stands alone,
/// which compresses best.
pub fn write_places(places: &[Place], known: &mut KnownPlaces) -> Vec<u8> {
    let mut out = Encoder::new();
    let counties = places.iter().map(|place| place.county.as_ref());
    write_known(counties, &mut known.counties, |county, out| out.text(county), &mut out);
    let mut before = 0;
    let write = |year: Option<i16>, out: &mut Encoder| {
        let year = year.map(i64::from);
        out.u64(year.map_or(0, |year| zigzag(year - before) + 1));
        before = year.unwrap_or_default();
    };
    write_runs(places, |place| place.year, write, &mut out);
    let kinds = places.iter().map(|place| Some(&place.kinds).filter(|kinds| **kinds != 0));
    write_known(kinds, &mut known.kinds, |kinds, out| out.u64((*kinds).into()), &mut out);
    out.finish()
}

/// Reads what [`write_places`] wrote; `known` is of the segment's files before it.
pub fn read_places(from: &mut Decoder<'_>, outlines: &mut [Outline], known: &mut KnownPlaces) {
    let county = |outline: &mut Outline, county: &Rc<str>| outline.county = Some(Rc::clone(county));
    read_known(from, outlines, &mut known.counties, |from| from.text().into(), county);
    let mut before = 0_i64;
    let mut year = |from: &mut Decoder<'_>, outline: &mut Outline| {
        let step = |coded: u64| (coded >> 1).cast_signed() ^ -(coded & 1).cast_signed();
        let year = from.u64().checked_sub(1).map(|coded| before.wrapping_add(step(coded)));
        before = year.unwrap_or_default();
        outline.year = year.and_then(|year| i16::try_from(year).ok());
    };
    read_runs(from, outlines, &mut year, |outline, value| outline.year = value.year);
    read_known(from, outlines, &mut known.kinds, Decoder::u16, |outline, &kinds| outline.kinds = kinds);
}

fn write_known<'a, T: PartialEq + Clone + 'a>(
    all: impl Iterator<Item = Option<&'a T>>,
    known: &mut Vec<T>,
    write: fn(&T, &mut Encoder),
    out: &mut Encoder,
) {
    let (first_new, mut gap) = (known.len(), 0);
    let (mut gaps, mut numbers) = (Vec::new(), Vec::new());
    for value in all {
        let Some(value) = value else {
            gap += 1;
            continue;
        };
        let number = known.iter().position(|known| known == value).unwrap_or_else(|| {
            known.push(value.clone());
            known.len() - 1
        });
        gaps.push(std::mem::take(&mut gap));
        numbers.push(number);
    }
    out.size(known.len() - first_new);
    known[first_new..].iter().for_each(|value| write(value, out));
    out.size(gaps.len());
    gaps.into_iter().chain(numbers).for_each(|number| out.size(number));
}

/// Reads what [`write_known`] wrote: `set` is called for each article that has something.
fn read_known<'a, T>(
    from: &mut Decoder<'a>,
    outlines: &mut [Outline],
    known: &mut Vec<T>,
    read: fn(&mut Decoder<'a>) -> T,
    set: fn(&mut Outline, &T),
) {
    known.extend(from.list(read));
    let gaps = from.list(Decoder::u32);
    let mut rest = outlines.iter_mut();
    for gap in gaps {
        let number = from.u32() as usize;
        match (rest.nth(gap as usize), known.get(number)) {
            (Some(outline), Some(value)) => set(outline, value),
            _ => from.fail("there is no such article or place"),
        }
        if !from.is_well() {
            return;
        }
    }
}

fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}
