//! What in a passage speaks for a county, or for the city.

use crate::extract::gazetteer::{Region, find_cities, find_places, is_zone};
use crate::text::{fold, is_han};

/// Something in a text that speaks for a county or for the city.
pub(super) enum Sign {
    /// A county; `leads` where a sentence begins with it, and is about it.
    County {
        name: String,
        leads: bool,
    },
    City,
    /// It points back to a division of this kind: 县, 区, 市 or 旗.
    Back(char),
    /// A sentence ends.
    Stop,
}

/// The signs of a passage in order, with their words.
pub(super) fn signs(text: &str, region: Option<&Region>) -> Vec<(String, Sign)> {
    let plain = fold(text);
    let folded: Vec<char> = plain.chars().collect();
    // A region has one city; without one, each city of the nation is one.
    let cities = if region.is_none() && folded.contains(&'市') { find_cities(&plain) } else { Vec::new() };
    let mut signs = places(text, &folded, region);
    signs.extend(back_references(&folded));
    let counties: Vec<usize> = signs.iter().map(|&(start, ..)| start).collect();
    signs.extend(city_signs(&folded, &cities, region, &counties));
    signs.extend(stops(&folded));
    signs.sort_by_key(|&(start, ..)| start);
    signs
        .into_iter()
        .map(|(start, end, sign)| (folded.get(start..end).unwrap_or_default().iter().collect(), sign))
        .collect()
}

/// The counties, those of towns too. A town right after its county (云溪县白石镇) is one sign with it.
fn places(text: &str, folded: &[char], region: Option<&Region>) -> Vec<(usize, usize, Sign)> {
    let mut signs: Vec<(usize, usize, Sign)> = Vec::new();
    for place in find_places(text, region) {
        let (start, end) = (place.start as usize, place.end as usize);
        let mut leads = begins_clause(folded, start);
        match signs.last_mut() {
            Some((_, last, Sign::County { name, .. })) if *last == start && *name == place.county => {
                *last = end;
                continue;
            }
            // 示范区（高新区）: two names of one zone.
            Some(&mut (_, ref mut last, Sign::County { ref name, .. }))
                if *last + 1 == start
                    && folded.get(*last) == Some(&'(')
                    && folded.get(end) == Some(&')')
                    && is_zone(name)
                    && is_zone(&place.county) =>
            {
                *last = end + 1;
                continue;
            }
            // 云溪县、望岚县: what is said of the first is said of all.
            Some(&mut (_, last, Sign::County { leads: first, .. }))
                if last + 1 == start && folded.get(last).is_some_and(|c| "、和与及".contains(*c)) =>
            {
                leads = first;
            }
            _ => {}
        }
        signs.push((start, end, Sign::County { name: place.county, leads }));
    }
    signs
}

/// Whether a sentence begins here, words of time and the like before its first comma aside.
fn begins_clause(text: &[char], start: usize) -> bool {
    const LONGEST: usize = 12;
    let before = text.get(..start).unwrap_or_default();
    let sentence = before.iter().rposition(|&c| is_stop(c)).map_or_else(|| dateline_end(before), |stop| stop + 1);
    let led: &[char] = before.get(sentence..).unwrap_or_default();
    led.len() <= LONGEST && led.last().is_none_or(|&c| !is_han(c) && !"、“《(".contains(c))
}

/// Where a text goes on after its dateline: 本报讯(记者 林一舟).
fn dateline_end(text: &[char]) -> usize {
    const LONGEST: usize = 10;
    let begins = text.iter().take(LONGEST).any(|c| matches!(c, '讯' | '电'));
    let is_led = || text.iter().take(LONGEST).any(|&c| c == '(');
    text.iter().position(|&c| c == ')').filter(|_| begins && is_led()).map_or(0, |end| end + 1)
}

fn is_stop(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | ';')
}

fn stops(text: &[char]) -> impl Iterator<Item = (usize, usize, Sign)> {
    text.iter().enumerate().filter(|&(_, &c)| is_stop(c)).map(|(at, _)| (at, at, Sign::Stop))
}

/// The city by its name, where no county follows it, and its organs (市教育局).
fn city_signs(
    text: &[char],
    cities: &[(usize, usize)],
    region: Option<&Region>,
    counties: &[usize],
) -> Vec<(usize, usize, Sign)> {
    let [name, short] = region.map(|region| [region.name(), region.short_name()].map(fold)).unwrap_or_default();
    let named_at = |start: usize, rest: &[char]| {
        let names_another = |after: &[char]| names_a_feature(after) || names_a_paper(after);
        let in_short = || starts_with(rest, &short).filter(|&length| !names_another(&rest[length..]));
        let in_nation = || {
            let &(_, end) = cities.iter().find(|city| city.0 == start)?;
            (begins_clause(text, start) || organ_end(text, end) > end).then_some(end - start)
        };
        starts_with(rest, &name).or_else(in_short).or_else(in_nation)
    };
    let mut signs = Vec::new();
    for (start, &c) in text.iter().enumerate() {
        let rest = text.get(start..).unwrap_or_default();
        if let Some(length) = named_at(start, rest) {
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

/// 亳州晚报, 洛阳网: who publishes a story is not what it is about.
fn names_a_paper(after: &[char]) -> bool {
    const PAPERS: &str = "日报 晚报 早报 晨报 时报 商报 都市报 网 新闻网 新闻客户端 电视台 广播";
    PAPERS.split(' ').any(|paper| starts_with(after, paper).is_some())
}

/// 吕梁山, 九江路: what is named after a city, or what it is named after; and 吉林省, which is not its city 吉林.
fn names_a_feature(after: &[char]) -> bool {
    match after {
        ['河', '长', ..] | ['山', '区', ..] => false,
        [next, ..] => "山河湖江岭峡路街省".contains(*next),
        [] => false,
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
            ('该' | '全', '县' | '区' | '市' | '旗') if !(kind == '区' && "域间".contains(next)) => {
                Sign::Back(kind)
            }
            ('我', '县' | '区' | '旗') => Sign::Back(kind),
            ('县' | '区' | '旗', '委')
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
