use serde::{Deserialize, Serialize};

/// What kind of word a word is. Ordered: what readers more likely mean first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WordKind {
    /// A county-level division, in its full or short form.
    County,
    /// Somebody named in a by-line.
    Person,
    /// The name of an initiative, without quotes.
    Initiative,
    /// A standing head.
    Column,
    /// Any other word.
    #[default]
    Word,
}

/// A word of an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The word, folded.
    pub text: String,
    /// What kind of word it is.
    pub kind: WordKind,
    /// In how many articles its characters stand.
    pub articles: u32,
}

/// The words of an archive, and how their characters are read. Words do not decide what matches: they cut long queries,
/// are offered while typing, and are found by pinyin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// Ascending by text, each once.
    pub words: Vec<Word>,
    /// Ascending by character: its readings in pinyin without tones, the usual one first.
    pub readings: Vec<(char, Vec<String>)>,
}
