//! Marked text, and how findings are measured against it.
//!
//! In: text with marks (`⟦wrong→right⟧{rule}`), or a report that holds the right findings. Out: the text as it stood,
//! its marks, and counts.
//! Must not know: files, terminals.

mod cases;
mod gold;
mod marks;
mod measure;
mod pack;

pub use cases::{Case, FenceError, cases};
pub use gold::{Gold, GoldDocument, GoldFinding, compare};
pub use marks::{Mark, MarkError, Marked};
pub use measure::{Measurement, Tally};
pub use pack::Proof;
