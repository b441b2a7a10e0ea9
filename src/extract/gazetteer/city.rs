use super::nation::Gazetteer;
use crate::text::fold;

/// The cities of the nation that a folded text names in full (焦作市), by characters: start and end of each. 市民 and 市场 after a
/// city's name are words of their own.
pub fn find_cities(folded: &str) -> Vec<(usize, usize)> {
    let nation = Gazetteer::national();
    let text: Vec<char> = folded.chars().collect();
    let is_city = |start: usize, end: usize, prefecture: usize| {
        let name: String = text.get(start..end).unwrap_or_default().iter().collect();
        let rest = text.get(end..).unwrap_or_default();
        let is_cut = matches!(rest, ['民', next, ..] if *next != '政') || matches!(rest, ['场' | '值' | '价', ..]);
        !is_cut
            && name.ends_with('市')
            && nation.table.prefectures.get(prefecture).is_some_and(|city| fold(&city.name) == name)
    };
    let found = nation.scanner().find(folded).into_iter();
    found
        .filter(|found| found.meaning.prefecture.is_some_and(|prefecture| is_city(found.start, found.end, prefecture)))
        .map(|found| (found.start, found.end))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_are_found_by_their_full_names() {
        assert_eq!(find_cities("近日,焦作市教育局到朝阳市学习"), [(3, 6), (10, 13)]);
        for text in ["焦作的春天", "广州市民在排队", "修武县的云台山", "孟州市的桃花"] {
            assert_eq!(find_cities(text), [], "{text}");
        }
        assert_eq!(find_cities("广州市民政局").len(), 1);
    }
}
