use serde::{Deserialize, Serialize, Serializer};

use super::Day;

/// Where a fact stands: characters `start..end` (Unicode scalar values) of one of its article's blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The block's place in [`Article::blocks`](super::Article::blocks), or [`Span::TITLE`].
    pub block: u32,
    /// The first character.
    pub start: u32,
    /// The character after the last.
    pub end: u32,
}

impl Span {
    /// The place of the headline among the blocks. What stands in it is told of an article, and kept in no archive.
    pub const TITLE: u32 = u32::MAX;
}

/// What a date or a year rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Printed in the same passage.
    Explicit,
    /// Reckoned from a relative expression (去年) and the issue date.
    Relative,
    /// Taken from the time that governs the article (2023年以来).
    Inherited,
    /// Nothing but the date of the issue.
    Issue,
    /// Nothing supports one.
    #[default]
    None,
}

/// An expression of time and the days it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DateMention {
    /// The words.
    pub text: String,
    /// Its line in the source, from 1.
    pub line: u32,
    /// The first day; `None` where the beginning is open.
    pub from: Option<Day>,
    /// The last day, inclusive; `None` where the end is open.
    pub to: Option<Day>,
    /// What the days rest on.
    pub basis: Basis,
    /// Where it stands.
    pub span: Span,
}

/// A number with its unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The words, from what is counted to the unit: 红色家园2个.
    pub text: String,
    /// The number as printed in `unit`: 100 for 100万元.
    #[serde(serialize_with = "plain_number")]
    pub value: f64,
    /// The end of a range: 2 in 1~2个.
    #[serde(serialize_with = "plain_number_or_null")]
    pub value_max: Option<f64>,
    /// The unit as printed: 万元.
    pub unit: String,
    /// Whether the text says that it is about so much (余, 多, 近, 约).
    pub approx: bool,
    /// Its line in the source, from 1.
    pub line: u32,
    /// Where it stands.
    pub span: Span,
}

/// Writes 500 and not 500.0 for people; in the archive's bytes it stays a double.
pub(super) fn plain_number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if serializer.is_human_readable() && value.fract() == 0.0 && value.abs() < EXACT {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

fn plain_number_or_null<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    struct Plain(f64);
    impl Serialize for Plain {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            plain_number(&self.0, serializer)
        }
    }
    value.map(Plain).serialize(serializer)
}

/// What kind of thing an initiative is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum InitiativeKind {
    /// 工程, 项目, 计划.
    Project,
    /// 行动, 活动, 创建.
    Campaign,
    /// 机制, 模式, 制度.
    Mechanism,
    /// 品牌.
    Brand,
    /// A place made for it: 驿站, 家园, 之家.
    Venue,
    /// 论坛, 培训班, 推进会.
    Event,
    /// 称号, 评选.
    Award,
    /// 平台, 数字学院.
    Platform,
    /// Unnamed but counted: 电商直播培训8场.
    #[default]
    Measure,
}

impl InitiativeKind {
    /// Every kind, in order.
    pub const ALL: [InitiativeKind; 9] = [
        InitiativeKind::Project,
        InitiativeKind::Campaign,
        InitiativeKind::Mechanism,
        InitiativeKind::Brand,
        InitiativeKind::Venue,
        InitiativeKind::Event,
        InitiativeKind::Award,
        InitiativeKind::Platform,
        InitiativeKind::Measure,
    ];
}

/// A named programme, or a concrete measure with its figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Initiative {
    /// Its name, quotes as printed: “碧水行动”.
    pub name: String,
    /// What it is.
    pub kind: InitiativeKind,
    /// The county it is filed under: its article's.
    pub county: Option<String>,
    /// The year it belongs to.
    pub year: Option<i16>,
    /// What that year rests on.
    pub year_basis: Basis,
    /// The line of its first mention, from 1.
    pub line: u32,
    /// Where it is first mentioned.
    pub span: Span,
    /// The figures that measure it.
    pub figures: Vec<Figure>,
}
