//! Places, dates, figures and initiatives in articles.

pub mod time;
