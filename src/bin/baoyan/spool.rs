//! What is put aside until it is needed again.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use baoyan::index::Scratch;

use crate::aside::{Aside, at};

/// Bytes in memory; where they become many, in a file.
pub struct Spool<'a> {
    /// Where the file would be; none where all has to be in memory anyway.
    aside: Option<&'a Aside>,
    bytes: Mutex<Bytes>,
}

enum Bytes {
    Here(Vec<u8>),
    InFile(File, PathBuf),
}

/// More than so many bytes go to a file.
const FEW: usize = 4 << 20;

impl<'a> Spool<'a> {
    pub fn new(aside: Option<&'a Aside>) -> Spool<'a> {
        Spool { aside, bytes: Mutex::new(Bytes::Here(Vec::new())) }
    }

    /// Another, whose file would be in the same place.
    pub fn beside(&self) -> Spool<'a> {
        Spool::new(self.aside)
    }

    /// Moves the file elsewhere, where there is one and it can be moved.
    pub fn move_to(mut self, to: &Path) {
        let bytes = self.bytes.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Bytes::InFile(_, path) = bytes
            && to.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok())
            && fs::rename(&path, to).is_err()
        {
            // On another disk: what is there is never half of it.
            let beside = to.with_extension(format!("{}.tmp", std::process::id()));
            if fs::copy(&path, &beside).and_then(|_| fs::rename(&beside, to)).is_err() {
                drop(fs::remove_file(&beside));
            }
        }
    }
}

impl Drop for Spool<'_> {
    fn drop(&mut self) {
        if let Bytes::InFile(_, path) = self.bytes.get_mut().unwrap_or_else(PoisonError::into_inner) {
            drop(fs::remove_file(path));
        }
    }
}

impl Scratch for Spool<'_> {
    fn put(&self, more: &[u8]) -> io::Result<u64> {
        let mut bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Bytes::Here(here), Some(aside)) = (&*bytes, self.aside)
            && here.len() + more.len() > FEW
        {
            let path = aside.path()?;
            let begin = || {
                let mut file = File::options().read(true).write(true).create_new(true).open(&path)?;
                file.write_all(here).map(|()| file)
            };
            *bytes = Bytes::InFile(begin().map_err(|error| at(&path, error))?, path);
        }
        match &mut *bytes {
            Bytes::Here(here) => {
                let from = here.len() as u64;
                here.extend_from_slice(more);
                Ok(from)
            }
            Bytes::InFile(file, path) => {
                let from = file.seek(SeekFrom::End(0)).and_then(|from| file.write_all(more).map(|()| from));
                from.map_err(|error| at(path, error))
            }
        }
    }

    fn read(&self, from: u64, to: &mut [u8]) -> io::Result<()> {
        let mut bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *bytes {
            Bytes::Here(here) => {
                let rest = usize::try_from(from).ok().and_then(|from| here.get(from..)).unwrap_or_default();
                to.copy_from_slice(rest.get(..to.len()).ok_or(io::ErrorKind::UnexpectedEof)?);
                Ok(())
            }
            Bytes::InFile(file, path) => {
                let read = file.seek(SeekFrom::Start(from)).and_then(|_| file.read_exact(to));
                read.map_err(|error| at(path, error))
            }
        }
    }
}

/// Where a value stands in a spool.
pub struct Place {
    pub from: u64,
    pub length: u32,
}

impl Place {
    /// Puts a value into a spool.
    pub fn put(value: &impl serde::Serialize, spool: &Spool) -> io::Result<Place> {
        let bytes = postcard::to_allocvec(value).map_err(io::Error::other)?;
        let length = u32::try_from(bytes.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
        Ok(Place { from: spool.put(&bytes)?, length })
    }

    /// Reads the value that stands there.
    pub fn get<T: serde::de::DeserializeOwned>(&self, spool: &Spool) -> io::Result<T> {
        let mut bytes = vec![0; self.length as usize];
        spool.read(self.from, &mut bytes)?;
        postcard::from_bytes(&bytes).map_err(io::Error::other)
    }

    /// How many bytes it takes there.
    pub fn length(&self) -> usize {
        self.length as usize
    }
}
