use super::{FilterKey, Hint, Pane, State, Theme, clear, toggle};
use crate::chart::Language;
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
    /// Wants more hits.
    More,
    /// Opens an article.
    Open(String),
    /// Goes back to the hits.
    Close,
    /// Turns to another part of a narrow page.
    Turn(Pane),
    /// Speaks another language.
    Speak(Language),
    /// Wants it light or dark.
    Shade(Theme),
    /// Came back to what a permalink says.
    Restore(State),
}

/// The state after an action.
pub fn reduce(state: State, action: Action) -> State {
    let draft = state.draft;
    let settled = State { draft: false, hint: Hint::Shut, ..state };
    // Another query is another list: it begins at its first page, and no article is open.
    let ask = |settled: State, query: String| State { query, pages: 1, article: None, ..settled };
    match action {
        Action::Type(query) => State { draft: true, hint: Hint::Open, ..ask(settled, query) },
        Action::Hint(hint) => State { draft, hint, ..settled },
        Action::Submit => State { article: None, ..settled },
        Action::Ask(query) => ask(settled, query),
        Action::Toggle(key, value) => {
            let query = toggle(&settled.query, key, &value);
            ask(settled, query)
        }
        Action::ClearFilters => {
            let query = clear(&settled.query);
            ask(settled, query)
        }
        Action::Sort(sort) => State { sort, pages: 1, ..settled },
        Action::More => State { pages: settled.pages.saturating_add(1), ..settled },
        Action::Open(article) => State { article: Some(article), ..settled },
        Action::Close => State { article: None, ..settled },
        Action::Turn(pane) => State { pane, ..settled },
        Action::Speak(language) => State { language, ..settled },
        Action::Shade(theme) => State { theme, ..settled },
        Action::Restore(state) => State { draft: false, hint: Hint::Shut, ..state },
    }
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
    let moved = before.article != after.article || before.sort != after.sort || before.query != after.query;
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
            Action::More,
            Action::Open("a#1".to_owned()),
            Action::Type("养老".to_owned()),
        ]);
        assert_eq!((state.pages, state.article, state.query.as_str()), (1, None, "养老"));
        assert_eq!((state.sort, state.language), (Sort::Newest, Language::En));
    }

    #[test]
    fn closing_an_article_leaves_the_list_as_it_was() {
        let list = after(&[Action::Ask("养老".to_owned()), Action::More]);
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
}
