use serde::{Deserialize, Serialize};

use super::{Article, DateRange, Doubt};

/// Where an issue date was taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IssueBasis {
    /// The command line.
    Option,
    /// A field of the source: front matter, or a JSON Lines field.
    FrontMatter,
    /// The file's name.
    FileName,
    /// The page's own text.
    Text,
    /// Nothing gives one.
    #[default]
    None,
}

/// The date of the issue, as precise as its source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IssueDate {
    /// The date; `None` where nothing supports one.
    pub value: Option<DateRange>,
    /// Where it was taken from.
    pub basis: IssueBasis,
    /// The words it was taken from.
    pub evidence: Option<String>,
}

/// A line of the source that belongs to no article, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// Its line, from 1.
    pub line: u32,
    /// The line as it stands.
    pub text: String,
    /// What it is: `standing-head`, `page-head`, `title-list`, `site-bar`, `imprint`, `rule`, `page-number`.
    pub what: String,
}

/// One file as it was read: a newspaper page, or a file of many articles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The file's base name.
    pub document: String,
    /// The date of the issue.
    pub issue_date: IssueDate,
    /// Its articles in reading order.
    pub articles: Vec<Article>,
    /// The lines that belong to no article.
    pub furniture: Vec<Furniture>,
    /// Where the reading guessed, by line.
    #[serde(default)]
    pub doubts: Vec<Doubt>,
}

/// Something in the input that was wrong or doubtful, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The path as it was given or found.
    pub path: String,
    /// The line, from 1, where one is to blame.
    pub line: Option<u32>,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}
