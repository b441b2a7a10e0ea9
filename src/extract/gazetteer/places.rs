use std::collections::{HashMap, HashSet};

use super::boundary::Standing;
use super::nation::Gazetteer;
use super::region::Region;
use super::scanner::{Found, How, Meaning, Scanner};
use super::sequel::speaks_for_a_place;
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
    /// The places in `found` of the first two of each name: one that comes back more often says no more of the others.
    telling: Vec<usize>,
    read: Vec<Read>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(scanner: &'a Scanner, text: &'a [char], found: &'a [Found<'a>]) -> Self {
        let mut times: HashMap<*const Meaning, usize> = HashMap::new();
        let mut is_telling = |found: &Found<'_>| {
            let times = times.entry(found.meaning).or_default();
            *times += 1;
            *times <= 2
        };
        let telling = (0..found.len()).filter(|&i| found.get(i).is_some_and(&mut is_telling)).collect();
        let mut reading = Reading { scanner, text, found, telling, read: Vec::with_capacity(found.len()) };
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

    /// What is left of an official name without its last character is a word of the language: 东方|市场.
    fn is_word_without_end(&self, found: &Found<'_>, end: usize) -> bool {
        let name = self.words(found.start, end);
        let counties =
            found.meaning.counties.iter().filter_map(|&(county, _)| Gazetteer::national().table.counties.get(county));
        counties.flat_map(|county| &county.other_names).any(|other| other.is_word && other.name == name)
    }

    /// Neither the region nor another name of the text says where it would be.
    fn is_unsupported(&self, i: usize) -> bool {
        !self.scanner.is_regional && !self.is_near_others(i)
    }

    /// The text names a county of it by its full name elsewhere, or the prefecture or province that it lies in.
    fn is_near_others(&self, i: usize) -> bool {
        let Some(found) = self.found.get(i) else { return false };
        found.meaning.counties.iter().any(|&(own, _)| {
            self.telling.iter().filter_map(|&other| Some((other, self.found.get(other)?))).any(|(other, above)| {
                let is_full = |&(county, how): &(usize, How)| how == How::Official && self.are_neighbours(own, county);
                other != i && (self.lies_in(own, other) == Some(true) || above.meaning.counties.iter().any(is_full))
            })
        })
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
                end - found.start > 1 && (self.scanner.is_regional || !self.is_word_without_end(found, end))
            }
            How::Official | How::Former => {
                // 郫县豆瓣, 单县羊汤: a short name is used for what is sold under it though it is full.
                let is_short = how == How::Former || found.end - found.start == 2;
                let of_kind = is_short && self.is_unsupported(i) && standing.names_a_kind();
                let is_cut = standing.is_cut_out_of_urbanisation()
                    || self.before(i).is_none() && standing.is_cut_out_of_phrase(Gazetteer::national());
                !(of_kind || is_cut || standing.names_a_road())
            }
            How::Short => {
                standing.stands_alone(Gazetteer::national())
                    && !(self.is_unsupported(i)
                        && (standing.names_a_kind() || !speaks_for_a_place(&standing, Gazetteer::national())))
            }
            How::Word => standing.stands_alone(Gazetteer::national()) && self.has_support(i),
            How::Town => {
                self.before(i).is_some()
                    || !(standing.is_of_another_county()
                        || standing.is_cut_out_of_town()
                        || standing.is_cut_out_of_phrase(Gazetteer::national()))
            }
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
        leads_headline || self.in_list(i) || self.has_organ(i)
    }

    /// In its own region the name of an office follows it that each county has: 博爱交警, 和平消防.
    fn has_organ(&self, i: usize) -> bool {
        const ORGANS: [&str; 12] =
            ["交警", "警方", "公安", "消防", "城管", "法院", "检察院", "税务局", "供电公司", "纪委", "团委", "政协"];
        let is_own =
            self.found.get(i).is_some_and(|found| found.meaning.counties.iter().any(|&(own, _)| self.is_inside(own)));
        self.scanner.is_regional && is_own && ORGANS.iter().any(|organ| self.standing(i).is_followed_by(organ))
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
mod tests;
