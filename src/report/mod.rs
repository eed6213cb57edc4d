//! Reports: findings as people and programs want to read them; one file an output format.
//!
//! In: documents with their findings, or the bytes of a file before and after correction. Out: text.
//! Must not know: how findings were come by; files, threads, the clock, whether anybody is at the terminal.

mod diff;
mod json;
mod summary;
mod view;

#[cfg(feature = "cli")]
mod excerpt;
#[cfg(feature = "cli")]
mod terminal;
#[cfg(feature = "cli")]
mod words;
#[cfg(feature = "cli")]
mod wrap;

pub use diff::unified;
pub use json::{document_line, json, json_document, json_head, json_tail};
pub use summary::Summary;
pub use view::{Checked, Note, NoteLevel, Outcome};

#[cfg(feature = "cli")]
pub use terminal::{Look, closing, pretty, short};
#[cfg(feature = "cli")]
pub use words::words;
#[cfg(feature = "cli")]
pub(crate) use words::{NEW, OLD, painted};
#[cfg(feature = "cli")]
pub(crate) use wrap::wrap;
