use yew::prelude::*;

use crate::view::Segment;

/// A text with its marks, as text nodes.
pub fn marked(segments: Vec<Segment>) -> Html {
    segments.into_iter().map(segment).collect()
}

fn segment(segment: Segment) -> Html {
    let Segment { text, query, initiative, figure } = segment;
    let inner = if query {
        html! { <mark>{text}</mark> }
    } else {
        html! { {text} }
    };
    let inner = match figure {
        Some(place) => html! { <span class="figure" data-figure={place.to_string()}>{inner}</span> },
        None => inner,
    };
    match initiative {
        Some(place) => {
            html! { <span class="initiative" data-initiative={place.to_string()} tabindex="-1">{inner}</span> }
        }
        None => inner,
    }
}
