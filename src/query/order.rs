use crate::text::is_han;

/// A stretch of text is so many characters long,
const STRETCH: usize = 100;
/// and the next begins so many after it.
const STEP: usize = STRETCH / 2;
/// So many characters of a query are looked for in order.
const MOST: usize = u64::BITS as usize;

/// The characters of a query, each once, with a bit for each of its places.
#[derive(Debug)]
pub(super) struct Order(Vec<(char, u64)>);

impl Order {
    /// The order of characters. Beyond the first 64 they are left out.
    pub fn of(query: &[char]) -> Order {
        let mut characters: Vec<(char, u64)> = Vec::new();
        for (place, &c) in query.iter().take(MOST).enumerate() {
            match characters.iter_mut().find(|(known, _)| *known == c) {
                Some((_, places)) => *places |= 1 << place,
                None => characters.push((c, 1 << place)),
            }
        }
        Order(characters)
    }

    /// Of each Han character its places.
    pub fn han(&self) -> impl Iterator<Item = u64> {
        self.0.iter().filter(|(c, _)| is_han(*c)).map(|&(_, places)| places)
    }

    /// For each character of a text its places in the query.
    pub fn masks(&self, text: &[char]) -> Vec<u64> {
        let places = |c: &char| self.0.iter().find(|(known, _)| known == c).map_or(0, |&(_, places)| places);
        text.iter().map(places).collect()
    }

    /// How many of the characters stand, in their order, whatever is between them, in one stretch of a text: the most there are.
    ///
    /// The length of the longest common subsequence, a bit for each place (Hyyrö: “Bit-parallel LCS-length computation revisited”, 2004).
    pub fn most(&self, masks: &[u64]) -> u32 {
        let length = |stretch: &[u64]| {
            let row = stretch.iter().fold(u64::MAX, |row: u64, mask| {
                let common = row & mask;
                row.wrapping_add(common) | (row - common)
            });
            row.count_zeros()
        };
        let stretches =
            (0..masks.len()).step_by(STEP).filter_map(|from| masks.get(from..masks.len().min(from + STRETCH)));
        stretches.map(length).max().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The longest common subsequence as it is defined.
    fn longest(one: &[char], other: &[char]) -> u32 {
        match (one, other) {
            ([a, one @ ..], [b, other @ ..]) if a == b => 1 + longest(one, other),
            ([_, rest @ ..], [_, others @ ..]) => longest(rest, other).max(longest(one, others)),
            _ => 0,
        }
    }

    proptest! {
        #[test]
        fn as_many_as_stand_in_order(query in "[红色家园a]{0,8}", text in "[红色家园a，]{0,9}") {
            let query: Vec<char> = query.chars().collect();
            let text: Vec<char> = text.chars().collect();
            let order = Order::of(&query);
            prop_assert_eq!(order.most(&order.masks(&text)), longest(&query, &text));
        }
    }

    #[test]
    fn what_is_far_apart_is_not_in_order() {
        let order = Order::of(&['红', '色']);
        let text = |gap: usize| format!("红{}色", "，".repeat(gap)).chars().collect::<Vec<char>>();
        assert_eq!(order.most(&order.masks(&text(40))), 2);
        assert_eq!(order.most(&order.masks(&text(400))), 1);
    }
}
