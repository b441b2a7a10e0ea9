//! Places, dates, figures and initiatives in articles.

mod gazetteer;

pub use gazetteer::{Gazetteer, Place, Region, RegionError, detect_region, find_places};
