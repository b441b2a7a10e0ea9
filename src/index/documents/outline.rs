use std::rc::Rc;

use super::Document;
use crate::model::{Basis, DateRange, Figure, Initiative, InitiativeKind};

/// What orders, filters and counts an article, without the article.
///
/// Where articles are fetched by need, it has nothing but the date at first; file, page, standing head and names once those were read;
/// county, year and kinds once those were read, and then the initiatives; of these the names and figures once those were read.
#[derive(Debug, Default, PartialEq)]
pub struct Outline {
    /// The base name of the file it stands in.
    pub document: Rc<str>,
    /// Its own date, else its page's.
    pub date: Option<DateRange>,
    /// See [`Article`](crate::model::Article).
    pub county: Option<Rc<str>>,
    /// See [`Article`](crate::model::Article).
    pub year: Option<i16>,
    /// See [`Article`](crate::model::Article).
    pub page: Option<Rc<str>>,
    /// See [`Article`](crate::model::Article).
    pub standing_head: Option<Rc<str>>,
    /// The names in its by-lines, each once.
    pub names: Box<[Rc<str>]>,
    /// The kinds of initiatives that it tells of: a bit for each, the lowest that of [`InitiativeKind::Project`].
    pub kinds: u16,
    /// The initiatives that it tells of.
    pub initiatives: Box<[Told]>,
}

/// An initiative without its place in the text.
#[derive(Debug, Default, PartialEq)]
pub struct Told {
    /// See [`Initiative`].
    pub name: Box<str>,
    /// See [`Initiative`].
    pub kind: InitiativeKind,
    /// See [`Initiative`].
    pub county: Option<Rc<str>>,
    /// See [`Initiative`].
    pub year: Option<i16>,
    /// See [`Initiative`].
    pub year_basis: Basis,
    /// How many figures it has.
    pub count: u32,
    /// Its figures; none before they are read.
    pub figures: Box<[Counted]>,
}

/// A figure without its place in the text.
#[derive(Debug, Default, PartialEq)]
pub struct Counted {
    /// See [`Figure`].
    pub text: Box<str>,
    /// See [`Figure`].
    pub value: f64,
    /// See [`Figure`].
    pub value_max: Option<f64>,
    /// See [`Figure`].
    pub unit: Box<str>,
    /// See [`Figure`].
    pub approx: bool,
}

impl Outline {
    /// The outline of an article.
    pub fn of(document: &Document) -> Outline {
        Outline::after(&Outline::default(), document)
    }

    /// The outline of the article after another: what is the same is kept but once.
    pub fn after(before: &Outline, Document { document, date, article, .. }: &Document) -> Outline {
        let county = shared(&article.county, &before.county);
        Outline {
            document: Some(&before.document)
                .filter(|before| ***before == **document)
                .cloned()
                .unwrap_or_else(|| document.as_str().into()),
            date: *date,
            year: article.year,
            page: shared(&article.page, &before.page),
            standing_head: shared(&article.standing_head, &before.standing_head),
            names: article.names().iter().map(|&name| name.into()).collect(),
            kinds: kinds(&article.initiatives),
            initiatives: article.initiatives.iter().map(|initiative| Told::of(initiative, &county)).collect(),
            county,
        }
    }
}

/// A text; where it is the same as another, that one.
fn shared(text: &Option<String>, other: &Option<Rc<str>>) -> Option<Rc<str>> {
    let text = text.as_deref()?;
    let same = other.as_ref().filter(|other| ***other == *text);
    Some(same.map_or_else(|| text.into(), Rc::clone))
}

/// See [`Outline::kinds`].
pub(super) fn kinds(initiatives: &[Initiative]) -> u16 {
    initiatives.iter().fold(0, |kinds, initiative| kinds | 1 << initiative.kind as u16)
}

impl Told {
    /// What is told of an initiative.
    fn of(initiative: &Initiative, county_of_article: &Option<Rc<str>>) -> Told {
        let Initiative { name, kind, county, year, year_basis, figures, .. } = initiative;
        let counted = |Figure { text, value, value_max, unit, approx, .. }: &Figure| Counted {
            text: text.as_str().into(),
            value: *value,
            value_max: *value_max,
            unit: unit.as_str().into(),
            approx: *approx,
        };
        Told {
            name: name.as_str().into(),
            kind: *kind,
            county: shared(county, county_of_article),
            year: *year,
            year_basis: *year_basis,
            count: figures.len() as u32,
            figures: figures.iter().map(counted).collect(),
        }
    }
}
