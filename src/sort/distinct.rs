/// Sorts distinct numbers: each is a bit in a row, which is then read through. Where the row would be long against the numbers,
/// they are sorted like others.
pub fn sort_distinct(numbers: &mut Vec<u32>) {
    /// A word of the row costs about as much as this share of a number that is sorted.
    const WORDS: usize = 16;
    if numbers.is_sorted() {
        return;
    }
    let bounds = numbers.iter().fold((u32::MAX, 0), |(least, most), &number| (number.min(least), number.max(most)));
    let (first, last) = (bounds.0 / u64::BITS, bounds.1 / u64::BITS);
    let length = (last - first) as usize + 1;
    if length > WORDS * numbers.len() {
        return super::sort_by_number(numbers, |&number| number.into());
    }
    let mut row = vec![0_u64; length];
    for &number in numbers.iter() {
        row[(number / u64::BITS - first) as usize] |= 1 << (number % u64::BITS);
    }
    numbers.clear();
    for (word, base) in row.iter_mut().zip(first..) {
        while *word != 0 {
            numbers.push(base * u64::BITS + word.trailing_zeros());
            *word &= *word - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_the_sort_of_std(
            mut numbers in proptest::collection::vec(prop_oneof![0..900u32, any::<u32>(), 4_294_967_000..=u32::MAX], 0..200),
            near in any::<bool>(),
        ) {
            numbers.retain(|number| !near || *number < 900);
            let distinct: std::collections::BTreeSet<u32> = numbers.iter().copied().collect();
            numbers.retain({
                let mut seen = std::collections::BTreeSet::new();
                move |number| seen.insert(*number)
            });
            sort_distinct(&mut numbers);
            prop_assert!(numbers.into_iter().eq(distinct));
        }
    }
}
