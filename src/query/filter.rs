use std::ops::RangeInclusive;

use crate::index::documents::Document;
use crate::text::fold;

/// What a filter looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The county an article is about: `县:` `county:`.
    County,
    /// An article's year: `年:` `year:`; `2024`, `2020..2024`, `2020..`, `..2024`.
    Year,
    /// A name in the by-line: `记者:` `reporter:`.
    Reporter,
    /// The page of the paper: `版:` `page:`.
    Page,
    /// The year of an initiative that an article tells of: `举措年:` `initiative-year:`; `none` for those without.
    InitiativeYear,
    /// The headline: `题:` `title:`.
    Title,
}

/// How each key is written, folded; the first is the name we write.
const NAMES: [(Key, &[&str]); 6] = [
    (Key::County, &["县", "区", "县区", "county"]),
    (Key::Year, &["年", "年份", "year"]),
    (Key::Reporter, &["记者", "作者", "reporter", "author"]),
    (Key::Page, &["版", "page"]),
    (Key::InitiativeYear, &["举措年", "initiative-year"]),
    (Key::Title, &["题", "标题", "title"]),
];

impl Key {
    /// The key of that name, in whatever form it is written.
    pub fn named(name: &str) -> Option<Key> {
        let name = fold(name);
        NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(key, _)| *key)
    }

    /// Its name in Chinese, as it is typed.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(key, _)| *key == self).map_or("", |(_, names)| names[0])
    }
}

/// One condition on articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What it looks at.
    pub key: Key,
    /// What it asks for, folded.
    pub value: String,
    /// Whether what it finds is left out.
    pub negated: bool,
    /// The whole of it as it was typed, folded: perhaps it was copied from an article.
    pub typed: Vec<char>,
}

impl Filter {
    /// Which articles have what the filter asks for (whether it is negated or not).
    pub fn marks(&self, documents: &[Document]) -> Vec<bool> {
        let any = |test: &dyn Fn(&Document) -> bool| documents.iter().map(test).collect::<Vec<bool>>();
        match self.key {
            Key::County => by_name(
                documents,
                &self.value,
                |name, value| name.starts_with(value),
                |document| document.article.county.iter().map(String::as_str).collect(),
            ),
            Key::Reporter => {
                let value: String = self.value.chars().filter(|c| !c.is_whitespace()).collect();
                by_name(
                    documents,
                    &value,
                    |name, value| name.contains(value),
                    |document| {
                        let article = &document.article;
                        let names = [&article.reporters, &article.correspondents, &article.photographers];
                        names.into_iter().flatten().map(String::as_str).collect()
                    },
                )
            }
            Key::Page => {
                let value = page_number(&self.value);
                any(&|document| document.article.page.as_deref().is_some_and(|page| page_number(&fold(page)) == value))
            }
            Key::Year => match years(&self.value) {
                Some(years) => any(&|document| document.article.year.is_some_and(|year| years.contains(&year))),
                None => vec![false; documents.len()],
            },
            Key::Title => {
                any(&|document| fold(document.article.title.as_deref().unwrap_or_default()).contains(&self.value))
            }
            Key::InitiativeYear => {
                any(&|document| document.article.initiatives.iter().any(|initiative| self.passes_year(initiative.year)))
            }
        }
    }

    /// Whether an initiative's year is what the filter asks for.
    pub fn passes_year(&self, year: Option<i16>) -> bool {
        match year {
            None => self.value == "none",
            Some(year) => years(&self.value).is_some_and(|years| years.contains(&year)),
        }
    }
}

/// The articles with a name that is the value; where no article has one, those with a name that is `near` it.
fn by_name(
    documents: &[Document],
    value: &str,
    near: impl Fn(&str, &str) -> bool,
    names: impl Fn(&Document) -> Vec<&str>,
) -> Vec<bool> {
    let marks = |test: &dyn Fn(&str) -> bool| {
        documents.iter().map(|document| names(document).iter().any(|name| test(&fold(name)))).collect::<Vec<bool>>()
    };
    let exact = marks(&|name| name == value);
    if exact.contains(&true) { exact } else { marks(&|name| near(name, value)) }
}

/// `04`, `4` and `第4版` are the same page.
fn page_number(page: &str) -> &str {
    page.trim_start_matches('第').trim_end_matches('版').trim_start_matches('0')
}

fn years(value: &str) -> Option<RangeInclusive<i16>> {
    let year = |text: &str, open: i16| match text.trim_end_matches('年') {
        "" => Some(open),
        digits => digits.parse().ok(),
    };
    match value.split_once("..") {
        None => year(value, 0).filter(|&only| only != 0).map(|only| only..=only),
        Some(("", "")) => None,
        Some((from, to)) => Some(year(from, i16::MIN)?..=year(to, i16::MAX)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;

    fn documents() -> Vec<Document> {
        let document = |county: &str, year, reporter: &str, page: &str| Document {
            article: Article {
                county: Some(county.into()),
                year: Some(year),
                reporters: vec![reporter.into()],
                page: Some(page.into()),
                ..Article::default()
            },
            ..Document::default()
        };
        vec![
            document("云溪县", 2019, "甲一", "01"),
            document("云溪东区", 2020, "甲一二", "A3"),
            document("临汐县", 2024, "乙", "第4版"),
        ]
    }

    #[track_caller]
    fn check(key: Key, value: &str, expect: [u8; 3]) {
        let filter = Filter { key, value: value.into(), negated: false, typed: Vec::new() };
        assert_eq!(filter.marks(&documents()), expect.map(|mark| mark == 1), "{key:?} {value}");
    }

    #[test]
    fn counties_by_official_name_or_its_beginning() {
        check(Key::County, "云溪县", [1, 0, 0]);
        check(Key::County, "云溪", [1, 1, 0]);
        check(Key::County, "溪", [0, 0, 0]);
    }

    #[test]
    fn years_and_ranges() {
        check(Key::Year, "2020", [0, 1, 0]);
        check(Key::Year, "2020年", [0, 1, 0]);
        check(Key::Year, "2020..2024", [0, 1, 1]);
        check(Key::Year, "..2020", [1, 1, 0]);
        check(Key::Year, "2020..", [0, 1, 1]);
        for nonsense in ["..", "二", "2020-2024", "2024..2020"] {
            check(Key::Year, nonsense, [0, 0, 0]);
        }
    }

    #[test]
    fn names_exactly_before_in_part() {
        check(Key::Reporter, "甲一", [1, 0, 0]);
        check(Key::Reporter, "甲 一", [1, 0, 0]);
        check(Key::Reporter, "甲", [1, 1, 0]);
    }

    #[test]
    fn pages_however_they_are_written() {
        check(Key::Page, "1", [1, 0, 0]);
        check(Key::Page, "a3", [0, 1, 0]);
        check(Key::Page, "04", [0, 0, 1]);
    }
}
