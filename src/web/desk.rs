use std::rc::Rc;

use super::api::timed;
use super::source::Library;
use crate::chart::{Chart, ChartKind};
use crate::engine::{Archive, Options, Reply};
use crate::model::{Answer, Evidence, Facets, Hit, Reading, Sort, Stats, Suggestion, Telling};
use crate::view::{Hint, PAGE, State, cleared, examples, picked, spec, topic, without_all};

/// So many sentences are shown behind a mark.
const MOST_SENTENCES: usize = 12;
/// At most so many tellings are listed on the page of a county or an initiative.
const MOST_TELLINGS: usize = 200;
/// So many suggestions are offered at once.
const SUGGESTIONS: usize = 8;

/// All that an open archive has to say about the present state. What did not change is not asked again. What is asked is a copy of
/// the desk, which shares what stays as it was.
#[derive(Clone)]
pub struct Desk {
    library: Rc<Library>,
    /// Queries to begin with.
    pub openers: Rc<Vec<String>>,
    /// The county that most articles are about.
    pub busiest: Option<String>,
    /// The articles that answer.
    pub answer: Rc<Answer>,
    /// Articles by what narrows the answer.
    pub choices: Rc<Facets>,
    /// The sentences behind the mark that was chosen last.
    pub evidence: Rc<Vec<Evidence>>,
    /// What was told of the county or the initiative that the query asks for.
    pub tellings: Rc<Vec<Telling>>,
    /// How what is being typed may go on.
    pub suggestions: Rc<Vec<Suggestion>>,
    /// The article that is open.
    pub reading: Option<Rc<Reading>>,
    /// Its place in the results, from 1.
    pub place: Option<u32>,
    /// The one before it in the results.
    pub previous: Option<Step>,
    /// The one after it in the results.
    pub next: Option<Step>,
    /// How many hits a page has.
    pub limit: u32,
    asked: Option<Asked>,
    read: Option<(String, Asked)>,
    unsuggested: bool,
    unchosen: bool,
    counted: Vec<Counted>,
    /// The query, and whether in detail: the last is counted first.
    uncounted: Vec<(String, bool)>,
    untold: bool,
    /// Whether what is counted next had to be fetched.
    is_fetched: bool,
    /// The query that everything is counted for, without what does not matter to it.
    settled: String,
}

/// The numbers of a query, with or without those by name and by unit.
#[derive(Clone)]
struct Counted {
    query: String,
    detailed: bool,
    stats: Rc<Stats>,
}

/// What the articles were asked for with: the query, the order, the page, the hits of a page.
type Asked = (String, Sort, u32, u32);

/// An article of the results, and the page of them that it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The article's id.
    pub id: String,
    /// The page, from 1.
    pub page: u32,
}

impl Desk {
    /// A desk with an archive on it. Nothing is asked yet.
    pub fn new(library: Rc<Library>) -> Self {
        Desk {
            library,
            openers: Rc::default(),
            busiest: None,
            answer: Rc::default(),
            tellings: Rc::default(),
            suggestions: Rc::default(),
            choices: Rc::default(),
            reading: None,
            place: None,
            previous: None,
            next: None,
            limit: PAGE,
            asked: None,
            read: None,
            evidence: Rc::default(),
            unsuggested: false,
            unchosen: false,
            counted: Vec::new(),
            uncounted: Vec::new(),
            untold: false,
            is_fetched: false,
            settled: String::new(),
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

    /// Whether what is shown answers the state's query.
    pub fn answers(&self, state: &State) -> bool {
        self.asked.as_ref().is_some_and(|asked| *asked == (state.query.clone(), state.sort, state.page, self.limit))
    }

    /// Asks what the state wants to know, but for what [`Desk::count`] counts; a page of hits has `limit`. A page beyond the last
    /// becomes the last. What has to be fetched first is given back; until then all stays as it was.
    pub fn ask(&mut self, state: &mut State, limit: u32) -> Reply<()> {
        let (library, mut desk, mut asked) = (Rc::clone(&self.library), self.clone(), state.clone());
        match library.ask(|archive| desk.fill(archive, &mut asked, limit)) {
            Reply::Ready(()) => {
                // What can be suggested at once is there with the answer.
                if desk.unsuggested
                    && let Reply::Ready(found) = library.ask(|archive| archive.suggest(&asked.query, SUGGESTIONS))
                {
                    (desk.suggestions, desk.unsuggested) = (found.into(), false);
                }
                (*self, *state) = (desk, asked);
                Reply::Ready(())
            }
            needs => needs,
        }
    }

    fn fill(&mut self, archive: &Archive, state: &mut State, limit: u32) {
        // They stand under an empty box alone.
        if state.query.is_empty() && self.openers.is_empty() {
            let options = Options { limit: PAGE as usize, facets: false, ..Options::default() };
            self.openers = Rc::new(examples(&archive.search("", options)));
        }
        let asked = (state.query.clone(), state.sort, state.page, limit);
        self.limit = limit;
        if self.asked.as_ref() != Some(&asked) {
            if self.asked.as_ref().is_none_or(|(query, ..)| *query != state.query) {
                self.suggestions = Rc::default();
                self.unsuggested = state.hint != Hint::Shut;
                self.unchosen = true;
                self.tellings = Rc::default();
                self.untold = topic(&state.query).is_some();
            }
            self.answer = self.page(archive, state);
            let last = self.answer.total.div_ceil(limit).max(1);
            if state.page > last {
                state.odd.push(["page=", &state.page.to_string()].concat());
                state.page = last;
                self.answer = self.page(archive, state);
            }
            self.asked = Some((asked.0, asked.1, state.page, limit));
        }
        let read = state.article.clone().zip(self.asked.clone());
        if self.read != read {
            self.reading = read.as_ref().and_then(|(id, (query, ..))| archive.article(id, query)).map(Rc::new);
            self.find_place(archive, state);
            self.read = read;
        }
        let mut missing = wanted(state);
        missing.retain(|(query, detailed)| self.stats(query, *detailed).is_none());
        missing.reverse();
        self.uncounted = missing;
        self.settle(archive, state);
    }

    /// Counts the next thing that is not yet counted for the state; whether it is time to draw what was counted. What has to be
    /// fetched first is given back; until then all stays as it was. Columns and names are fetched only where `names` are wanted.
    pub fn count(&mut self, state: &State, names: bool) -> Reply<bool> {
        let (library, mut desk) = (Rc::clone(&self.library), self.clone());
        match library.ask(|archive| desk.count_next(archive, state, names)) {
            Reply::Ready(()) => {
                let is_fetched = std::mem::take(&mut desk.is_fetched);
                *self = desk;
                Reply::Ready(is_fetched || self.is_counted())
            }
            Reply::Needs(names) => {
                self.is_fetched = true;
                Reply::Needs(names)
            }
        }
    }

    fn count_next(&mut self, archive: &Archive, state: &State, names: bool) {
        if std::mem::take(&mut self.unchosen) {
            self.choices = archive.facets(&state.query, names).1.into();
            if state.query.is_empty() {
                self.busiest = self.choices.county.first().map(|(county, _)| county.clone());
            }
            return;
        }
        if std::mem::take(&mut self.unsuggested) {
            self.suggestions = archive.suggest(&state.query, SUGGESTIONS).into();
            return;
        }
        match self.uncounted.pop() {
            Some((query, detailed)) => {
                let stats = Rc::new(if detailed { archive.stats(&query) } else { archive.counts(&query) });
                self.counted.push(Counted { query, detailed, stats });
            }
            None if self.untold => {
                self.tellings = archive.tellings(&state.query, MOST_TELLINGS).into();
                self.untold = false;
            }
            None => {}
        }
        self.settle(archive, state);
    }

    /// Articles are to be counted anew by what narrows the answer.
    pub fn recount(&mut self) {
        self.unchosen = true;
    }

    /// Whether articles are counted by what narrows the answer.
    pub fn are_choices_counted(&self) -> bool {
        !self.unchosen
    }

    /// Whether the numbers of all charts are there.
    pub fn are_charts_counted(&self) -> bool {
        self.uncounted.is_empty()
    }

    /// Whether charts show the same of both.
    pub fn charts_alike(&self, other: &Desk) -> bool {
        Rc::ptr_eq(&self.library, &other.library) && self.settled == other.settled && self.evidence == other.evidence
    }

    /// Whether everything is counted.
    pub fn is_counted(&self) -> bool {
        self.are_choices_counted() && !self.unsuggested && self.are_charts_counted() && !self.untold
    }

    /// Lets the charts show the state's query, if everything is counted: until then they show the one before.
    fn settle(&mut self, archive: &Archive, state: &State) {
        if self.uncounted.is_empty() {
            let wanted = wanted(state);
            self.counted.retain(|known| wanted.contains(&(known.query.clone(), known.detailed)));
            self.settled = without_all(&state.query, &[]);
            let asked = state.charts.asked.is_some();
            self.evidence = if asked { archive.evidence(&state.query, MOST_SENTENCES).into() } else { Rc::default() };
        }
    }

    fn stats(&self, query: &str, detailed: bool) -> Option<&Rc<Stats>> {
        let known = self.counted.iter().find(|known| known.query == query && known.detailed == detailed);
        known.map(|known| &known.stats)
    }

    /// Initiatives of the articles that answer.
    pub fn initiatives(&self) -> u32 {
        self.stats(&self.settled, false).map_or(0, |stats| stats.initiatives)
    }

    /// A chart of what answers: one of [`kinds`].
    pub fn chart(&self, state: &State, kind: ChartKind) -> Chart {
        let counted = |query: &str| self.stats(query, kind.is_detailed()).cloned().unwrap_or_default();
        let (stats, unchosen) = (counted(&self.settled), counted(&cleared(&self.settled, kind)));
        let chosen = picked(&self.settled, kind, &unchosen);
        Chart::new(&spec(state, kind, &chosen), &stats, &unchosen)
    }

    fn page(&self, archive: &Archive, state: &State) -> Rc<Answer> {
        let offset = (state.page as usize - 1) * self.limit as usize;
        let limit = self.limit as usize;
        let options = Options { limit, offset, sort: state.sort, explain: true, facets: false, names: false };
        timed(archive, &state.query, options).into()
    }

    /// Finds the open article in the results, and those beside it, which may stand on other pages of them.
    fn find_place(&mut self, archive: &Archive, state: &State) {
        let open = |hit: &Hit| Some(&hit.id) == state.article.as_ref();
        let here = self.answer.hits.iter().position(open).map(|here| here as u32);
        let first = (state.page - 1) * self.limit;
        self.place = here.map(|here| first + here + 1);
        let step = |place: Option<u32>| {
            let place = place.filter(|place| *place < self.answer.total)?;
            let page = place / self.limit + 1;
            let known = place.checked_sub(first).and_then(|here| self.answer.hits.get(here as usize));
            let id = known.map(|hit| hit.id.clone()).or_else(|| {
                let offset = place as usize;
                let options =
                    Options { limit: 1, offset, sort: state.sort, explain: false, facets: false, names: false };
                let beside = archive.search(&state.query, options);
                beside.hits.into_iter().next().map(|hit| hit.id)
            })?;
            Some(Step { id, page })
        };
        let here = self.place.map(|place| place - 1);
        let (previous, next) = (step(here.and_then(|here| here.checked_sub(1))), step(here.map(|here| here + 1)));
        (self.previous, self.next) = (previous, next);
    }
}

/// The charts that are shown, in order.
pub fn kinds(state: &State) -> [ChartKind; 4] {
    [ChartKind::Dates, ChartKind::County, ChartKind::Year, state.charts.kind]
}

/// The queries whose numbers the charts need, each once, and whether in detail.
fn wanted(state: &State) -> Vec<(String, bool)> {
    let query = without_all(&state.query, &[]);
    let mut wanted = vec![(query.clone(), false)];
    for kind in kinds(state) {
        for query in [query.clone(), cleared(&query, kind)] {
            let one = (query, kind.is_detailed());
            if !wanted.contains(&one) {
                wanted.push(one);
            }
        }
    }
    wanted
}
