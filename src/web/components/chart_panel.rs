use web_sys::Element;
use yew::prelude::*;

use super::chart_table::chart_table;
use super::drawing::drawing;
use crate::chart::{CountyChart, YearChart};
use crate::view::{Action, FilterKey, Language, Text};
use crate::web::hooks::use_width;

/// A chart of the page.
#[derive(Clone, PartialEq)]
pub enum Chart {
    /// Initiatives by county.
    County(CountyChart),
    /// Initiatives by year.
    Year(YearChart),
}

#[derive(Clone, PartialEq, Properties)]
pub struct ChartPanelProps {
    pub language: Language,
    pub chart: Chart,
    pub dispatch: Callback<Action>,
}

/// A chart with its title, its table and its sentence. A bar is a filter.
#[component]
pub fn ChartPanel(ChartPanelProps { language, chart, dispatch }: &ChartPanelProps) -> Html {
    let canvas = use_node_ref();
    let width = use_width(&canvas);
    let (hook, key, title, sentence, table) = match chart {
        Chart::County(chart) => ("county-chart", FilterKey::County, chart.title(), chart.sentence(), chart.table()),
        Chart::Year(chart) => ("year-chart", FilterKey::InitiativeYear, chart.title(), chart.sentence(), chart.table()),
    };
    let scene = (width > 0.0).then(|| match chart {
        Chart::County(chart) => chart.scene(width),
        Chart::Year(chart) => chart.scene(width),
    });

    let pick = {
        let dispatch = dispatch.clone();
        move |event: &Event| {
            let bar = event
                .target_dyn_into::<Element>()
                .and_then(|target| target.closest("[data-baoyan='bar'][role='button']").ok().flatten());
            if let Some(value) = bar.and_then(|bar| bar.get_attribute("data-key")) {
                dispatch.emit(Action::Toggle(key, value));
            }
        }
    };
    let onclick = {
        let pick = pick.clone();
        Callback::from(move |event: MouseEvent| pick(&event))
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            pick(&event);
        }
    });
    html! {
        <figure class="chart-panel" data-baoyan={hook}>
            <figcaption>
                <h2>{title}</h2>
                <p class="visually-hidden">{sentence}</p>
                <p class="quiet hint">{Text::PickHint.in_language(*language)}</p>
            </figcaption>
            <div class="canvas" ref={canvas} {onclick} {onkeydown}>
                if table.rows.is_empty() {
                    <p class="quiet">{Text::NothingFound.in_language(*language)}</p>
                } else {
                    {scene.as_ref().map(drawing)}
                }
            </div>
            if !table.rows.is_empty() {
                <details>
                    <summary>{Text::Table.in_language(*language)}</summary>
                    {chart_table(&table)}
                </details>
            }
        </figure>
    }
}
