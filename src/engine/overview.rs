use std::collections::BTreeMap;

use crate::index::documents::{Document, Outline, Packed};
use crate::index::postings::Postings;
use crate::index::words::Words;
use crate::model::{BasisCounts, CountyStats, Info, Stats, YearStats};
use crate::query::{self, Source};
use crate::text::Folding;

/// What an archive tells before it is asked anything: counted some articles at a time.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// What it holds.
    pub info: Info,
    /// In the region's official order, then others by name, then what has no county.
    counties: BTreeMap<(usize, bool, Option<String>), CountyStats>,
    /// Ascending, then what has no year.
    years: BTreeMap<(bool, Option<i16>), YearStats>,
}

impl Overview {
    /// Of an archive of which none is counted yet.
    pub fn new(info: Info) -> Overview {
        Overview { info, ..Overview::default() }
    }

    /// The numbers of some articles.
    pub fn count(&self, documents: &[Document]) -> Stats {
        let outlines: Vec<Outline> = documents.iter().map(Outline::of).collect();
        // Nothing is searched.
        let (articles, postings, words) = (Packed::default(), Postings::default(), Words::default());
        let source = Source::here(&articles, &outlines, &postings, &words, Folding::whole());
        let all: Vec<u32> = (0..documents.len() as u32).collect();
        query::stats(source, &self.info, &query::parse("", Folding::whole()), &all)
    }

    /// Adds the numbers of articles that are not counted yet.
    pub fn add(&mut self, more: Stats) {
        for (at, row) in more.by_county.into_iter().enumerate() {
            let key = (at.min(self.info.counties.len()), row.county.is_none(), row.county.clone());
            let CountyStats { articles, initiatives, figures, .. } = row;
            let zero = CountyStats { articles: 0, initiatives: 0, figures: 0, ..row };
            let sum = self.counties.entry(key).or_insert(zero);
            sum.articles += articles;
            sum.initiatives += initiatives;
            sum.figures += figures;
        }
        for row in more.by_year {
            let YearStats { year, articles, initiatives, figures, basis } = row;
            let zero = YearStats { year, articles: 0, initiatives: 0, figures: 0, basis: BasisCounts::default() };
            let sum = self.years.entry((year.is_none(), year)).or_insert(zero);
            sum.articles += articles;
            sum.initiatives += initiatives;
            sum.figures += figures;
            sum.basis.add_all(basis);
        }
    }

    /// The numbers by county and by year.
    pub fn stats(&self) -> Stats {
        let (by_county, by_year) = (self.counties.values().cloned().collect(), self.years.values().cloned().collect());
        Stats { by_county, by_year, ..Stats::default() }
    }
}
