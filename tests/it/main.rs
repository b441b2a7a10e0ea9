//! The native integration tests, in one binary.

mod analysis;
mod cli;
mod damage;
mod formats;
mod house;
mod sample_pages;
