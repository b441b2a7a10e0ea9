use std::collections::{HashMap, HashSet};

use super::boundary::Standing;
use super::region::Region;
use super::scanner::{Found, How, Scanner};
use super::table::Gazetteer;
use super::zone::Beside;
use crate::text::fold;

/// A county-level division named in a text.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Place {
    /// The words, as they stand.
    pub text: String,
    /// The division's present official name; a functional zone by the name in the text.
    pub county: String,
    /// The first character (Unicode scalar values of the text).
    pub start: u32,
    /// The character after the last.
    pub end: u32,
}

/// All county-level divisions named in a text, in order, also by short or former names and by their towns.
///
/// With a region only its own divisions count; without one those of the whole nation do.
pub fn find_places(text: &str, region: Option<&Region>) -> Vec<Place> {
    let scanner = region.map_or_else(|| Gazetteer::national().scanner(), Region::scanner);
    let folded = fold(text);
    let found = scanner.find(&folded);
    if found.is_empty() {
        return Vec::new();
    }
    let folded: Vec<char> = folded.chars().collect();
    let original: Vec<char> = text.chars().collect();
    Reading::new(scanner, &folded, &found)
        .places()
        .filter_map(|(start, end, county)| {
            let text = original.get(start..end)?.iter().collect();
            Some(Place { text, county, start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
        })
        .collect()
}

/// What one name was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Read {
    /// No county.
    Nothing,
    /// A county of the scanner's table, how it is named, and where the name ends.
    County(usize, How, usize),
    /// One of several counties.
    Doubtful(Vec<usize>, How),
    /// A functional zone, by its name.
    Zone,
}

/// One text with the names found in it.
pub(super) struct Reading<'a> {
    scanner: &'a Scanner,
    text: &'a [char],
    found: &'a [Found<'a>],
    read: Vec<Read>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(scanner: &'a Scanner, text: &'a [char], found: &'a [Found<'a>]) -> Self {
        let mut reading = Reading { scanner, text, found, read: Vec::with_capacity(found.len()) };
        for i in 0..found.len() {
            let read = reading.read(i);
            reading.read.push(read);
        }
        reading.settle_doubts();
        reading
    }

    /// Start, end and the county's name for each place of the region.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize, String)> {
        self.found.iter().zip(&self.read).enumerate().filter_map(|(i, (found, read))| match read {
            &Read::County(county, _, end) => {
                let target = self.scanner.targets.get(county).filter(|target| target.inside)?;
                // A town of a zone that the page calls by its own name belongs to that name.
                let zone = self.zone_before(i).unwrap_or_else(|| target.name.clone());
                Some((found.start, end, zone))
            }
            Read::Zone => Some((found.start, found.end, self.words(found.start, found.end))),
            _ => None,
        })
    }

    /// The prefectures of the places read with certainty, and those named themselves, with the names.
    pub(super) fn named_in_prefectures(&self) -> impl Iterator<Item = (usize, String)> {
        self.found.iter().zip(&self.read).filter_map(|(found, read)| {
            let prefecture = match read {
                &Read::County(county, ..) => self.scanner.targets.get(county).map(|target| target.prefecture),
                _ => found.meaning.prefecture,
            };
            Some((prefecture?, self.words(found.start, found.end)))
        })
    }

    fn words(&self, start: usize, end: usize) -> String {
        self.text.get(start..end).unwrap_or_default().iter().collect()
    }

    fn standing(&self, i: usize) -> Standing<'a> {
        let (start, end) = self.found.get(i).map_or((0, 0), |found| (found.start, found.end));
        Standing { text: self.text, start, end }
    }

    /// The name that ends where this one begins, a space between them aside.
    fn before(&self, i: usize) -> Option<usize> {
        let start = self.found.get(i)?.start;
        let previous = i.checked_sub(1)?;
        let end = self.found.get(previous)?.end;
        (end == start || (end + 1 == start && self.text.get(end) == Some(&' '))).then_some(previous)
    }

    fn zone_before(&self, i: usize) -> Option<String> {
        let previous = self.before(i)?;
        let zone = self.found.get(previous).filter(|_| self.read.get(previous) == Some(&Read::Zone))?;
        Some(self.words(zone.start, zone.end))
    }

    fn read(&self, i: usize) -> Read {
        let Some(found) = self.found.get(i) else { return Read::Nothing };
        if found.meaning.zone.is_some() && found.meaning.counties.is_empty() {
            return self.read_zone(i);
        }
        let Some(how) = found.meaning.counties.iter().map(|&(_, how)| how).min() else { return Read::Nothing };
        let standing = self.standing(i);
        let mut end = found.end;
        let stands = match how {
            How::Official | How::Former if standing.lends_its_end() => {
                end -= 1;
                end - found.start > 1
            }
            How::Official | How::Former => !standing.names_a_road(),
            How::Short => standing.stands_alone(Gazetteer::national()),
            How::Word => standing.stands_alone(Gazetteer::national()) && self.has_support(i),
            How::Town => self.before(i).is_some() || !standing.is_cut_out_of_town(),
        };
        if !stands {
            return Read::Nothing;
        }
        let candidates: Vec<usize> =
            found.meaning.counties.iter().filter(|&&(_, other)| other == how).map(|&(county, _)| county).collect();
        match self.narrow(i, candidates, how).as_slice() {
            [] => Read::Nothing,
            &[county] => Read::County(county, how, end),
            several => Read::Doubtful(several.to_vec(), how),
        }
    }

    /// The candidates that go with what stands directly before the name and with the region.
    fn narrow(&self, i: usize, candidates: Vec<usize>, how: How) -> Vec<usize> {
        let mut left = candidates;
        if let Some(previous) = self.before(i) {
            match self.read.get(previous) {
                Some(&Read::County(county, before, _)) if how == How::Town && before != How::Town => {
                    return vec![county];
                }
                Some(Read::Doubtful(counties, before)) if how == How::Town && *before != How::Town => {
                    let shared: Vec<usize> = left.iter().copied().filter(|county| counties.contains(county)).collect();
                    if !shared.is_empty() {
                        left = shared;
                    }
                }
                _ => {
                    left.retain(|&county| self.lies_in(county, previous) != Some(false));
                    // A table of the reader's own does not say its province.
                    if left.iter().any(|&county| self.lies_in(county, previous) == Some(true)) {
                        left.retain(|&county| self.lies_in(county, previous) == Some(true));
                    }
                }
            }
        }
        if self.scanner.is_regional && left.iter().any(|&county| self.is_inside(county)) {
            left.retain(|&county| self.is_inside(county));
        }
        left
    }

    fn is_inside(&self, county: usize) -> bool {
        self.scanner.targets.get(county).is_some_and(|target| target.inside)
    }

    /// Whether a county lies in the prefecture or province that the name `above` means; `None` where that is not known
    /// or it means neither.
    fn lies_in(&self, county: usize, above: usize) -> Option<bool> {
        let own = self.scanner.targets.get(county)?.prefecture;
        let above = self.found.get(above)?.meaning;
        if above.prefecture == Some(own) {
            return Some(true);
        }
        match (above.province, self.scanner.provinces.get(own).copied().flatten()) {
            (Some(province), Some(own)) => Some(province == own),
            (Some(_), None) => None,
            (None, _) => above.prefecture.map(|_| false),
        }
    }

    /// Something beside a name that is a word, too, speaks for the place.
    fn has_support(&self, i: usize) -> bool {
        let Some(found) = self.found.get(i) else { return false };
        if let Some(previous) = self.before(i) {
            let above = self.found.get(previous).map(|above| above.meaning);
            if above.is_some_and(|above| above.prefecture.is_some() || above.province.is_some()) {
                return found.meaning.counties.iter().any(|&(county, _)| self.lies_in(county, previous) != Some(false));
            }
        }
        let leads_headline = found.start == 0 && self.text.get(found.end) == Some(&':');
        leads_headline || self.in_list(i)
    }

    /// It is in a list (、) with a county that is certain by its name.
    fn in_list(&self, i: usize) -> bool {
        let Some(found) = self.found.get(i) else { return false };
        let is_county = |other: &Found<'_>| {
            other.meaning.counties.iter().any(|&(county, how)| {
                matches!(how, How::Official | How::Former | How::Short)
                    && found.meaning.counties.iter().all(|&(own, _)| self.are_neighbours(own, county))
            })
        };
        let previous = i.checked_sub(1).and_then(|previous| self.found.get(previous));
        let next = self.found.get(i + 1);
        previous.is_some_and(|other| {
            other.end + 1 == found.start && self.text.get(other.end) == Some(&'、') && is_county(other)
        }) || next.is_some_and(|other| {
            found.end + 1 == other.start && self.text.get(found.end) == Some(&'、') && is_county(other)
        })
    }

    fn are_neighbours(&self, one: usize, other: usize) -> bool {
        match (self.scanner.targets.get(one), self.scanner.targets.get(other)) {
            (Some(one), Some(other)) => one.prefecture == other.prefecture,
            _ => false,
        }
    }

    fn read_zone(&self, i: usize) -> Read {
        let (Some(found), standing) = (self.found.get(i), self.standing(i)) else { return Read::Nothing };
        let Some(zone) = found.meaning.zone else { return Read::Nothing };
        let previous = self.before(i).and_then(|previous| Some((self.found.get(previous)?, self.read.get(previous)?)));
        // A county's own zone is a part of the county.
        if previous.is_some_and(|(_, read)| matches!(read, Read::County(..) | Read::Doubtful(..))) {
            return Read::Nothing;
        }
        let city = previous.and_then(|(above, _)| above.meaning.prefecture);
        if self.scanner.is_regional && city.is_some_and(|city| !self.is_own(city)) {
            return Read::Nothing;
        }
        let town_after = self.found.get(i + 1).is_some_and(|next| {
            next.start == found.end && next.meaning.counties.iter().any(|&(_, how)| how == How::Town)
        });
        let beside = Beside {
            before: standing.before(),
            after: standing.after(),
            city_before: city.is_some(),
            town_after,
            in_list: self.in_list(i),
        };
        if zone.stands_for_itself(&beside) { Read::Zone } else { Read::Nothing }
    }

    fn is_own(&self, prefecture: usize) -> bool {
        self.scanner.targets.iter().any(|target| target.inside && target.prefecture == prefecture)
    }

    /// Reads doubtful names by what the rest of the text names: a county for its towns, a prefecture for its counties.
    fn settle_doubts(&mut self) {
        if !self.read.iter().any(|read| matches!(read, Read::Doubtful(..))) {
            return;
        }
        let prefectures: HashSet<usize> = self.named_in_prefectures().map(|(prefecture, _)| prefecture).collect();
        let provinces: HashSet<usize> = self.found.iter().filter_map(|found| found.meaning.province).collect();
        let mut named: HashSet<usize> = HashSet::new();
        let mut latest: HashMap<usize, usize> = HashMap::new();
        named.extend(self.read.iter().filter_map(|read| match read {
            &Read::County(county, ..) => Some(county),
            _ => None,
        }));
        for i in 0..self.read.len() {
            let settled = match self.read.get(i) {
                Some(Read::Doubtful(candidates, how)) => {
                    let each = || candidates.iter().copied();
                    let prefecture = |county: usize| self.scanner.targets.get(county).map(|target| target.prefecture);
                    let in_prefecture =
                        |&county: &usize| prefecture(county).is_some_and(|own| prefectures.contains(&own));
                    let in_province = |&county: &usize| {
                        let province =
                            prefecture(county).and_then(|own| self.scanner.provinces.get(own).copied().flatten());
                        province.is_some_and(|own| provinces.contains(&own))
                    };
                    each()
                        .filter_map(|county| Some((latest.get(&county)?, county)))
                        .max()
                        .map(|(_, county)| county)
                        .or_else(|| only(each().filter(|county| named.contains(county))))
                        .or_else(|| only(each().filter(in_prefecture)))
                        .or_else(|| only(each().filter(in_province)))
                        .map(|county| (county, *how))
                }
                _ => None,
            };
            if let (Some((county, how)), Some(found), Some(read)) = (settled, self.found.get(i), self.read.get_mut(i)) {
                *read = Read::County(county, how, found.end);
            }
            if let Some(&Read::County(county, ..)) = self.read.get(i) {
                latest.insert(county, i);
            }
        }
    }
}

/// The only one of several, where they are all the same.
fn only(mut candidates: impl Iterator<Item = usize>) -> Option<usize> {
    let first = candidates.next()?;
    candidates.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str, region: Option<&Region>) -> Vec<(String, String)> {
        find_places(text, region).into_iter().map(|place| (place.text, place.county)).collect()
    }

    #[track_caller]
    fn assert_named(text: &str, region: Option<&Region>, expected: &[(&str, &str)]) {
        let expected: Vec<(String, String)> =
            expected.iter().map(|&(text, county)| (text.to_owned(), county.to_owned())).collect();
        assert_eq!(named(text, region), expected, "{text}");
    }

    fn jiaozuo() -> Region {
        Region::named("焦作").unwrap()
    }

    #[test]
    fn official_short_and_former_names_and_towns_give_the_division() {
        for region in [None, Some(&jiaozuo())] {
            assert_named("修武县今年春天植树", region, &[("修武县", "修武县")]);
            assert_named("游客走进修武，品尝美食", region, &[("修武", "修武县")]);
            assert_named("当年的沁阳县和孟县", region, &[("沁阳县", "沁阳市"), ("孟县", "孟州市")]);
            assert_named("郇封镇的麦田", region, &[("郇封镇", "修武县")]);
            assert_named("武陟縣", region, &[("武陟縣", "武陟县")]);
            assert_named("温县、孟州两地", region, &[("温县", "温县"), ("孟州", "孟州市")]);
        }
    }

    #[test]
    fn positions_count_characters_of_the_original() {
        let places = find_places("Ａ區𠮷，修武縣", None);
        assert_eq!((places[0].start, places[0].end), (4, 7));
    }

    #[test]
    fn what_is_named_after_a_county_is_none() {
        let region = jiaozuo();
        for text in [
            "家住修武路18号",
            "武陟大街上",
            "修武村的村民",
            "老家在沁阳庄",
            "孟州机械厂的工人",
            "武陟食品有限公司",
            "（张修武）",
            "记者 王武陟",
            "装修武器库",
            "温县路两侧",
            "博爱是一种精神",
            "解放思想",
            "解放路",
            "示范区建设提速",
            "打造乡村振兴示范区",
            "国家级高新区",
            "本市马村的果园",
        ] {
            assert_named(text, Some(&region), &[]);
        }
        assert_named("鼎鼎大名", None, &[]);
        assert_named("著名的大学", None, &[]);
        assert_named("强大名声在外", None, &[]);
        assert_named("郑州市金水路", None, &[]);
        assert_named("修武的村民", Some(&region), &[("修武", "修武县")]);
        assert_named("沁阳市场开门红", Some(&region), &[("沁阳", "沁阳市")]);
    }

    #[test]
    fn a_short_form_that_is_a_word_needs_support() {
        let region = jiaozuo();
        assert_named("博爱：小村大变化", Some(&region), &[("博爱", "博爱县")]);
        assert_named(
            "修武、博爱、武陟等县",
            Some(&region),
            &[("修武", "修武县"), ("博爱", "博爱县"), ("武陟", "武陟县")],
        );
        assert_named("焦作博爱竹林", Some(&region), &[("博爱", "博爱县")]);
    }

    #[test]
    fn a_name_of_several_divisions_is_read_by_what_surrounds_it() {
        assert_named("鼓楼区", None, &[]);
        assert_named("南京市鼓楼区", None, &[("鼓楼区", "鼓楼区")]);
        let kaifeng = Region::named("开封").unwrap();
        assert_named("鼓楼区的夜市", Some(&kaifeng), &[("鼓楼区", "鼓楼区")]);
        assert_named("江苏省南京市鼓楼区来的客人", Some(&kaifeng), &[]);
        assert_named("南京鼓楼区", Some(&kaifeng), &[]);
        let jiaozuo = jiaozuo();
        assert_named("辽宁省朝阳县", Some(&jiaozuo), &[]);
        assert_named("兰考县城关镇", Some(&jiaozuo), &[]);
        assert_named("城关镇", None, &[]);
        assert_named("修武县城关镇", None, &[("修武县", "修武县"), ("城关镇", "修武县")]);
        assert_named("记者来到修武县。在城关镇，", None, &[("修武县", "修武县"), ("城关镇", "修武县")]);
    }

    #[test]
    fn functional_zones_count_by_the_name_in_the_text() {
        let region = jiaozuo();
        assert_named("高新区李万街道", Some(&region), &[("高新区", "高新区"), ("李万街道", "高新区")]);
        assert_named("李万街道", Some(&region), &[("李万街道", "焦作城乡一体化示范区")]);
        assert_named("焦作市城乡一体化示范区", Some(&region), &[("城乡一体化示范区", "城乡一体化示范区")]);
        assert_named("市示范区管委会", Some(&region), &[("示范区", "示范区")]);
        assert_named("沁阳市经济技术开发区", Some(&region), &[("沁阳市", "沁阳市")]);
        assert_named("郑州高新技术产业开发区", Some(&region), &[]);
    }

    #[test]
    fn every_town_that_is_unique_gives_its_county() {
        let nation = Gazetteer::national();
        let mut bearers: HashMap<String, Vec<(&str, &str)>> = HashMap::new();
        for county in &nation.counties {
            for town in &county.towns {
                bearers.entry(fold(town)).or_default().push((town, &county.name));
            }
        }
        let mut unique = 0;
        for towns in bearers.values() {
            if let [(town, county)] = towns.as_slice() {
                unique += 1;
                let text = format!("记者走进{town}，看到新变化。");
                assert!(
                    find_places(&text, None).iter().any(|place| place.text == *town && place.county == *county),
                    "{town} of {county}: {:?}",
                    find_places(&text, None)
                );
            }
        }
        assert!(unique > 20_000, "{unique} unique towns");
    }

    #[test]
    fn a_made_up_region_is_read_as_the_nations_are() {
        let table = "青禾市\t青禾\n云溪县\t云溪\t白石镇\n临泽县\t\t河阳镇\n长安区\t长安?\n";
        let region = Region::from_table(table, "青禾.tsv").unwrap();
        assert_named("青禾市云溪县白石镇", Some(&region), &[("云溪县", "云溪县"), ("白石镇", "云溪县")]);
        assert_named("临泽县河阳镇", Some(&region), &[("临泽县", "临泽县"), ("河阳镇", "临泽县")]);
        assert_named("甘肃省临泽县", Some(&region), &[]);
        assert_named("岁岁长安", Some(&region), &[]);
    }
}
