//! The articles of all files, in order, and their words: of those that were read now, and of those that the cache knows.

use std::io;

use anyhow::Context;
use baoyan::extract::WordFinder;
use baoyan::index::documents::Document;
use baoyan::model::Page;
use rayon::prelude::*;

use crate::cache::{Cache, Found, Stretch};
use crate::documents::{Card, Documents, documents};
use crate::input::{Input, NO_ROOM, Understood};

/// Understands what was read, and puts all articles to those that are aside.
pub fn gather<'a>(
    input: &Input,
    documents: Documents<'a>,
    cache: &Cache,
) -> anyhow::Result<(Documents<'a>, WordFinder)> {
    let mut gathering = Gathering { input, cache, documents, words: WordFinder::default(), open: None };
    input.understand(|some| {
        let listed = some.into_par_iter().map(|(file, understood)| match understood {
            Understood::Page(page) => (file, Listed::of(page)),
            Understood::Known(number, stretch) => (file, Listed::Known(number, stretch)),
        });
        let listed: Vec<(usize, Listed)> = listed.collect();
        listed.into_iter().try_for_each(|(file, listed)| gathering.take(file, listed))
    })?;
    gathering.close().context(NO_ROOM)?;
    let Gathering { mut documents, words, .. } = gathering;
    documents.arrange();
    Ok((documents, words))
}

/// The articles of one page with their words, or what is known of a file.
enum Listed {
    Read(Vec<Document>, WordFinder),
    Known(u64, Stretch),
}

impl Listed {
    fn of(page: Page) -> Listed {
        let documents = documents(page);
        let mut words = WordFinder::default();
        words.see(&documents.iter().map(|document| &document.article).collect::<Vec<_>>());
        Listed::Read(documents, words)
    }
}

struct Gathering<'a, 'b> {
    input: &'b Input<'b>,
    cache: &'b Cache,
    documents: Documents<'a>,
    words: WordFinder,
    /// The file that is gathered from, as far as it is.
    open: Option<Open>,
}

/// A file whose articles are put aside, one directly after the other.
struct Open {
    file: usize,
    /// Where the first begins.
    from: u64,
    cards: Vec<Card>,
    words: WordFinder,
}

impl Gathering<'_, '_> {
    fn take(&mut self, file: usize, listed: Listed) -> io::Result<()> {
        if self.open.as_ref().is_none_or(|open| open.file != file) {
            self.close()?;
        }
        match listed {
            Listed::Read(documents, words) => {
                for document in documents {
                    let (card, from) = self.documents.add(document)?;
                    let new = || Open { file, from, cards: Vec::new(), words: WordFinder::default() };
                    self.open.get_or_insert_with(new).cards.push(card);
                }
                if let Some(open) = &mut self.open {
                    open.words.add(words);
                }
            }
            Listed::Known(number, stretch) => {
                let (mut from, cards, words) = self.cache.hand_over(number, &stretch, &self.documents.spool)?;
                for card in &cards {
                    self.documents.know(card, from);
                    from += u64::from(card.length);
                }
                self.words.add(words);
            }
        }
        Ok(())
    }

    /// All articles of a file are there: what was read of it is kept.
    fn close(&mut self) -> io::Result<()> {
        let Some(Open { file, from, cards, words, .. }) = self.open.take() else { return Ok(()) };
        let votes = self.input.votes(file)?;
        let Some((number, votes)) = votes else {
            self.words.add(words);
            return Ok(());
        };
        let found = Found { votes, words };
        self.cache.keep(number, from, &cards, &found, &self.documents.spool)?;
        self.words.add(found.words);
        Ok(())
    }
}
