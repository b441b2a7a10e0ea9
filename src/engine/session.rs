use std::borrow::Cow;

use super::{Archive, FormatError};
use crate::format::PartName;

/// What a question gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply<T> {
    /// The answer.
    Ready(T),
    /// The files that have to be fed first; then the question is asked again. At most a few rounds are needed, and what was fed
    /// before never changes an answer. Where there are none, much was to be read: what else has to be done has a turn.
    Needs(Vec<PartName>),
}

/// An archive that is asked, and fed as it needs.
#[derive(Debug)]
pub struct Session {
    archive: Archive,
}

impl Session {
    /// Opens an archive's bytes: of the whole form, or of the entry where files are fetched by need.
    ///
    /// # Errors
    /// When the bytes are no archive, of another version, cut, altered, or make no sense.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Session, FormatError> {
        Archive::open(bytes).map(|archive| Session { archive })
    }

    /// The archive: what is always known of it.
    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// Asks something.
    pub fn ask<T>(&self, question: impl FnOnce(&Archive) -> T) -> Reply<T> {
        // What something else has asked for is not this question's need.
        self.archive.take_missing();
        let answer = question(&self.archive);
        if let Some(missing) = self.archive.take_missing() {
            return Reply::Needs(missing);
        }
        self.archive.forget();
        Reply::Ready(answer)
    }

    /// Takes in a file. Its checksum is found right before any byte is used.
    ///
    /// # Errors
    /// When the file is altered, cut, another one, or makes no sense.
    pub fn feed(&mut self, name: PartName, bytes: Vec<u8>) -> Result<(), FormatError> {
        self.archive.feed(name, bytes)
    }

    /// Asks something, and fetches what is needed until there is an answer.
    ///
    /// # Errors
    /// When a file cannot be fetched, or is not what it should be.
    pub fn answer<T, E: From<FormatError>>(
        &mut self,
        question: impl Fn(&Archive) -> T,
        mut fetch: impl FnMut(PartName) -> Result<Vec<u8>, E>,
    ) -> Result<T, E> {
        loop {
            match self.ask(&question) {
                Reply::Ready(answer) => return Ok(answer),
                Reply::Needs(names) => {
                    for name in names {
                        self.feed(name, fetch(name)?)?;
                    }
                }
            }
        }
    }
}
