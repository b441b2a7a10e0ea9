//! One native integration binary.

mod sample_pages;
