//! The native integration tests, in one binary.

mod analysis;
mod cli;
mod damage;
mod house;
mod sample_pages;
