use super::{as_they_stand, in_swaps};

/// Sorts by a number, the least first; equal ones stay in their order. What is sorted by several numbers is sorted by the
/// least important first.
pub fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> u64) {
    let numbers: Vec<u64> = items.iter().map(number).collect();
    sort(&numbers, &mut |one, other| items.swap(one, other));
}

fn sort(numbers: &[u64], swap: &mut dyn FnMut(usize, usize)) {
    if !numbers.is_sorted() {
        in_swaps(order(numbers), swap);
    }
}

/// A number that is the less the greater this one is, which is not negative.
pub fn descending(score: f64) -> u64 {
    // The bits of doubles that are not negative are in the order of the doubles.
    !score.to_bits()
}

/// Radix sort by digits, the least significant first: each round is a stable counting sort. Digits that are alike in all
/// numbers need none. Of many numbers a digit has more bits, so that there are fewer rounds.
fn order(numbers: &[u64]) -> Vec<u32> {
    const MANY: usize = 1 << 15;
    let bits = if numbers.len() < MANY { 8 } else { 13 };
    let first = numbers.first().copied().unwrap_or_default();
    let varying = numbers.iter().fold(0, |varying, number| varying | (number ^ first));
    let mut order = as_they_stand(numbers.len());
    let mut next = order.clone();
    let last = (1_u64 << bits) - 1;
    for shift in (0..u64::BITS).step_by(bits).filter(|shift| (varying >> shift) & last != 0) {
        let digit = |place: u32| ((numbers[place as usize] >> shift) & last) as usize;
        let mut starts = vec![0; last as usize + 2];
        order.iter().for_each(|&place| starts[digit(place) + 1] += 1);
        for value in 1..starts.len() {
            starts[value] += starts[value - 1];
        }
        for &place in &order {
            let start = &mut starts[digit(place)];
            next[*start] = place;
            *start += 1;
        }
        std::mem::swap(&mut order, &mut next);
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_the_stable_sort_of_std(
            numbers in proptest::collection::vec(prop_oneof![0..4u64, 0..70_000u64, any::<u64>()], 0..300),
        ) {
            let mut sorted: Vec<(u64, usize)> = numbers.iter().copied().zip(0..).collect();
            let mut expect = sorted.clone();
            expect.sort();
            sort_by_number(&mut sorted, |&(number, _)| number);
            prop_assert_eq!(sorted, expect);
        }

        #[test]
        fn scores_from_the_greatest(scores in proptest::collection::vec(0.0..9.9f64, 0..50)) {
            let mut sorted = scores.clone();
            sort_by_number(&mut sorted, |&score| descending(score));
            prop_assert!(sorted.is_sorted_by(|a, b| a >= b));
        }
    }
}
