use std::rc::Rc;

use super::api::timed;
use super::source::Library;
use crate::engine::{Archive, Options, PartName, Reply};
use crate::model::{Answer, Reading, Sort, Stats};
use crate::view::{FilterKey, PAGE, State, examples, without};

/// All that an open archive has to say about the present state. What did not change is not asked again.
pub struct Desk {
    library: Rc<Library>,
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
    asked: Option<(String, Sort, u32)>,
    read: Option<(String, String)>,
}

impl Desk {
    /// A desk with an archive on it. Nothing is asked yet.
    pub fn new(library: Rc<Library>) -> Self {
        let (answer, stats) = (Answer::default(), Stats::default());
        let (any_county, any_year) = (stats.clone(), stats.clone());
        Desk {
            library,
            openers: Vec::new(),
            answer,
            stats,
            any_county,
            any_year,
            reading: None,
            asked: None,
            read: None,
        }
    }

    /// The archive.
    pub fn library(&self) -> &Rc<Library> {
        &self.library
    }

    /// Whether there is something to show: an answer, and the article that is open.
    pub fn is_ready(&self, state: &State) -> bool {
        let is_read = |id: &String| self.read.as_ref().is_some_and(|(read, _)| read == id);
        self.asked.is_some() && state.article.as_ref().is_none_or(is_read)
    }

    /// Asks what the state wants to know. What is to be fetched first is given back; until then all stays as it was.
    pub fn ask(&mut self, state: &State) -> Vec<PartName> {
        let mut needs = Needs { library: &self.library, names: Vec::new() };
        let asked = Some((state.query.clone(), state.sort, state.pages));
        if self.asked != asked {
            let is_first = self.asked.is_none();
            let openers = is_first.then(|| {
                let options = Options { limit: PAGE as usize, ..Options::default() };
                needs.ask(|archive| examples(&archive.search("", options)))
            });
            let is_new = self.asked.as_ref().is_none_or(|(query, ..)| *query != state.query);
            let counted = is_new.then(|| {
                let mut stats = |query: &str| needs.ask(|archive| archive.stats(query));
                let any_county = stats(&without(&state.query, FilterKey::County));
                let any_year = stats(&without(&state.query, FilterKey::InitiativeYear));
                (stats(&state.query), any_county, any_year)
            });
            let options = Options { limit: (state.pages * PAGE) as usize, offset: 0, sort: state.sort };
            let answer = needs.ask(|archive| timed(archive, &state.query, options));
            if !needs.names.is_empty() {
                return needs.names;
            }
            if let Some(openers) = openers {
                self.openers = openers;
            }
            if let Some((stats, any_county, any_year)) = counted {
                (self.stats, self.any_county, self.any_year) = (stats, any_county, any_year);
            }
            self.answer = answer;
            self.asked = asked;
        }
        let read = state.article.clone().map(|id| (id, state.query.clone()));
        if self.read != read {
            let reading = read.as_ref().and_then(|(id, query)| needs.ask(|archive| archive.article(id, query)));
            if needs.names.is_empty() {
                self.reading = reading;
                self.read = read;
            }
        }
        needs.names
    }
}

/// The files that questions need which cannot be answered yet.
struct Needs<'a> {
    library: &'a Library,
    names: Vec<PartName>,
}

impl Needs<'_> {
    fn ask<T: Default>(&mut self, question: impl FnOnce(&Archive) -> T) -> T {
        match self.library.ask(question) {
            Reply::Ready(answer) => answer,
            Reply::Needs(names) => {
                let new: Vec<PartName> = names.into_iter().filter(|name| !self.names.contains(name)).collect();
                self.names.extend(new);
                T::default()
            }
        }
    }
}
