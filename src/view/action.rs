use super::{Charts, FilterKey, Hint, Pane, State, Theme, choose, clear, pick, toggle};
use crate::chart::{ChartKind, Language};
use crate::model::Sort;

/// Something a reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Types: the box holds this now.
    Type(String),
    /// Opens the list of suggestions, goes to one of them, or shuts it.
    Hint(Hint),
    /// Asks for what the box holds.
    Submit,
    /// Asks this instead.
    Ask(String),
    /// Chooses a facet or a bar, or undoes the choice.
    Toggle(FilterKey, String),
    /// Undoes every filter.
    ClearFilters,
    /// Orders the hits.
    Sort(Sort),
    /// Wants the articles of these days; empty for all.
    Between(String),
    /// Turns to another page of hits.
    Page(u32),
    /// Opens an article.
    Open(String),
    /// Opens an article where it tells of an initiative: its place in the article.
    Show(String, u32),
    /// Chooses the mark with these keys of a chart; chosen already, undoes the choice.
    Pick(ChartKind, Vec<String>, bool),
    /// Wants other charts.
    Draw(Charts),
    /// Goes on to another article of the results, which stands on this page of them.
    Follow(String, u32),
    /// Goes back to the hits.
    Close,
    /// Turns to another part of a narrow page.
    Turn(Pane),
    /// Speaks another language.
    Speak(Language),
    /// Wants it light or dark.
    Shade(Theme),
    /// Wants single keys to do something, or not.
    Shortcuts(bool),
    /// Came back to what a permalink says.
    Restore(State),
}

/// The state after an action.
pub fn reduce(state: State, action: Action) -> State {
    let draft = state.draft;
    // A reader who goes on has read what the address was told to be.
    let settled = State { draft: false, hint: Hint::Shut, odd: Vec::new(), ..state };
    // Another query is another list: it begins at its first page, and no article is open.
    let ask = |settled: State, query: String| State { query, page: 1, article: None, point: None, ..settled };
    match action {
        Action::Type(query) => State { draft: true, hint: Hint::Open, ..ask(settled, query) },
        Action::Hint(hint) => State { draft, hint, ..settled },
        Action::Submit => State { article: None, point: None, ..settled },
        Action::Ask(query) => ask(unasked(settled), query),
        Action::Toggle(key, value) => {
            let query = toggle(&settled.query, key, &value);
            ask(settled, query)
        }
        Action::Between(days) => {
            let query = choose(&settled.query, FilterKey::Date, &days);
            ask(settled, query)
        }
        Action::ClearFilters => {
            let query = clear(&settled.query);
            ask(unasked(settled), query)
        }
        Action::Sort(sort) => State { sort, page: 1, ..settled },
        Action::Page(page) => State { page, ..settled },
        Action::Open(article) => State { article: Some(article), point: None, ..settled },
        Action::Show(article, place) => State { article: Some(article), point: Some(place), ..settled },
        Action::Follow(article, page) => State { article: Some(article), point: None, page, ..settled },
        Action::Close => State { article: None, point: None, ..settled },
        Action::Pick(kind, keys, picked) => {
            let query = pick(&settled.query, kind, &keys, picked);
            let charts = Charts { asked: (!picked).then_some(kind), ..settled.charts.clone() };
            ask(State { charts, ..settled }, query)
        }
        Action::Draw(charts) => State { charts, ..settled },
        Action::Turn(pane) => State { pane, ..settled },
        Action::Speak(language) => State { language, ..settled },
        Action::Shade(theme) => State { theme, ..settled },
        Action::Shortcuts(shortcuts) => State { shortcuts, ..settled },
        Action::Restore(state) => State { draft: false, hint: Hint::Shut, ..state },
    }
}

/// The state where no chart shows sentences.
fn unasked(state: State) -> State {
    State { charts: Charts { asked: None, ..state.charts.clone() }, ..state }
}

/// What becomes of the browser's history when the state changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new entry: Back undoes it.
    Push,
    /// The present entry changes.
    Replace,
}

/// The step from one state to another. A query typed letter by letter is one step.
pub fn step(before: &State, after: &State) -> Step {
    let typing = before.draft && after.draft;
    let what = |state: &State| (state.article.clone(), state.query.clone(), state.sort, state.page);
    let moved = what(before) != what(after);
    if moved && !typing { Step::Push } else { Step::Replace }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: &[Action]) -> State {
        actions.iter().cloned().fold(State::new(Language::ZhCn), reduce)
    }

    #[test]
    fn another_query_begins_anew_and_keeps_the_rest() {
        let state = after(&[
            Action::Speak(Language::En),
            Action::Sort(Sort::Newest),
            Action::Page(3),
            Action::Open("a#1".to_owned()),
            Action::Type("养老".to_owned()),
        ]);
        assert_eq!((state.page, state.article, state.query.as_str()), (1, None, "养老"));
        assert_eq!((state.sort, state.language), (Sort::Newest, Language::En));
    }

    #[test]
    fn closing_an_article_leaves_the_list_as_it_was() {
        let list = after(&[Action::Ask("养老".to_owned()), Action::Page(2)]);
        let back = reduce(reduce(list.clone(), Action::Open("a#1".to_owned())), Action::Close);
        assert_eq!(back, list);
    }

    #[test]
    fn a_bar_chosen_twice_is_not_chosen() {
        let once = after(&[Action::Ask("养老".to_owned()), Action::Toggle(FilterKey::County, "云溪县".to_owned())]);
        assert_eq!(once.query, "养老 县:云溪县");
        let twice = reduce(once, Action::Toggle(FilterKey::County, "云溪县".to_owned()));
        assert_eq!(twice.query, "养老");
    }

    #[test]
    fn back_undoes_a_whole_query_and_not_a_letter() {
        let start = State::new(Language::ZhCn);
        let first = reduce(start.clone(), Action::Type("养".to_owned()));
        let second = reduce(first.clone(), Action::Type("养老".to_owned()));
        let submitted = reduce(second.clone(), Action::Submit);
        let opened = reduce(submitted.clone(), Action::Open("a#1".to_owned()));
        assert_eq!(step(&start, &first), Step::Push);
        assert_eq!(step(&first, &second), Step::Replace);
        assert_eq!(step(&second, &submitted), Step::Replace);
        assert_eq!(step(&submitted, &opened), Step::Push);
        assert_eq!(step(&opened, &reduce(opened.clone(), Action::Speak(Language::En))), Step::Replace);
    }

    #[test]
    fn the_chart_that_was_asked_shows_sentences_while_its_mark_is_chosen() {
        let pick = |picked| Action::Pick(ChartKind::County, vec!["云溪县".to_owned()], picked);
        let asked = after(&[Action::Ask("养老".to_owned()), pick(false)]);
        assert_eq!((asked.query.as_str(), asked.charts.asked), ("养老 县:云溪县", Some(ChartKind::County)));
        for gone in [pick(true), Action::ClearFilters, Action::Ask("养老".to_owned())] {
            let state = reduce(asked.clone(), gone);
            assert_eq!((state.query.as_str(), state.charts.asked), ("养老", None));
        }
    }

    #[test]
    fn a_range_of_days_takes_the_place_of_another_and_none_removes_it() {
        let chosen = after(&[Action::Ask("养老 日期:2023".to_owned()), Action::Between("2024-01..2024-03".to_owned())]);
        assert_eq!(chosen.query, "养老 日期:2024-01..2024-03");
        assert_eq!(reduce(chosen, Action::Between(String::new())).query, "养老");
    }

    #[test]
    fn going_on_through_the_results_turns_their_pages() {
        let list = after(&[Action::Ask("养老".to_owned()), Action::Open("a#20".to_owned())]);
        let next = reduce(list, Action::Follow("a#21".to_owned(), 2));
        assert_eq!((next.article.as_deref(), next.page), (Some("a#21"), 2));
        assert_eq!(reduce(next, Action::Close).page, 2);
    }
}
