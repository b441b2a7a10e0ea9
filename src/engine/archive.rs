use crate::format::{FormatError, Reader};
use crate::index::documents::{self, Document};
use crate::index::facts;
use crate::index::lexicon::Lexicon;
use crate::index::postings::{self, Part, Postings};
use crate::index::words::Words;
use crate::model::{Answer, Day, Evidence, Facets, Hit, Info, Reading, Sort, Stats, Suggestion, Telling};
use crate::query::{self, Query, Ranking, Selection, Source, Weights};
use crate::sort::{descending, sort_by_number};

/// Which hits of an answer are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// At most so many hits.
    pub limit: usize,
    /// After leaving out so many.
    pub offset: usize,
    /// In this order.
    pub sort: Sort,
    /// Whether each hit says why it stands where it stands.
    pub explain: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { limit: 20, offset: 0, sort: Sort::Relevance, explain: false }
    }
}

/// An open archive.
#[derive(Debug)]
pub struct Archive {
    info: Info,
    documents: Vec<Document>,
    lexicon: Lexicon,
    postings: Postings,
    words: Words,
}

impl Archive {
    /// Opens the whole form of an archive: checks every byte, then derives lexicon and postings from the text.
    ///
    /// # Errors
    /// When the bytes are no archive, of another version, cut, altered, or make no sense.
    pub fn open(bytes: &[u8]) -> Result<Archive, FormatError> {
        let reader = Reader::open(bytes)?;
        reader.verify()?;
        let (info, mut documents) = documents::read(&reader)?;
        facts::read(&reader, &mut documents)?;
        let words = Words::read(&reader)?;
        let (lexicon, postings) = postings::write(&documents);
        Ok(Archive { info, documents, lexicon, postings, words })
    }

    /// What it holds.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Its articles in order.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Answers a query; an empty query is answered by all articles. `micros` of the answer stays 0: the engine has
    /// no clock.
    pub fn search(&self, text: &str, options: Options) -> Answer {
        let source = self.source();
        let weights = Weights::default();
        let selection = query::select(source, &query::parse(text), &weights);
        let ranking = query::rank(source, &selection.clauses, &selection.documents, &weights);
        let scores = ranking.scores.iter().copied();
        let mut order: Vec<(u32, f64)> = selection.documents.iter().copied().zip(scores).collect();
        self.sort(&mut order, options.sort, selection.clauses.is_empty());
        let facets = query::facets(&self.documents, &|_| Some(selection.documents.clone()), Facets::default());
        // Where nothing is chosen another choice would give what there is.
        let others = |key| selection.is_filtered(key).then(|| selection.without(key).collect());
        let choices = query::facets(&self.documents, &others, facets.clone());
        let wanted = order.iter().skip(options.offset).take(options.limit);
        Answer {
            query: text.to_owned(),
            micros: 0,
            total: order.len() as u32,
            total_is_exact: true,
            hits: wanted
                .map(|&(document, score)| {
                    let why = |ranking: &Ranking| ranking.why(source, &selection.clauses, document, &weights);
                    Hit { why: options.explain.then(|| why(&ranking)), ..self.hit(&selection, document, score) }
                })
                .collect(),
            facets,
            choices,
            notes: selection.notes,
        }
    }

    /// What a reader who has typed so much may want: at most so many words and names of the archive, the likeliest first.
    pub fn suggest(&self, text: &str, limit: usize) -> Vec<Suggestion> {
        query::suggest(self.source(), text, limit)
    }

    /// The numbers behind the charts, for the articles that answer a query.
    pub fn stats(&self, text: &str) -> Stats {
        let (parsed, selected) = self.selected(text);
        let mut stats = query::stats(&self.documents, &self.info, &parsed, &selected);
        query::details(&mut stats, &self.documents, &parsed, &selected);
        Stats { query: text.to_owned(), ..stats }
    }

    /// The numbers that are counted fast: all but those by name and by unit.
    pub fn counts(&self, text: &str) -> Stats {
        let (parsed, selected) = self.selected(text);
        Stats { query: text.to_owned(), ..query::stats(&self.documents, &self.info, &parsed, &selected) }
    }

    /// The sentences behind the charts, for the articles that answer a query; at most `limit`.
    pub fn evidence(&self, text: &str, limit: usize) -> Vec<Evidence> {
        let (parsed, selected) = self.selected(text);
        query::evidence(&self.documents, &parsed, &selected, limit)
    }

    fn selected(&self, text: &str) -> (Query, Vec<u32>) {
        let parsed = query::parse(text);
        let selected = query::select(self.source(), &parsed, &Weights::default()).documents;
        (parsed, selected)
    }

    /// The initiatives that the articles which answer a query tell of, the latest year first, then in the archive's order; at
    /// most `limit`. Of a query that asks for initiatives, only those.
    pub fn tellings(&self, text: &str, limit: usize) -> Vec<Telling> {
        let parsed = query::parse(text);
        let mut told: Vec<(u32, u32)> = Vec::new();
        for number in query::select(self.source(), &parsed, &Weights::default()).documents {
            for (place, initiative) in (0..).zip(&self.documents[number as usize].article.initiatives) {
                if query::passes(&parsed, initiative) {
                    told.push((number, place));
                }
            }
        }
        let initiative =
            |(number, place): (u32, u32)| &self.documents[number as usize].article.initiatives[place as usize];
        sort_by_number(&mut told, |&at| initiative(at).year.map_or(u64::MAX, |year| i16::MAX.abs_diff(year).into()));
        told.truncate(limit);
        let telling = |at: (u32, u32)| {
            let Document { id, date, article, .. } = &self.documents[at.0 as usize];
            let title = article.title.clone().or_else(|| article.display_title.clone());
            Telling { id: id.clone(), date: *date, title, place: at.1, initiative: initiative(at).clone() }
        };
        told.into_iter().map(telling).collect()
    }

    /// Opens an article by its id, with what matches `query` marked.
    pub fn article(&self, id: &str, query: &str) -> Option<Reading> {
        let number = self.documents.iter().position(|document| document.id == id)?;
        let selection = query::select(self.source(), &query::parse(query), &Weights::default());
        Some(super::reading::open(self.source(), &selection.clauses, number as u32))
    }

    fn source(&self) -> Source<'_> {
        Source { documents: &self.documents, lexicon: &self.lexicon, postings: &self.postings, words: &self.words }
    }

    /// Equally good ones newest first, then in the archive's order.
    fn sort(&self, order: &mut Vec<(u32, f64)>, sort: Sort, nothing_to_rank_by: bool) {
        let number = |day: Option<Day>| day.map(|day| u64::from(day.to_days().cast_unsigned() ^ 1 << 31));
        let date = |document: u32| self.documents[document as usize].date;
        let first = |document| date(document).and_then(|date| number(date.first.first_day()));
        let last = |document| date(document).and_then(|date| number(date.last.last_day()));
        match sort {
            Sort::Oldest => sort_by_number(order, |&(document, _)| first(document).unwrap_or(u64::MAX)),
            Sort::Relevance | Sort::Newest => sort_by_number(order, |&(document, _)| !last(document).unwrap_or(0)),
        }
        if sort == Sort::Relevance && !nothing_to_rank_by {
            sort_by_number(order, |&(_, score)| descending(score));
        }
    }

    fn hit(&self, selection: &Selection, number: u32, score: f64) -> Hit {
        let source = self.source();
        let Document { id, date, article, .. } = &self.documents[number as usize];
        let reading = super::reading::marked_initiatives(source, &selection.clauses, number);
        Hit {
            id: id.clone(),
            title: article.title.clone(),
            display_title: article.display_title.clone(),
            title_highlights: query::highlights(source, &selection.clauses, number, Part::Title),
            score,
            county: article.county.clone(),
            date: *date,
            url: article.url.clone(),
            page: article.page.clone(),
            standing_head: article.standing_head.clone(),
            names: article.names().into_iter().map(str::to_owned).collect(),
            snippet: query::snippet(source, &selection.clauses, number),
            initiatives: reading,
            why: None,
        }
    }
}
