use std::rc::Rc;

use super::api::timed;
use crate::engine::{Archive, Options};
use crate::model::{Answer, Hit, Reading, Sort, Stats, Telling};
use crate::view::{FilterKey, PAGE, State, chosen, examples, topic, without};

/// At most so many tellings are listed on the page of a county or an initiative.
const MOST_TELLINGS: usize = 200;

/// All that an open archive has to say about the present state. What did not change is not asked again.
pub struct Desk {
    archive: Rc<Archive>,
    /// Queries to begin with.
    pub openers: Vec<String>,
    /// The county that most articles are about.
    pub busiest: Option<String>,
    /// The articles that answer.
    pub answer: Answer,
    /// The numbers of the articles that were counted last.
    pub stats: Stats,
    /// The numbers without the choice of a county.
    pub any_county: Stats,
    /// The numbers without the choice of an initiative's year.
    pub any_year: Stats,
    /// What was told of the county or the initiative that the query asks for.
    pub tellings: Vec<Telling>,
    /// The article that is open.
    pub reading: Option<Reading>,
    /// Its place in the results, from 1.
    pub place: Option<u32>,
    /// The one before it in the results.
    pub previous: Option<Step>,
    /// The one after it in the results.
    pub next: Option<Step>,
    asked: Option<Asked>,
    read: Option<(String, Asked)>,
    uncounted: Vec<Count>,
}

/// What the articles were asked for with: the query, the order, the page.
type Asked = (String, Sort, u32);

/// An article of the results, and the page of them that it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The article's id.
    pub id: String,
    /// The page, from 1.
    pub page: u32,
}

/// Something that is counted after the articles are shown.
enum Count {
    Found,
    AnyCounty,
    AnyYear,
    Tellings,
}

impl Desk {
    /// A desk with an archive on it. Nothing is asked yet.
    pub fn new(archive: Rc<Archive>) -> Self {
        let everything = archive.search("", Options { limit: PAGE as usize, ..Options::default() });
        let stats = Stats::default();
        Desk {
            archive,
            openers: examples(&everything),
            busiest: everything.facets.county.into_iter().next().map(|(county, _)| county),
            answer: Answer::default(),
            any_county: stats.clone(),
            any_year: stats.clone(),
            stats,
            tellings: Vec::new(),
            reading: None,
            place: None,
            previous: None,
            next: None,
            asked: None,
            read: None,
            uncounted: Vec::new(),
        }
    }

    /// The archive.
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// Asks what the state wants to know, but for what [`Desk::count`] counts. A page beyond the last becomes the last.
    pub fn ask(&mut self, state: &mut State) {
        let asked = (state.query.clone(), state.sort, state.page);
        if self.asked.as_ref() != Some(&asked) {
            if self.asked.as_ref().is_none_or(|(query, ..)| *query != state.query) {
                // The last is counted first.
                self.uncounted = vec![Count::Tellings, Count::AnyYear, Count::AnyCounty, Count::Found];
                self.tellings.clear();
            }
            self.answer = self.page(state);
            let last = self.answer.total.div_ceil(PAGE).max(1);
            if state.page > last {
                state.odd.push(["page=", &state.page.to_string()].concat());
                state.page = last;
                self.answer = self.page(state);
            }
            self.asked = Some((asked.0, asked.1, state.page));
        }
        let read = state.article.clone().zip(self.asked.clone());
        if self.read != read {
            self.reading = read.as_ref().and_then(|(id, (query, ..))| self.archive.article(id, query));
            self.find_place(state);
            self.read = read;
        }
    }

    /// Counts the next thing that is not yet counted for the query; whether that was the last.
    pub fn count(&mut self, query: &str) -> bool {
        let counted = |desk: &Desk, key| {
            // Without a choice to leave out the numbers are the same.
            if chosen(query, key).is_some() { desk.archive.stats(&without(query, key)) } else { desk.stats.clone() }
        };
        match self.uncounted.pop() {
            Some(Count::Found) => self.stats = self.archive.stats(query),
            Some(Count::AnyCounty) => self.any_county = counted(self, FilterKey::County),
            Some(Count::AnyYear) => self.any_year = counted(self, FilterKey::InitiativeYear),
            Some(Count::Tellings) if topic(query).is_some() => {
                self.tellings = self.archive.tellings(query, MOST_TELLINGS);
            }
            Some(Count::Tellings) => {}
            None => {}
        }
        self.uncounted.is_empty()
    }

    /// Whether everything is counted.
    pub fn is_counted(&self) -> bool {
        self.uncounted.is_empty()
    }

    fn page(&self, state: &State) -> Answer {
        let offset = (state.page as usize - 1) * PAGE as usize;
        timed(&self.archive, &state.query, Options { limit: PAGE as usize, offset, sort: state.sort })
    }

    /// Finds the open article in the results, and those beside it, which may stand on other pages of them.
    fn find_place(&mut self, state: &State) {
        let open = |hit: &Hit| Some(&hit.id) == state.article.as_ref();
        let here = self.answer.hits.iter().position(open).map(|here| here as u32);
        let first = (state.page - 1) * PAGE;
        self.place = here.map(|here| first + here + 1);
        let step = |place: Option<u32>| {
            let place = place.filter(|place| *place < self.answer.total)?;
            let page = place / PAGE + 1;
            let known = place.checked_sub(first).and_then(|here| self.answer.hits.get(here as usize));
            let id = known.map(|hit| hit.id.clone()).or_else(|| {
                let offset = place as usize;
                let beside = self.archive.search(&state.query, Options { limit: 1, offset, sort: state.sort });
                beside.hits.into_iter().next().map(|hit| hit.id)
            })?;
            Some(Step { id, page })
        };
        let here = self.place.map(|place| place - 1);
        let (previous, next) = (step(here.and_then(|here| here.checked_sub(1))), step(here.map(|here| here + 1)));
        (self.previous, self.next) = (previous, next);
    }
}
