//! How commands end.

use std::fmt;
use std::io;
use std::path::Path;

use service_providers_codegen::{Register, SourcesError, nearest};

/// The outcome of a command that ran to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Done,
    /// There are problems in the data, or a check failed. They were printed.
    Problems,
}

impl Outcome {
    /// The worse of two outcomes.
    pub fn and(self, other: Self) -> Self {
        if self == Self::Done { other } else { self }
    }
}

/// Why a command could not run to its end: its arguments were wrong, or a file could not be read or
/// written.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// An unknown name. The message names the nearest known one, and all of them.
    pub fn unknown(what: &str, name: &str, plural: &str, known: &[&str]) -> Self {
        let all = known.join(", ");
        Self(match nearest(name, known.iter().copied()) {
            Some(near) => format!("{what}; did you mean `{near}`? The {plural} are: {all}"),
            None => format!("{what}; the {plural} are: {all}"),
        })
    }

    /// An edition that the register does not have.
    pub fn no_edition(id: &str, register: &Register) -> Self {
        let known: Vec<&str> = register.editions().iter().map(|other| other.id.as_str()).collect();
        Self::unknown(&format!("no edition `{id}`"), id, "editions", &known)
    }

    /// A file or folder that could not be read or written.
    pub fn io(path: &Path, error: &io::Error) -> Self {
        Self(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<SourcesError> for Failure {
    fn from(error: SourcesError) -> Self {
        Self(error.to_string())
    }
}

/// What a command returns.
pub type Result<T = Outcome> = std::result::Result<T, Failure>;
