//! Filters are part of the query's text, so that a reader sees what a click does and may type it too. Here the text is
//! cut just far enough to find them; what they mean is the engine's.

use crate::engine::FilterKey;

/// A filter of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What it is about.
    pub key: FilterKey,
    /// What is wanted, quotes removed.
    pub value: String,
}

/// The filters of a query, in order. An exclusion (`-县:…`) is none: no bar or facet makes one.
pub fn filters(query: &str) -> Vec<Filter> {
    words(query).into_iter().filter_map(filter).collect()
}

/// The value of the first filter with this key.
pub fn chosen(query: &str, key: FilterKey) -> Option<String> {
    filters(query).into_iter().find(|filter| filter.key == key).map(|filter| filter.value)
}

/// The official name, of those known, of the county that a query chooses; a reader may have left its last character out.
pub fn chosen_county<'a>(query: &str, counties: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let value = chosen(query, FilterKey::County)?;
    counties.into_iter().find(|county| same_county(county, &value))
}

/// The query with a value chosen: it takes the place of another choice with the same key; chosen already, it is removed.
pub fn toggle(query: &str, key: FilterKey, value: &str) -> String {
    let had = filters(query).iter().any(|filter| {
        filter.key == key && (filter.value == value || key == FilterKey::County && same_county(value, &filter.value))
    });
    let mut rest = without(query, key);
    if !had {
        if !rest.is_empty() {
            rest.push(' ');
        }
        rest.push_str(key.name());
        rest.push(':');
        let spaced = value.contains(char::is_whitespace);
        rest.push_str(&if spaced { format!("\"{value}\"") } else { value.to_owned() });
    }
    rest
}

/// The query without its filters of one key.
pub fn without(query: &str, key: FilterKey) -> String {
    keep(query, |filter| filter.key != key)
}

/// The query without any filter.
pub fn clear(query: &str) -> String {
    keep(query, |_| false)
}

fn keep(query: &str, wanted: impl Fn(&Filter) -> bool) -> String {
    let kept: Vec<&str> =
        words(query).into_iter().filter(|word| filter(word).is_none_or(|filter| wanted(&filter))).collect();
    kept.join(" ")
}

/// Whether a name means the county `official`: as it is, or without the character that says what it is (县, 市, 区).
pub fn same_county(official: &str, name: &str) -> bool {
    let short = official.strip_suffix(['县', '市', '区']).filter(|short| short.chars().count() >= 2);
    name == official || Some(name) == short
}

fn filter(word: &str) -> Option<Filter> {
    let (name, value) = word.split_once([':', '：'])?;
    let key = FilterKey::named(name)?;
    let value = value.trim_matches(is_quote);
    (!value.is_empty()).then(|| Filter { key, value: value.to_owned() })
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '＂')
}

/// The query cut at white space, but not inside quotes. A quote that is never closed reaches to the end.
fn words(query: &str) -> Vec<&str> {
    let (mut words, mut start, mut quoted) = (Vec::new(), None, false);
    for (at, character) in query.char_indices() {
        match character {
            '"' | '＂' => quoted = !quoted,
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        if character.is_whitespace() && !quoted {
            words.extend(start.take().map(|start| &query[start..at]));
        } else if start.is_none() {
            start = Some(at);
        }
    }
    words.extend(start.map(|start| &query[start..]));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_found_however_they_are_written() {
        let values = |query| filters(query).into_iter().map(|filter| (filter.key, filter.value)).collect::<Vec<_>>();
        assert_eq!(values("养老 县：云溪县"), [(FilterKey::County, "云溪县".to_owned())]);
        assert_eq!(values("County:云溪"), [(FilterKey::County, "云溪".to_owned())]);
        assert_eq!(values("题:“养老 服务” 年:2024").len(), 2);
        assert_eq!(values("举措年:2023"), [(FilterKey::InitiativeYear, "2023".to_owned())]);
        for none in ["县:", "-县:云溪县", "\"县:云溪县\"", "时间:下午", "：", "云溪县"] {
            assert_eq!(values(none), [], "{none}");
        }
    }

    #[test]
    fn a_choice_keeps_what_was_typed() {
        let query = "“组织 生活”　养老  -外卖 年:2024";
        assert_eq!(toggle(query, FilterKey::County, "云溪县"), "“组织 生活” 养老 -外卖 年:2024 县:云溪县");
        assert_eq!(toggle(query, FilterKey::Year, "2023"), "“组织 生活” 养老 -外卖 年:2023");
        assert_eq!(toggle(query, FilterKey::Year, "2024"), "“组织 生活” 养老 -外卖");
        assert_eq!(toggle(query, FilterKey::InitiativeYear, "2024"), "“组织 生活” 养老 -外卖 年:2024 举措年:2024");
        assert_eq!(clear(query), "“组织 生活” 养老 -外卖");
        assert_eq!(toggle("县:云溪 县:临汐", FilterKey::County, "云溪县"), "");
        assert_eq!(toggle("", FilterKey::Page, "第 4 版"), "版:\"第 4 版\"");
    }

    #[test]
    fn a_county_may_go_without_its_last_character() {
        assert_eq!(chosen_county("县:云溪", ["青禾区", "云溪县"]), Some("云溪县"));
        assert_eq!(chosen_county("县:溪", ["云溪县"]), None);
        assert!(!same_county("云县", "云"));
    }

    proptest::proptest! {
        #[test]
        fn twice_toggled_is_untouched_but_for_spaces(query in r#"[养老县年:： "“”\-a0]{0,20}"#) {
            let plain = without(&query, FilterKey::County);
            // An open quote swallows what follows it; the reader is then still typing.
            let closed = plain.matches('"').count().is_multiple_of(2) && plain.matches('“').count() <= plain.matches('”').count();
            proptest::prop_assume!(closed && !plain.ends_with('“'));
            let once = toggle(&plain, FilterKey::County, "云溪县");
            if chosen(&once, FilterKey::County).is_some() {
                proptest::prop_assert_eq!(toggle(&once, FilterKey::County, "云溪县"), plain);
            }
        }
    }
}
