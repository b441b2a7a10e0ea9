//! Marks: what a chart is drawn with, each placed by its chart's scales. Axes and keys are marks too.

mod axis;
mod bar;
mod label;
mod rule;
mod swatch;
mod tint;

pub(super) use axis::{value_axis_across, value_axis_up};
pub(super) use bar::bar;
pub(super) use label::{Anchor, label};
pub(super) use rule::rule;
pub(super) use swatch::swatches;
pub(super) use tint::{Tint, painted, tints};
