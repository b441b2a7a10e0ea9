use std::rc::Rc;

use super::api::timed;
use crate::chart::{Chart, ChartKind};
use crate::engine::{Archive, Options};
use crate::model::{Answer, Evidence, Reading, Sort, Stats};
use crate::view::{PAGE, State, cleared, examples, picked, spec, without_all};

/// So many sentences are shown behind a mark.
const MOST_SENTENCES: usize = 12;

/// All that an open archive has to say about the present state. What did not change is not asked again.
pub struct Desk {
    archive: Rc<Archive>,
    /// Queries to begin with.
    pub openers: Vec<String>,
    /// The articles that answer.
    pub answer: Answer,
    /// The sentences behind the mark that was chosen last.
    pub evidence: Vec<Evidence>,
    /// The article that is open.
    pub reading: Option<Reading>,
    counted: Vec<Counted>,
    asked: Option<(String, Sort, u32)>,
    shown: Option<String>,
    read: Option<(String, String)>,
}

/// The numbers of a query, with or without those by name and by unit.
struct Counted {
    query: String,
    detailed: bool,
    stats: Rc<Stats>,
}

impl Desk {
    /// A desk with an archive on it. Nothing is asked yet.
    pub fn new(archive: Rc<Archive>) -> Self {
        let openers = examples(&archive.search("", Options { limit: PAGE as usize, ..Options::default() }));
        Desk {
            archive,
            openers,
            answer: Answer::default(),
            evidence: Vec::new(),
            reading: None,
            counted: Vec::new(),
            asked: None,
            shown: None,
            read: None,
        }
    }

    /// The archive.
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// Asks what the state wants to know.
    pub fn ask(&mut self, state: &State) {
        let mut wanted = vec![(without_all(&state.query, &[]), false)];
        for kind in kinds(state) {
            wanted.push((without_all(&state.query, &[]), kind.is_detailed()));
            wanted.push((cleared(&state.query, kind), kind.is_detailed()));
        }
        let mut counted: Vec<Counted> = Vec::new();
        for (query, detailed) in wanted {
            if !counted.iter().any(|known| known.query == query && known.detailed == detailed) {
                let known = self.counted.iter().find(|known| known.query == query && known.detailed == detailed);
                let count = || Rc::new(if detailed { self.archive.stats(&query) } else { self.archive.counts(&query) });
                let stats = known.map_or_else(count, |known| known.stats.clone());
                counted.push(Counted { query, detailed, stats });
            }
        }
        self.counted = counted;

        let asked = Some((state.query.clone(), state.sort, state.pages));
        if self.asked != asked {
            let options = Options { limit: (state.pages * PAGE) as usize, offset: 0, sort: state.sort };
            self.answer = timed(&self.archive, &state.query, options);
            self.asked = asked;
        }
        let shown = state.charts.asked.map(|_| state.query.clone());
        if self.shown != shown {
            self.evidence =
                shown.as_ref().map(|query| self.archive.evidence(query, MOST_SENTENCES)).unwrap_or_default();
            self.shown = shown;
        }
        let read = state.article.clone().map(|id| (id, state.query.clone()));
        if self.read != read {
            self.reading = read.as_ref().and_then(|(id, query)| self.archive.article(id, query));
            self.read = read;
        }
    }

    /// Initiatives of the articles that answer.
    pub fn initiatives(&self) -> u32 {
        self.counted.first().map_or(0, |counted| counted.stats.initiatives)
    }

    /// A chart of what answers: one of [`kinds`].
    pub fn chart(&self, state: &State, kind: ChartKind) -> Chart {
        let (all, any) = (without_all(&state.query, &[]), cleared(&state.query, kind));
        let counted = |query: &str| {
            let mut known = self.counted.iter();
            let known = known.find(|known| known.query == query && known.detailed == kind.is_detailed());
            known.map(|known| known.stats.clone()).unwrap_or_default()
        };
        let (stats, unchosen) = (counted(&all), counted(&any));
        let chosen = picked(&state.query, kind, &unchosen);
        Chart::new(&spec(state, kind, &chosen), &stats, &unchosen)
    }
}

/// The charts that are shown, in order.
pub fn kinds(state: &State) -> [ChartKind; 4] {
    [ChartKind::Dates, ChartKind::County, ChartKind::Year, state.charts.kind]
}
