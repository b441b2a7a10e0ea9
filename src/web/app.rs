use web_sys::HtmlElement;
use yew::prelude::*;

use super::components::{Front, Opened, failed, loading, masthead};
use super::event::{Happening, detail, fire};
use super::hooks::{Opening, native_language, use_archive, use_permalink};
use super::{api, source::Failure};
use crate::view::{Action, Text, Theme};

/// What an element's attributes say.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The element.
    pub host: HtmlElement,
    /// The archive's folder or file; without it the archive of the page itself is shown.
    #[prop_or_default]
    pub src: Option<AttrValue>,
    /// The language that the document asks for.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Whether this page's state is in the address bar.
    pub owns_address: bool,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let native = native_language(props.lang.as_deref());
    let state = use_permalink(native, props.owns_address);
    let (opening, retry) = use_archive(props.src.clone());
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    use_announcement(&props.host, &opening);
    let language = state.0.language;
    use_theme(&props.host, state.0.theme);

    let info = match &opening {
        Opening::Open(archive) => Some(archive.info()),
        _ => None,
    };
    html! {
        <div class="page" lang={language.tag()}>
            {masthead(language, state.0.theme, info, &dispatch)}
            <main>
                {match &opening {
                    Opening::Loading(progress) => loading(language, *progress),
                    Opening::Failed(failure) => failed(language, failure, &retry),
                    Opening::Open(archive) => html! {
                        <Front
                            host={props.host.clone()}
                            archive={Opened(archive.clone())}
                            state={state.0.clone()}
                            {native}
                            dispatch={dispatch.clone()}
                        />
                    },
                }}
            </main>
            <footer class="colophon">{Text::Colophon.in_language(language)}</footer>
        </div>
    }
}

/// Tells the document when the archive is open, or why it is not.
#[hook]
fn use_announcement(host: &HtmlElement, opening: &Opening) {
    let outcome: Option<Result<_, Failure>> = match opening {
        Opening::Loading(_) => None,
        Opening::Open(archive) => Some(Ok(Opened(archive.clone()))),
        Opening::Failed(failure) => Some(Err(failure.clone())),
    };
    let host = host.clone();
    use_effect_with(outcome, move |outcome| match outcome {
        None => {}
        Some(Ok(Opened(archive))) => {
            fire(&host, Happening::Ready, &api::plain(archive.info()).unwrap_or_default());
        }
        Some(Err(failure)) => {
            let entries = [("code", failure.code.into()), ("message", failure.message.as_str().into())];
            fire(&host, Happening::Error, &detail(entries));
        }
    });
}

/// Makes the element light or dark where the reader has chosen; a host's own `theme` attribute holds until then.
#[hook]
fn use_theme(host: &HtmlElement, theme: Theme) {
    let host = host.clone();
    use_effect_with(theme, move |theme| {
        let value = match theme {
            Theme::System => return,
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        // `theme` is a name that attributes can have.
        let _ = host.set_attribute("theme", value);
    });
}
