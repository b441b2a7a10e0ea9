use std::cell::RefCell;

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
    /// The queries asked before shall be forgotten.
    Forget,
    /// The archive shall be opened anew.
    Retry,
    /// The first mark with this attribute and number shall be shown.
    Point(&'static str, usize),
    /// Articles between two steps of time shall be shown: the places of the ends, in either order.
    Between(usize, usize),
    /// What has this name shall be unfolded, or folded again.
    Fold(&'static str),
    /// Something about working without a network.
    Offline(OfflineWish),
    /// The text shall be on the clipboard.
    Copy(String),
    /// The chart that hosts know by this name shall be saved.
    Save(&'static str, Format),
    /// The picture of the chart that hosts know by this name shall be on the clipboard, under its title.
    CopyPicture(&'static str, String),
    /// The chart that hosts know by this name shall have the whole screen, or no longer.
    Fill(&'static str),
    /// The link of what is shown shall be copied.
    CopyLink,
    /// The citation of the article shall be copied.
    CopyCitation,
    /// The link shall be handed on by the browser's own means.
    Share,
    /// How to use the page shall be told.
    Help,
    /// That has been told.
    CloseHelp,
}

impl From<Action> for Wish {
    fn from(action: Action) -> Self {
        Wish::Act(action)
    }
}

/// What is wished by all that is drawn, sheet by sheet: `data-wish` has the sheet and the place in it.
#[derive(Debug, Default)]
pub struct Wishes(RefCell<Vec<Vec<Option<Wish>>>>);

impl Wishes {
    /// From now on these are the wishes of a sheet.
    pub fn expect(&self, sheet: usize, wishes: Vec<Option<Wish>>) {
        let mut sheets = self.0.borrow_mut();
        if sheets.len() <= sheet {
            sheets.resize_with(sheet + 1, Vec::new);
        }
        sheets[sheet] = wishes;
    }

    /// The wish at a place: `2.17`.
    pub fn at(&self, place: &str) -> Option<Wish> {
        let (sheet, place) = place.split_once('.')?;
        let (sheet, place): (usize, usize) = (sheet.parse().ok()?, place.parse().ok()?);
        self.0.borrow().get(sheet)?.get(place)?.clone()
    }
}
