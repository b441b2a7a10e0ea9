use std::ops::RangeInclusive;
use std::rc::Rc;

use super::Source;
use crate::index::documents::{Outline, Told};
use crate::model::{DateRange, Day, InitiativeKind};
use crate::text::Folding;

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
    /// An article's date: `日期:` `date:`; `2024-03`, `2024-03-05`, `2024-01..2024-03`, `2024-01..`, `..2024`.
    Date,
    /// The column it stands in: `栏:` `column:`.
    Column,
    /// The name of an initiative that it tells of, quotes left aside: `举措:` `initiative:`.
    Initiative,
    /// What an initiative that it tells of is: `类:` `kind:`; `行动` or `campaign`.
    Kind,
    /// The year of an initiative that an article tells of: `举措年:` `initiative-year:`; `none` for those without.
    InitiativeYear,
    /// The headline: `题:` `title:`.
    Title,
}

/// What initiatives are, as it is typed: in Chinese, and as programs write it.
pub(super) const KINDS: [(InitiativeKind, [&str; 2]); 9] = [
    (InitiativeKind::Project, ["工程", "project"]),
    (InitiativeKind::Campaign, ["行动", "campaign"]),
    (InitiativeKind::Mechanism, ["机制", "mechanism"]),
    (InitiativeKind::Brand, ["品牌", "brand"]),
    (InitiativeKind::Venue, ["阵地", "venue"]),
    (InitiativeKind::Event, ["活动", "event"]),
    (InitiativeKind::Award, ["荣誉", "award"]),
    (InitiativeKind::Platform, ["平台", "platform"]),
    (InitiativeKind::Measure, ["措施", "measure"]),
];

/// How each key is written, in small letters; the first is the name we write. What can be asked is the same in every archive,
/// whatever its own folding knows.
const NAMES: [(Key, &[&str]); 10] = [
    (Key::County, &["县", "区", "县区", "縣", "區", "縣區", "county"]),
    (Key::Year, &["年", "年份", "year"]),
    (Key::Date, &["日期", "date"]),
    (Key::Column, &["栏", "栏目", "欄", "欄目", "column"]),
    (Key::Initiative, &["举措", "舉措", "initiative"]),
    (Key::Kind, &["类", "类型", "類", "類型", "kind"]),
    (Key::InitiativeYear, &["举措年", "舉措年", "initiative-year"]),
    (Key::Reporter, &["记者", "作者", "記者", "reporter", "author"]),
    (Key::Page, &["版", "page"]),
    (Key::Title, &["题", "标题", "題", "標題", "title"]),
];

/// What filters can ask for in words of our own, so that an archive's folding has to lead to them.
pub fn keywords() -> impl Iterator<Item = &'static str> {
    KINDS.iter().flat_map(|(_, names)| *names)
}

impl Key {
    /// The key of that name: traditional or simplified, full- or half-width, in capitals or not.
    pub fn named(name: &str) -> Option<Key> {
        let narrow = |c: char| match c {
            '！'..='～' => char::from_u32(u32::from(c) - ('！' as u32 - '!' as u32)).unwrap_or(c),
            _ => c,
        };
        let name: String = name.chars().map(|c| narrow(c).to_ascii_lowercase()).collect();
        NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(key, _)| *key)
    }

    /// Its name in Chinese, as it is typed.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(key, _)| *key == self).and_then(|(_, names)| names.first()).copied().unwrap_or_default()
    }

    /// Whether it asks for initiatives, and by them for the articles that tell of one.
    pub fn is_of_initiatives(self) -> bool {
        matches!(self, Key::Initiative | Key::Kind | Key::InitiativeYear)
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
    pub fn marks(&self, source: Source<'_>) -> Vec<bool> {
        let Source { outlines, folding, .. } = source;
        let any = |test: &dyn Fn(&Outline) -> bool| outlines.iter().map(test).collect::<Vec<bool>>();
        match self.key {
            Key::County => {
                by_name(source, &self.value, |name, value| name.starts_with(value), |outline| outline.county.as_slice())
            }
            Key::Reporter => {
                let value: String = self.value.chars().filter(|c| !c.is_whitespace()).collect();
                by_name(source, &value, |name, value| name.contains(value), |outline| &outline.names)
            }
            Key::Page => {
                let value = page_number(&self.value);
                any(&|outline| outline.page.as_deref().is_some_and(|page| page_number(&folding.fold(page)) == value))
            }
            Key::Year => match years(&self.value) {
                Some(years) => any(&|outline| outline.year.is_some_and(|year| years.contains(&year))),
                None => vec![false; outlines.len()],
            },
            // It says where a word is looked for.
            Key::Title => vec![false; outlines.len()],
            Key::Date => match days(&self.value) {
                Some(days) => any(&|outline| outline.date.is_some_and(|date| overlaps(&days, date))),
                None => vec![false; outlines.len()],
            },
            Key::Column => by_name(
                source,
                &self.value,
                |name, value| name.contains(value),
                |outline| outline.standing_head.as_slice(),
            ),
            Key::Initiative | Key::Kind | Key::InitiativeYear => {
                any(&|outline| outline.initiatives.iter().any(|told| self.passes(told, folding)))
            }
        }
    }

    /// Whether an initiative is what the filter asks for; a filter on articles asks for none.
    pub fn passes(&self, told: &Told, folding: &Folding) -> bool {
        match self.key {
            Key::Initiative => bare(&told.name, folding).eq(bare(&self.value, folding)),
            Key::Kind => KINDS.iter().any(|(kind, names)| *kind == told.kind && names.contains(&self.value.as_str())),
            Key::InitiativeYear => match told.year {
                None => self.value == "none",
                Some(year) => years(&self.value).is_some_and(|years| years.contains(&year)),
            },
            _ => false,
        }
    }
}

/// The characters of a name, folded, without the quotes and spaces that it may be printed with or without.
pub fn bare<'a>(name: &'a str, folding: &'a Folding) -> impl Iterator<Item = char> + 'a {
    let aside = |c: &char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '＂' | '「' | '」' | '『' | '』');
    name.chars().filter(move |c| !aside(c)).map(|c| folding.fold_char(c))
}

/// The articles with a name that is the value; where no article has one, those with a name that is `near` it.
fn by_name(
    Source { outlines, folding, .. }: Source<'_>,
    value: &str,
    near: fn(&str, &str) -> bool,
    names: fn(&Outline) -> &[Rc<str>],
) -> Vec<bool> {
    let marks = |test: &dyn Fn(&str) -> bool| {
        outlines.iter().map(|outline| names(outline).iter().any(|name| test(name))).collect::<Vec<bool>>()
    };
    let exact = marks(&|name| name.chars().map(|c| folding.fold_char(c)).eq(value.chars()));
    if exact.contains(&true) { exact } else { marks(&|name| near(&folding.fold(name), value)) }
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

/// The first and the last day that are asked for; `None` is an open end.
type Days = (Option<Day>, Option<Day>);

fn days(value: &str) -> Option<Days> {
    let date = |text: &str| text.parse::<DateRange>().ok();
    match value.split_once("..") {
        None => date(value).map(|date| (date.first.first_day(), date.last.last_day())),
        Some(("", "")) => None,
        Some(("", to)) => Some((None, date(to)?.last.last_day())),
        Some((from, "")) => Some((date(from)?.first.first_day(), None)),
        Some((from, to)) => Some((date(from)?.first.first_day(), date(to)?.last.last_day())),
    }
}

/// Whether a date can mean one of the days.
fn overlaps(&(from, to): &Days, date: DateRange) -> bool {
    from.is_none_or(|from| date.last.last_day() >= Some(from)) && to.is_none_or(|to| date.first.first_day() <= Some(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::documents::{Document, Packed};
    use crate::index::postings::Postings;
    use crate::index::words::Words;
    use crate::model::{Article, Basis, Initiative, Span};

    fn documents() -> Vec<Document> {
        let document = |county: &str, date: &str, reporter: &str, page: &str, initiative: &str, kind| {
            let date: DateRange = date.parse().unwrap();
            let initiative = Initiative {
                name: initiative.into(),
                kind,
                county: None,
                year: date.year(),
                year_basis: Basis::Issue,
                line: 1,
                span: Span::default(),
                figures: Vec::new(),
            };
            let article = Article {
                county: Some(county.into()),
                year: date.year(),
                reporters: vec![reporter.into()],
                page: Some(page.into()),
                standing_head: Some(format!("{reporter}专栏")),
                initiatives: vec![initiative],
                ..Article::default()
            };
            Document { date: Some(date), article, ..Document::default() }
        };
        vec![
            document("云溪县", "2019-12-31", "甲一", "01", "“清溪”行动", InitiativeKind::Campaign),
            document("云溪东区", "2020-02/2020-03", "甲一二", "A3", "春雨课堂", InitiativeKind::Brand),
            document("临汐县", "2024", "乙", "第4版", "清溪行动", InitiativeKind::Campaign),
        ]
    }

    #[track_caller]
    fn check(key: Key, value: &str, expect: [u8; 3]) {
        let filter = Filter { key, value: value.into(), negated: false, typed: Vec::new() };
        let documents = documents();
        let postings = Postings::default();
        let (articles, words) = (Packed::default(), Words::default());
        let outlines = documents.iter().map(Outline::of).collect::<Vec<_>>();
        let source = Source::here(&articles, &outlines, &postings, &words, Folding::whole());
        assert_eq!(filter.marks(source), expect.map(|mark| mark == 1), "{key:?} {value}");
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

    #[test]
    fn dates_are_as_precise_as_they_are_typed_and_known() {
        check(Key::Date, "2019-12-31", [1, 0, 0]);
        check(Key::Date, "2020", [0, 1, 0]);
        check(Key::Date, "2020-03-05", [0, 1, 0]);
        check(Key::Date, "2020-04", [0, 0, 0]);
        check(Key::Date, "2019-12..2020-02", [1, 1, 0]);
        check(Key::Date, "2020-03..", [0, 1, 1]);
        check(Key::Date, "..2019", [1, 0, 0]);
        check(Key::Date, "2024-05..2024-06", [0, 0, 1]);
        for nonsense in ["..", "2020-13", "二〇二〇", "2020..2020-02-30", "2024..2019"] {
            check(Key::Date, nonsense, [0, 0, 0]);
        }
    }

    #[test]
    fn initiatives_by_name_however_it_is_quoted_and_by_kind() {
        check(Key::Initiative, "清溪行动", [1, 0, 1]);
        check(Key::Initiative, "“春雨”课堂", [0, 1, 0]);
        check(Key::Initiative, "清溪", [0, 0, 0]);
        check(Key::Kind, "行动", [1, 0, 1]);
        check(Key::Kind, "brand", [0, 1, 0]);
        check(Key::Kind, "别的", [0, 0, 0]);
        check(Key::InitiativeYear, "2024", [0, 0, 1]);
    }

    #[test]
    fn columns_exactly_before_in_part() {
        check(Key::Column, "甲一专栏", [1, 0, 0]);
        check(Key::Column, "甲一", [1, 1, 0]);
    }
}
