use crate::view::Text;
use crate::web::failure::Failure;
use crate::web::pen::Pen;
use crate::web::wish::Wish;

/// What is shown instead of what did not come: `what` says what that is.
pub fn failed(pen: &mut Pen, failure: &Failure, what: Text) {
    pen.element("section.failed", |pen| {
        pen.set("role", "alert");
        pen.part("error");
        pen.set("data-code", failure.code);
        pen.words("h2", what);
        pen.words("p", failure.explanation());
        if failure.may_pass() {
            pen.words("p", Text::Retrying);
        }
        pen.element("p.quiet", |pen| {
            pen.leaf("code", failure.code);
            pen.text(" ");
            pen.text(&failure.message);
        });
        pen.button("button.button", Wish::Retry, Text::Retry.in_language(pen.language));
    });
}
