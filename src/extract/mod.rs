//! Places, dates, figures and initiatives in articles.

mod analysis;
mod county;
mod figure;
mod gazetteer;
mod initiative;
mod printed;
mod reader;
mod time;
mod vocabulary;

pub use analysis::Analysis;
pub use gazetteer::{Gazetteer, Place, Region, RegionError, RegionVotes, detect_region, find_places};
pub use initiative::FoundInitiative;
pub use reader::Extractor;
pub use time::FoundDate;
pub use vocabulary::{WordCounter, WordFinder, vocabulary};
