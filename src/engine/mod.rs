//! A session over an archive's bytes. It is given bytes and answers, or says which it needs; it never reads a file or a
//! network itself.

mod archive;
mod build;
mod by_need;
#[cfg(feature = "cli")]
mod depot;
#[cfg(feature = "cli")]
mod overview;
#[cfg(feature = "cli")]
mod publish;
mod reading;
mod session;
mod totals;

pub use crate::format::{FormatError, PartName};
#[cfg(feature = "cli")]
pub use crate::index::Scratch;
pub use crate::index::documents::Document;
pub use crate::query::Key as FilterKey;
pub use archive::{Archive, Options};
pub use build::build;
#[cfg(feature = "cli")]
pub use depot::{Articles, Depot, Group};
#[cfg(feature = "cli")]
pub use overview::Overview;
#[cfg(feature = "cli")]
pub use publish::{ENTRY, differences, publish, publish_from};
pub use session::{Reply, Session};

#[cfg(all(test, feature = "cli"))]
mod oracle;
#[cfg(test)]
mod tests;
