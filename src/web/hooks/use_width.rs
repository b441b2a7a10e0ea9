use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The width of an element in whole CSS pixels, as it changes; 0 while it is not shown.
#[hook]
pub fn use_width(node: &NodeRef) -> f64 {
    let width = use_state_eq(|| 0.0);
    {
        let (node, width) = (node.clone(), width.setter());
        use_effect_with((), move |()| {
            let observed = node.cast::<Element>().and_then(|element| {
                let measured = element.clone();
                let measure = Closure::<dyn Fn()>::new(move || {
                    width.set(f64::from(measured.client_width()));
                });
                let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok()?;
                observer.observe(&element);
                Some((observer, measure))
            });
            move || {
                if let Some((observer, _measure)) = observed {
                    observer.disconnect();
                }
            }
        });
    }
    *width
}
