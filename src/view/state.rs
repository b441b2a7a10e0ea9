use super::Charts;
use crate::chart::Language;
use crate::model::Sort;

/// How many hits a page of results has.
pub const PAGE: u32 = 20;

/// What a narrow page shows; a wide one shows them all side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The articles found.
    #[default]
    Articles,
    /// The charts.
    Charts,
    /// What narrows the answer.
    Filters,
}

impl Pane {
    /// All of them, in the order they are offered.
    pub const ALL: [Pane; 3] = [Pane::Articles, Pane::Charts, Pane::Filters];
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// The list of suggestions under the box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hint {
    /// It is not shown.
    #[default]
    Shut,
    /// It is shown, where there is something to suggest.
    Open,
    /// The reader is on one of them.
    On(usize),
}

/// Everything that decides what the page shows of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The query as typed, filters included.
    pub query: String,
    /// Whether the query is still being typed.
    pub draft: bool,
    /// The place of the suggestion that the reader is on, where suggestions are offered.
    pub hint: Hint,
    /// The order of hits.
    pub sort: Sort,
    /// Which page of hits is shown, from 1.
    pub page: u32,
    /// The id of the article that is open.
    pub article: Option<String>,
    /// The initiative of that article that is pointed at: its place in the article.
    pub point: Option<u32>,
    /// What a narrow page shows.
    pub pane: Pane,
    /// What the charts show.
    pub charts: Charts,
    /// The language of the page.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Whether keys without Ctrl or Alt do something outside of the box.
    pub shortcuts: bool,
    /// What of the page's address was not understood.
    pub odd: Vec<String>,
}

impl State {
    /// The page as it first opens.
    pub fn new(language: Language) -> Self {
        State {
            query: String::new(),
            draft: false,
            hint: Hint::Shut,
            sort: Sort::default(),
            page: 1,
            article: None,
            point: None,
            pane: Pane::default(),
            charts: Charts::default(),
            language,
            theme: Theme::default(),
            shortcuts: true,
            odd: Vec::new(),
        }
    }
}
