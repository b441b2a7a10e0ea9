use crate::view::{Action, Language, Phrase, State, Text, permalink};
use crate::web::pen::Pen;

/// The way through the pages of hits, of which each has `limit`. Each step is a link, so that it opens in a new tab, too.
pub fn pager(pen: &mut Pen, total: u32, limit: u32, state: &State, native: Language) {
    let pages = total.div_ceil(limit);
    if pages < 2 {
        return;
    }
    pen.element("nav.pager", |pen| {
        pen.label(Text::Pages);
        let step = |pen: &mut Pen, page: u32, words: Text| {
            if page != state.page && (1..=pages).contains(&page) {
                let address = permalink(&State { page, ..state.clone() }, native);
                pen.link("a.link", &address, Action::Page(page), words.in_language(pen.language));
            }
        };
        step(pen, 1, Text::First);
        step(pen, state.page.saturating_sub(1), Text::PreviousPage);
        pen.leaf("span", &Phrase::PageOf(state.page, pages).in_language(pen.language));
        step(pen, state.page + 1, Text::NextPage);
        step(pen, pages, Text::Last);
    });
}
