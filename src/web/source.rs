use std::borrow::Cow;
use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::failure::Failure;
use super::fetch::{Progress, fetch, fetch_all, fetched};
use crate::engine::{Archive, PartName, Reply, Session};
use crate::model::Info;

/// The archive compiled into the page; the build makes it from `static/articles/`. In the page that the program puts on other
/// sites there are zeros in its place.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/embedded/archive.baoyan"));

/// The file of a folder that an archive is opened by.
const ENTRY: &str = "archive.baoyan";

/// An archive that answers, or why there is none.
pub type Opened = Result<Rc<Library>, Failure>;

/// An open archive and where the rest of it lies.
pub struct Library {
    session: RefCell<Session>,
    info: Info,
    /// Its folder, with a slash behind it.
    folder: String,
}

impl Library {
    /// What the archive holds.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Whether all of it is here.
    pub fn is_whole(&self) -> bool {
        self.session.borrow().archive().directory().is_none()
    }

    /// Asks what is there.
    pub fn ask<T>(&self, question: impl FnOnce(&Archive) -> T) -> Reply<T> {
        self.session.borrow().ask(question)
    }

    /// The answer to a question; fetches what it needs.
    pub async fn answer<T>(&self, question: impl Fn(&Archive) -> T) -> Result<T, Failure> {
        loop {
            let reply = self.ask(&question);
            match reply {
                Reply::Ready(answer) => return Ok(answer),
                Reply::Needs(names) => self.fetch(&names, false).await?,
            }
        }
    }

    /// Fetches files, past all caches `again` after an attempt that failed. Those that are not what they should be are fetched once
    /// more so; those that come are kept, whatever becomes of the others.
    pub async fn fetch(&self, names: &[PartName], mut again: bool) -> Result<(), Failure> {
        let (mut names, mut failed) = (names.to_vec(), Ok(()));
        while !names.is_empty() {
            let address = |name: &PartName| JsValue::from([&*self.folder, &name.to_string()].concat());
            let files = fetch_all(&names.iter().map(address).collect(), again).await;
            let mut place = 0;
            names.retain(|&name| {
                let taken = self.take_in(name, files.get(place));
                place += 1;
                // What the network does not deliver was asked for often enough.
                let is_damaged = taken.as_ref().is_err_and(|failure| failure.code != "network") && !again;
                if taken.is_err() && !is_damaged {
                    failed = taken;
                }
                is_damaged
            });
            again = true;
        }
        failed
    }

    fn take_in(&self, name: PartName, file: JsValue) -> Result<(), Failure> {
        Ok(self.session.borrow_mut().feed(name, fetched(file)?)?)
    }
}

/// Opens the archive at `src`, a folder or a file relative to the document; without one, the archive of the page itself.
/// `again` is for an attempt after one that failed.
pub async fn open(src: Option<&str>, again: bool, progress: Box<dyn Fn(Progress)>) -> Opened {
    let address = src.map(address).unwrap_or_default();
    let bytes = match src {
        None if black_box(EMBEDDED).starts_with(&[0]) => {
            let message = "no archive is in this page: name one, as in <baoyan-archive src=\"archive/\">".into();
            return Err(Failure { code: "unsupported", message });
        }
        None => Cow::Borrowed(EMBEDDED),
        Some(_) => Cow::Owned(fetch(&address, again, progress).await?),
    };
    let session = Session::open(bytes)?;
    let info = session.archive().info().clone();
    let folder = address.rfind('/').map_or("", |slash| &address[..=slash]).to_owned();
    Ok(Rc::new(Library { session: RefCell::new(session), info, folder }))
}

fn address(src: &str) -> String {
    if src.ends_with(".baoyan") { src.to_owned() } else { [src.trim_end_matches('/'), "/", ENTRY].concat() }
}
