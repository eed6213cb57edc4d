//! Reports: findings as people and programs want to read them; one file an output format.
//!
//! In: documents with their findings. Out: text.
//! Must not know: how findings were come by; files, threads, the clock.

mod json;
mod view;

pub use json::{document_line, json};
pub use view::{Checked, Note, NoteLevel, Outcome};
