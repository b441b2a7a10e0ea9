//! The articles that an archive is built of.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::io;
use std::ops::Range;

use baoyan::engine::Articles;
use baoyan::format::checksum;
use baoyan::index::Scratch;
use baoyan::index::documents::{Document, derived_id};
use baoyan::model::{Article, Day, Page};
use baoyan::site::UrlTemplate;
use serde::{Deserialize, Serialize};

use crate::spool::{Place, Spool};

/// So many bytes of articles are in memory at once, for each core.
const BATCH: usize = 2 << 20;
/// A batch is of a multiple of so many articles.
const STEP: usize = 16;

/// Articles, put aside.
pub struct Documents<'a> {
    pub spool: Spool<'a>,
    /// Gives an article its address where it does not say one itself.
    template: Option<&'a UrlTemplate>,
    /// By date: what is added to an archive comes last.
    places: Vec<Placed>,
    ids: HashSet<String>,
    counties: BTreeSet<String>,
    text: usize,
}

/// The first day of what has one; then what has none; then what has no date.
type Dated = (bool, Option<Day>);

/// An article that is put aside.
struct Placed {
    dated: Dated,
    place: Place,
    /// See [`Card`].
    mark: u64,
    /// The first, second … article of its id: of files of one name in two folders, or of one id in two files.
    copy: u32,
}

/// What is said of an article beside it.
#[derive(Serialize, Deserialize)]
pub struct Card {
    /// Its own, which another may have as well.
    id: String,
    dated: Dated,
    county: Option<String>,
    /// Bytes of text.
    text: u32,
    /// Bytes that it takes.
    pub length: u32,
    /// The checksum of these.
    mark: u64,
}

impl Card {
    /// Whether it is of an article of these bytes.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        checksum(&[bytes]) == self.mark
    }
}

/// The articles of a page, each with the id that it has where no other has it.
pub fn documents(page: Page) -> Vec<Document> {
    let name = page.document;
    let document = |article: Article| {
        let id = article.id.clone().unwrap_or_else(|| derived_id(&name, article.order));
        let date = article.date.as_ref().and_then(|date| date.value).or(page.issue_date.value);
        Document { id, document: name.clone(), date, article }
    };
    page.articles.into_iter().map(document).collect()
}

impl<'a> Documents<'a> {
    /// None yet.
    pub fn new(spool: Spool<'a>, template: Option<&'a UrlTemplate>) -> Documents<'a> {
        Documents { spool, template, places: Vec::new(), ids: HashSet::new(), counties: BTreeSet::new(), text: 0 }
    }

    /// Adds an article, and gives where it begins.
    pub fn add(&mut self, document: Document) -> io::Result<(Card, u64)> {
        let Document { id, document, date, article } = document;
        let bytes = postcard::to_allocvec(&(&id, document, date, &article)).map_err(io::Error::other)?;
        let length = |length: usize| u32::try_from(length).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge));
        let card = Card {
            id,
            dated: date.map_or((true, None), |date| (false, date.first.first_day())),
            text: length(article.blocks.iter().map(|block| block.text.len()).sum())?,
            county: article.county,
            length: length(bytes.len())?,
            mark: checksum(&[&bytes]),
        };
        let from = self.spool.put(&bytes)?;
        self.know(&card, from);
        Ok((card, from))
    }

    /// Adds an article that is put aside there already.
    pub fn know(&mut self, card: &Card, from: u64) {
        let Card { id, dated, county, text, length, mark } = card;
        let mut copy = 1;
        while !self.ids.insert(unique(id, copy)) {
            copy += 1;
        }
        self.places.push(Placed { dated: *dated, place: Place { from, length: *length }, mark: *mark, copy });
        self.text += *text as usize;
        if let Some(county) = county.as_ref().filter(|county| !self.counties.contains(*county)) {
            self.counties.insert(county.clone());
        }
    }

    /// Puts the articles in order, when all are there.
    pub fn arrange(&mut self) {
        self.ids = HashSet::new();
        self.places.sort_by_key(|placed| placed.dated);
    }

    /// Bytes of text.
    pub fn text(&self) -> usize {
        self.text
    }

    /// The counties that articles are about, the city itself last.
    pub fn counties(&self) -> Vec<String> {
        let (city, counties): (Vec<&String>, Vec<&String>) = self.counties.iter().partition(|county| *county == "市直");
        counties.into_iter().chain(city).cloned().collect()
    }

    /// A number that articles share with no others.
    pub fn mark(&self, articles: Range<u32>) -> u64 {
        let places = self.places.get(articles.start as usize..articles.end as usize).unwrap_or_default();
        let marks = places.iter().flat_map(|Placed { mark, copy, .. }| [*mark, u64::from(*copy)]);
        checksum(&[&marks.flat_map(u64::to_le_bytes).collect::<Vec<u8>>()])
    }

    fn get(&self, Placed { place, copy, .. }: &Placed) -> io::Result<Document> {
        let (id, document, date, mut article): (String, String, _, Article) = place.get(&self.spool)?;
        let id = unique(&id, *copy);
        if let Some(template) = self.template.filter(|_| article.url.is_none()) {
            article.url = template.fill(&id, &document, date, &article);
        }
        Ok(Document { id, document, date, article })
    }
}

impl Articles for Documents<'_> {
    fn articles(&self) -> u32 {
        u32::try_from(self.places.len()).unwrap_or(u32::MAX)
    }

    fn batches(&self, articles: Range<u32>) -> Vec<Range<u32>> {
        let mut batches = Vec::new();
        let (mut from, mut bytes) = (articles.start, 0);
        for start in articles.clone().step_by(STEP) {
            let end = articles.end.min(start + STEP as u32);
            let some = self.places.get(start as usize..end as usize).unwrap_or_default();
            bytes += some.iter().map(|placed| placed.place.length()).sum::<usize>();
            if bytes >= BATCH || end == articles.end {
                batches.push(from..end);
                (from, bytes) = (end, 0);
            }
        }
        batches
    }

    fn read(&self, articles: Range<u32>) -> io::Result<Cow<'_, [Document]>> {
        let places = self.places.get(articles.start as usize..articles.end as usize).unwrap_or_default();
        places.iter().map(|placed| self.get(placed)).collect()
    }

    fn scratch(&self) -> io::Result<Box<dyn Scratch + '_>> {
        Ok(Box::new(self.spool.beside()))
    }
}

/// The id of the first, second … article of an id.
fn unique(id: &str, copy: u32) -> String {
    if copy == 1 { id.to_owned() } else { format!("{id}~{copy}") }
}
