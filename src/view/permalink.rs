use super::{Pane, State, Theme};
use crate::chart::Language;
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
    if state.pages > 1 {
        pairs.push(("page", state.pages.to_string()));
    }
    match state.pane {
        Pane::Articles => {}
        Pane::County => pairs.push(("chart", "county".to_owned())),
        Pane::Year => pairs.push(("chart", "year".to_owned())),
    }
    if let Some(article) = &state.article {
        pairs.push(("article", encode(article)));
    }
    if state.language != native {
        pairs.push(("lang", state.language.tag().to_owned()));
    }
    match state.theme {
        Theme::System => {}
        Theme::Light => pairs.push(("theme", "light".to_owned())),
        Theme::Dark => pairs.push(("theme", "dark".to_owned())),
    }
    let pairs: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

/// The state that a URL's query string tells. What is not understood is left as the page first opens.
pub fn restore(search: &str, native: Language) -> State {
    let mut state = State::new(native);
    for pair in search.trim_start_matches('?').split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value);
        match (name, value.as_str()) {
            ("q", _) => state.query = value,
            ("sort", "newest") => state.sort = Sort::Newest,
            ("sort", "oldest") => state.sort = Sort::Oldest,
            ("page", _) => {
                state.pages = value.parse().ok().filter(|pages| (1..=MOST_PAGES).contains(pages)).unwrap_or(1)
            }
            ("chart", "county") => state.pane = Pane::County,
            ("chart", "year") => state.pane = Pane::Year,
            ("article", id) if !id.is_empty() => state.article = Some(value),
            ("lang", tag) => state.language = Language::from_tag(tag).unwrap_or(native),
            ("theme", "light") => state.theme = Theme::Light,
            ("theme", "dark") => state.theme = Theme::Dark,
            _ => {}
        }
    }
    state
}

/// So that a made-up link does not make the page draw without end.
const MOST_PAGES: u32 = 50;

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
        let escape = bytes.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(|digits| {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()
        });
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
        assert_eq!((state.pages, state.language), (2, Language::En));
    }

    #[test]
    fn odd_parameters_are_left_aside() {
        let odd = "?sort=best&page=-1&chart=map&article=&lang=xx&theme=pink&&=&q";
        assert_eq!(restore(odd, Language::ZhCn), State::new(Language::ZhCn));
        assert_eq!(restore("?page=4000000000", Language::ZhCn).pages, 1);
        assert_eq!(restore("?q=%E5%85%&sort=newest", Language::ZhCn).sort, Sort::Newest);
    }

    proptest! {
        #[test]
        fn a_state_comes_back_from_its_link(
            query in ".{0,12}", article in proptest::option::of(".{1,12}"), sort in 0..3u8, pages in 1..50u32,
            pane in 0..3usize, english: bool, theme in 0..3u8,
        ) {
            let state = State {
                query,
                draft: false,
                hint: Hint::Shut,
                sort: [Sort::Relevance, Sort::Newest, Sort::Oldest][usize::from(sort)],
                pages,
                article,
                pane: Pane::ALL[pane],
                language: if english { Language::En } else { Language::ZhCn },
                theme: [Theme::System, Theme::Light, Theme::Dark][usize::from(theme)],
            };
            prop_assert_eq!(restore(&permalink(&state, Language::ZhCn), Language::ZhCn), state);
        }

        #[test]
        fn no_link_breaks_the_page(search in ".{0,60}") {
            restore(&search, Language::ZhCn);
        }
    }
}
