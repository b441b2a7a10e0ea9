/// Values by a character, such as words by the one that they begin or end with. Where a character has none, as nearly all of a
/// text have, that costs one look.
#[derive(Debug)]
pub struct ByChar<T> {
    /// A bit for each code point up to the last character that has values.
    has: Vec<u64>,
    /// Ascending by character; those of one character as they were given.
    values: Vec<(char, T)>,
}

impl<T> ByChar<T> {
    /// Of values, each with its character.
    pub fn new(values: impl IntoIterator<Item = (char, T)>) -> ByChar<T> {
        let mut values: Vec<(char, T)> = values.into_iter().collect();
        values.sort_by_key(|&(c, _)| c);
        let mut has = vec![0; values.last().map_or(0, |&(last, _)| last as usize / 64 + 1)];
        values.iter().for_each(|&(c, _)| has[c as usize / 64] |= 1 << (c as usize % 64));
        ByChar { has, values }
    }

    /// Whether a character has values.
    #[inline]
    pub fn has(&self, c: char) -> bool {
        self.has.get(c as usize / 64).is_some_and(|bits| bits >> (c as usize % 64) & 1 == 1)
    }

    /// The values of a character.
    #[inline]
    pub fn of(&self, c: char) -> impl Iterator<Item = &T> + Clone {
        let from = if self.has(c) { self.values.partition_point(|&(other, _)| other < c) } else { self.values.len() };
        self.values[from..].iter().take_while(move |&&(other, _)| other == c).map(|(_, value)| value)
    }
}

impl ByChar<&'static str> {
    /// Words by their first character.
    pub fn first(words: &[&'static str]) -> Self {
        ByChar::new(words.iter().filter_map(|&word| Some((word.chars().next()?, word))))
    }
}

impl<T: Copy> ByChar<(&'static str, T)> {
    /// The entries of a table by the first character of their words.
    pub fn table(entries: &[(&'static str, T)]) -> Self {
        ByChar::new(entries.iter().filter_map(|&entry| Some((entry.0.chars().next()?, entry))))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_character_has_the_values_that_were_given_for_it(
            values in proptest::collection::vec(("[a-c天地玄𠀀]", 0..9_u8), 0..12),
            asked in "[a-d天地玄黄𠀀𠀁]",
        ) {
            let first = |text: &str| text.chars().next().expect("one character");
            let by_char = ByChar::new(values.iter().map(|(c, value)| (first(c), *value)));
            let found: Vec<u8> = by_char.of(first(&asked)).copied().collect();
            let expect: Vec<u8> = values.iter().filter(|(c, _)| *c == asked).map(|&(_, value)| value).collect();
            prop_assert_eq!(by_char.has(first(&asked)), !expect.is_empty());
            prop_assert_eq!(found, expect);
        }
    }
}
