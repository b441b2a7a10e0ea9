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

/// Puts items into the order of their numbers: `swap` makes two places change what they have.
fn in_swaps(mut order: Vec<u32>, swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..order.len() {
        let mut place = first;
        loop {
            let next = std::mem::replace(&mut order[place], place as u32) as usize;
            if next == first {
                break;
            }
            swap(place, next);
            place = next;
        }
    }
}

/// The numbers of items as they stand.
///
/// # Panics
/// Beyond 4 billion items.
fn as_they_stand(length: usize) -> Vec<u32> {
    (0..u32::try_from(length).expect("fewer than 4 billion items")).collect()
}
