//! What was understood of a page, held against what a careful reader found on it: precision and recall per field, with
//! every miss and every false find.

mod alignment;
mod article;
mod dates;
mod heads;
mod initiatives;
mod labels;
mod names;
mod page;
mod period;
mod tally;
#[cfg(test)]
mod tests;

pub use labels::{LabelError, PageLabels, read_labels};
pub use page::score;
pub use tally::{Score, Slip, SlipKind, Tally};
