//! Places, dates, figures and initiatives in articles.
