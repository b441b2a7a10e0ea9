//! Pages of our own making, each with the defects of real ones.

mod column;
mod furniture;
mod headline;
mod photograph;
mod reading;
mod sentence;
mod story;
mod whole;
