use super::save::Format;
use crate::view::Action;

/// What a reader wants who chooses a part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The page shall change.
    Act(Action),
    /// The box shall be empty, with the reader in it.
    Clear,
    /// The queries asked before shall be forgotten.
    Forget,
    /// The archive shall be opened anew.
    Retry,
    /// The place shall be shown where the article names the initiative first.
    Point(usize),
    /// The chart that hosts know by this name shall be saved.
    Save(&'static str, Format),
}

impl From<Action> for Wish {
    fn from(action: Action) -> Self {
        Wish::Act(action)
    }
}
