use serde::{Deserialize, Serialize};

use super::Basis;

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
}

/// The numbers behind the charts, for the articles that answer a query.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
}
