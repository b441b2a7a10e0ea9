use crate::view::{State, Text};
use crate::web::pen::Pen;

/// What of the address was not understood and is left out.
pub fn notices(pen: &mut Pen, state: &State) {
    if !state.odd.is_empty() {
        pen.element("p.notes", |pen| {
            pen.set("role", "status");
            pen.text(&Text::NoticeAddress.of(&state.odd.join("&"), pen.language));
        });
    }
}
