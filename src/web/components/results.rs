use super::hit_item::hit_item;
use super::pager::pager;
use crate::model::Answer;
use crate::view::{Language, State, Text, permalink};
use crate::web::pen::Pen;

/// The articles found, a page of `limit`, or that there are none.
pub fn results(pen: &mut Pen, answer: &Answer, limit: u32, state: &State, native: Language) {
    if answer.hits.is_empty() {
        pen.element("div.nothing", |pen| {
            if state.query.trim().is_empty() {
                pen.words("p", Text::EmptyArchive);
            } else {
                pen.words("p", Text::NothingFound);
                pen.words("p.quiet", Text::NothingHint);
            }
        });
        return;
    }
    pen.element("ol.hits", |pen| {
        for hit in &answer.hits {
            let opened = State { article: Some(hit.id.clone()), ..state.clone() };
            hit_item(pen, hit, &permalink(&opened, native));
        }
    });
    pager(pen, answer.total, limit, state, native);
}
