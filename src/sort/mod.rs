//! Sorting, in one way for all.
//!
//! The sorts of the standard library are made anew for each type that they sort, some 10 kB of program each, and the
//! browser has to load them all. These are made once.

mod by_number;
mod by_order;
mod distinct;

pub use by_number::{descending, sort_by_number};
pub use by_order::sort_by;
pub use distinct::sort_distinct;

/// Puts items into the order of their numbers.
fn arrange<T: Clone>(items: &mut Vec<T>, order: &[u32]) {
    *items = order.iter().map(|&place| items[place as usize].clone()).collect();
}

/// The numbers of items as they stand.
///
/// # Panics
/// Beyond 4 billion items.
fn as_they_stand(length: usize) -> Vec<u32> {
    (0..u32::try_from(length).expect("fewer than 4 billion items")).collect()
}
