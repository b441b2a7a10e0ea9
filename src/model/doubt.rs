use serde::{Deserialize, Serialize};

/// A place where the reading of a page is a guess, which an editor may want to look at. Nothing is wrong with the input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Doubt {
    /// The line, from 1.
    pub line: u32,
    /// What is in doubt.
    pub kind: DoubtKind,
    /// The words that are in doubt, or the lines where it is several; empty where it is the place.
    pub text: String,
    /// What was understood, and what else it may be, in English.
    pub what: String,
}

/// What can be in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtKind {
    /// A headline that may be a column's name.
    Headline,
    /// A column's name that may be a headline.
    Column,
    /// The head of a section that may be the next story's headline.
    SectionHead,
    /// An article begins without a headline.
    NoHeadline,
    /// Several lines were joined into one headline.
    JoinedHeadline,
    /// A column's name that fits no article beside it.
    LoneColumn,
    /// A by-line whose names could not be read.
    Byline,
    /// A name without a common surname.
    Name,
    /// A paragraph without the end of a sentence.
    CutParagraph,
    /// Text joined over blank lines.
    JoinedText,
    /// Two columns side by side that were parted.
    TwoColumns,
}

impl Doubt {
    /// A doubt about words on a line; without words, about the place.
    pub fn new(line: u32, kind: DoubtKind, text: impl Into<String>) -> Doubt {
        let text = text.into();
        let what = match kind {
            DoubtKind::Headline => "was taken for a headline; it may be a column's name",
            DoubtKind::Column => "was taken for a column's name; it may be a headline",
            DoubtKind::SectionHead => "was taken for the head of a section; it may be the headline of the next story",
            DoubtKind::NoHeadline => "an article without a headline begins here",
            DoubtKind::JoinedHeadline => "this line and those under it were joined into one headline",
            DoubtKind::LoneColumn => "was taken for a column's name, but fits no article beside it",
            DoubtKind::Byline => "looks like a by-line, but its names could not be read",
            DoubtKind::Name => "was taken for a name, although it begins with no common surname",
            DoubtKind::CutParagraph => "the paragraph breaks off here without the end of a sentence",
            DoubtKind::JoinedText => "the line was joined with the text before it over blank lines",
            DoubtKind::TwoColumns => {
                "look like those of two columns side by side, and were read one column after the other"
            }
        };
        let what = match kind {
            DoubtKind::TwoColumns => format!("lines {} {what}", text.replace('–', " to ")),
            _ if text.is_empty() => what.to_owned(),
            _ => format!("“{text}” {what}"),
        };
        Doubt { line, kind, text, what }
    }
}
