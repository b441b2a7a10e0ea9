use super::failure::Failure;
use super::fetch::Progress;
use super::offline::Offline;
use super::source::Opened;
use super::wish::Wish;
use crate::engine::PartName;
use crate::view::Text;

/// What the page is told.
pub enum Message {
    /// A reader wants something.
    Wish(Wish),
    /// Back or Forward was pressed.
    Came,
    /// The element may have another size.
    Measure,
    /// There is time to count and to draw for the answer of this number.
    Work(u32),
    /// The reader shall be told something.
    Say(Text),
    /// What works without a network is another.
    Offline(Offline),
    /// It is time to open anew what did not open.
    Again,
    /// The archive of an attempt to open it comes.
    Progress(u32, Progress),
    /// The archive of an attempt to open it is there, or is not.
    Opened(u32, Opened),
    /// The question of this number is the last one still: what it needs is worth fetching.
    Due(u32, Vec<PartName>),
    /// What the question of this number needed was fetched, or was not.
    Fetched(u32, Result<(), Failure>),
}
