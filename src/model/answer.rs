use serde::{Deserialize, Serialize};

use super::{Article, BlockKind, DateRange, Field, Initiative, InitiativeKind, WordKind};

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
}

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// Something else was searched for, or is offered, than what was typed.
    Corrected,
    /// A filter with a name or value that the archive does not know.
    UnknownFilter,
    /// A part of the query that was left out of account.
    Ignored,
}

/// Why there is a note; with its subject it can be told in any language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteReason {
    /// The query is longer than is looked at: the first so many characters are.
    TooLong,
    /// It has more words than are looked at: the first so many are.
    TooMany,
    /// There is no filter of this name.
    UnknownFilter,
    /// A filter's value that no article has.
    NoSuchValue,
    /// A word that no article has, and that is left out beside others.
    LeftOut,
    /// A word is looked for by these parts.
    Parts,
    /// Letters are looked for as the pinyin of these words.
    Pinyin,
    /// No article has the word; cut into several it would be found.
    Cut,
    /// A quotation mark has no partner, and no article has it so: it is left out.
    OpenQuote,
    /// No article has the word, but one that sounds the same.
    Sound,
    /// No article has the word, but one that differs in a single character.
    Near,
    /// No article has all words: the nearest are shown.
    Nearest,
}

/// Something the reader should know about how a query was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it is about.
    pub kind: NoteKind,
    /// Why there is a note.
    pub reason: NoteReason,
    /// What the reason speaks of: a word, a filter, a number; empty where it speaks of nothing.
    pub subject: String,
    /// One sentence for the reader, in Chinese.
    pub text: String,
    /// A query that the reader may want instead.
    pub suggestion: Option<String>,
}

/// A stretch of an article with what matched in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// The original text; `…` where it was cut.
    pub text: String,
    /// Half-open ranges of characters (Unicode scalar values) of `text`, ascending, disjoint.
    pub highlights: Vec<(u32, u32)>,
}

/// One article that answers a query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The source's own id, else `document#order`.
    pub id: String,
    /// The headline, `None` where the page prints none.
    pub title: Option<String>,
    /// A title of our making where there is none.
    pub display_title: Option<String>,
    /// What matched in the title, as in [`Snippet::highlights`].
    pub title_highlights: Vec<(u32, u32)>,
    /// How well it answers; comparable within one answer only.
    pub score: f64,
    /// The county it is about.
    pub county: Option<String>,
    /// Its date.
    pub date: Option<DateRange>,
    /// Where the paper publishes it.
    pub url: Option<String>,
    /// The page (版).
    pub page: Option<String>,
    /// The column it stands in.
    pub standing_head: Option<String>,
    /// Reporters, correspondents and photographers, each once.
    pub names: Vec<String>,
    /// Where it matched best.
    pub snippet: Snippet,
    /// The names of the initiatives told in it, those that match the query first.
    pub initiatives: Vec<String>,
    /// Why it stands where it stands, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
}

/// What the score of a hit is made of: the sum of `score` of what matched and `proximity`, times `date`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Why {
    /// What was looked for and stands in it, in the order of the query.
    pub matched: Vec<Matched>,
    /// What it counts that the words stand near each other; where no article has all of what was typed, that its characters stand in
    /// the text, and in this order.
    pub proximity: f64,
    /// What its date counts: 1 for the oldest of the hits, a little more for the newest.
    pub date: f64,
}

/// As what something was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchKind {
    /// A word as it was typed.
    Word,
    /// A phrase in quotes.
    Phrase,
    /// Words whose pinyin was typed.
    Pinyin,
    /// A part of what was typed, where no article has all of it.
    Part,
}

/// Something that was looked for, as it stands in an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matched {
    /// What was looked for, folded.
    pub text: String,
    /// As what.
    pub kind: MatchKind,
    /// In which parts of the article it stands, and how often.
    pub fields: Vec<(Field, u32)>,
    /// What it counts against a word that was typed.
    pub weight: f64,
    /// How much its rarity in the archive counts.
    pub rarity: f64,
    /// What it adds to the score.
    pub score: f64,
}

/// Something that a reader who is typing may want.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// The word or name.
    pub text: String,
    /// What kind of word it is.
    pub kind: WordKind,
    /// How many articles have all of the query: as many as it finds. 0 where none has, or it is not known without fetching more.
    pub articles: u32,
    /// The query with it in place of what was being typed.
    pub query: String,
}

/// How many hits there are by what filters ask for, most first (years: latest first).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// County and number of articles.
    pub county: Vec<(String, u32)>,
    /// Year and number of articles.
    pub year: Vec<(i16, u32)>,
    /// Kind of initiative and number of articles that tell of one.
    pub kind: Vec<(InitiativeKind, u32)>,
    /// Column and number of articles; of many columns, those with most.
    pub column: Vec<(String, u32)>,
    /// Name of a by-line and number of articles; of many names, those with most.
    pub reporter: Vec<(String, u32)>,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The query as it was given.
    pub query: String,
    /// Microseconds it took, where the caller has a clock.
    pub micros: u64,
    /// How many articles answer it.
    pub total: u32,
    /// Whether `total` is exact. It always is.
    pub total_is_exact: bool,
    /// What the reader should know.
    pub notes: Vec<Note>,
    /// The hits asked for, in order.
    pub hits: Vec<Hit>,
    /// All hits by what filters ask for.
    pub facets: Facets,
    /// The same, each counted without its own filter: what another choice would give.
    pub choices: Facets,
}

/// What an archive holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Info {
    /// The archive's format version.
    pub format: u16,
    /// The prefecture it is about, by official name.
    pub region: Option<String>,
    /// The county-level divisions of the region in official order; `市直` is the last where articles have it.
    pub counties: Vec<String>,
    /// Articles.
    pub articles: u32,
    /// Initiatives.
    pub initiatives: u32,
    /// Characters of text.
    pub characters: u64,
    /// The earliest date of an article.
    pub first_date: Option<DateRange>,
    /// The latest date of an article.
    pub last_date: Option<DateRange>,
}

/// Why a stretch of text is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MarkKind {
    /// It matches the query.
    Query,
    /// It names an initiative: the place in [`Article::initiatives`].
    Initiative(u32),
    /// It is a figure: its place among all of the article's, those of its initiatives one after the other, then
    /// [`Article::figures`].
    Figure(u32),
    /// It is the sentence of what is pointed at.
    Sentence,
}

/// A marked stretch of a passage. Marks of different kinds may overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The first character (Unicode scalar values of the passage's text).
    pub start: u32,
    /// The character after the last.
    pub end: u32,
    /// Why.
    pub kind: MarkKind,
}

/// A block of an article, marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// What it is.
    pub kind: BlockKind,
    /// Its text.
    pub text: String,
    /// Its first line in the source.
    pub line: u32,
    /// Ascending by start.
    pub marks: Vec<Mark>,
}

/// An article opened for reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Its id, as in [`Hit::id`].
    pub id: String,
    /// The file it stands in.
    pub document: String,
    /// Its date.
    pub date: Option<DateRange>,
    /// The article; its blocks are in `passages`, marked, and not here.
    pub article: Article,
    /// What matched in the title.
    pub title_marks: Vec<Mark>,
    /// Its text.
    pub passages: Vec<Passage>,
    /// The ids of the articles before and after it on the same page.
    pub previous: Option<String>,
    /// See `previous`.
    pub next: Option<String>,
    /// The articles of the same page and day, itself among them; empty where the source does not tell pages apart.
    pub same_page: Vec<Related>,
    /// Other articles that tell of an initiative of the same name: those that share most first, then the newest.
    pub related: Vec<Related>,
    /// The newest of the other articles on the same county.
    pub same_county: Vec<Related>,
}

/// An article beside the one that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Its id, as in [`Hit::id`].
    pub id: String,
    /// Its headline, else the title of our making.
    pub title: Option<String>,
    /// Its date.
    pub date: Option<DateRange>,
    /// The names of initiatives that both tell of, as this one has them.
    pub shared: Vec<String>,
}

/// An initiative as one article tells of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Telling {
    /// The article's id, as in [`Hit::id`].
    pub id: String,
    /// The article's date.
    pub date: Option<DateRange>,
    /// Its headline, else the title of our making.
    pub title: Option<String>,
    /// The initiative's place in [`Article::initiatives`].
    pub place: u32,
    /// The initiative.
    pub initiative: Initiative,
}
