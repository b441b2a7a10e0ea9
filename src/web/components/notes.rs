use crate::model::Note;
use crate::view::{Action, Phrase, Text};
use crate::web::pen::Pen;

/// What a reader should know about how the query was taken.
pub fn notes(pen: &mut Pen, notes: &[Note]) {
    if notes.is_empty() {
        return;
    }
    pen.element("ul.notes", |pen| {
        for note in notes {
            pen.element("li", |pen| {
                pen.text(&Phrase::Note(note).in_language(pen.language));
                if let Some(suggestion) = &note.suggestion {
                    pen.text(" ");
                    pen.text(Text::Try.in_language(pen.language));
                    pen.button("button.link", Action::Ask(suggestion.clone()), suggestion);
                }
            });
        }
    });
}
