use crate::chart;

/// The style sheet of the shadow root.
pub fn style() -> String {
    [
        include_str!("../../static/css/tokens.css"),
        include_str!("../../static/css/base.css"),
        include_str!("../../static/css/masthead.css"),
        include_str!("../../static/css/search.css"),
        include_str!("../../static/css/facets.css"),
        include_str!("../../static/css/suggestions.css"),
        include_str!("../../static/css/results.css"),
        include_str!("../../static/css/topic.css"),
        include_str!("../../static/css/charts.css"),
        include_str!("../../static/css/reader.css"),
        include_str!("../../static/css/help.css"),
        include_str!("../../static/css/print.css"),
        chart::STYLE,
    ]
    .concat()
}
