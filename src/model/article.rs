use serde::{Deserialize, Serialize};

use super::{Basis, DateMention, Figure, Initiative, IssueDate};

/// What an article is, as a newspaper sorts its pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ArticleKind {
    /// A report.
    #[default]
    News,
    /// A portrait of one person.
    Profile,
    /// A group of photographs with captions, or one with a short text.
    Photo,
}

/// What a block of an article's text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Running text.
    #[default]
    Paragraph,
    /// A head over a part of the article.
    SectionHead,
    /// The text under a photograph.
    Caption,
    /// A line that names who wrote or took it, as printed.
    Byline,
}

/// A paragraph, head, caption or by-line: a piece of text whose lines were rejoined.
///
/// Offsets are Unicode scalar values. The text holds no line break.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text: as printed, but for the line breaks and the indentation.
    pub text: String,
    /// For each source line that it was joined from: the offset where that line's text begins, and the line's
    /// number, counted from 1. The offsets ascend from 0, and so do the numbers, but where columns stand side by side and a
    /// block goes on at the head of the next. Never empty.
    pub lines: Vec<(u32, u32)>,
}

impl Block {
    /// A block that stands on one line.
    pub fn on_line(kind: BlockKind, text: impl Into<String>, line: u32) -> Self {
        Block { kind, text: text.into(), lines: vec![(0, line)] }
    }

    /// The source line that the character at `offset` stands on.
    pub fn line_at(&self, offset: u32) -> u32 {
        let after = self.lines.partition_point(|&(start, _)| start <= offset);
        self.lines.get(after.saturating_sub(1)).map_or(0, |&(_, line)| line)
    }
}

/// One article: its text in blocks, and what was understood of it.
///
/// Reading a page fills everything down to `blocks` (and `county`, `date` where the source names them);
/// extraction fills the rest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its place on the page in reading order, from 1.
    pub order: u32,
    /// The headline, verbatim (lines of one headline joined by a space); `None` where the page prints none.
    pub title: Option<String>,
    /// The lines of the source that the headline stands on, as those of a [`Block`]; empty where the source does not say. They are
    /// of use while pages are read, and kept nowhere.
    #[serde(skip)]
    pub title_lines: Vec<(u32, u32)>,
    /// A title made from the lead where there is none: ours, not the paper's.
    pub display_title: Option<String>,
    /// The name of the column it stands in, verbatim.
    pub standing_head: Option<String>,
    /// What kind of piece it is.
    pub kind: ArticleKind,
    /// The line of the headline, or of the first by-line or text where there is no headline. From 1.
    pub start_line: u32,
    /// The last line of text, caption or credit.
    pub end_line: u32,
    /// Who reported it, spaces inside names removed.
    pub reporters: Vec<String>,
    /// Correspondents (通讯员).
    pub correspondents: Vec<String>,
    /// Who took the photographs.
    pub photographers: Vec<String>,
    /// The identifier given by the source (JSON Lines `id`).
    pub id: Option<String>,
    /// Where the paper itself publishes it.
    pub url: Option<String>,
    /// The page of the paper (版), as printed.
    pub page: Option<String>,
    /// The date given for this very article by its source; otherwise the page's date holds.
    pub date: Option<IssueDate>,
    /// The text, in reading order; the headline and the standing head are not among the blocks.
    pub blocks: Vec<Block>,

    /// The county-level division it is about, by official name; `市直` for the city itself.
    pub county: Option<String>,
    /// The words the county was decided by.
    pub county_evidence: Option<String>,
    /// The year it tells of.
    pub year: Option<i16>,
    /// What that year rests on.
    pub year_basis: Basis,
    /// Every expression of time in it.
    pub dates: Vec<DateMention>,
    /// Figures that measure no initiative.
    pub figures: Vec<Figure>,
    /// The initiatives it tells of.
    pub initiatives: Vec<Initiative>,
}

impl Article {
    /// Reporters, correspondents and photographers, each once.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.reporters.iter().chain(&self.correspondents).chain(&self.photographers) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// The texts of all blocks of one kind, in order.
    pub fn texts(&self, kind: BlockKind) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter(move |block| block.kind == kind).map(|block| block.text.as_str())
    }
}
