use std::io;
use std::sync::{Mutex, PoisonError};

/// Bytes that are put aside while an archive is written, so that they need not be in memory.
pub trait Scratch: Sync {
    /// Puts bytes behind those that are there; where they begin.
    ///
    /// # Errors
    /// When there is no room for them.
    fn put(&self, bytes: &[u8]) -> io::Result<u64>;

    /// Reads the bytes from there on, as many as fit.
    ///
    /// # Errors
    /// When they are not there or cannot be read.
    fn read(&self, from: u64, bytes: &mut [u8]) -> io::Result<()>;
}

/// In memory, where the articles are as well.
impl Scratch for Mutex<Vec<u8>> {
    fn put(&self, bytes: &[u8]) -> io::Result<u64> {
        let mut all = self.lock().unwrap_or_else(PoisonError::into_inner);
        let from = all.len() as u64;
        all.extend_from_slice(bytes);
        Ok(from)
    }

    fn read(&self, from: u64, bytes: &mut [u8]) -> io::Result<()> {
        let all = self.lock().unwrap_or_else(PoisonError::into_inner);
        let rest = usize::try_from(from).ok().and_then(|from| all.get(from..));
        bytes.copy_from_slice(rest.and_then(|rest| rest.get(..bytes.len())).ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}
