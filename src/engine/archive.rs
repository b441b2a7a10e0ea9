use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use super::by_need::ByNeed;
use crate::format::{FormatError, Kind, PartName, Reader};
use crate::index::directory::{Directory, Portion};
use crate::index::documents::{self, Document, Outline, Packed, Stored, Told};
use crate::index::lexicon::Lexicon;
use crate::index::phrases::Phrases;
use crate::index::postings::{Part, Postings, RowWriter};
use crate::index::words::Words;
use crate::model::{Answer, Evidence, Facets, Hit, Info, Reading, Sort, Stats, Suggestion, Telling};
use crate::query::{self, Catalogue, KnownWords, Matches, Query, Ranking, Selection, Source, Weights};
use crate::sort::{descending, sort_by_number};
use crate::text::Folding;

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
    /// Whether articles are counted by what filters ask for. Where that is fetched by need, the hits are there sooner without it:
    /// see [`Archive::facets`].
    pub facets: bool,
    /// Whether they are counted by columns and by names of by-lines, too, where these have to be fetched.
    pub names: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { limit: 20, offset: 0, sort: Sort::Relevance, explain: false, facets: true, names: true }
    }
}

/// What facets are counted from, beside what is always fetched; the names only where they are wanted.
const FACETS: &[Portion] = &[Portion::Places, Portion::Names];

fn facets_of(names: bool) -> &'static [Portion] {
    if names { FACETS } else { &[Portion::Places] }
}

/// What initiatives by name and figures by unit are counted from.
const DETAILS: &[Portion] = &[Portion::Initiatives, Portion::InitiativeNames, Portion::Figures];

/// An open archive.
#[derive(Debug)]
pub struct Archive {
    info: Info,
    /// All where they travel whole.
    documents: Packed,
    outlines: Vec<Outline>,
    lexicon: Lexicon,
    postings: Postings,
    words: Words,
    folding: Folding,
    /// Made of the articles when it is first asked for.
    catalogue: OnceCell<Catalogue>,
    /// What is fetched by need; `None` where all is here.
    by_need: Option<ByNeed>,
}

impl Archive {
    /// Opens an archive's bytes: the whole form, of which every byte is checked;
    /// or the entry of one whose files are fetched by need ([`Session`](super::Session)).
    ///
    /// # Errors
    /// When the bytes are no archive, of another version, cut, altered, or make no sense.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Archive, FormatError> {
        let bytes = bytes.into();
        let reader = Reader::open(&bytes)?;
        reader.verify()?;
        let info = reader.decode(Kind::META, documents::read_info)?;
        let phrases = reader.decode(Kind::CODE, Phrases::read)?;
        let folding = Folding::read(reader.section(Kind::FOLDING)?)
            .ok_or_else(|| FormatError::malformed(Kind::FOLDING, "it is no table of characters"))?;
        let (documents, mut outlines, words, postings, by_need);
        if reader.has(Kind::PARTS) {
            let fetched = ByNeed::open(&reader, info.articles, phrases)?;
            postings = Postings::in_blocks(fetched.directory().postings());
            (documents, outlines, words) = Default::default();
            by_need = Some(fetched);
        } else {
            let (articles, facts) = (reader.decoder(Kind::DOCUMENTS)?, reader.decoder(Kind::FACTS)?);
            let stored = Stored { documents: articles, facts, texts: reader.decoder(Kind::TEXT)? };
            let mut row = RowWriter::new(phrases.frequent(), &folding);
            outlines = Vec::new();
            let marks = documents::read(stored, info.articles, &phrases, &mut |document, left| {
                row.add(&document);
                outlines.reserve_exact(left + 1);
                outlines.push(Outline::after(outlines.last().unwrap_or(&Outline::default()), &document));
            })?;
            postings = Postings::of(row.finish());
            words = reader.decode(Kind::WORDS, Words::read)?;
            let ends = Packed::ends(&reader)?;
            documents = Packed::new(bytes, ends, marks, phrases);
            by_need = None;
        }
        let (lexicon, catalogue) = Default::default();
        Ok(Archive { info, documents, outlines, lexicon, postings, words, folding, catalogue, by_need })
    }

    /// Takes in a file that was asked for.
    ///
    /// # Errors
    /// When its checksum is wrong, or it makes no sense; then it is as if it had not been fed.
    pub(super) fn feed(&mut self, name: PartName, bytes: Vec<u8>) -> Result<(), FormatError> {
        let Some(by_need) = &mut self.by_need else { return Ok(()) };
        let Archive { info, outlines, lexicon, postings, words, folding, .. } = self;
        by_need.feed(name, bytes, info.articles)?;
        if by_need.settle(outlines, postings, lexicon, words, folding)? {
            self.catalogue.take();
        }
        Ok(())
    }

    /// The files that the last question wanted and that are not there; `None` where it wanted nothing.
    pub(super) fn take_missing(&self) -> Option<Vec<PartName>> {
        self.by_need.as_ref().and_then(ByNeed::take_missing)
    }

    /// Forgets what was read for a question that is answered, where that is much.
    pub(super) fn forget(&self) {
        self.postings.forget();
    }

    /// Which files there are beside the entry; `None` where all is in one.
    pub fn directory(&self) -> Option<&Directory> {
        self.by_need.as_ref().map(ByNeed::directory)
    }

    /// All files there are but the entry; none where all is in one.
    pub fn files(&self) -> Vec<PartName> {
        self.by_need.as_ref().map_or(Vec::new(), |by_need| by_need.files(self.info.articles))
    }

    /// An article whole; `None` while it is not there, or there is none of this number.
    pub fn document(&self, number: u32) -> Option<Rc<Document>> {
        self.source().text(number)
    }

    /// What it holds.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Answers a query; an empty query is answered by all articles. `micros` of the answer stays 0: the engine has
    /// no clock.
    pub fn search(&self, text: &str, options: Options) -> Answer {
        let parsed = self.parse(text);
        let source = self.asked(&parsed, if options.facets { facets_of(options.names) } else { &[] });
        let weights = Weights::default();
        let selection = query::select(source, &parsed, &weights);
        let catalogue = self.catalogue();
        let mut ranking = query::rank(source, catalogue, &selection.clauses, &selection.documents, &weights);
        let count = options.offset.saturating_add(options.limit);
        let by_score = options.sort == Sort::Relevance && !selection.clauses.is_empty();
        let most = count.max(query::LOOKED_AT);
        let mut order = self.first(&selection.documents, &ranking.scores, most, options.sort, by_score);
        if by_score && !selection.characters.is_empty() {
            ranking.look_closely(source, catalogue, &selection.characters, &mut order, &weights);
            sort_by_number(&mut order, |&(_, score)| descending(score));
        }
        let (facets, choices) =
            if options.facets { self.counted(&selection, options.names) } else { Default::default() };
        let wanted = order.iter().skip(options.offset).take(options.limit);
        Answer {
            query: text.to_owned(),
            micros: 0,
            total: selection.documents.len() as u32,
            total_is_exact: true,
            hits: wanted
                .filter_map(|&(document, score)| {
                    let why =
                        |ranking: &Ranking| ranking.why(source, catalogue, &selection.clauses, document, &weights);
                    let hit = self.hit(&selection, document, score)?;
                    Some(Hit { why: options.explain.then(|| why(&ranking)), ..hit })
                })
                .collect(),
            facets,
            choices,
            notes: selection.notes,
        }
    }

    /// Articles counted by what filters ask for: those that answer a query, and those that would with another choice. The same as
    /// in its answer; see [`Options::names`].
    pub fn facets(&self, text: &str, names: bool) -> (Facets, Facets) {
        let parsed = self.parse(text);
        let source = self.asked(&parsed, facets_of(names));
        self.counted(&query::select(source, &parsed, &Weights::default()), names)
    }

    fn counted(&self, selection: &Selection, names: bool) -> (Facets, Facets) {
        let catalogue = self.catalogue();
        let mut facets = catalogue.facets(&|_| Some(Cow::Borrowed(&selection.documents)), Facets::default());
        // Where nothing is chosen another choice would give what there is.
        let others = |key| selection.is_filtered(key).then(|| Cow::Owned(selection.without(key).collect()));
        let mut choices = catalogue.facets(&others, facets.clone());
        // What was fetched before never changes an answer.
        if !names && self.by_need.is_some() {
            for facets in [&mut facets, &mut choices] {
                facets.column.clear();
                facets.reporter.clear();
            }
        }
        (facets, choices)
    }

    /// What a reader who has typed so much may want: at most so many words and names of the archive, the likeliest first.
    pub fn suggest(&self, text: &str, limit: usize) -> Vec<Suggestion> {
        if self.lacks_variants(text) { Vec::new() } else { query::suggest(self.source(), text, limit) }
    }

    /// The numbers behind the charts, for the articles that answer a query.
    pub fn stats(&self, text: &str) -> Stats {
        let (source, parsed, selected) = self.selected(text, DETAILS);
        let mut stats = query::stats(source, &self.info, &parsed, &selected);
        query::details(&mut stats, source, &parsed, &selected);
        Stats { query: text.to_owned(), ..stats }
    }

    /// The numbers that are counted fast: all but those by name and by unit.
    pub fn counts(&self, text: &str) -> Stats {
        let (source, parsed, selected) = self.selected(text, &[Portion::Initiatives]);
        Stats { query: text.to_owned(), ..query::stats(source, &self.info, &parsed, &selected) }
    }

    /// The sentences behind the charts, for the articles that answer a query; at most `limit`.
    pub fn evidence(&self, text: &str, limit: usize) -> Vec<Evidence> {
        let (source, parsed, selected) = self.selected(text, &[Portion::Initiatives]);
        query::evidence(source, &parsed, &selected, limit)
    }

    fn selected(&self, text: &str, portions: &[Portion]) -> (Source<'_>, Query, Vec<u32>) {
        let parsed = self.parse(text);
        let source = self.asked(&parsed, portions);
        let selected = query::select(source, &parsed, &Weights::default()).documents;
        (source, parsed, selected)
    }

    /// The initiatives that the articles which answer a query tell of, the latest year first, then in the archive's order; at
    /// most `limit`. Of a query that asks for initiatives, only those.
    pub fn tellings(&self, text: &str, limit: usize) -> Vec<Telling> {
        let (source, parsed, selected) = self.selected(text, &[Portion::Initiatives]);
        let mut told: Vec<(u32, u32)> = Vec::new();
        for number in selected {
            for (place, initiative) in (0..).zip(self.told(number)) {
                if query::passes(&parsed, initiative, &self.folding) {
                    told.push((number, place));
                }
            }
        }
        let year = |(number, place): (u32, u32)| self.told(number).get(place as usize).and_then(|told| told.year);
        sort_by_number(&mut told, |&at| year(at).map_or(u64::MAX, |year| i16::MAX.abs_diff(year).into()));
        told.truncate(limit);
        let telling = |(number, place): (u32, u32)| {
            let document = source.text(number)?;
            let Document { id, date, article, .. } = &*document;
            let title = article.title.clone().or_else(|| article.display_title.clone());
            let initiative = article.initiatives.get(place as usize)?.clone();
            Some(Telling { id: id.clone(), date: *date, title, place, initiative })
        };
        // All are asked for, so that they are fetched at once.
        told.into_iter().filter_map(telling).collect()
    }

    /// Opens an article by its id, with what matches `query` marked.
    pub fn article(&self, id: &str, query: &str) -> Option<Reading> {
        let parsed = self.parse(query);
        let source = self.asked(&parsed, &[Portion::Names, Portion::Initiatives, Portion::InitiativeNames]);
        let candidates = match &self.by_need {
            None => self.documents.candidates(id),
            Some(by_need) => by_need.candidates(id),
        };
        let is_it = |&number: &u32| source.text(number).is_some_and(|document| document.id == id);
        let number = candidates.into_iter().find(is_it)?;
        let selection = query::select(source, &parsed, &Weights::default());
        super::reading::open(source, &selection.clauses, number)
    }

    /// A query, folded; of one that cannot be folded yet nothing.
    fn parse(&self, text: &str) -> Query {
        query::parse(if self.lacks_variants(text) { "" } else { text }, &self.folding)
    }

    /// See [`ByNeed::lacks_variants`].
    fn lacks_variants(&self, text: &str) -> bool {
        self.by_need.as_ref().is_some_and(|by_need| by_need.lacks_variants(text, &self.folding))
    }

    fn told(&self, number: u32) -> &[Told] {
        self.outlines.get(number as usize).map_or(&[], |outline| &outline.initiatives)
    }

    fn catalogue(&self) -> &Catalogue {
        self.catalogue.get_or_init(|| Catalogue::of(&self.outlines))
    }

    fn source(&self) -> Source<'_> {
        let fetched = self.by_need.as_ref().map(ByNeed::fetched);
        let Archive { documents, outlines, lexicon, postings, words, folding, .. } = self;
        Source {
            fetched,
            words: KnownWords { words, fetched },
            lexicon,
            ..Source::here(documents, outlines, postings, words, folding)
        }
    }

    /// What is searched, for one question.
    fn asked(&self, query: &Query, portions: &[Portion]) -> Source<'_> {
        if let Some(by_need) = &self.by_need {
            self.postings.begin();
            by_need.ask(query, portions);
        }
        self.source()
    }

    /// The first so many in an order. They are sorted in portions, of which the first are kept, so that it takes no longer the
    /// more there are.
    fn first(&self, documents: &[u32], scores: &[f64], count: usize, sort: Sort, by_score: bool) -> Vec<(u32, f64)> {
        const PORTION: usize = 512;
        let mut first: Vec<(u32, f64)> = Vec::new();
        let portion = count.saturating_mul(2).max(PORTION);
        let mut least = 0.0;
        for (at, (&document, &score)) in documents.iter().zip(scores).enumerate() {
            if score >= least {
                first.push((document, score));
            }
            if first.len() == portion || at + 1 == documents.len() {
                self.sort(&mut first, sort, by_score);
                first.truncate(count);
                // What scores less than the last of them is none of the first.
                least = first.last().filter(|_| by_score && first.len() == count).map_or(least, |&(_, score)| score);
            }
        }
        first
    }

    /// Equally good ones newest first, then in the archive's order.
    fn sort(&self, order: &mut [(u32, f64)], sort: Sort, by_score: bool) {
        let catalogue = self.catalogue();
        let number = |day: Option<i32>| day.map(|day| u64::from(day.cast_unsigned() ^ 1 << 31));
        let first = |document| number(catalogue.days(document)[0]);
        let last = |document| number(catalogue.days(document)[1]);
        match sort {
            Sort::Oldest => sort_by_number(order, |&(document, _)| first(document).unwrap_or(u64::MAX)),
            Sort::Relevance | Sort::Newest => sort_by_number(order, |&(document, _)| !last(document).unwrap_or(0)),
        }
        if by_score {
            sort_by_number(order, |&(_, score)| descending(score));
        }
    }

    fn hit(&self, selection: &Selection, number: u32, score: f64) -> Option<Hit> {
        let source = self.source();
        let document = source.text(number)?;
        let Document { id, date, article, .. } = &*document;
        let matches = Matches::of(source, &selection.clauses, number);
        Some(Hit {
            id: id.clone(),
            title: article.title.clone(),
            display_title: article.display_title.clone(),
            title_highlights: matches.highlights(Part::Title),
            score,
            county: article.county.clone(),
            date: *date,
            url: article.url.clone(),
            page: article.page.clone(),
            standing_head: article.standing_head.clone(),
            names: article.names().into_iter().map(str::to_owned).collect(),
            snippet: query::snippet(article, &matches),
            initiatives: super::reading::marked_initiatives(article, &matches),
            why: None,
        })
    }
}
