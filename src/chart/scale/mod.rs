//! Scales turn data into places. Each kind is named after d3-scale's and behaves as it does.

mod band;
mod linear;

pub use band::Band;
pub use linear::Linear;
