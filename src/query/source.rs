use std::ops::Range;
use std::rc::Rc;

use crate::format::{PartName, Parts, Stage};
use crate::index::documents::{Document, Outline, Packed};
use crate::index::lexicon::{Lexicon, Term};
use crate::index::postings::Postings;
use crate::index::shelves::Shelves;
use crate::index::words::Words;
use crate::text::Folding;

/// What is searched: the articles and what was derived from them.
///
/// What is fetched by need and is not there yet is empty, and is noted: the same question, asked again when it is there,
/// finds the whole.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The articles that are here: all, or, where they are fetched by need, none.
    pub documents: &'a Packed,
    /// What is known of each article apart from its text.
    pub outlines: &'a [Outline],
    /// Their words of letters and digits, where they are fetched by need.
    pub lexicon: &'a Lexicon,
    /// The positions of their terms.
    pub postings: &'a Postings,
    /// Their words.
    pub words: KnownWords<'a>,
    /// What its characters are searched as.
    pub folding: &'a Folding,
    /// What is fetched by need; `None` where all is here.
    pub fetched: Option<Fetched<'a>>,
}

/// What is fetched by need.
#[derive(Clone, Copy, Debug)]
pub struct Fetched<'a> {
    /// The files that are there.
    pub parts: &'a Parts,
    /// The articles in them.
    pub shelves: &'a Shelves,
    /// The files of the words of letters and digits while those are not there.
    pub lexicon: &'a [PartName],
    /// The files of the words that are not there.
    pub words: &'a [PartName],
}

impl<'a> Source<'a> {
    /// Articles that are here.
    pub fn here(
        documents: &'a Packed,
        outlines: &'a [Outline],
        postings: &'a Postings,
        words: &'a Words,
        folding: &'a Folding,
    ) -> Self {
        static NO_WORDS: Lexicon = Lexicon::new(Vec::new());
        let (words, lexicon) = (KnownWords { words, fetched: None }, &NO_WORDS);
        Source { documents, outlines, lexicon, postings, words, folding, fetched: None }
    }

    /// An article whole; `None` while it is not there.
    pub fn text(&self, document: u32) -> Option<Rc<Document>> {
        match self.fetched {
            None => self.documents.get(document),
            Some(fetched) => fetched.shelves.get(fetched.parts, document),
        }
    }

    /// An article, but perhaps without the text of its blocks and its facts; `None` while it is not there.
    pub fn head(&self, document: u32) -> Option<Rc<Document>> {
        if self.fetched.is_none() { self.documents.head(document) } else { self.text(document) }
    }

    /// Whether something that was asked for is not there yet: what was found until then says nothing.
    pub fn is_waiting(&self) -> bool {
        self.fetched.is_some_and(|fetched| fetched.parts.is_missing())
    }

    /// The positions of a term, ascending.
    pub fn positions(&self, term: Term) -> Vec<u32> {
        self.positions_of_all(term..term + 1)
    }

    /// The positions of a range of terms, ascending.
    pub fn positions_of_all(&self, terms: Range<Term>) -> Vec<u32> {
        self.postings.positions_of_all(self.fetched.map(|fetched| fetched.parts), terms)
    }

    /// Where a Han character stands in the articles that are marked, ascending; and in how many articles of all.
    pub(super) fn standing_among(&self, folded: char, marked: &[bool]) -> (Vec<u32>, u32) {
        let mut seen = vec![false; self.outlines.len()];
        let mut starts = Vec::new();
        let here = self.postings.find(&[folded], false, false);
        for position in here.unwrap_or_else(|| self.positions_of_all(Lexicon::beginning_with(folded))) {
            let article = self.postings.article_at(position) as usize;
            if let (Some(seen), Some(&marked)) = (seen.get_mut(article), marked.get(article)) {
                *seen = true;
                if marked {
                    starts.push(position);
                }
            }
        }
        (starts, seen.iter().filter(|&&seen| seen).count() as u32)
    }

    /// All words of letters and digits with their terms.
    pub fn words_of_letters(&self) -> impl Iterator<Item = (Term, &'a str)> {
        if let Some(Fetched { parts, lexicon, .. }) = self.fetched {
            parts.want(lexicon, Stage::Terms);
        }
        self.lexicon.words()
    }

    /// The first folded characters of an article, at most so many; none while it is not there.
    pub(super) fn beginning(&self, document: u32, most: usize) -> Vec<char> {
        self.folded(self.postings.article(document).start, most)
    }

    /// The folded characters from a position on: see [`Postings::folded`].
    pub fn folded(&self, position: u32, most: usize) -> Vec<char> {
        let text = self.text(self.postings.article_at(position));
        text.map_or(Vec::new(), |document| self.postings.folded(self.folding, &document, position, most))
    }

    /// The positions that lie so many characters after those of each of these terms; ascending only within each.
    pub(super) fn positions_inside(&self, places: &[(Term, u32)]) -> Vec<u32> {
        let (mut found, mut noted) = (Vec::new(), Vec::new());
        for &(term, inner) in places {
            let positions = self.positions(term);
            found.extend(positions.iter().map(|position| position + inner));
            let mut fields = self.postings.fields();
            noted.extend(positions.iter().map(|&position| (position + inner, fields.of(position))));
        }
        self.postings.note(noted);
        found
    }
}

/// The words of an archive. Where they have to be fetched, that is noted of those that were looked at.
#[derive(Clone, Copy, Debug)]
pub struct KnownWords<'a> {
    /// The words; none while they are not there.
    pub words: &'a Words,
    /// Where they come from while they are not there.
    pub fetched: Option<Fetched<'a>>,
}

impl<'a> KnownWords<'a> {
    /// The words; that those were looked at which somebody may want who has typed this is noted.
    pub fn completing(&self, typed: &str) -> &'a Words {
        self.want(&|number| self.words.may_complete(number, typed));
        self.words
    }

    /// The words; that those were looked at which begin with one of these characters is noted.
    pub fn beginning(&self, with: &[char]) -> &'a Words {
        self.want(&|number| with.iter().any(|&c| self.words.may_begin(number, c)));
        self.words
    }

    /// The words; that those were looked at whose first character sounds as this may is noted.
    pub fn sounding(&self, first: char) -> &'a Words {
        self.want(&|number| self.words.may_sound(number, first));
        self.words
    }

    /// Notes files that are not there, by their numbers.
    fn want(&self, is_wanted: &dyn Fn(u32) -> bool) {
        if let Some(Fetched { parts, words, .. }) = self.fetched {
            for &name in words.iter().filter(|name| is_wanted(name.number)) {
                parts.get(name, Stage::Words);
            }
        }
    }
}
