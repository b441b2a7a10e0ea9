//! The articles of an archive: what each is (`DOCS`), its facts (`FACT`, see [`crate::index::facts`]) and its text
//! (`TEXT`).
//!
//! The sections are of articles that follow each other: all of them, or the few that one file holds. Numbers are in postcard's
//! wire format (<https://postcard.jamesmunns.com/wire-format>), signed ones with the sign in the lowest bit. “Coded” texts are in the
//! code of [`crate::index::phrases`]; a text “after” another is the number of bytes they begin with alike, and the rest.
//!
//! An article in `DOCS`, of which everything that is not there by its flags is left out:
//!
//! | what | how |
//! |---|---|
//! | flags | a number with the bits of `Flag`; “same” is as in the article before, the first being after an empty one |
//! | kind × 16 + what the year rests on | a byte |
//! | order | less that of the article before |
//! | first line; last line | less the last of the article before; less the first |
//! | file | text, unless the same |
//! | date | text, unless the same |
//! | the source's id; the id | text after that of the article before; the id only where it is neither the source's nor `file#order` |
//! | address | text after that of the article before |
//! | page; county; its evidence | coded |
//! | year | less that of the article before, or less 0 |
//! | the article's own date | what it rests on; unless it is the date above: a flag and the date; evidence, coded |
//! | reporters, correspondents, photographers | three lists of coded texts |
//! | blocks | a list: kind + 4 where it stands on the one line after the block before; else its line map: a list of offset and line, each less the one before |
//!
//! `TEXT` has, coded, for each article in turn its title, its title of our making and its standing head, where it has them, and the
//! texts of its blocks.

mod columns;
mod outline;
mod packed;
mod places;
mod reader;
mod writer;

pub use columns::{
    read_facets, read_figures, read_initiative_names, read_initiatives, read_names, write_facets, write_figures,
    write_initiative_names, write_initiatives, write_names,
};
pub use outline::{Counted, Outline, Told};
pub use packed::{Marks, Packed};
pub use places::{KnownPlaces, Place, read_places, write_places};
pub use reader::{Stored, read, read_info};
pub use writer::write;

use crate::model::{Article, ArticleKind, BlockKind, DateRange, IssueBasis};

/// An article in its archive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The source's own id, else `document#order`. No two articles of an archive share one.
    pub id: String,
    /// The base name of the file it stands in.
    pub document: String,
    /// Its own date, else its page's.
    pub date: Option<DateRange>,
    /// The article.
    pub article: Article,
}

/// The bytes of articles that follow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sections {
    /// `DOCS`: the articles but for their text and facts.
    pub documents: Vec<u8>,
    /// `FACT`: dates, figures and initiatives.
    pub facts: Vec<u8>,
    /// `TEXT`: titles and blocks.
    pub texts: Vec<u8>,
}

/// What an article has, by bit.
#[derive(Clone, Copy, Debug)]
enum Flag {
    SameDocument,
    SameDate,
    SameCounty,
    SameYear,
    HasTitle,
    IdDerived,
    HasNames,
    HasDate,
    HasYear,
    HasCounty,
    HasCountyEvidence,
    HasPage,
    IdGiven,
    HasId,
    HasIssue,
    IssueIsDate,
    HasUrl,
    HasColumn,
    HasOwnTitle,
    HasIssueEvidence,
}

const KINDS: [ArticleKind; 3] = [ArticleKind::News, ArticleKind::Profile, ArticleKind::Photo];
const BLOCK_KINDS: [BlockKind; 4] =
    [BlockKind::Paragraph, BlockKind::SectionHead, BlockKind::Caption, BlockKind::Byline];
const BASES: [IssueBasis; 5] =
    [IssueBasis::Option, IssueBasis::FrontMatter, IssueBasis::FileName, IssueBasis::Text, IssueBasis::None];

/// The id of an article that its source gives none.
pub fn derived_id(document: &str, order: u32) -> String {
    let mut id = document.to_owned();
    id.push('#');
    id.push_str(&order.to_string());
    id
}
