//! Bytes become pages, pages become articles.
