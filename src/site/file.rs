use sha2::{Digest, Sha256};

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path below the site's folder, with `/` between folders.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        File { path: path.into(), bytes: bytes.into() }
    }

    /// A file that carries the beginning of its digest in its name: `site-0123456789abcdef.css`.
    pub fn named_by_content(stem: &str, ending: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let mark: String = digest(&bytes).chars().take(16).collect();
        File { path: format!("{stem}-{mark}.{ending}"), bytes }
    }
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
