//! A session over an archive's bytes. It is given bytes and answers; it never reads a file or a network itself.

use crate::model::{Answer, Info, Reading, Sort, Stats};

/// Which hits of an answer are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// At most so many hits.
    pub limit: usize,
    /// After leaving out so many.
    pub offset: usize,
    /// In this order.
    pub sort: Sort,
}

impl Default for Options {
    fn default() -> Self {
        Options { limit: 20, offset: 0, sort: Sort::Relevance }
    }
}

/// Why bytes are no archive that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct OpenError(String);

impl OpenError {
    /// One of `integrity`, `version`, `corrupt`, `unsupported`.
    pub fn code(&self) -> &'static str {
        "corrupt"
    }
}

/// An open archive.
pub struct Archive {
    info: Info,
}

impl Archive {
    /// Opens the whole form of an archive.
    pub fn open(_bytes: Vec<u8>) -> Result<Archive, OpenError> {
        Ok(Archive { info: Info::default() })
    }

    /// What it holds.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Answers a query; an empty query is answered by all articles.
    pub fn search(&self, query: &str, _options: Options) -> Answer {
        Answer { query: query.to_owned(), ..Answer::default() }
    }

    /// The numbers behind the charts, for the articles that answer a query.
    pub fn stats(&self, query: &str) -> Stats {
        Stats { query: query.to_owned(), ..Stats::default() }
    }

    /// Opens an article by its id, with what matches `query` marked.
    pub fn article(&self, _id: &str, _query: &str) -> Option<Reading> {
        None
    }
}
