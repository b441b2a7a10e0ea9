use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Error, Function, Object, Promise, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::failure::Failure;
use super::source::{self, Library};
use crate::engine::{self, Options};
use crate::model::{Answer, Sort};

/// An archive as JavaScript holds it.
#[wasm_bindgen]
pub struct Archive(Rc<Library>);

#[wasm_bindgen]
impl Archive {
    /// Answers a query. `options` may have `limit`, `offset`, `sort` (`relevance`, `newest`, `oldest`), `explain`, `facets`:
    /// `false` where nobody wants articles counted by what filters ask for, which has to be fetched; and `names`: `true` where
    /// they shall be counted by columns and by-lines, too.
    pub fn search(&self, query: String, options: JsValue) -> Promise {
        let options = wanted(&options);
        self.promise(Box::new(move |archive| plain(&timed(archive, &query, options.clone()?))))
    }

    /// The numbers behind the charts, for the articles that answer a query.
    pub fn stats(&self, query: String) -> Promise {
        self.promise(Box::new(move |archive| plain(&archive.stats(&query))))
    }

    /// The words and names that somebody who has typed so much may want, at most `limit` (8 where it is left out).
    pub fn suggest(&self, text: String, limit: Option<u32>) -> Promise {
        self.promise(Box::new(move |archive| plain(&archive.suggest(&text, limit.unwrap_or(8) as usize))))
    }

    /// What the archive holds.
    pub fn info(&self) -> JsValue {
        plain(self.0.info()).unwrap_or_default()
    }
}

impl Archive {
    /// The answer to a question.
    fn promise(&self, question: Question) -> Promise {
        let library = Rc::clone(&self.0);
        promise(Box::pin(async move { library.answer(question).await.map_err(|failure| error(&failure))? }))
    }
}

/// A promise of what comes. One kind of future for all of them keeps the download small.
fn promise(future: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>>) -> Promise {
    future_to_promise(future)
}

type Question = Box<dyn Fn(&engine::Archive) -> Result<JsValue, JsValue>>;

/// Makes `window.baoyan` known: `open(src)` gives a promise of an [`Archive`].
pub fn install() {
    let open = Closure::<dyn Fn(Option<String>) -> Promise>::new(|src: Option<String>| {
        promise(Box::pin(async move {
            let archive =
                source::open(src.as_deref(), false, Box::new(|_| {})).await.map_err(|failure| error(&failure))?;
            Ok(Archive(archive).into())
        }))
    });
    let baoyan = Object::new();
    let open: Function = open.into_js_value().unchecked_into();
    // Setting a property of a plain object, or of a window that has no such one, cannot fail.
    let _ = Reflect::set(&baoyan, &"open".into(), &open);
    let _ = Reflect::set(&js_sys::global(), &"baoyan".into(), &baoyan);
}

/// What `search` is told beside the query. It is read by hand: that is smaller than a deserializer.
fn wanted(given: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if !given.is_object() {
        return Ok(options);
    }
    let entry =
        |name: &str| Reflect::get(given, &name.into()).map(|value| Some(value).filter(|value| !value.is_undefined()));
    let wrong = |name: &str, mend: &str| JsValue::from(Error::new(&format!("search: {name} must be {mend}")));
    for (name, place) in [("limit", &mut options.limit), ("offset", &mut options.offset)] {
        if let Some(value) = entry(name)? {
            let count = value.as_f64().filter(|count| *count >= 0.0 && count.fract() == 0.0);
            *place = count.ok_or_else(|| wrong(name, "a whole number from 0"))? as usize;
        }
    }
    options.explain = entry("explain")?.is_some_and(|value| value.is_truthy());
    options.facets = entry("facets")?.is_none_or(|value| value.is_truthy());
    options.names = entry("names")?.is_some_and(|value| value.is_truthy());
    if let Some(value) = entry("sort")? {
        options.sort = match value.as_string().as_deref() {
            Some("relevance") => Sort::Relevance,
            Some("newest") => Sort::Newest,
            Some("oldest") => Sort::Oldest,
            _ => return Err(wrong("sort", "relevance, newest or oldest")),
        };
    }
    Ok(options)
}

/// A value as plain objects, arrays and numbers, as `JSON.parse` would give it.
pub fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// An answer that says how long it took.
pub fn timed(archive: &engine::Archive, query: &str, options: Options) -> Answer {
    let start = clock();
    let mut answer = archive.search(query, options);
    answer.micros = ((clock() - start) * 1_000.0) as u64;
    answer
}

/// Milliseconds by the browser's monotonic clock.
fn clock() -> f64 {
    gloo::utils::window().performance().map_or(0.0, |performance| performance.now())
}

fn error(failure: &Failure) -> JsValue {
    let error = Error::new(&failure.message);
    // An error that was just made takes properties.
    let _ = Reflect::set(&error, &"code".into(), &failure.code.into());
    error.into()
}
