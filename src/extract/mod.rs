//! Places, dates, figures and initiatives in articles.

mod vocabulary;

pub use vocabulary::vocabulary;
