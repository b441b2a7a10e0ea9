use serde::{Deserialize, Serialize};

use super::fact::plain_number;
use super::{Basis, DateRange, InitiativeKind};

/// Initiatives of one year, told apart by what the year rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasisCounts {
    /// The year is printed.
    pub explicit: u32,
    /// Reckoned from a relative expression.
    pub relative: u32,
    /// From the article's governing time.
    pub inherited: u32,
    /// From the date of the issue.
    pub issue: u32,
    /// No year.
    pub none: u32,
}

impl BasisCounts {
    /// The count of one basis.
    pub fn of(&self, basis: Basis) -> u32 {
        match basis {
            Basis::Explicit => self.explicit,
            Basis::Relative => self.relative,
            Basis::Inherited => self.inherited,
            Basis::Issue => self.issue,
            Basis::None => self.none,
        }
    }

    /// Counts one more.
    pub fn add(&mut self, basis: Basis) {
        let count = match basis {
            Basis::Explicit => &mut self.explicit,
            Basis::Relative => &mut self.relative,
            Basis::Inherited => &mut self.inherited,
            Basis::Issue => &mut self.issue,
            Basis::None => &mut self.none,
        };
        *count += 1;
    }

    /// Adds other counts.
    #[cfg(feature = "cli")]
    pub fn add_all(&mut self, others: BasisCounts) {
        self.explicit += others.explicit;
        self.relative += others.relative;
        self.inherited += others.inherited;
        self.issue += others.issue;
        self.none += others.none;
    }
}

/// One county's share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyStats {
    /// The county's official name; `None` gathers what has no county.
    pub county: Option<String>,
    /// Articles about it.
    pub articles: u32,
    /// Initiatives filed under it.
    pub initiatives: u32,
    /// Figures that measure them.
    pub figures: u32,
}

/// One year's share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearStats {
    /// The year; `None` gathers what has no year.
    pub year: Option<i16>,
    /// Articles of that year.
    pub articles: u32,
    /// Initiatives of that year.
    pub initiatives: u32,
    /// Figures that measure them.
    pub figures: u32,
    /// The initiatives by what their year rests on.
    pub basis: BasisCounts,
}

/// One cell of county × year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyYearStats {
    /// The county, as in [`CountyStats`].
    pub county: Option<String>,
    /// The year, as in [`YearStats`].
    pub year: Option<i16>,
    /// Articles.
    pub articles: u32,
    /// Initiatives.
    pub initiatives: u32,
    /// Figures that measure them.
    pub figures: u32,
}

/// One cell of county × kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyKindStats {
    /// The county, as in [`CountyStats`].
    pub county: Option<String>,
    /// The kind.
    pub kind: InitiativeKind,
    /// Initiatives.
    pub initiatives: u32,
    /// Figures that measure them.
    pub figures: u32,
}

/// What appeared at one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateStats {
    /// A day where all articles of the archive lie within [`DAYS`] days, else a month; coarser where the source is. Where
    /// the source leaves a range open, its beginning.
    pub date: DateRange,
    /// Articles.
    pub articles: u32,
    /// Initiatives told in them.
    pub initiatives: u32,
    /// Figures that measure those.
    pub figures: u32,
}

/// Up to so many days are counted one by one.
pub const DAYS: i32 = 62;

/// All initiatives of one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameStats {
    /// The name as printed.
    pub name: String,
    /// Articles that tell of it.
    pub articles: u32,
    /// How often it is told of: once an article and county at the least.
    pub initiatives: u32,
    /// Figures that measure it.
    pub figures: u32,
}

/// What the figures of one unit in one county add up to. What is told twice is counted once; where one thing is told with
/// two values, or a value is a range or only approximate, the sum is a range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountyUnitStats {
    /// The unit as printed: 人, 万元. No unit is converted into another.
    pub unit: String,
    /// The county, as in [`CountyStats`].
    pub county: Option<String>,
    /// Figures of that unit.
    pub figures: u32,
    /// The least that they can add up to.
    #[serde(serialize_with = "plain_number")]
    pub low: f64,
    /// The most that they can add up to.
    #[serde(serialize_with = "plain_number")]
    pub high: f64,
}

/// The numbers behind the charts, for the articles that answer a query.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stats {
    /// The query.
    pub query: String,
    /// Articles that answer it.
    pub articles: u32,
    /// Initiatives told in them that pass the query's own filters on county and year.
    pub initiatives: u32,
    /// Figures that measure those.
    pub figures: u32,
    /// In the region's official order, counties without any included; `None` last, only where there are such.
    pub by_county: Vec<CountyStats>,
    /// Ascending; `None` last, only where there are such. Years in between without any are left out.
    pub by_year: Vec<YearStats>,
    /// The cells that are not empty, in the order of `by_county`, then of `by_year`.
    pub county_year: Vec<CountyYearStats>,
    /// The cells that are not empty, in the order of `by_county`, then of [`InitiativeKind`].
    pub county_kind: Vec<CountyKindStats>,
    /// Ascending; what has no date is left out.
    pub by_date: Vec<DateStats>,
    /// Those that most articles tell of first, then by name; at most [`NAMES`].
    pub by_name: Vec<NameStats>,
    /// The unit of most figures first; each in the order of `by_county`.
    pub county_unit: Vec<CountyUnitStats>,
}

/// So many names are told apart.
pub const NAMES: usize = 30;

/// A sentence that a chart's mark stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The article's id, as in [`Hit::id`](super::Hit::id).
    pub id: String,
    /// What the article is called.
    pub title: Option<String>,
    /// The initiative's place in [`Article::initiatives`](super::Article::initiatives).
    pub place: u32,
    /// The line of the source, from 1.
    pub line: u32,
    /// The initiative's county.
    pub county: Option<String>,
    /// Its year.
    pub year: Option<i16>,
    /// What that rests on.
    pub year_basis: Basis,
    /// The sentence that names it first.
    pub sentence: String,
    /// Where the name stands in it: a half-open range of characters (Unicode scalar values).
    pub highlight: (u32, u32),
}
