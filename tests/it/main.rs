//! The native integration tests, in one binary.

mod analysis;
mod builds;
mod charts;
mod cli;
mod damage;
mod formats;
mod grown;
mod house;
mod long;
mod sample_pages;
mod serve;
mod site;
mod site_grown;
