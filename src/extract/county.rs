//! What county an article is about.
//!
//! Every name of a county is a vote for it, and every mark of the city itself (我市, 市教育局, 焦作市某医院) one for `市直`;
//! words that point back (该县, 全区, 该市) are votes for the county named last. A vote in the title outweighs the text,
//! one in the lead outweighs the rest. What wins clearly is the county; a story of many counties is the city's.

use std::collections::BTreeMap;

use super::gazetteer::{Region, find_places};
use crate::model::{Article, BlockKind};
use crate::text::fold;

/// The county of what is the city's own.
const CITY: &str = "市直";

/// How much one vote counts, by where it stands.
const TITLE: u32 = 20;
const LEAD: u32 = 6;
const CAPTION: u32 = 4;
const BODY: u32 = 2;

/// The text after the lead in which one mention is still enough.
const OPENING: usize = 3;

/// So many counties named about equally make a story the city's.
const MANY: usize = 3;

/// At most so many words are given as evidence.
const EVIDENCE: usize = 3;

/// Decides the county an article is about, with the words it was decided by; `None` when unsure. `市直` is the city
/// itself. A county that the source names is kept.
pub fn decide(article: &Article, region: Option<&Region>) -> Option<(String, String)> {
    if let Some(county) = &article.county {
        return Some((county.clone(), article.county_evidence.clone().unwrap_or_default()));
    }
    let mut poll = Poll { region, ..Poll::default() };
    if let Some(title) = &article.title {
        poll.hear(title, TITLE);
        if let [(county, votes)] = poll.counties.iter().collect::<Vec<_>>().as_slice() {
            return Some(((*county).clone(), votes.evidence()));
        }
    }
    if let Some(head) = &article.standing_head {
        poll.hear(head, LEAD);
    }
    let mut paragraphs = 0;
    for block in &article.blocks {
        match block.kind {
            BlockKind::Byline => {}
            BlockKind::Caption => poll.hear(&block.text, CAPTION),
            BlockKind::SectionHead => poll.hear(&block.text, BODY),
            BlockKind::Paragraph => {
                let weight = match paragraphs {
                    0 => LEAD,
                    1..OPENING => CAPTION,
                    _ => BODY,
                };
                poll.hear(&block.text, weight);
                paragraphs += 1;
            }
        }
    }
    poll.result().filter(|(county, _)| !is_of_one_picture(article, county, region))
}

/// Whether a county is named by no more than half of several captions and by nothing else: one place of many in a group of
/// photographs.
fn is_of_one_picture(article: &Article, county: &str, region: Option<&Region>) -> bool {
    let names = |text: &str| find_places(text, region).iter().any(|place| place.county == county);
    let captions = || article.blocks.iter().filter(|block| block.kind == BlockKind::Caption);
    let count = captions().count();
    if count < 2 || county == CITY {
        return false;
    }
    let heads = article.title.iter().chain(&article.standing_head);
    let text = article.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Caption | BlockKind::Byline));
    2 * captions().filter(|block| names(&block.text)).count() <= count
        && !heads.chain(text.map(|block| &block.text)).any(|text| names(text))
}

/// The votes for one county, or for the city.
#[derive(Default)]
struct Votes {
    weight: u32,
    /// The words, each once, with the most that one of them counted.
    words: Vec<(String, u32)>,
}

impl Votes {
    fn add(&mut self, words: &str, weight: u32) {
        self.weight += weight;
        match self.words.iter_mut().find(|(known, _)| known == words) {
            Some((_, most)) => *most = weight.max(*most),
            None => self.words.push((words.to_owned(), weight)),
        }
    }

    /// The weightiest words, in the order of the text.
    fn evidence(&self) -> String {
        let mut weights: Vec<u32> = self.words.iter().map(|&(_, weight)| weight).collect();
        weights.sort_unstable_by(|one, other| other.cmp(one));
        let least = weights.get(EVIDENCE - 1).copied().unwrap_or(0);
        let words: Vec<&str> =
            self.words.iter().filter(|&&(_, weight)| weight >= least).map(|(words, _)| words.as_str()).collect();
        words.into_iter().take(EVIDENCE).collect::<Vec<_>>().join("、")
    }
}

#[derive(Default)]
struct Poll<'a> {
    region: Option<&'a Region>,
    counties: BTreeMap<String, Votes>,
    city: Votes,
    /// The county named last.
    latest: Option<String>,
}

/// Something in a text that speaks for a county or for the city.
enum Sign {
    County(String),
    City,
    /// It points back to a division of this kind: 县, 区 or 市.
    Back(char),
}

impl Poll<'_> {
    /// Counts the votes of one passage.
    fn hear(&mut self, text: &str, weight: u32) {
        for (words, sign) in self.signs(text) {
            match sign {
                Sign::County(county) => {
                    self.counties.entry(county.clone()).or_default().add(&words, weight);
                    self.latest = Some(county);
                }
                Sign::City => self.city.add(&words, weight),
                Sign::Back(kind) => match self.latest.clone() {
                    Some(county) if county.ends_with(kind) => {
                        self.counties.entry(county).or_default().add(&words, weight);
                    }
                    _ if kind == '市' => self.city.add(&words, weight / 2),
                    _ => {}
                },
            }
        }
    }

    /// The signs of a passage in order, with their words.
    fn signs(&self, text: &str) -> Vec<(String, Sign)> {
        let folded: Vec<char> = fold(text).chars().collect();
        let mut signs: Vec<(usize, usize, Sign)> = find_places(text, self.region)
            .into_iter()
            .map(|place| (place.start as usize, place.end as usize, Sign::County(place.county)))
            .collect();
        signs.extend(back_references(&folded));
        let counties: Vec<usize> = signs.iter().map(|&(start, ..)| start).collect();
        signs.extend(self.city_signs(&folded, &counties));
        signs.sort_by_key(|&(start, ..)| start);
        signs
            .into_iter()
            .map(|(start, end, sign)| (folded.get(start..end).unwrap_or_default().iter().collect(), sign))
            .collect()
    }

    /// The city by its name, where no county follows it, and its organs (市教育局).
    fn city_signs(&self, text: &[char], counties: &[usize]) -> Vec<(usize, usize, Sign)> {
        let names = self.region.map(|region| [region.name(), region.short_name()].map(fold)).unwrap_or_default();
        let mut signs = Vec::new();
        for (start, &c) in text.iter().enumerate() {
            let rest = text.get(start..).unwrap_or_default();
            if let Some(length) = names.iter().find_map(|name| starts_with(rest, name)) {
                let end = start + length;
                // 焦作市山阳区 is the district, and so is a county's own 焦作 before it.
                if !counties.contains(&end) && !counties.contains(&start) {
                    signs.push((start, organ_end(text, end), Sign::City));
                }
            } else if c == '市' && !counties.contains(&start) && is_organ_of_city(text, start) {
                let end = organ_end(text, start + 1);
                if !counties.iter().any(|&county| (start..end).contains(&county)) {
                    signs.push((start, end, Sign::Back('市')));
                }
            }
        }
        signs
    }

    fn result(&self) -> Option<(String, String)> {
        let mut ranked: Vec<(&String, &Votes)> = self.counties.iter().collect();
        ranked.sort_by_key(|(_, votes)| std::cmp::Reverse(votes.weight));
        let best = ranked.first();
        let most = best.map_or(0, |(_, votes)| votes.weight);
        let second = ranked.get(1).map_or(0, |(_, votes)| votes.weight);
        let city = || Some((CITY.to_owned(), self.city.evidence()));
        if self.city.weight > most {
            // One passing 全市 in a story that names no county decides nothing.
            return if self.city.weight > BODY { city() } else { None };
        }
        let (county, votes) = best?;
        if most > BODY && 2 * most >= 3 * second {
            return Some(((*county).clone(), votes.evidence()));
        }
        if ranked.len() >= MANY {
            let words: Vec<&str> = ranked.iter().take(EVIDENCE).map(|(county, _)| county.as_str()).collect();
            return Some((CITY.to_owned(), words.join("、")));
        }
        None
    }
}

/// How many characters of `text` are `name`, where it begins with it.
fn starts_with(text: &[char], name: &str) -> Option<usize> {
    let length = name.chars().count();
    (length > 0 && text.iter().copied().take(length).eq(name.chars())).then_some(length)
}

/// 该县, 全区, 县委: what points back to the division that was named last, and 我市, which is the city.
fn back_references(text: &[char]) -> impl Iterator<Item = (usize, usize, Sign)> {
    text.windows(2).enumerate().filter_map(|(start, pair)| {
        let &[first, kind] = pair else { return None };
        let next = text.get(start + 2).copied().unwrap_or(' ');
        let sign = match (first, kind) {
            ('我', '市') => Sign::City,
            ('该' | '全', '县' | '区' | '市') if !(kind == '区' && "域间".contains(next)) => Sign::Back(kind),
            ('我', '县' | '区') => Sign::Back(kind),
            ('县' | '区', '委')
                if start.checked_sub(1).and_then(|before| text.get(before)).is_none_or(|c| *c != '、') =>
            {
                Sign::Back(first)
            }
            _ => return None,
        };
        Some((start, start + 2, sign))
    })
}

/// Whether 市 at `start` stands for the city before one of its organs or institutions: 市教育局, but not 市场.
fn is_organ_of_city(text: &[char], start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|before| text.get(before)).copied();
    let begins = match before {
        None => true,
        // 省、市验收: levels of government, not the city.
        Some('、') => false,
        Some(c) => !is_han(c) || "在到由从与和及被受向对经据给是".contains(c),
    };
    let rest = text.get(start + 1..).unwrap_or_default();
    let organ = match rest {
        ['政', next, ..] => matches!(next, '府' | '协'),
        [next, ..] => is_han(*next) && !"场民区容面值价井郊内外级级售盈占".contains(*next),
        [] => false,
    };
    begins && organ
}

/// Where the name of an organ or institution ends that begins before `from`, as far as that can be told.
fn organ_end(text: &[char], from: usize) -> usize {
    const LONGEST: usize = 12;
    const ENDS: [&str; 25] = [
        "中学",
        "小学",
        "学校",
        "大学",
        "学院",
        "幼儿园",
        "医院",
        "保健院",
        "局",
        "委",
        "办",
        "中心",
        "协会",
        "公司",
        "集团",
        "馆",
        "之家",
        "法院",
        "检察院",
        "政府",
        "政协",
        "人大",
        "宣传部",
        "组织部",
        "会",
    ];
    let run = text.get(from..).unwrap_or_default().iter().take(LONGEST).take_while(|c| is_han(**c)).count();
    (1..=run)
        .find(|&length| {
            let name = text.get(from..from + length).unwrap_or_default();
            ENDS.iter().any(|end| name.iter().rev().copied().take(end.chars().count()).eq(end.chars().rev()))
        })
        .map_or(from, |length| from + length)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Block;

    fn region() -> Region {
        let table = "青禾市\t青禾\n\
                     云溪县\t云溪\t白石镇 桃岭乡\n\
                     栖霞岭区\t\t东苑街道\n\
                     澄江口市\t澄江口\t河阳街道\n\
                     望岚县\t望岚\t沙坪镇\n";
        Region::from_table(table, "青禾.tsv").unwrap()
    }

    fn article(title: Option<&str>, paragraphs: &[&str]) -> Article {
        Article {
            title: title.map(str::to_owned),
            blocks: paragraphs.iter().map(|text| Block::on_line(BlockKind::Paragraph, *text, 1)).collect(),
            ..Article::default()
        }
    }

    #[track_caller]
    fn assert_county(title: Option<&str>, paragraphs: &[&str], expected: Option<&str>) {
        let decided = decide(&article(title, paragraphs), Some(&region()));
        assert_eq!(
            decided.as_ref().map(|(county, _)| county.as_str()),
            expected,
            "{title:?} {paragraphs:?}: {decided:?}"
        );
    }

    #[test]
    fn a_county_in_the_title_decides() {
        assert_county(Some("云溪县：茶香满山"), &["全市现场会上，望岚县代表发言。", "望岚县"], Some("云溪县"));
        assert_county(Some("云溪茶香满山"), &["本报讯 近日。"], Some("云溪县"));
    }

    #[test]
    fn the_text_decides_where_the_title_does_not() {
        assert_county(Some("茶香满山"), &["近日，云溪县开展采茶竞赛。", "该县已种茶5000亩。"], Some("云溪县"));
        assert_county(None, &["白石镇柳湾村的村民忙着采茶。"], Some("云溪县"));
        assert_county(Some("河水清清"), &["天气很好。"], None);
    }

    #[test]
    fn the_citys_own_is_the_city() {
        for (title, text) in [
            ("市第九中学：书声琅琅", "该校开展读书活动。"),
            ("青禾人才之家迎来新客", "室内设有书房。"),
            ("我市举行植树活动", "近日，大家一起植树。"),
            ("她把爱写在病房", "她是青禾市妇幼保健院的医生。在医院，她从早忙到晚。"),
            ("护航开学季", "市教育局近日走访学校。市教育局还将继续走访。"),
        ] {
            assert_county(Some(title), &[text], Some(CITY));
        }
    }

    #[test]
    fn a_county_level_citys_own_organs_are_not_the_prefectures() {
        assert_county(
            None,
            &["近年来，澄江口市种桃。", "该市由市委组织部牵头。全市已种桃树。", "市农业农村局提供树苗。"],
            Some("澄江口市"),
        );
    }

    #[test]
    fn levels_of_government_are_no_city() {
        assert_county(None, &["栖霞岭区跟进省、市验收工作，", "区委对标省、市要求。"], Some("栖霞岭区"));
    }

    #[test]
    fn a_story_of_many_counties_is_the_citys_and_two_are_unsure() {
        assert_county(None, &["云溪县、栖霞岭区、望岚县、澄江口市都种了树。"], Some(CITY));
        assert_county(None, &["云溪县和望岚县都种了树。"], None);
    }

    #[test]
    fn a_county_of_one_picture_is_not_that_of_the_group() {
        let captions = |texts: &[&str]| {
            let blocks = texts.iter().map(|text| Block::on_line(BlockKind::Caption, *text, 1)).collect();
            let group = Article { blocks, ..Article::default() };
            decide(&group, Some(&region())).map(|(county, _)| county)
        };
        assert_eq!(captions(&["花开了。", "云溪县的花开了。", "茶熟了。"]), None);
        assert_eq!(captions(&["云溪县的花开了。", "云溪县的茶熟了。"]), Some("云溪县".to_owned()));
        assert_eq!(captions(&["云溪县的花开了。"]), Some("云溪县".to_owned()));
    }

    #[test]
    fn a_county_named_by_the_source_is_kept() {
        let mut article = article(Some("云溪县：茶香满山"), &[]);
        article.county = Some("望岚县".to_owned());
        assert_eq!(decide(&article, Some(&region())).unwrap().0, "望岚县");
    }

    #[test]
    fn the_evidence_is_the_words() {
        let decided = decide(&article(Some("市第九中学：书声琅琅"), &[]), Some(&region())).unwrap();
        assert_eq!(decided, (CITY.to_owned(), "市第九中学".to_owned()));
        let decided = decide(&article(None, &["云溪县开展活动。", "该县收获多。"]), Some(&region())).unwrap();
        assert_eq!(decided, ("云溪县".to_owned(), "云溪县、该县".to_owned()));
    }
}
