//! Marked text, and how findings are measured against it.
//!
//! In: text with marks (`⟦wrong→right⟧{rule}`). Out: the text as it stood, its marks, and counts.
//! Must not know: files, terminals.

mod marks;
mod measure;

pub use marks::{Mark, MarkError, Marked};
pub use measure::{Measurement, Tally};
