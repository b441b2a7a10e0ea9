//! The articles that an archive is built of.

use std::collections::{BTreeSet, HashSet};
use std::io;
use std::ops::Range;

use baoyan::index::documents::Document;
use baoyan::model::{Article, Day, Page};

use crate::spool::{Place, Spool};

/// So many bytes of articles are in memory at once, for each core.
const BATCH: usize = 2 << 20;
/// A batch is of a multiple of so many articles.
const STEP: usize = 16;

/// Articles, put aside.
pub struct Documents<'a> {
    spool: Spool<'a>,
    /// By date: what is added to an archive comes last.
    places: Vec<(Dated, Place)>,
    ids: HashSet<String>,
    counties: BTreeSet<String>,
    text: usize,
}

/// The first day of what has one; then what has none; then what has no date.
type Dated = (bool, Option<Day>);

impl<'a> Documents<'a> {
    /// None yet.
    pub fn new(spool: Spool<'a>) -> Documents<'a> {
        Documents { spool, places: Vec::new(), ids: HashSet::new(), counties: BTreeSet::new(), text: 0 }
    }

    /// A page's articles, each with an id that none before had.
    pub fn of(&mut self, page: Page) -> Vec<Document> {
        let name = page.document;
        let document = |article: Article| {
            let id = article.id.clone().unwrap_or_else(|| format!("{name}#{}", article.order));
            // Files of one name in two folders, or one id in two files.
            let mut unique = id.clone();
            let mut copy = 1;
            while !self.ids.insert(unique.clone()) {
                copy += 1;
                unique = format!("{id}~{copy}");
            }
            let date = article.date.as_ref().and_then(|date| date.value).or(page.issue_date.value);
            Document { id: unique, document: name.clone(), date, article }
        };
        page.articles.into_iter().map(document).collect()
    }

    /// Adds an article.
    pub fn add(&mut self, document: &Document) -> io::Result<()> {
        let Document { id, document, date, article } = document;
        let dated = date.map_or((true, None), |date| (false, date.first.first_day()));
        self.places.push((dated, Place::put(&(id, document, date, article), &self.spool)?));
        self.text += article.blocks.iter().map(|block| block.text.len()).sum::<usize>();
        if let Some(county) = article.county.as_ref().filter(|county| !self.counties.contains(*county)) {
            self.counties.insert(county.clone());
        }
        Ok(())
    }

    /// Puts the articles in order, when all are there.
    pub fn arrange(&mut self) {
        self.ids = HashSet::new();
        self.places.sort_by_key(|(dated, _)| *dated);
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.places.len()).unwrap_or(u32::MAX)
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

    /// Articles that follow each other.
    pub fn read(&self, articles: Range<u32>) -> io::Result<Vec<Document>> {
        let places = self.places.get(articles.start as usize..articles.end as usize).unwrap_or_default();
        let read = |(_, place): &(Dated, Place)| {
            let (id, document, date, article) = place.get(&self.spool)?;
            Ok(Document { id, document, date, article })
        };
        places.iter().map(read).collect()
    }

    /// All articles.
    pub fn all(&self) -> io::Result<Vec<Document>> {
        self.read(0..self.count())
    }

    /// Divides articles into so many as may be in memory at once.
    pub fn batches(&self, articles: Range<u32>) -> Vec<Range<u32>> {
        let mut batches = Vec::new();
        let (mut from, mut bytes) = (articles.start, 0);
        for start in articles.clone().step_by(STEP) {
            let end = articles.end.min(start + STEP as u32);
            let some = self.places.get(start as usize..end as usize).unwrap_or_default();
            bytes += some.iter().map(|(_, place)| place.length()).sum::<usize>();
            if bytes >= BATCH || end == articles.end {
                batches.push(from..end);
                (from, bytes) = (end, 0);
            }
        }
        batches
    }
}
