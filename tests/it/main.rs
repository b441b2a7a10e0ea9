//! The native integration tests, in one binary.

mod analysis;
mod charts;
mod cli;
mod house;
mod sample_pages;
