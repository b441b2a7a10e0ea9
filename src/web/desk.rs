use std::rc::Rc;

use super::api::timed;
use crate::engine::{Archive, Options};
use crate::model::{Answer, Reading, Sort, Stats};
use crate::view::{FilterKey, PAGE, State, examples, without};

/// All that an open archive has to say about the present state. What did not change is not asked again.
pub struct Desk {
    archive: Rc<Archive>,
    /// Queries to begin with.
    pub openers: Vec<String>,
    /// The articles that answer.
    pub answer: Answer,
    /// The numbers of those articles.
    pub stats: Stats,
    /// The numbers without the choice of a county.
    pub any_county: Stats,
    /// The numbers without the choice of an initiative's year.
    pub any_year: Stats,
    /// The article that is open.
    pub reading: Option<Reading>,
    asked: Option<(String, Sort, usize)>,
    read: Option<(String, String)>,
}

impl Desk {
    /// A desk with an archive on it. Nothing is asked yet.
    pub fn new(archive: Rc<Archive>) -> Self {
        let openers = examples(&archive.search("", Options { limit: PAGE as usize, ..Options::default() }));
        let (answer, stats) = (Answer::default(), Stats::default());
        let (any_county, any_year) = (stats.clone(), stats.clone());
        Desk { archive, openers, answer, stats, any_county, any_year, reading: None, asked: None, read: None }
    }

    /// The archive.
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// Asks what the state wants to know; a page of hits has `limit`.
    pub fn ask(&mut self, state: &State, limit: u32) {
        let limit = state.pages.saturating_mul(limit) as usize;
        let asked = Some((state.query.clone(), state.sort, limit));
        if self.asked != asked {
            if self.asked.as_ref().is_none_or(|(query, ..)| *query != state.query) {
                self.stats = self.archive.stats(&state.query);
                self.any_county = self.archive.stats(&without(&state.query, FilterKey::County));
                self.any_year = self.archive.stats(&without(&state.query, FilterKey::InitiativeYear));
            }
            let options = Options { limit, offset: 0, sort: state.sort };
            self.answer = timed(&self.archive, &state.query, options);
            self.asked = asked;
        }
        let read = state.article.clone().map(|id| (id, state.query.clone()));
        if self.read != read {
            self.reading = read.as_ref().and_then(|(id, query)| self.archive.article(id, query));
            self.read = read;
        }
    }
}
