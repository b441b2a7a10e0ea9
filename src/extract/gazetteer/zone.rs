use crate::text::is_han;

/// How the name of a functional zone stands in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Only zones are called so: 高新技术产业开发区, 高新区.
    Certain,
    /// A common noun too: 示范区 may be a zone for anything.
    Noun,
}

/// The names of functional zones that stand beside the counties of a city.
pub(super) fn names() -> impl Iterator<Item = (&'static str, Zone)> {
    const CERTAIN: [&str; 10] = [
        "高新技术产业开发区",
        "高新技术开发区",
        "经济技术开发区",
        "经济开发区",
        "城乡一体化示范区",
        "航空港经济综合实验区",
        "高新区",
        "经开区",
        "航空港区",
        "航空港实验区",
    ];
    const NOUNS: [&str; 2] = ["示范区", "开发区"];
    CERTAIN.into_iter().map(|name| (name, Zone::Certain)).chain(NOUNS.into_iter().map(|name| (name, Zone::Noun)))
}

/// What a zone's name says of its kind; 开发区 alone says nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    HighTech,
    Economic,
    Demonstration,
    Airport,
    Any,
}

impl Kind {
    fn of(name: &str) -> Option<Kind> {
        let named = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if !name.ends_with('区') {
            None
        } else if named(&["航空港"]) {
            Some(Kind::Airport)
        } else if named(&["高新"]) {
            Some(Kind::HighTech)
        } else if named(&["经济技术开发区", "经济开发区", "经开区"]) {
            Some(Kind::Economic)
        } else if named(&["示范区"]) {
            Some(Kind::Demonstration)
        } else {
            name.ends_with("开发区").then_some(Kind::Any)
        }
    }
}

/// Whether two names that one article uses mean one zone: 经济技术开发区 is 经开区 there, and 开发区.
pub fn is_same_zone(one: &str, other: &str) -> bool {
    match (Kind::of(one), Kind::of(other)) {
        (Some(Kind::Any), Some(kind)) | (Some(kind), Some(Kind::Any)) => {
            matches!(kind, Kind::HighTech | Kind::Economic | Kind::Any)
        }
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// Whether a name is that of a functional zone.
pub fn is_zone(name: &str) -> bool {
    Kind::of(name).is_some()
}

/// Whether a zone's name is one that other zones have too: 开发区, 示范区.
pub fn is_bare_zone(name: &str) -> bool {
    matches!(name, "开发区" | "示范区")
}

/// What stands beside the name of a zone.
pub(super) struct Beside<'a> {
    /// The characters before it.
    pub(super) before: &'a [char],
    /// The characters after it.
    pub(super) after: &'a [char],
    /// The city's name ends where the zone's begins.
    pub(super) city_before: bool,
    /// A town's name begins where the zone's ends.
    pub(super) town_after: bool,
    /// It is a part of a list with a county.
    pub(super) in_list: bool,
}

impl Zone {
    /// Whether the name means the one zone of that kind that the city has, and not a kind of zone (国家级高新区,
    /// 乡村振兴示范区).
    pub(super) fn stands_for_itself(self, beside: &Beside<'_>) -> bool {
        let starts = match beside.before.last() {
            None => true,
            Some('市') => true,
            Some(&c) => !is_han(c) || "在到由从与和及向为对赴是".contains(c),
        };
        let named = beside.city_before || beside.before.last() == Some(&'市');
        let governed = ["管委会", "党工委", "纪工委", "党群", "公安", "税务", ":", "人社", "教育", "城管"]
            .iter()
            .any(|word| beside.after.iter().copied().take(word.chars().count()).eq(word.chars()));
        match self {
            Zone::Certain => beside.city_before || starts,
            Zone::Noun => named || beside.town_after || (starts && (governed || beside.in_list)),
        }
    }
}
