use std::cmp::Ordering;

use super::{as_they_stand, in_swaps};

/// Sorts by an order; equal ones stay in their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = merge_sort(items.len(), &|a, b| compare(&items[a as usize], &items[b as usize]));
    in_swaps(order, &mut |one, other| items.swap(one, other));
}

/// Merge sort from the bottom: runs of 1, 2, 4… are merged two by two.
fn merge_sort(length: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order = as_they_stand(length);
    let mut merged = Vec::with_capacity(length);
    let mut run = 1;
    while run < length {
        for two in order.chunks(run * 2) {
            let (mut left, mut right) = two.split_at(run.min(two.len()));
            while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
                if compare(*a, *b).is_le() {
                    merged.push(*a);
                    left = left_rest;
                } else {
                    merged.push(*b);
                    right = right_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_the_stable_sort_of_std(words in proptest::collection::vec("[ab]{0,3}", 0..100)) {
            let mut sorted: Vec<(String, usize)> = words.into_iter().zip(0..).collect();
            let mut expect = sorted.clone();
            expect.sort();
            sort_by(&mut sorted, |(a, _), (b, _)| a.cmp(b));
            prop_assert_eq!(sorted, expect);
        }
    }
}
