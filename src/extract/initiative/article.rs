use std::collections::HashMap;
use std::ops::Range;

use super::candidate::{Candidate, Evidence, candidates};
use super::clause::{sentence, sentence_before};
use super::deed::{deed, goes_on as goes_on_deed};
use super::formal::places_in;
use super::link::{is_fact_of_its_own, link};
use super::measure::measures;
use super::mention::{Mention, is_counted_thing, is_programme};
use super::name::Name;
use super::names::Names;
use super::passage::Passage;
use super::short_form::{is_short_form, told_again};
use super::year::{Years, year_of};
use crate::extract::figure::FoundFigure;
use crate::model::{Article, ArticleKind, Basis, BlockKind, DateRange, Figure, Initiative, InitiativeKind, Span};

/// Finds the initiatives of an article and their figures; the other figures become the article's own.
///
/// `article.dates` and `article.county` are filled before. `issue` is the date of the issue; the article's own outranks it.
pub fn find_initiatives(article: &mut Article, issue: Option<DateRange>) {
    let mut passages: Vec<Passage> = article
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| matches!(block.kind, BlockKind::Paragraph | BlockKind::Caption))
        .map(|(block, text)| Passage::of(block, &text.text, dates_of(article, block)))
        .collect();
    let named = name_all(article, &mut passages);
    let subject = subject(article, &named);
    let mut initiatives: Vec<Initiative> = named.into_iter().map(|(_, initiative)| initiative).collect();
    let years = Years::of(article, issue);
    for (index, initiative) in initiatives.iter_mut().enumerate() {
        let passage = passages.iter().find(|passage| passage.block == initiative.span.block as usize);
        if let Some(passage) = passage {
            (initiative.year, initiative.year_basis) = year_of(&years, article, passage, initiative);
        }
        debug_assert!(passages.iter().flat_map(|passage| &passage.mentions).any(|mention| mention.initiative == index));
    }
    let mut rest = Vec::new();
    let mut deeds: HashMap<String, usize> = HashMap::new();
    for (at, passage) in passages.iter().enumerate() {
        let mut links = link(&passages[..=at], subject);
        if article.kind != ArticleKind::Profile {
            for (deed, of) in own_deeds(passage, &links) {
                let owner = *deeds.entry(Name::new(passage, &deed).full).or_insert_with(|| {
                    let mut initiative = new_initiative(article, passage, &deed);
                    (initiative.year, initiative.year_basis) = year_of(&years, article, passage, &initiative);
                    initiatives.push(initiative);
                    initiatives.len() - 1
                });
                of.into_iter().for_each(|figure| links[figure] = Some(owner));
            }
        }
        for (found, owner) in passage.figures.iter().zip(links) {
            let figure = figure(article, passage.block, found);
            match owner.and_then(|owner| initiatives.get_mut(owner)) {
                Some(initiative) => initiative.figures.push(figure),
                // Ages are figures of a line, but no facts of an article.
                None if matches!(found.unit.as_str(), "岁" | "周岁") => {}
                None => rest.push(figure),
            }
        }
    }
    initiatives.sort_by_key(|initiative| (initiative.span.block, initiative.span.start));
    article.initiatives = initiatives;
    article.figures = rest;
}

/// The deeds of a passage that no initiative has, each with the places of its figures.
fn own_deeds(passage: &Passage, links: &[Option<usize>]) -> Vec<(Candidate, Vec<usize>)> {
    let mut deeds: Vec<(Candidate, Vec<usize>)> = Vec::new();
    for (at, figure) in passage.figures.iter().enumerate() {
        if links[at].is_some() || is_fact_of_its_own(passage, figure) {
            continue;
        }
        let last = deeds
            .last_mut()
            .filter(|(_, of)| of.first().is_some_and(|&of| goes_on_deed(passage, &passage.figures[of], figure)));
        match (deed(passage, figure), last) {
            (Some(deed), _) => deeds.push((deed, vec![at])),
            (None, Some((_, of))) => of.push(at),
            (None, None) => {}
        }
    }
    deeds
}

/// Where the dates of a block stand.
fn dates_of(article: &Article, block: usize) -> impl Iterator<Item = Range<u32>> {
    let of_block = article.dates.iter().filter(move |date| date.span.block as usize == block);
    of_block.map(|date| date.span.start..date.span.end)
}

/// The one initiative that the headline names.
fn subject(article: &Article, initiatives: &[(Vec<Name>, Initiative)]) -> Option<usize> {
    const LEAST: usize = 3;
    let title = Name::fold(article.title.as_deref()?);
    let is_named = |name: &Name| name.full.chars().count() >= LEAST && name.is_in(&title);
    let named: Vec<(usize, &Name)> = initiatives
        .iter()
        .enumerate()
        .filter(|(_, (_, one))| one.kind != InitiativeKind::Award)
        .filter_map(|(index, (names, _))| Some((index, names.first()?)))
        .filter(|(_, name)| is_named(name))
        .collect();
    // “清风”行动 and not the ceremony that bears its name.
    let mut whole = named.iter().filter(|(_, name)| title.contains(&name.full));
    match (named.as_slice(), whole.next(), whole.next()) {
        ([(only, _)], ..) | (_, Some((only, _)), None) => Some(*only),
        _ => None,
    }
}

fn figure(article: &Article, block: usize, found: &FoundFigure) -> Figure {
    Figure {
        text: found.text.clone(),
        value: found.value,
        value_max: found.value_max,
        unit: found.unit.clone(),
        approx: found.approx,
        line: article.blocks[block].line_at(found.start),
        span: Span { block: block as u32, start: found.start, end: found.end },
    }
}

/// Names all initiatives of the passages, each once, and notes where each is told of.
fn name_all(article: &Article, passages: &mut [Passage]) -> Vec<(Vec<Name>, Initiative)> {
    let title: Vec<char> = article.title.as_deref().unwrap_or_default().chars().collect();
    let headed = headed(&title, passages);
    let found: Vec<Vec<Candidate>> = passages
        .iter()
        .map(|passage| {
            let mut found = candidates(&passage.chars, &passage.figures);
            add_headed(&mut found, &passage.chars, &headed);
            found
        })
        .collect();
    let names = Names::of(passages, &found);
    let texts: Vec<String> = passages.iter().map(|passage| passage.chars.iter().collect()).collect();
    // A place is called by a part of its name: so often, and once more where the name stands.
    let told_of = |short: &str| match short.chars().count() {
        0..4 => 0,
        _ => texts.iter().map(|text| text.matches(short).count()).sum::<usize>().saturating_sub(1),
    };
    // What the headline names is what the article is about.
    let title = Name::fold(article.title.as_deref().unwrap_or_default());
    let mut initiatives: Vec<(Vec<Name>, Initiative)> = Vec::new();
    for (passage, found) in passages.iter_mut().zip(found) {
        let mut mentions: Vec<Candidate> = found
            .into_iter()
            .filter_map(|mut candidate| {
                let name = Name::new(passage, &candidate);
                // “云溪夜校” alone says nothing of its kind.
                if candidate.evidence == Evidence::Quoted {
                    candidate.kind = names.proven(&name).unwrap_or(candidate.kind);
                }
                let known = || names.proven(&name).is_some();
                let times = || {
                    let short = name.short().unwrap_or_default();
                    let work = if name.full.ends_with("改造") { told_of(&name.full) + 1 } else { 0 };
                    names.times(&name).max(told_of(&short)).max(work)
                };
                // The headline says where the name begins that the text has behind the names of others.
                let from_title = || {
                    let before = name.before_title(&title)?;
                    let is_whole = name.full.chars().count() == candidate.end - candidate.start;
                    (before == 0 || is_whole)
                        .then(|| Candidate { start: candidate.start + before, ..candidate.clone() })
                };
                let is_name = match candidate.evidence {
                    Evidence::Proven | Evidence::Counted => true,
                    Evidence::Recurring => known() || times() >= 2,
                    Evidence::Headed => known(),
                    // 九五 is said of more things than the plan that is named after it.
                    Evidence::Quoted => name.full.chars().count() >= 3 && known(),
                };
                let may_be_headed = matches!(candidate.evidence, Evidence::Recurring | Evidence::Headed);
                if is_name { Some(candidate) } else { may_be_headed.then(from_title).flatten() }
            })
            .collect();
        let again = told_again(passage, &mentions, &initiatives);
        mentions.extend(again.iter().map(|(candidate, _)| candidate.clone()));
        // A portrait counts what one person did: no measures of a programme.
        if article.kind != ArticleKind::Profile {
            let named = mentions.len();
            for measure in measures(&passage.chars, &passage.figures) {
                let is_apart = mentions.iter().all(|other| measure.end <= other.start || other.end <= measure.start);
                // 累计接受咨询8900人次，开展宣传950场次: the results of what was named before.
                let (from, _) = sentence(&passage.chars, measure.start);
                let sum = (from..measure.start).find(|&at| passage.chars[at..].starts_with(&['累', '计']));
                let sums_up = |figure: &FoundFigure| {
                    let number = figure.number as usize;
                    sum.is_some_and(|sum| sum < number) && number < measure.start
                };
                if passage.figures.iter().any(sums_up) && (named > 0 || !initiatives.is_empty()) {
                    continue;
                }
                let near = sentence_before(&passage.chars, from).unwrap_or(from);
                let mut names = mentions[..named].iter().filter(|name| near <= name.start);
                let is_of_named = names.any(|name| is_deed_of(passage, name, &measure));
                if is_apart && !is_of_named {
                    mentions.push(measure);
                }
            }
        }
        mentions.sort_by_key(|candidate| candidate.start);
        for mut candidate in mentions {
            let named = again.iter().find(|(other, _)| *other == candidate).map(|(_, name)| name.clone());
            let name = named.unwrap_or_else(|| Name::new(passage, &candidate));
            let short =
                passage.mentions.last().filter(|last| is_short_form(&passage.chars, &last.candidate, &candidate));
            let known = short
                .map(|last| last.initiative)
                .or_else(|| initiatives.iter().position(|(names, _)| name.is_among(names)));
            let is_known =
                known.is_some_and(|known| initiatives[known].0.iter().any(|name| name.evidence != Evidence::Counted));
            let initiative = match known {
                Some(known) => {
                    // “红枫家园”品牌 says what “红枫家园” is.
                    if name.full.ends_with("品牌") {
                        initiatives[known].1.kind = InitiativeKind::Brand;
                    }
                    if !initiatives[known].0.contains(&name) {
                        initiatives[known].0.push(name);
                    }
                    candidate.kind = initiatives[known].1.kind;
                    known
                }
                None => {
                    initiatives.push((vec![name], new_initiative(article, passage, &candidate)));
                    initiatives.len() - 1
                }
            };
            passage.mentions.push(Mention::new(passage, candidate, initiative, is_known));
        }
    }
    initiatives
}

/// The places and teams that the headline names and the article comes back to.
fn headed(title: &[char], passages: &[Passage]) -> Vec<(Vec<char>, InitiativeKind)> {
    const LEAST: usize = 2;
    let told = |name: &[char]| passages.iter().map(|passage| places(&passage.chars, name).count()).sum::<usize>();
    let mut named = places_in(title);
    named.retain(|(name, _)| told(name) >= LEAST);
    named
}

/// Where some words stand in a text.
fn places<'a>(chars: &'a [char], words: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    chars.windows(words.len().max(1)).enumerate().filter(move |(_, window)| *window == words).map(|(at, _)| at)
}

fn add_headed(found: &mut Vec<Candidate>, chars: &[char], headed: &[(Vec<char>, InitiativeKind)]) {
    for (name, kind) in headed {
        for start in places(chars, name) {
            let end = start + name.len();
            found.retain(|other| other.evidence == Evidence::Proven || end <= other.start || other.end <= start);
            if found.iter().all(|other| end <= other.start || other.end <= start) {
                found.push(Candidate { start, end, kind: *kind, evidence: Evidence::Proven });
            }
        }
    }
    found.sort_by_key(|candidate| candidate.start);
}

/// 实施“厕所革命”，改造农村户厕2万座: the things that are counted after a name in its sentence were made under it, and are no measure
/// of their own. Trainings and lectures that were held are, and so is what stands beside another thing that is counted.
fn is_deed_of(passage: &Passage, name: &Candidate, measure: &Candidate) -> bool {
    const HELD: &[&str] = &["场", "场次", "期", "次", "条", "件", "节课", "批"];
    const CHOSEN: &[char] = &['选', '派'];
    let figure = passage.figure_ending(measure.start).or(passage.figures_from(measure.end).first());
    let is_held = figure.is_some_and(|figure| HELD.contains(&figure.unit.as_str()));
    let words = &passage.chars[name.start..name.end];
    let is_chosen = passage.chars[..measure.start].ends_with(CHOSEN);
    // A programme chooses people for itself; what is only looked into does not.
    let sends_out =
        ["行动", "工程", "计划", "活动"].iter().any(|head| words.ends_with(&head.chars().collect::<Vec<_>>()));
    let shares =
        || passage.chars[measure.start..measure.end].windows(2).any(|pair| words.windows(2).any(|other| pair == other));
    // 依托“清溪工作室”开展培训18期: what was held at a place is no part of it.
    let is_at = name.kind == InitiativeKind::Venue && is_held;
    name.end <= measure.start
        && !is_at
        && (sentence(&passage.chars, measure.start).0 <= name.start
            || !is_held && !is_chosen && goes_on(passage, name, measure))
        && (shares()
            || matches!(name.evidence, Evidence::Proven | Evidence::Recurring)
                && name.kind != InitiativeKind::Award
                && !is_held
                && (sends_out || !is_chosen)
                && !is_counted_thing(passage, name))
}

/// 实施“茶园焕新”整治。以停车为例，新增车位402个。: whether a measure stands in the sentence behind that of a programme.
fn goes_on(passage: &Passage, name: &Candidate, measure: &Candidate) -> bool {
    let (from, _) = sentence(&passage.chars, measure.start);
    is_programme(name.kind) && sentence_before(&passage.chars, from).is_some_and(|before| before <= name.start)
}

fn new_initiative(article: &Article, passage: &Passage, candidate: &Candidate) -> Initiative {
    let (start, end) = (candidate.start as u32, candidate.end as u32);
    let block = &article.blocks[passage.block];
    Initiative {
        // With the quotes that are printed.
        name: block.text.chars().skip(candidate.start).take(candidate.end - candidate.start).collect(),
        kind: candidate.kind,
        county: article.county.clone(),
        line: block.line_at(start),
        span: Span { block: passage.block as u32, start, end },
        year: None,
        year_basis: Basis::None,
        figures: Vec::new(),
    }
}
