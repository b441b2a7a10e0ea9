use super::{Kind, VERSION};

/// Why bytes are no archive that can be used: expected and found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The first bytes are those of something else.
    #[error(
        "this is not a Baoyan archive: it begins with {found:?}; give the file archive.baoyan that `baoyan index` wrote"
    )]
    NotAnArchive {
        /// The first bytes, as text.
        found: String,
    },
    /// It was written in another version of the format.
    #[error(
        "this archive has format version {found}, and version {VERSION} is expected: build it again with this version of `baoyan index`"
    )]
    Version {
        /// The version in the header.
        found: u16,
    },
    /// It is shorter or longer than its header says.
    #[error(
        "this archive is cut or mixed with something else: {expected} bytes expected, {found} found; fetch or build it again"
    )]
    Length {
        /// Bytes by the header.
        expected: u64,
        /// Bytes there are.
        found: u64,
    },
    /// Bytes were altered.
    #[error(
        "{part} was altered: checksum {expected:016x} expected, {found:016x} found; fetch or build the archive again"
    )]
    Checksum {
        /// `the header` or `section TEXT`.
        part: String,
        /// The checksum written down.
        expected: u64,
        /// The checksum of what is there.
        found: u64,
    },
    /// A section that is needed is not there.
    #[error("section {0} is missing; build the archive again")]
    Missing(Kind),
    /// A section is packed in a way that this reader does not know.
    #[error("section {section} is packed with codec {found}, which is unknown here: open it with a newer version")]
    Codec {
        /// The section.
        section: Kind,
        /// The codec's number.
        found: u8,
    },
    /// The checksums are right and what they guard makes no sense: a writer's fault.
    #[error("{part} makes no sense: {why}; build the archive again and report this")]
    Malformed {
        /// `the header` or `section TEXT`.
        part: String,
        /// What is wrong.
        why: String,
    },
}

impl FormatError {
    /// The kind of failure for programs: `integrity`, `version`, `corrupt` or `unsupported`.
    pub fn code(&self) -> &'static str {
        match self {
            FormatError::Length { .. } | FormatError::Checksum { .. } => "integrity",
            FormatError::Version { .. } => "version",
            FormatError::NotAnArchive { .. } | FormatError::Missing(_) | FormatError::Malformed { .. } => "corrupt",
            FormatError::Codec { .. } => "unsupported",
        }
    }

    /// A section whose bytes passed their checksum and cannot be what they should be.
    pub fn malformed(section: Kind, why: impl std::fmt::Display) -> Self {
        FormatError::Malformed { part: format!("section {section}"), why: why.to_string() }
    }
}
