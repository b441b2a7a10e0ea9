use std::borrow::Cow;
use std::rc::Rc;

use super::fetch::{Progress, fetch};
use crate::engine::Archive;
use crate::view::Text;

/// The archive compiled into the page; the build makes it from `static/articles/`.
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/target/embedded/archive.baoyan"));

/// The file of a folder that holds the whole form of an archive.
const WHOLE: &str = "archive.baoyan";

/// Why an archive did not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// One of `network`, `integrity`, `version`, `corrupt`, `unsupported`.
    pub code: &'static str,
    /// What happened, for people who mend it.
    pub message: String,
}

impl Failure {
    /// Whether it may mend by itself: what comes next from the network may be whole.
    pub fn may_pass(&self) -> bool {
        !matches!(self.code, "version" | "unsupported")
    }

    /// What a reader is told.
    pub fn explanation(&self) -> Text {
        match self.code {
            "network" => Text::Network,
            "integrity" => Text::Integrity,
            "version" => Text::Version,
            "unsupported" => Text::Unsupported,
            _ => Text::Corrupt,
        }
    }
}

/// An archive that answers, or why there is none.
pub type Opened = Result<Rc<Archive>, Failure>;

/// Opens the archive at `src`, a folder or a file relative to the document; without one, the archive of the page itself.
/// `again` is for an attempt after one that failed.
pub async fn open(src: Option<&str>, again: bool, progress: impl Fn(Progress) + 'static) -> Opened {
    let bytes = match src {
        None => Cow::Borrowed(EMBEDDED),
        Some(src) => Cow::Owned(fetch(&address(src), again, progress).await?),
    };
    Archive::open(&bytes).map(Rc::new).map_err(|error| Failure { code: error.code(), message: error.to_string() })
}

fn address(src: &str) -> String {
    if src.ends_with(".baoyan") { src.to_owned() } else { format!("{}/{WHOLE}", src.trim_end_matches('/')) }
}
