use std::cmp::Reverse;
use std::collections::BTreeMap;

use daachorse::CharwiseDoubleArrayAhoCorasick;

use super::table::{County, Prefecture, Province, Table};
use super::zone::{self, Zone};
use crate::text::fold;

/// How a name means its county.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    Official,
    Former,
    Short,
    /// A short form that is a word of the language as well.
    Word,
    Town,
}

/// All that a name can mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    pub(super) province: Option<usize>,
    pub(super) prefecture: Option<usize>,
    /// Counties by their place in the scanner's table, with how the name means them.
    pub(super) counties: Vec<(usize, How)>,
    pub(super) zone: Option<Zone>,
    /// The name begins with a character that is a preposition or conjunction as often.
    begins_with_preposition: bool,
}

/// A county as far as a scan needs it.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) name: String,
    pub(super) prefecture: usize,
    /// It belongs to the region that is looked for.
    pub(super) inside: bool,
}

/// A name found, by characters of the text.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) meaning: &'a Meaning,
}

/// Finds all names of a table in one pass.
pub(super) struct Scanner {
    /// `None` where it could not be built; then nothing is found.
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    meanings: Vec<Meaning>,
    pub(super) targets: Vec<Target>,
    /// For each prefecture its province.
    pub(super) provinces: Vec<Option<usize>>,
    /// It is about one region, and what lies outside is known by official names alone.
    pub(super) is_regional: bool,
}

impl Scanner {
    /// All names of the nation.
    pub(super) fn national(nation: &Table) -> Scanner {
        let mut names = Names::default();
        for (index, county) in nation.counties.iter().enumerate() {
            names.add_county(index, county);
        }
        let targets = nation.counties.iter().map(|county| target(county, true)).collect();
        names.finish(nation, &nation.prefectures, targets, false)
    }

    /// The names of one prefecture of the nation, and as much of the others as tells them apart.
    pub(super) fn of_prefecture(nation: &Table, prefecture: usize) -> Scanner {
        Scanner::regional(nation, &nation.prefectures, nation.counties.iter(), prefecture)
    }

    /// The same for a prefecture that the table of the nation does not have.
    pub(super) fn of_table(nation: &Table, prefecture: Prefecture, counties: &[County]) -> Scanner {
        let mut prefectures = nation.prefectures.clone();
        prefectures.push(prefecture);
        let inside = prefectures.len() - 1;
        Scanner::regional(nation, &prefectures, nation.counties.iter().chain(counties), inside)
    }

    fn regional<'a>(
        nation: &Table,
        prefectures: &[Prefecture],
        counties: impl Iterator<Item = &'a County>,
        prefecture: usize,
    ) -> Scanner {
        let mut names = Names::default();
        let mut targets = Vec::new();
        for county in counties {
            let inside = county.prefecture == prefecture;
            if inside {
                names.add_county(targets.len(), county);
            } else {
                names.add(&county.name, targets.len(), How::Official);
            }
            targets.push(target(county, inside));
        }
        for (index, target) in targets.iter().enumerate().filter(|(_, target)| target.inside) {
            if let Some(county) = nation.counties.get(index) {
                names.add_town_variants(index, county);
            }
            debug_assert_eq!(target.prefecture, prefecture);
        }
        names.finish(nation, prefectures, targets, true)
    }

    /// The names in a folded text, in order. Of names that overlap the longest is taken, and of those the first: 贤台乡
    /// in 走进贤台乡, not 进贤.
    pub(super) fn find<'a>(&'a self, folded: &str) -> Vec<Found<'a>> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut found = Vec::new();
        let (mut bytes, mut end) = (0, 0);
        for hit in automaton.find_overlapping_iter(folded) {
            let (Some(passed), Some(name)) = (folded.get(bytes..hit.end()), folded.get(hit.start()..hit.end())) else {
                continue;
            };
            end += passed.chars().count();
            bytes = hit.end();
            if let Some(meaning) = self.meanings.get(hit.value() as usize) {
                found.push(Found { start: end - name.chars().count(), end, meaning });
            }
        }
        // 从江油 is 从 and 江油: of names of one length, one that may begin with a preposition yields.
        let yields = |found: &Found<'_>| found.meaning.is_nothing() || found.meaning.begins_with_preposition;
        found.sort_by_key(|found| (Reverse(found.end - found.start), yields(found), found.start));
        let mut taken = vec![false; end];
        found.retain(|found| match taken.get_mut(found.start..found.end) {
            Some(place) if !place.contains(&true) => {
                place.fill(true);
                true
            }
            _ => false,
        });
        found.sort_by_key(|found| found.start);
        found
    }
}

impl Meaning {
    /// A word that only takes the place of the names in it.
    fn is_nothing(&self) -> bool {
        self.province.is_none() && self.prefecture.is_none() && self.counties.is_empty() && self.zone.is_none()
    }
}

fn target(county: &County, inside: bool) -> Target {
    Target { name: county.name.clone(), prefecture: county.prefecture, inside }
}

/// What a county with a nation in its name is called for short: 石柱县 for 石柱土家族自治县.
fn plain_name(county: &County) -> Option<String> {
    let short = county.other_names.iter().find(|other| county.name.starts_with(&other.name))?;
    let kind = ["族自治县", "族区", "各族自治县"].iter().find(|kind| county.name.ends_with(**kind))?.chars().last()?;
    Some(format!("{}{kind}", short.name))
}

/// The names that a scanner is built from.
#[derive(Default)]
struct Names(BTreeMap<String, Meaning>);

impl Names {
    fn at(&mut self, name: &str) -> &mut Meaning {
        self.0.entry(fold(name)).or_default()
    }

    fn add(&mut self, name: &str, county: usize, how: How) {
        let counties = &mut self.at(name).counties;
        if !counties.iter().any(|&(other, _)| other == county) {
            counties.push((county, how));
        }
    }

    fn add_county(&mut self, index: usize, county: &County) {
        // A name that is a common noun too, such as 城区, is among the other names, as a word.
        if !county.other_names.iter().any(|other| other.name == county.name) {
            self.add(&county.name, index, How::Official);
        }
        for other in &county.other_names {
            let how = match other.is_word {
                true => How::Word,
                false if county.name.starts_with(&other.name) => How::Short,
                false => How::Former,
            };
            self.add(&other.name, index, how);
        }
        if let Some(name) = plain_name(county) {
            self.add(&name, index, How::Former);
        }
        for town in &county.towns {
            self.add(town, index, How::Town);
        }
    }

    /// A town that was made a street or a 镇 since the table was, or was one before: any of its names, where no other
    /// town of the region has it.
    fn add_town_variants(&mut self, index: usize, county: &County) {
        for town in &county.towns {
            let Some(stem) = ["街道", "镇", "乡"].iter().find_map(|kind| town.strip_suffix(kind)) else { continue };
            if stem.chars().count() < 2 {
                continue;
            }
            for kind in ["街道", "镇", "乡", "办事处"] {
                let variant = format!("{stem}{kind}");
                if !self.0.contains_key(&fold(&variant)) {
                    self.add(&variant, index, How::Town);
                }
            }
        }
    }

    fn finish(
        mut self,
        nation: &Table,
        prefectures: &[Prefecture],
        targets: Vec<Target>,
        is_regional: bool,
    ) -> Scanner {
        for (index, Province { name, short }) in nation.provinces.iter().enumerate() {
            for name in [name, short].into_iter().filter(|name| !name.is_empty()) {
                self.at(name).province = Some(index);
            }
        }
        for (index, Prefecture { name, short, .. }) in prefectures.iter().enumerate() {
            for name in [name, short].into_iter().filter(|name| !name.is_empty()) {
                self.at(name).prefecture = Some(index);
            }
        }
        for (name, zone) in zone::names() {
            self.at(name).zone = Some(zone);
        }
        // Words with a short form inside mean nothing, but take the place of what is in them.
        for word in &nation.long_words {
            // In 修武县公安局 the first character of 县公安局 is the last one of the county.
            self.at(word.strip_prefix('县').unwrap_or(word));
        }
        for (name, meaning) in &mut self.0 {
            meaning.begins_with_preposition = name.starts_with(['从', '于', '在', '到', '和', '与', '由', '向']);
        }
        let (names, meanings): (Vec<String>, Vec<Meaning>) = self.0.into_iter().unzip();
        let automaton = CharwiseDoubleArrayAhoCorasick::with_values(names.iter().zip(0..)).ok();
        debug_assert!(automaton.is_some(), "the names are distinct and not empty");
        let provinces = prefectures.iter().map(|prefecture| prefecture.province).collect();
        Scanner { automaton, meanings, targets, provinces, is_regional }
    }
}
