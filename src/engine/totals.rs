use serde::{Deserialize, Serialize};

use crate::index::documents::Document;
use crate::index::postings;
use crate::model::{DateRange, Info, Vocabulary};
use crate::query;
use crate::text::{Folding, is_han};

/// What is known of articles when all of them were seen.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Totals {
    articles: u32,
    initiatives: u32,
    characters: u64,
    first: Option<DateRange>,
    last: Option<DateRange>,
    /// The characters, as they are printed, of all that is searched, filtered by, or offered.
    printed: Characters,
}

impl Totals {
    /// What is known of these articles.
    pub fn of(documents: &[Document]) -> Totals {
        let mut totals = Totals::default();
        documents.iter().for_each(|document| totals.see(document));
        totals
    }

    fn see(&mut self, document: &Document) {
        let article = &document.article;
        self.articles += 1;
        self.initiatives += article.initiatives.len() as u32;
        self.characters += article.blocks.iter().map(|block| block.text.chars().count() as u64).sum::<u64>();
        self.date(document.date, document.date);
        let mut add = |text: &str| text.chars().for_each(|c| self.printed.add(c));
        postings::layout(article).into_iter().for_each(|(_, text)| add(text));
        article.names().into_iter().for_each(&mut add);
        article.initiatives.iter().for_each(|initiative| add(&initiative.name));
        [&article.county, &article.page].into_iter().flatten().for_each(|text| add(text));
    }

    /// Of dates that begin or end on the same day, the first article's is the first and the last article's the last.
    fn date(&mut self, first: Option<DateRange>, last: Option<DateRange>) {
        let first_day = |date: DateRange| date.first.first_day();
        let last_day = |date: DateRange| date.last.last_day();
        if first.is_some_and(|new| self.first.is_none_or(|known| first_day(new) < first_day(known))) {
            self.first = first;
        }
        if last.is_some_and(|new| self.last.is_none_or(|known| last_day(new) >= last_day(known))) {
            self.last = last;
        }
    }

    /// Adds what is known of the articles after these.
    #[cfg(feature = "cli")]
    pub fn add(&mut self, others: Totals) {
        self.articles += others.articles;
        self.initiatives += others.initiatives;
        self.characters += others.characters;
        self.date(others.first, others.last);
        self.printed.add_all(&others.printed);
    }

    /// Fills in what follows from the articles: counts and dates.
    pub fn complete(&self, info: Info) -> Info {
        Info {
            format: crate::format::VERSION,
            articles: self.articles,
            initiatives: self.initiatives,
            characters: self.characters,
            first_date: self.first,
            last_date: self.last,
            ..info
        }
    }

    /// The part of the folding that can lead to anything that is searched, filtered by, or offered. Of rare forms of characters
    /// only those are in it that are printed somewhere: nobody types another.
    pub fn folding(&self, info: &Info, vocabulary: &Vocabulary) -> Vec<u8> {
        let used = self.used(info, vocabulary);
        Folding::whole().part(|from, to| to.is_ascii() || self.leads(&used, from, to))
    }

    /// The same in two: what leads from characters that are printed, or to ASCII; and what leads from those that are only typed.
    #[cfg(feature = "cli")]
    pub fn foldings(&self, info: &Info, vocabulary: &Vocabulary) -> [Vec<u8>; 2] {
        let used = self.used(info, vocabulary);
        let leads = |from, to| self.leads(&used, from, to);
        let is_near = |from, to: char| to.is_ascii() || self.printed.has(from);
        [true, false].map(|near| {
            Folding::whole().part(|from, to| (to.is_ascii() || leads(from, to)) && is_near(from, to) == near)
        })
    }

    fn leads(&self, used: &Characters, from: char, to: char) -> bool {
        used.has(to) && (!is_rare(from) || self.printed.has(from))
    }

    /// The characters, folded, that may be looked for.
    fn used(&self, info: &Info, vocabulary: &Vocabulary) -> Characters {
        let whole = Folding::whole();
        let mut used = Characters::default();
        self.printed.all().for_each(|c| used.add(whole.fold_char(c)));
        let mut add = |text: &str| text.chars().for_each(|c| used.add(whole.fold_char(c)));
        info.counties.iter().for_each(|county| add(county));
        vocabulary.words.iter().for_each(|word| add(&word.text));
        vocabulary.readings.iter().for_each(|(c, _)| add(c.encode_utf8(&mut [0; 4])));
        query::keywords().for_each(add);
        used
    }
}

/// A set of characters: a bit for each code point up to the last.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Characters(Vec<u64>);

impl Characters {
    fn add(&mut self, c: char) {
        let place = c as usize / 64;
        if self.0.len() <= place {
            self.0.resize(place + 1, 0);
        }
        self.0[place] |= 1 << (c as usize % 64);
    }

    #[cfg(feature = "cli")]
    fn add_all(&mut self, others: &Characters) {
        if self.0.len() < others.0.len() {
            self.0.resize(others.0.len(), 0);
        }
        self.0.iter_mut().zip(&others.0).for_each(|(own, other)| *own |= other);
    }

    /// All of them, ascending.
    fn all(&self) -> impl Iterator<Item = char> {
        (0..self.0.len() as u32 * 64).filter_map(char::from_u32).filter(|&c| self.has(c))
    }

    fn has(&self, c: char) -> bool {
        self.0.get(c as usize / 64).is_some_and(|bits| bits >> (c as usize % 64) & 1 == 1)
    }
}

/// Whether a Han character is outside the block that keyboards and fonts have: in one of Unicode's extensions.
fn is_rare(c: char) -> bool {
    is_han(c) && !matches!(c, '\u{4E00}'..='\u{9FFF}' | '々' | '〇')
}
