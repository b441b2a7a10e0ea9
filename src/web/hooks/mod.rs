//! What components share of the browser: an archive that opens, the address bar, the width of an element.

mod use_archive;
mod use_composition;
mod use_permalink;
mod use_shortcut;
mod use_width;

pub use use_archive::{Opening, use_archive};
pub use use_composition::use_composition;
pub use use_permalink::{native_language, use_permalink};
pub use use_shortcut::use_shortcut;
pub use use_width::use_width;
