use super::totals::Totals;
use crate::index::documents::{Document, Outline, Packed};
use crate::index::postings::Postings;
use crate::index::words::Words;
use crate::model::{Info, Stats};
use crate::query::{self, Source};
use crate::text::Folding;

/// What an archive tells before it is asked anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// What it holds.
    pub info: Info,
    /// The numbers behind the charts, of all its articles.
    pub stats: Stats,
}

impl Overview {
    /// Of an archive of these articles, which need not be built for that.
    ///
    /// Fills in `info` what follows from the articles: counts and dates.
    pub fn of(info: Info, documents: &[Document]) -> Overview {
        let info = Totals::of(documents).complete(info);
        let outlines: Vec<Outline> = documents.iter().map(Outline::of).collect();
        // Nothing is searched.
        let (articles, postings, words) = (Packed::default(), Postings::default(), Words::default());
        let source = Source::here(&articles, &outlines, &postings, &words, Folding::whole());
        let (everything, all) = (query::parse("", Folding::whole()), (0..info.articles).collect::<Vec<u32>>());
        let mut stats = query::stats(source, &info, &everything, &all);
        query::details(&mut stats, source, &everything, &all);
        Overview { info, stats }
    }
}
