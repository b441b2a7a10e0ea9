use crate::engine::FormatError;
use crate::view::Text;

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

impl From<FormatError> for Failure {
    fn from(error: FormatError) -> Self {
        Failure { code: error.code(), message: error.to_string() }
    }
}
