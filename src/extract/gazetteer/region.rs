use std::fmt;
use std::sync::Arc;

use super::nation::Gazetteer;
use super::scanner::Scanner;
use super::table::{County, OtherName, Prefecture};

/// One prefecture with its counties and towns, of the nation's table or of a table of the reader's own.
#[derive(Clone)]
pub struct Region {
    name: String,
    short: String,
    counties: Vec<String>,
    scanner: Arc<Scanner>,
}

/// Why there is no such region.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegionError {
    /// No prefecture has this name.
    #[error("no prefecture is called {name}: {}", mend(.nearest))]
    Unknown {
        /// The name that was given.
        name: String,
        /// Prefectures with names like it, the nearest first.
        nearest: Vec<String>,
    },
    /// The name is that of a county-level division.
    #[error("{name} is a county-level division: give its prefecture, {}", .prefectures.join(" or "))]
    County {
        /// The name that was given.
        name: String,
        /// The prefectures that have one of that name.
        prefectures: Vec<String>,
    },
    /// A line of a table cannot be read.
    #[error("{path}, line {line}: {what}")]
    Table {
        /// The table's path.
        path: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong and how to mend it.
        what: String,
    },
}

fn mend(nearest: &[String]) -> String {
    match nearest {
        [] => "give the official name, such as 焦作市, or the path of a table".to_owned(),
        _ => format!("did you mean {}?", nearest.join(", ")),
    }
}

impl Region {
    /// The prefecture or municipality of this name, with or without its 市, 州, 盟 or 地区.
    ///
    /// # Errors
    /// [`RegionError::Unknown`] with the nearest names; [`RegionError::County`] where it is the name of a county.
    pub fn named(name: &str) -> Result<Region, RegionError> {
        let nation = &Gazetteer::national().table;
        let name = name.trim();
        let is_it = |prefecture: &Prefecture| prefecture.name == name || (!name.is_empty() && prefecture.short == name);
        if let Some(index) = nation.prefectures.iter().position(is_it) {
            return Ok(Region::of_prefecture(index));
        }
        let mut prefectures: Vec<String> = nation
            .counties
            .iter()
            .filter(|county| {
                county.name == name || county.other_names.iter().any(|other| !name.is_empty() && other.name == name)
            })
            .filter_map(|county| nation.prefectures.get(county.prefecture))
            .map(|prefecture| prefecture.name.clone())
            .collect();
        prefectures.dedup();
        if !prefectures.is_empty() {
            return Err(RegionError::County { name: name.to_owned(), prefectures });
        }
        Err(RegionError::Unknown { name: name.to_owned(), nearest: nearest(name) })
    }

    /// A region from a table in text. Fields are separated by tabs, names within a field by spaces; empty lines and
    /// lines that begin with `#` are left out. The first line is the city: its name, then its short forms. Each other
    /// line is a county: its official name; short and former names, with `?` after one that is a word as well; towns.
    /// With ⇥ for a tab:
    ///
    /// ```text
    /// 青禾市⇥青禾
    /// 云溪县⇥云溪⇥城关镇 白石乡
    /// 长安区⇥长安?⇥河阳街道
    /// ```
    ///
    /// # Errors
    /// [`RegionError::Table`], with `path` and the line.
    pub fn from_table(text: &str, path: &str) -> Result<Region, RegionError> {
        let nation = &Gazetteer::national().table;
        let error = |line: usize, what: &str| RegionError::Table { path: path.to_owned(), line, what: what.to_owned() };
        let mut lines = (1..)
            .zip(text.trim_start_matches('\u{FEFF}').lines().map(str::trim_end))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let (line, city) = lines.next().ok_or_else(|| error(1, "the table is empty: begin with the city's name"))?;
        let mut fields = city.split('\t');
        let name = fields.next().unwrap_or_default().trim().to_owned();
        if name.chars().count() < 2 || name.contains(' ') {
            return Err(error(line, "the first line is the city: its name, a tab, its short form"));
        }
        let short = fields.next().unwrap_or_default().split_whitespace().next();
        let short = short.or(name.strip_suffix('市')).unwrap_or_default().to_owned();
        let mut counties: Vec<County> = Vec::new();
        for (line, text) in lines {
            let fields: Vec<&str> = text.split('\t').collect();
            let (county, others, towns) = match fields.as_slice() {
                [county] => (county, "", ""),
                [county, others] => (county, *others, ""),
                [county, others, towns] => (county, *others, *towns),
                _ => return Err(error(line, "more than three fields: separate names within a field by spaces")),
            };
            let county = county.trim();
            if county.chars().count() < 2 || county.contains(char::is_whitespace) {
                return Err(error(
                    line,
                    "a county's line is its name, a tab, its other names, a tab, its towns; names within a field are separated by spaces",
                ));
            }
            if counties.iter().any(|other| other.name == county) {
                return Err(error(line, &format!("{county} stands in the table twice: leave one out")));
            }
            counties.push(County {
                name: county.to_owned(),
                prefecture: nation.prefectures.len(),
                other_names: others.split_whitespace().map(OtherName::parse).collect(),
                towns: towns.split_whitespace().map(str::to_owned).collect(),
                is_zone: false,
            });
        }
        if counties.is_empty() {
            return Err(error(line, "no county follows the city: add a line for each"));
        }
        let prefecture = Prefecture { name: name.clone(), short: short.clone(), province: None };
        let scanner = Scanner::of_table(nation, prefecture, &counties);
        let counties = counties.into_iter().map(|county| county.name).collect();
        Ok(Region { name, short, counties, scanner: Arc::new(scanner) })
    }

    /// The prefecture's official name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name without 市: what headlines call it. Empty where it has none.
    pub fn short_name(&self) -> &str {
        &self.short
    }

    /// The official names of its county-level divisions, in the order of their codes or of the table.
    pub fn counties(&self) -> &[String] {
        &self.counties
    }

    /// The region of a prefecture by its place in the nation's table.
    pub fn of_prefecture(index: usize) -> Region {
        let nation = &Gazetteer::national().table;
        let prefecture = nation.prefectures.get(index);
        let counties = nation.counties.iter().filter(|county| county.prefecture == index && !county.is_zone);
        Region {
            name: prefecture.map(|prefecture| prefecture.name.clone()).unwrap_or_default(),
            short: prefecture.map(|prefecture| prefecture.short.clone()).unwrap_or_default(),
            counties: counties.map(|county| county.name.clone()).collect(),
            scanner: Arc::new(Scanner::of_prefecture(nation, index)),
        }
    }

    pub(super) fn scanner(&self) -> &Scanner {
        &self.scanner
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Region").field("name", &self.name).field("counties", &self.counties).finish_non_exhaustive()
    }
}

/// At most three prefectures whose names share the most characters with `name`.
fn nearest(name: &str) -> Vec<String> {
    let stem: Vec<char> = name.chars().filter(|c| !"市州盟地区".contains(*c)).collect();
    let mut ranked: Vec<(usize, &str)> = Gazetteer::national()
        .table
        .prefectures
        .iter()
        .map(|prefecture| (stem.iter().filter(|c| prefecture.name.contains(**c)).count(), prefecture.name.as_str()))
        .filter(|&(shared, _)| shared > 0)
        .collect();
    ranked.sort_by_key(|&(shared, name)| (usize::MAX - shared, name.chars().count()));
    ranked.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefecture_is_found_with_and_without_its_suffix() {
        for name in ["焦作", "焦作市", " 焦作 "] {
            let region = Region::named(name).unwrap();
            assert_eq!(region.name(), "焦作市");
            assert_eq!(region.counties().first().map(String::as_str), Some("解放区"));
            assert_eq!(region.counties().last().map(String::as_str), Some("孟州市"));
            assert_eq!(region.counties().len(), 10);
        }
        assert_eq!(Region::named("延边").unwrap().name(), "延边朝鲜族自治州");
        assert_eq!(Region::named("重庆").unwrap().counties().len(), 38);
    }

    #[test]
    fn an_unknown_name_comes_with_the_nearest_ones() {
        let error = Region::named("焦做").unwrap_err();
        assert!(matches!(&error, RegionError::Unknown { nearest, .. } if nearest.contains(&"焦作市".to_owned())));
        assert!(error.to_string().contains("焦作市"), "{error}");
        let error = Region::named("修武县").unwrap_err();
        assert!(error.to_string().contains("焦作市"), "{error}");
        assert!(Region::named("").is_err());
    }

    #[test]
    fn a_table_of_ones_own_is_read_and_its_faults_are_named() {
        let region = Region::from_table("# 示例\n青禾市\t青禾\n云溪县\t云溪\t白石镇\n\n安泽区\n", "table.tsv").unwrap();
        assert_eq!(region.counties(), ["云溪县", "安泽区"]);
        for (text, line) in [
            ("", 1),
            ("# 空\n", 1),
            ("青禾市", 1),
            ("青禾市\n云溪县\n云溪县", 3),
            ("青禾市\n云溪县\t云溪\t白石镇\t河阳乡", 2),
            ("青禾市\n云溪县 云溪", 2),
        ] {
            match Region::from_table(text, "table.tsv").unwrap_err() {
                RegionError::Table { path, line: found, .. } => {
                    assert_eq!((path.as_str(), found), ("table.tsv", line), "{text:?}")
                }
                other => panic!("{text:?}: {other}"),
            }
        }
    }
}
