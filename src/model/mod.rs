//! The nouns: what a page, an article, a fact and an answer are. Plain data, shared by all the other folders.

mod answer;
mod article;
mod date;
mod doubt;
mod fact;
mod field;
mod page;
mod sentence;
mod stats;
mod vocabulary;

pub use answer::{
    Answer, Facets, Hit, Info, Mark, MarkKind, MatchKind, Matched, Note, NoteKind, NoteReason, Passage, Reading,
    Related, Snippet, Sort, Suggestion, Telling, Why,
};
pub use article::{Article, ArticleKind, Block, BlockKind};
pub use date::{DateRange, Day, MONTHS, PartialDate};
pub use doubt::{Doubt, DoubtKind};
pub use fact::{Basis, DateMention, Figure, Initiative, InitiativeKind, Span};
pub use field::Field;
pub use page::{Furniture, IssueBasis, IssueDate, Page, Problem};
pub use sentence::sentence_around;
pub use stats::{
    BasisCounts, CountyKindStats, CountyStats, CountyUnitStats, CountyYearStats, DAYS, DateStats, Evidence, NAMES,
    NameStats, Stats, YearStats,
};
pub use vocabulary::{Vocabulary, Word, WordKind};
