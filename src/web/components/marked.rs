use crate::view::Segment;
use crate::web::pen::Pen;

/// A text with its marks, as text nodes.
pub fn marked(pen: &mut Pen, segments: &[Segment]) {
    segments.iter().for_each(|segment| sentence(pen, segment));
}

fn sentence(pen: &mut Pen, segment: &Segment) {
    if segment.sentence {
        pen.element("span.pointed", |pen| initiative(pen, segment));
    } else {
        initiative(pen, segment);
    }
}

fn initiative(pen: &mut Pen, segment: &Segment) {
    match segment.initiative {
        None => figure(pen, segment),
        Some(place) => pen.element("span.initiative", |pen| {
            pen.set("data-initiative", &place.to_string());
            pen.set("tabindex", "-1");
            figure(pen, segment);
        }),
    }
}

fn figure(pen: &mut Pen, segment: &Segment) {
    match segment.figure {
        None => query(pen, segment),
        Some(place) => pen.element("span.figure", |pen| {
            pen.set("data-figure", &place.to_string());
            pen.set("tabindex", "-1");
            query(pen, segment);
        }),
    }
}

fn query(pen: &mut Pen, segment: &Segment) {
    if segment.query { pen.leaf("mark", &segment.text) } else { pen.text(&segment.text) }
}
