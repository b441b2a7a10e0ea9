use yew::prelude::*;

use crate::view::{Language, Phrase, Text};
use crate::web::fetch::Progress;

/// What is shown until the archive is open.
pub fn loading(language: Language, progress: Progress) -> Html {
    let told = Phrase::Progress(progress.received, progress.total).in_language(language);
    html! {
        <div class="loading">
            <p role="status" data-baoyan="status">{Text::Loading.in_language(language)}</p>
            if progress.received > 0 || progress.total.is_some() {
                <progress
                    aria-label={Text::Loading.in_language(language)}
                    max={progress.total.map(|total| total.to_string())}
                    value={progress.total.map(|_| progress.received.to_string())}
                />
                <p class="quiet">{told}</p>
            }
        </div>
    }
}
