//! Filters are part of the query's text, so that a reader sees what a click does and may type it too. Here the text is
//! cut just far enough to find them; what they mean is the engine's.

use super::{Phrase, told_range};
use crate::chart::Language;
use crate::engine::FilterKey;
use crate::model::InitiativeKind;

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
    choose(query, key, if had { "" } else { value })
}

/// The query with a value chosen in place of any other with the same key; an empty value is no choice.
pub fn choose(query: &str, key: FilterKey, value: &str) -> String {
    let mut rest = without(query, key);
    if value.is_empty() {
        return rest;
    }
    if !rest.is_empty() {
        rest.push(' ');
    }
    rest.push_str(key.name());
    rest.push(':');
    let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
    [&rest, quote, value, quote].concat()
}

/// A name as a filter has it: without its quotes, which would be taken for those of a phrase.
pub fn unquoted(name: &str) -> String {
    name.chars().filter(|&c| !is_quote(c) && !c.is_whitespace()).collect()
}

/// What the whole query asks for, where it is nothing but one filter on a county or an initiative.
pub fn topic(query: &str) -> Option<Filter> {
    let mut filters = filters(query);
    let only = filters.pop().filter(|_| filters.is_empty() && words(query).len() == 1)?;
    matches!(only.key, FilterKey::County | FilterKey::Initiative).then_some(only)
}

/// A filter's value as readers know it.
pub fn told_value(filter: &Filter, language: Language) -> String {
    match filter.key {
        FilterKey::Date => told_range(&filter.value, language),
        FilterKey::Kind => kind_named(&filter.value)
            .map_or_else(|| filter.value.clone(), |kind| Phrase::Kind(kind).in_language(language)),
        _ => filter.value.clone(),
    }
}

/// The kind of initiative that a filter names: in Chinese, or as programs write it.
fn kind_named(value: &str) -> Option<InitiativeKind> {
    let named = |kind: &InitiativeKind| {
        [Language::ZhCn, Language::En].iter().any(|&language| Phrase::Kind(*kind).in_language(language) == value)
    };
    InitiativeKind::ALL.into_iter().find(named)
}

/// The query without its filters of one key.
pub fn without(query: &str, key: FilterKey) -> String {
    keep(query, &|filter| filter.key != key)
}

/// The query without its filters of several keys; its words are parted by single spaces.
pub fn without_all(query: &str, keys: &[FilterKey]) -> String {
    keep(query, &|filter| !keys.contains(&filter.key))
}

/// The query without any filter.
pub fn clear(query: &str) -> String {
    keep(query, &|_| false)
}

fn keep(query: &str, wanted: &dyn Fn(&Filter) -> bool) -> String {
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
        assert_eq!(choose(query, FilterKey::Date, "2024-03.."), "“组织 生活” 养老 -外卖 年:2024 日期:2024-03..");
    }

    #[test]
    fn a_query_that_is_one_county_or_initiative_is_a_topic() {
        let value = |query: &str| topic(query).map(|filter| filter.value);
        assert_eq!(value(" 县:云溪县 ").as_deref(), Some("云溪县"));
        assert_eq!(
            value(&toggle("", FilterKey::Initiative, &unquoted("“清溪 行动”攻坚"))).as_deref(),
            Some("清溪行动攻坚")
        );
        for none in ["", "云溪", "县:云溪县 河", "县:云溪县 年:2024", "年:2024", "-县:云溪县"] {
            assert_eq!(value(none), None, "{none}");
        }
    }

    #[test]
    fn values_are_told_in_the_readers_language() {
        let told = |query: &str, language| told_value(&filters(query)[0], language);
        assert_eq!(told("类:行动", Language::En), "campaign");
        assert_eq!(told("kind:campaign", Language::ZhTw), "行動");
        assert_eq!(told("类:别的", Language::En), "别的");
        assert_eq!(told("日期:2024-01..2024-03", Language::ZhCn), "2024年1月至3月");
        assert_eq!(told("县:云溪县", Language::En), "云溪县");
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
