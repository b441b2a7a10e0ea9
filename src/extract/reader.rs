use rayon::prelude::*;

use super::gazetteer::Region;
use super::printed::Printed;
use super::{Analysis, county, initiative, time};
use crate::model::{Article, DateRange, IssueBasis, IssueDate, Page};

/// Understands pages and lines: the order in which the parts of extraction build on each other.
#[derive(Debug)]
pub struct Extractor {
    region: Option<Region>,
}

impl Extractor {
    /// With a region, places are looked up in it; without one, in the whole nation.
    pub fn new(region: Option<Region>) -> Self {
        Extractor { region }
    }

    /// Fills in what a page and its articles say: issue date, counties, dates, initiatives, figures.
    ///
    /// `given` outranks every other issue date; else an article's own date outranks the page's.
    pub fn understand(&self, page: &mut Page, given: Option<DateRange>) {
        if given.is_some() {
            page.issue_date = IssueDate { value: given, basis: IssueBasis::Option, evidence: None };
        } else if page.issue_date.value.is_none() && !has_dates_of_its_own(page) {
            page.issue_date = time::issue_date_from_text(page);
        }
        let page_date = page.issue_date.value;
        let home = county::home(page, self.region.as_ref());
        page.articles.par_iter_mut().for_each(|article| {
            let printed = Printed::put_aside(article);
            if article.county.is_none()
                && let Some((county, evidence)) = county::decide(article, self.region.as_ref(), home.as_deref())
            {
                (article.county, article.county_evidence) = (Some(county), Some(evidence));
            }
            let own = article.date.as_ref().and_then(|date| date.value);
            let issue = given.or(own).or(page_date);
            time::date_article(article, issue);
            initiative::find_initiatives(article, issue);
            printed.put_back(article);
        });
    }

    /// What the analysis makes of one line; `reference` is the issue date that relative times are reckoned from.
    pub fn analyze(&self, line: &str, reference: Option<DateRange>) -> Analysis {
        Analysis::of(line, self.region.as_ref(), reference)
    }
}

/// Whether the articles are of issues of their own, as in a file of many days.
fn has_dates_of_its_own(page: &Page) -> bool {
    let date = |article: &Article| article.date.as_ref().and_then(|date| date.value);
    !page.articles.is_empty() && page.articles.iter().all(|article| date(article).is_some())
}
