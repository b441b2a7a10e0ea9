use std::collections::BTreeMap;

use super::sign::{Sign, signs};
use super::votes::{EVIDENCE, Votes};
use crate::extract::gazetteer::{Region, find_places, is_bare_zone, is_same_zone};
use crate::model::{Article, BlockKind};

/// The county of what is the city's own.
const CITY: &str = "市直";

/// How much one vote counts, by where it stands.
const TITLE: u32 = 20;
const LEAD: u32 = 6;
const CAPTION: u32 = 4;
const BODY: u32 = 2;

/// The text after the lead in which one mention is still enough.
const OPENING: usize = 3;

/// So many counties of a region named about equally make a story the city's.
const MANY: usize = 3;

/// Decides the county an article is about, with the words it was decided by; `None` when unsure. `市直` is the city
/// itself. A county that the source names is kept. `home` is the county whose own page it stands on.
pub fn decide(article: &Article, region: Option<&Region>, home: Option<&str>) -> Option<(String, String)> {
    if let Some(county) = &article.county {
        return Some((county.clone(), article.county_evidence.clone().unwrap_or_default()));
    }
    let mut poll = Poll { region, home, ..Poll::default() };
    if let Some(title) = &article.title {
        poll.hear(title, TITLE);
        if let [(county, votes)] = poll.counties.iter().collect::<Vec<_>>().as_slice() {
            return Some((own_name(county, article, region), votes.evidence()));
        }
    }
    let is_citys = poll.counties.is_empty() && poll.city.weight > 0;
    if let Some(head) = &article.standing_head {
        poll.hear(head, LEAD);
    }
    let mut paragraphs = 0;
    let names_nobody =
        article.reporters.is_empty() && article.correspondents.is_empty() && article.photographers.is_empty();
    for block in &article.blocks {
        match block.kind {
            // The bodies that issue a document or a notice.
            BlockKind::Byline if names_nobody => poll.hear(&block.text, LEAD),
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
    // 我市 beside towns whose county is never named is that county, a city that has the paper to itself.
    if let [(county, votes)] = poll.counties.iter().collect::<Vec<_>>().as_slice()
        && let Some(stem) = county.strip_suffix('市')
        && poll.city.weight > 0
        && poll.city.all(|words| words.starts_with(['我', '全', '该', '市']))
        && votes.all(|words| !words.contains(stem))
    {
        return Some(((*county).clone(), votes.evidence()));
    }
    // 我市14个村上榜: what the villages' counties are named for is the city's.
    if is_citys && poll.counties.len() >= MANY {
        return Some((CITY.to_owned(), poll.city.evidence()));
    }
    let (county, evidence) = poll.result().filter(|(county, _)| !is_of_one_picture(article, county, region))?;
    Some((own_name(&county, article, region), evidence))
}

/// The name that a zone has to itself, where the article gives it anywhere: 经济技术开发区 for 开发区.
fn own_name(county: &str, article: &Article, region: Option<&Region>) -> String {
    let texts = article.title.iter().chain(article.blocks.iter().map(|block| &block.text));
    texts
        .take_while(|_| is_bare_zone(county))
        .flat_map(|text| find_places(text, region))
        .map(|place| place.county)
        .find(|name| is_same_zone(name, county) && !is_bare_zone(name))
        .unwrap_or_else(|| county.to_owned())
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
    let named = captions().filter(|block| names(&block.text)).count();
    (1..=count / 2).contains(&named) && !heads.chain(text.map(|block| &block.text)).any(|text| names(text))
}

#[derive(Default)]
struct Poll<'a> {
    region: Option<&'a Region>,
    home: Option<&'a str>,
    counties: BTreeMap<String, Votes>,
    city: Votes,
    /// The county that was told of last: the first one of the latest sentence that names any.
    latest: Option<String>,
    /// A county was named in the sentence that is heard.
    named: bool,
}

impl Poll<'_> {
    /// Counts the votes of one passage.
    fn hear(&mut self, text: &str, weight: u32) {
        self.named = false;
        for (words, sign) in signs(text, self.region) {
            match sign {
                Sign::Stop => self.named = false,
                Sign::County { name, leads } => {
                    let weight = if leads { 2 * weight } else { weight };
                    let name = self.counties.keys().find(|known| is_same_zone(known, &name)).cloned().unwrap_or(name);
                    self.counties.entry(name.clone()).or_default().add(&words, weight);
                    if !self.named {
                        self.latest = Some(name);
                    }
                    self.named = true;
                }
                Sign::City => self.city.add(&words, weight),
                Sign::Back(kind) => match self.meant(&words, kind).map(str::to_owned) {
                    Some(county) => {
                        self.counties.entry(county).or_default().add(&words, weight);
                    }
                    _ if kind == '市' => self.city.add(&words, weight / 2),
                    _ => {}
                },
            }
        }
    }

    /// The county that words point back to: 我县 is the page's own, 该县 the one told of last, 全县 that or else the page's own.
    /// 全市 may be of the city above.
    fn meant(&self, words: &str, kind: char) -> Option<&str> {
        let latest = self.latest.as_deref().filter(|county| county.ends_with(kind));
        let home = self.home.filter(|county| kind != '市' && county.ends_with(kind));
        match words.chars().next() {
            Some('该') => latest,
            Some('我') => home.or(latest),
            _ => latest.or(home),
        }
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
        if ranked.len() >= MANY && self.region.is_some() {
            let words: Vec<&str> = ranked.iter().take(EVIDENCE).map(|(county, _)| county.as_str()).collect();
            return Some((CITY.to_owned(), words.join("、")));
        }
        None
    }
}

#[cfg(test)]
mod tests;
