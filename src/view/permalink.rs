use super::{Charts, FilterKey, Pane, State, Theme, choose, unquoted};
use crate::chart::{ChartKind, Language, Measure};
use crate::model::Sort;

/// The state as the query string of a URL: `?q=…&sort=newest`. What is as it first opens is left out; the language is
/// left out where it is `native`, the one the page would speak anyway.
pub fn permalink(state: &State, native: Language) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    if !state.query.is_empty() {
        pairs.push(("q", encode(&state.query)));
    }
    match state.sort {
        Sort::Relevance => {}
        Sort::Newest => pairs.push(("sort", "newest".to_owned())),
        Sort::Oldest => pairs.push(("sort", "oldest".to_owned())),
    }
    if state.page > 1 {
        pairs.push(("page", state.page.to_string()));
    }
    match state.pane {
        Pane::Articles => {}
        Pane::Charts => pairs.push(("pane", "charts".to_owned())),
        Pane::Filters => pairs.push(("pane", "filters".to_owned())),
    }
    let mut charts = |name, value: &str| pairs.push((name, encode(value)));
    let first = Charts::default();
    if state.charts.kind != first.kind {
        charts("draw", state.charts.kind.name());
    }
    if state.charts.measure != first.measure {
        charts("measure", state.charts.measure.name());
    }
    if let Some(unit) = &state.charts.unit {
        charts("unit", unit);
    }
    if state.charts.official {
        charts("order", "official");
    }
    if let Some(kind) = state.charts.asked {
        charts("sentences", kind.name());
    }
    if let Some((kind, column, backwards)) = state.charts.table {
        charts("table", &[kind.name(), ".", &column.to_string(), if backwards { "-" } else { "" }].concat());
    }
    if let Some(article) = &state.article {
        pairs.push(("article", encode(article)));
    }
    if let Some(place) = state.point {
        pairs.push(("at", place.to_string()));
    }
    if state.language != native {
        pairs.push(("lang", state.language.tag().to_owned()));
    }
    match state.theme {
        Theme::System => {}
        Theme::Light => pairs.push(("theme", "light".to_owned())),
        Theme::Dark => pairs.push(("theme", "dark".to_owned())),
    }
    if !state.shortcuts {
        pairs.push(("keys", "off".to_owned()));
    }
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

/// The state that a URL's query string tells. `?county=…` and `?initiative=…` are short for the query that asks for it.
/// What is not understood is left as the page first opens, and told in [`State::odd`]; parameters of other names are those
/// of the document around the page.
pub fn restore(search: &str, native: Language) -> State {
    let mut state = State::new(native);
    for pair in pairs(search) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        match (name, value.as_str()) {
            ("q", _) => state.query = value,
            ("county", _) => state.query = choose(&state.query, FilterKey::County, &value),
            ("initiative", _) => state.query = choose(&state.query, FilterKey::Initiative, &unquoted(&value)),
            ("sort", "newest") => state.sort = Sort::Newest,
            ("sort", "oldest") => state.sort = Sort::Oldest,
            ("page", number) if number.parse::<u32>().is_ok_and(|number| number > 0) => {
                state.page = number.parse().unwrap_or(1);
            }
            ("draw", name) if chosen_chart(name).is_some() => {
                state.charts.kind = chosen_chart(name).unwrap_or_default();
            }
            ("measure", name) if Measure::named(name).is_some() => {
                state.charts.measure = Measure::named(name).unwrap_or_default();
            }
            ("unit", unit) if !unit.is_empty() => state.charts.unit = Some(value),
            ("order", "official") => state.charts.official = true,
            ("table", sorted) if sorted_table(sorted).is_some() => state.charts.table = sorted_table(sorted),
            ("sentences", name) if ChartKind::named(name).is_some() => state.charts.asked = ChartKind::named(name),
            ("at", place) if place.parse::<u32>().is_ok() => state.point = place.parse().ok(),
            ("pane", "charts") => state.pane = Pane::Charts,
            ("pane", "filters") => state.pane = Pane::Filters,
            ("article", id) if !id.is_empty() => state.article = Some(value),
            ("lang", tag) if Language::from_tag(tag).is_some() => {
                state.language = Language::from_tag(tag).unwrap_or(native);
            }
            ("theme", "light") => state.theme = Theme::Light,
            ("theme", "dark") => state.theme = Theme::Dark,
            ("keys", "off") => state.shortcuts = false,
            _ if OWN.contains(&name) => state.odd.push([name, "=", &value].concat()),
            _ => {}
        }
    }
    // Nothing is pointed at where nothing is open.
    state.point = state.point.filter(|_| state.article.is_some());
    state
}

/// A chart that readers choose; the others are always there.
fn chosen_chart(name: &str) -> Option<ChartKind> {
    ChartKind::named(name).filter(|kind| Charts::CHOICES.contains(kind))
}

fn sorted_table(written: &str) -> Option<(ChartKind, u8, bool)> {
    let (kind, column) = written.split_once('.')?;
    let number = column.strip_suffix('-').unwrap_or(column);
    Some((ChartKind::named(kind)?, number.parse().ok()?, number != column))
}

/// The parameters of a URL's query string that are not the page's own, as they stand: `&utm_source=…`.
pub fn foreign(search: &str) -> String {
    let others = pairs(search).filter(|pair| !OWN.contains(&pair.split('=').next().unwrap_or_default()));
    others.flat_map(|pair| ["&", pair]).collect()
}

/// The page's own parameters.
const OWN: [&str; 17] = [
    "q",
    "county",
    "initiative",
    "sort",
    "page",
    "pane",
    "article",
    "at",
    "draw",
    "measure",
    "unit",
    "order",
    "table",
    "sentences",
    "lang",
    "theme",
    "keys",
];

fn pairs(search: &str) -> impl Iterator<Item = &str> {
    search.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty())
}

/// Percent-encoding as `application/x-www-form-urlencoded` has it (URL Standard, 5.2). Characters beyond ASCII are encoded
/// too, so that a link survives being sent.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => encoded.push(char::from(byte)),
            b' ' => encoded.push('+'),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut decoded, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        let digit = |at: usize| bytes.get(at).and_then(|&byte| char::from(byte).to_digit(16));
        let escape = digit(at + 1).zip(digit(at + 2)).filter(|_| byte == b'%');
        let escape = escape.and_then(|(upper, lower)| u8::try_from(upper * 16 + lower).ok());
        decoded.push(match (escape, byte) {
            (Some(escaped), _) => escaped,
            (None, b'+') => b' ',
            (None, other) => other,
        });
        at += if escape.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Hint;
    use proptest::prelude::*;

    #[test]
    fn the_first_page_has_no_query_string() {
        assert_eq!(permalink(&State::new(Language::En), Language::En), "");
        assert_eq!(permalink(&State::new(Language::En), Language::ZhCn), "?lang=en");
        assert_eq!(restore("", Language::En), State::new(Language::En));
    }

    #[test]
    fn links_are_read_as_browsers_write_them() {
        let state = restore("?q=%E5%85%BB%E8%80%81+县:云溪县&article=a.txt%231&page=2&lang=en-GB", Language::ZhCn);
        assert_eq!(state.query, "养老 县:云溪县");
        assert_eq!(state.article.as_deref(), Some("a.txt#1"));
        assert_eq!((state.page, state.language), (2, Language::En));
    }

    #[test]
    fn odd_parameters_are_left_aside() {
        let odd = "?sort=best&page=-1&pane=map&article=&lang=xx&theme=pink&keys=&&=";
        let state = restore(odd, Language::ZhCn);
        assert_eq!(state.odd, ["sort=best", "page=-1", "pane=map", "article=", "lang=xx", "theme=pink", "keys="]);
        assert_eq!(State { odd: Vec::new(), ..state }, State::new(Language::ZhCn));
        assert_eq!(restore("?q=%E5%85%&sort=newest", Language::ZhCn).sort, Sort::Newest);
    }

    #[test]
    fn parameters_of_others_are_left_alone() {
        let search = "?utm_source=a%20b&q=%E6%B2%B3&x&qq=1";
        assert_eq!(foreign(search), "&utm_source=a%20b&x&qq=1");
        assert_eq!(restore(search, Language::ZhCn).odd, Vec::<String>::new());
        assert_eq!(foreign("?q=1"), "");
    }

    #[test]
    fn a_county_and_an_initiative_have_short_links() {
        let query = |search| restore(search, Language::ZhCn).query;
        assert_eq!(query("?county=云溪县"), "县:云溪县");
        assert_eq!(query("?initiative=“清溪”行动"), "举措:清溪行动");
        assert_eq!(query("?q=河&county=云溪县"), "河 县:云溪县");
    }

    proptest! {
        #[test]
        fn a_state_comes_back_from_its_link(
            query in ".{0,12}", article in proptest::option::of(".{1,12}"), sort in 0..3u8, page in 1..50u32,
            pane in 0..3usize, language in 0..3usize, theme in 0..3u8, shortcuts: bool,
            point in proptest::option::of(0..9u32), chart in 0..6usize, measure in 0..4usize, unit in proptest::option::of(".{1,3}"), official: bool,
            table in proptest::option::of((0..9usize, 0..9u8, any::<bool>())), asked in proptest::option::of(0..9usize),
        ) {
            let state = State {
                query,
                draft: false,
                hint: Hint::Shut,
                sort: [Sort::Relevance, Sort::Newest, Sort::Oldest][usize::from(sort)],
                page,
                point: point.filter(|_| article.is_some()),
                article,
                pane: Pane::ALL[pane],
                charts: Charts {
                    kind: Charts::CHOICES[chart],
                    measure: Measure::ALL[measure].0,
                    unit,
                    official,
                    table: table.map(|(kind, column, backwards)| (ChartKind::ALL[kind].0, column, backwards)),
                    asked: asked.map(|kind| ChartKind::ALL[kind].0),
                },
                language: Language::ALL[language],
                theme: [Theme::System, Theme::Light, Theme::Dark][usize::from(theme)],
                shortcuts,
                odd: Vec::new(),
            };
            prop_assert_eq!(restore(&permalink(&state, Language::ZhCn), Language::ZhCn), state);
        }

        #[test]
        fn no_link_breaks_the_page(search in ".{0,60}") {
            restore(&search, Language::ZhCn);
        }
    }
}
