use std::collections::HashSet;

/// A name that is not the official one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OtherName {
    pub(super) name: String,
    /// It is a word of the language as well, and needs something beside it that speaks for the place.
    pub(super) is_word: bool,
}

/// A county-level division.
#[derive(Clone, Debug)]
pub(super) struct County {
    pub(super) name: String,
    /// Its place among the prefectures.
    pub(super) prefecture: usize,
    pub(super) other_names: Vec<OtherName>,
    pub(super) towns: Vec<String>,
    /// A functional zone that statistics count like a county, without being a division of the state.
    pub(super) is_zone: bool,
}

/// A prefecture, a municipality, or the counties that a province rules itself.
#[derive(Clone, Debug)]
pub(super) struct Prefecture {
    pub(super) name: String,
    pub(super) short: String,
    /// Its place among the provinces; `None` in a table of the reader's own.
    pub(super) province: Option<usize>,
}

/// A province, region or municipality.
#[derive(Clone, Debug)]
pub(super) struct Province {
    pub(super) name: String,
    pub(super) short: String,
}

/// The divisions of a nation, with the words that their names may be cut out of by mistake.
pub(super) struct Table {
    pub(super) provinces: Vec<Province>,
    pub(super) prefectures: Vec<Prefecture>,
    /// In the order of their codes.
    pub(super) counties: Vec<County>,
    /// Two-character words that a short form may be cut out of.
    pub(super) pairs: HashSet<[char; 2]>,
    /// Longer words with a short form inside.
    pub(super) long_words: Vec<&'static str>,
}

impl Table {
    /// Reads the form that the module's documentation describes.
    pub(super) fn parse(divisions: &str, words: &'static str) -> Table {
        let mut provinces: Vec<(&str, Province)> = Vec::new();
        let mut prefectures: Vec<(&str, Prefecture)> = Vec::new();
        let mut counties: Vec<County> = Vec::new();
        for line in divisions.lines() {
            let mut fields = line.split('\t');
            let (code, name) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
            let others = fields.next().unwrap_or_default();
            let towns = fields.next().unwrap_or_default();
            let short = others.split(' ').next().unwrap_or_default().to_owned();
            let name = name.to_owned();
            match code.len() {
                2 => provinces.push((code, Province { name, short })),
                4 => {
                    let province = provinces.iter().position(|(prefix, _)| code.starts_with(prefix));
                    prefectures.push((code, Prefecture { name, short, province }));
                }
                _ => {
                    // The last prefecture before it, by code; counties of a province itself have one of their own.
                    let found = prefectures.iter().rposition(|(prefix, _)| code.starts_with(prefix)).or_else(|| {
                        // The second code of Chongqing's counties.
                        let municipality = provinces.iter().rfind(|(prefix, _)| code.starts_with(prefix))?;
                        prefectures.iter().rposition(|(_, prefecture)| prefecture.name == municipality.1.name)
                    });
                    let prefecture = found.unwrap_or_else(|| {
                        let province = provinces.iter().position(|(prefix, _)| code.starts_with(prefix));
                        let own = Prefecture { name: name.clone(), short, province };
                        prefectures.push((code, own));
                        prefectures.len() - 1
                    });
                    counties.push(County {
                        name,
                        prefecture,
                        other_names: others
                            .split(' ')
                            .filter(|other| !other.is_empty())
                            .map(OtherName::parse)
                            .collect(),
                        towns: towns.split(' ').filter(|town| !town.is_empty()).map(str::to_owned).collect(),
                        is_zone: code.get(4..6).is_some_and(|part| ("71"..="80").contains(&part)),
                    });
                }
            }
        }
        // 朝阳市 is the city of today, although a county-level one that is a part of it had the name once.
        let cities: HashSet<&str> = prefectures.iter().map(|(_, city)| city.name.as_str()).collect();
        counties.iter_mut().for_each(|county| county.other_names.retain(|other| !cities.contains(&*other.name)));
        let mut pairs = HashSet::new();
        let mut long_words = Vec::new();
        for word in words.lines() {
            let mut characters = word.chars();
            match (characters.next(), characters.next(), characters.next()) {
                (Some(first), Some(second), None) => {
                    pairs.insert([first, second]);
                }
                _ => long_words.push(word),
            }
        }
        Table {
            provinces: provinces.into_iter().map(|(_, province)| province).collect(),
            prefectures: prefectures.into_iter().map(|(_, prefecture)| prefecture).collect(),
            counties,
            pairs,
            long_words,
        }
    }
}

impl OtherName {
    /// Reads a name with the `?` that marks a word.
    pub(super) fn parse(text: &str) -> OtherName {
        match text.strip_suffix('?') {
            Some(name) => OtherName { name: name.to_owned(), is_word: true },
            None => OtherName { name: text.to_owned(), is_word: false },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Gazetteer;

    #[test]
    fn holds_the_nation() {
        let nation = &Gazetteer::national().table;
        assert_eq!(nation.provinces.len(), 31);
        assert!(nation.counties.len() > 2900 && nation.prefectures.len() > 335);
        let towns: usize = nation.counties.iter().map(|county| county.towns.len()).sum();
        assert!(towns > 38_000, "{towns} towns");
        for county in &nation.counties {
            let prefecture = &nation.prefectures[county.prefecture];
            assert!(prefecture.province.is_some(), "{} of {} has a province", county.name, prefecture.name);
        }
    }

    #[test]
    fn a_citys_name_is_no_former_name_of_a_county() {
        let nation = &Gazetteer::national().table;
        let others = nation.counties.iter().flat_map(|county| &county.other_names);
        let shared: Vec<&str> = others
            .filter(|other| nation.prefectures.iter().any(|city| city.name == other.name))
            .map(|other| other.name.as_str())
            .collect();
        assert_eq!(shared, [""; 0]);
    }

    #[test]
    fn a_countys_prefecture_is_right_where_codes_are_odd() {
        let nation = &Gazetteer::national().table;
        for (county, prefecture) in [
            ("修武县", "焦作市"),
            ("城口县", "重庆市"),
            ("石柱土家族自治县", "重庆市"),
            ("济源市", "济源市"),
            ("浦东新区", "上海市"),
            ("石河子市", "石河子市"),
            ("昆山市", "苏州市"),
        ] {
            let found = nation.counties.iter().find(|candidate| candidate.name == county).unwrap();
            assert_eq!(nation.prefectures[found.prefecture].name, prefecture, "{county}");
        }
    }
}
