//! What all reports are made from: the outcome of one input.

use crate::finding::Finding;
use crate::format::Reading;

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NoteLevel {
    /// Good to know.
    Info,
    /// Something was done otherwise than asked.
    Warning,
    /// Something could not be done.
    Error,
}

/// Something to be said of an input that is no finding.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Note {
    /// The input, as the user named it.
    pub path: String,
    /// How much it matters.
    pub level: NoteLevel,
    /// What happened and what to do.
    pub message: String,
}

impl Note {
    /// A note on an input.
    pub fn new(path: &str, level: NoteLevel, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), level, message: message.into() }
    }
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// A document that was checked.
#[derive(Debug)]
pub struct Checked {
    /// The document and the way back to its bytes.
    pub reading: Reading,
    /// Its findings, in the order of the text.
    pub findings: Vec<Finding>,
}

/// What came of one input.
#[derive(Debug)]
pub struct Outcome {
    /// The input, as the user named it; `-` for standard input without a name.
    pub path: String,
    /// The checked document; `None` where it could not be read.
    pub checked: Option<Checked>,
    /// What else there is to say.
    pub notes: Vec<Note>,
}
