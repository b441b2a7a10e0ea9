use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::chart_panel::{Chart, ChartPanel};
use super::chips::chips;
use super::facets::facets;
use super::notes::notes;
use super::panes::panes;
use super::reader::Reader;
use super::results::results;
use super::search_box::SearchBox;
use super::sort_choice::sort_choice;
use crate::chart::{CountyChart, YearChart};
use crate::engine::{Archive, Options};
use crate::view::{
    Action, FilterKey, Language, PAGE, Pane, Phrase, State, Text, chosen, chosen_county, examples, without,
};
use crate::web::api::clock;
use crate::web::event::{Happening, detail, fire};

/// An open archive; the same one where it is the same in memory.
#[derive(Clone)]
pub struct Opened(pub Rc<Archive>);

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct FrontProps {
    pub host: HtmlElement,
    pub archive: Opened,
    pub state: State,
    /// The language of a page whose permalink names none.
    pub native: Language,
    pub dispatch: Callback<Action>,
}

/// The front page of an open archive: a box to ask in, and the answer as articles and charts; or an article.
#[component]
pub fn Front(FrontProps { host, archive, state, native, dispatch }: &FrontProps) -> Html {
    let language = state.language;
    let answer =
        use_memo((archive.clone(), state.query.clone(), state.sort, state.pages), |(archive, query, sort, pages)| {
            let start = clock();
            let mut answer =
                archive.0.search(query, Options { limit: (*pages * PAGE) as usize, offset: 0, sort: *sort });
            answer.micros = ((clock() - start) * 1_000.0) as u64;
            answer
        });
    let stats = use_memo((archive.clone(), state.query.clone()), |(archive, query)| archive.0.stats(query));
    let any_county = use_stats_without(archive, &state.query, FilterKey::County);
    let any_year = use_stats_without(archive, &state.query, FilterKey::InitiativeYear);
    let openers = use_memo(archive.clone(), |archive| {
        examples(&archive.0.search("", Options { limit: PAGE as usize, ..Options::default() }))
    });
    let reading = use_memo((archive.clone(), state.article.clone(), state.query.clone()), |(archive, id, query)| {
        id.as_ref().map(|id| archive.0.article(id, query).map(Rc::new))
    });

    use_search_event(host, &state.query, answer.total);
    let open = use_open(host, dispatch);
    use_return(host, state.article.clone());

    let county = {
        let counties = stats.by_county.iter().filter_map(|row| row.county.as_deref());
        let chosen = chosen_county(&state.query, counties);
        Chart::County(CountyChart::new(&stats, &any_county, chosen, language))
    };
    let year = {
        let chosen = chosen(&state.query, FilterKey::InitiativeYear);
        Chart::Year(YearChart::new(&stats, &any_year, chosen.as_deref(), language))
    };
    let found = Phrase::Found { articles: answer.total, exact: answer.total_is_exact, initiatives: stats.initiatives };
    let pane = match state.pane {
        Pane::Articles => "front articles-pane",
        Pane::County => "front county-pane",
        Pane::Year => "front year-pane",
    };
    html! {
        <>
            <section class="ask">
                <SearchBox host={host.clone()} {language} query={state.query.clone()} dispatch={dispatch.clone()} />
                if state.query.is_empty() && !openers.is_empty() {
                    <p class="examples">
                        <span>{Text::Examples.in_language(language)}</span>
                        {for openers.iter().map(|example| example_button(example, dispatch))}
                    </p>
                }
                {chips(language, &state.query, dispatch)}
            </section>
            if let Some(reading) = &*reading {
                <Reader {language} reading={reading.clone()} {open} dispatch={dispatch.clone()} />
            } else {
                {panes(language, state.pane, dispatch)}
                <div class={pane}>
                    {facets(language, &state.query, &answer.choices, dispatch)}
                    <section class="articles">
                        <h2 class="visually-hidden">{Text::Results.in_language(language)}</h2>
                        <div class="tally">
                            <p role="status" aria-live="polite" data-baoyan="status">{found.in_language(language)}</p>
                            {sort_choice(language, state.sort, dispatch)}
                        </div>
                        {notes(language, &answer.notes, dispatch)}
                        {results(&answer, state, *native, &open, dispatch)}
                    </section>
                    <section class="charts" aria-label={Text::Charts.in_language(language)}>
                        <ChartPanel {language} chart={county} dispatch={dispatch.clone()} />
                        <ChartPanel {language} chart={year} dispatch={dispatch.clone()} />
                    </section>
                </div>
            }
        </>
    }
}

fn example_button(example: &str, dispatch: &Callback<Action>) -> Html {
    let query = example.to_owned();
    let onclick = dispatch.reform(move |_: MouseEvent| Action::Ask(query.clone()));
    html! { <button type="button" class="link" lang="zh-CN" {onclick}>{example}</button> }
}

/// The numbers of a query without its filter of one key.
#[hook]
fn use_stats_without(archive: &Opened, query: &str, key: FilterKey) -> Rc<crate::model::Stats> {
    use_memo((archive.clone(), without(query, key)), |(archive, query)| archive.0.stats(query))
}

/// Tells the document of each query that was answered.
#[hook]
fn use_search_event(host: &HtmlElement, query: &str, total: u32) {
    let (host, asked) = (host.clone(), use_mut_ref(|| false));
    use_effect_with(query.to_owned(), move |query| {
        // The page opens with everything: nobody asked for that.
        if *asked.borrow() || !query.is_empty() {
            *asked.borrow_mut() = true;
            fire(&host, Happening::Search, &detail([("query", query.as_str().into()), ("total", total.into())]));
        }
    });
}

/// Opens an article, unless a host that listens has taken it over.
#[hook]
fn use_open(host: &HtmlElement, dispatch: &Callback<Action>) -> Callback<String> {
    use_callback((host.clone(), dispatch.clone()), |id: String, (host, dispatch)| {
        if fire(host, Happening::Open, &detail([("id", id.as_str().into())])) {
            dispatch.emit(Action::Open(id));
        }
    })
}

/// Back from an article, the focus is on the title that led to it, and the list stands where it stood.
#[hook]
fn use_return(host: &HtmlElement, article: Option<String>) {
    let (host, last) = (host.clone(), use_mut_ref(|| None::<String>));
    use_effect_with(article, move |article| {
        let left = last.replace(article.clone());
        if article.is_none()
            && let Some(left) = left
            && let Some(title) = title_of(&host, &left)
        {
            // A link that is shown can take the focus, and the browser brings it into view.
            let _ = title.focus();
        }
    });
}

fn title_of(host: &HtmlElement, id: &str) -> Option<HtmlElement> {
    let hits = host.shadow_root()?.query_selector_all("[data-baoyan='result']").ok()?;
    let hits = (0..hits.length()).filter_map(|place| hits.get(place)?.dyn_into::<Element>().ok());
    let mut hit = hits.filter(|hit| hit.get_attribute("data-id").as_deref() == Some(id));
    hit.next()?.query_selector("[data-baoyan='result-title']").ok()??.dyn_into().ok()
}
