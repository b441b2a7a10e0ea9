use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::engine::Archive;
use crate::web::fetch::Progress;
use crate::web::source::{self, Failure};

/// An archive on its way to being open.
#[derive(Clone)]
pub enum Opening {
    /// It is being fetched and checked.
    Loading(Progress),
    /// It answers.
    Open(Rc<Archive>),
    /// It cannot be used.
    Failed(Failure),
}

/// Opens the archive at `src`, anew whenever `src` changes; and a callback that tries again.
#[hook]
pub fn use_archive(src: Option<AttrValue>) -> (Opening, Callback<()>) {
    let opening = use_state(|| Opening::Loading(Progress::default()));
    let attempt = use_state(|| 0u32);
    {
        let opening = opening.setter();
        use_effect_with((src, *attempt), move |(src, _)| {
            // What arrives after `src` has changed again, or after the element is gone, is dropped.
            let wanted = Rc::new(std::cell::Cell::new(true));
            let (still, src) = (wanted.clone(), src.clone());
            opening.set(Opening::Loading(Progress::default()));
            spawn_local(async move {
                let tell = |next| {
                    if still.get() {
                        opening.set(next);
                    }
                };
                let opened = source::open(src.as_deref(), |progress| tell(Opening::Loading(progress))).await;
                tell(opened.map_or_else(Opening::Failed, Opening::Open));
            });
            move || wanted.set(false)
        });
    }
    let retry = Callback::from(move |()| attempt.set(attempt.wrapping_add(1)));
    ((*opening).clone(), retry)
}
