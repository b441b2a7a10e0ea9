use serde::{Deserialize, Serialize};

/// The part of an article that a character stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The headline.
    Title,
    /// The standing head.
    Column,
    /// The first paragraph.
    Lead,
    /// Another paragraph.
    Body,
    /// A head over a part of the article.
    SectionHead,
    /// The text under a photograph.
    Caption,
    /// A by-line.
    Byline,
}

impl Field {
    /// All fields, in the order of their numbers.
    pub const ALL: [Field; 7] =
        [Field::Title, Field::Column, Field::Lead, Field::Body, Field::SectionHead, Field::Caption, Field::Byline];
}
