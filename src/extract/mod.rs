//! Places, dates, figures and initiatives in articles.

mod county;
mod gazetteer;

pub use county::decide as decide_county;
pub use gazetteer::{Gazetteer, Place, Region, RegionError, detect_region, find_places};
