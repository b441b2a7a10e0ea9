use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::*;

/// Whether an input method is composing in `input`; `ended` is called when it is done. Yew itself has no such events.
#[hook]
pub fn use_composition(input: &NodeRef, ended: Callback<()>) -> Rc<Cell<bool>> {
    let composing = use_memo((), |()| Cell::new(false));
    {
        let (input, composing) = (input.clone(), composing.clone());
        use_effect_with(ended, move |ended| {
            let ended = ended.clone();
            let listeners = input.cast::<Element>().map(|input| {
                let began = composing.clone();
                [
                    EventListener::new(&input, "compositionstart", move |_| began.set(true)),
                    EventListener::new(&input, "compositionend", move |_| {
                        composing.set(false);
                        ended.emit(());
                    }),
                ]
            });
            move || drop(listeners)
        });
    }
    composing
}
