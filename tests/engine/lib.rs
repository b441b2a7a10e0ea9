//! The engine without the page: all that a program of its own needs to ask an archive. It is built to be weighed.

use baoyan::engine::{Options, Reply, Session};
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// An archive that is asked, and fed as it needs. Each answer is a plain object, or the names of the files to be fed first.
#[wasm_bindgen]
pub struct Engine(Session);

#[wasm_bindgen]
impl Engine {
    /// Opens an archive's bytes; nothing where they are none.
    pub fn open(bytes: Vec<u8>) -> Option<Engine> {
        Session::open(bytes).ok().map(Engine)
    }

    /// Takes in a file of the archive, and says whether it is what it should be.
    pub fn feed(&mut self, name: &str, bytes: Vec<u8>) -> bool {
        let name = self.0.archive().files().into_iter().find(|file| file.to_string() == name);
        name.is_some_and(|name| self.0.feed(name, bytes).is_ok())
    }

    /// The best articles for a query, and how many there are.
    pub fn search(&self, query: &str) -> JsValue {
        told(self.0.ask(|archive| archive.search(query, Options::default())))
    }

    /// The counts by county, year and kind that charts are drawn from.
    pub fn stats(&self, query: &str) -> JsValue {
        told(self.0.ask(|archive| archive.stats(query)))
    }

    /// What somebody may want who has typed this.
    pub fn suggest(&self, typed: &str) -> JsValue {
        told(self.0.ask(|archive| archive.suggest(typed, 8)))
    }

    /// An article with what is marked in it.
    pub fn article(&self, id: &str, query: &str) -> JsValue {
        told(self.0.ask(|archive| archive.article(id, query)))
    }
}

fn told(reply: Reply<impl Serialize>) -> JsValue {
    match reply {
        Reply::Ready(answer) => serde_wasm_bindgen::to_value(&answer).unwrap_or_default(),
        Reply::Needs(names) => names.iter().map(|name| JsValue::from(name.to_string())).collect::<Array>().into(),
    }
}
