use super::offline::OfflineWish;
use super::save::Format;
use crate::view::Action;

/// What a reader wants who chooses a part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The page shall change.
    Act(Action),
    /// The box shall be empty, with the reader in it.
    Clear,
    /// The archive shall be opened anew.
    Retry,
    /// Something about working without a network.
    Offline(OfflineWish),
    /// The text shall be on the clipboard.
    Copy(String),
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
