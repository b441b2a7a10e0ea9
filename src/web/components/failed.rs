use yew::prelude::*;

use crate::view::{Language, Text};
use crate::web::source::Failure;

/// What is shown instead of an archive that did not open.
pub fn failed(language: Language, failure: &Failure, retry: &Callback<()>) -> Html {
    let onclick = retry.reform(|_: MouseEvent| ());
    html! {
        <section class="failed" role="alert" data-baoyan="error" data-code={failure.code}>
            <h2>{Text::Failed.in_language(language)}</h2>
            <p>{failure.explanation().in_language(language)}</p>
            <p class="quiet"><code>{failure.code}</code>{" "}{&failure.message}</p>
            <button type="button" class="button" {onclick}>{Text::Retry.in_language(language)}</button>
        </section>
    }
}
