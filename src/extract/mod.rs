//! Places, dates, figures and initiatives in articles.

pub mod figure;
pub mod initiative;
pub mod time;
