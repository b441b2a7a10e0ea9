//! Places, dates, figures and initiatives in articles.

mod gazetteer;
mod vocabulary;

pub use gazetteer::{Gazetteer, Place, Region, RegionError, detect_region, find_places};
pub use vocabulary::vocabulary;
