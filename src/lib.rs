//! postedit reads machine-translated copy, says what a post-editor would change and why, and hands back a patch.
//!
//! It is a heuristic engine: no neural network, no network access, the same answer on every run, in milliseconds.
//!
//! ```
//! use postedit::Checker;
//!
//! let checker = Checker::builder().build()?;
//! let reading = checker.read("The council of the Union State met in Minsk. .\n".as_bytes())?;
//! let findings = checker.check_reading(&reading);
//! assert_eq!(findings[0].rule, "punctuation/doubled-mark");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way through the house is [`Checker::check`]; what the rooms are for is told in `ARCHITECTURE.md`.

mod check;
pub mod concordance;
pub mod config;
mod correct;
pub mod document;
pub mod facts;
pub mod finding;
pub mod fix;
pub mod format;
pub mod house;
pub mod knowledge;
pub mod report;
pub mod rules;
pub mod score;

pub use check::{BuildError, Checker, CheckerBuilder, Settings};
pub use correct::{Applied, CorrectError, Correction, correct};
pub use finding::Level;

#[cfg(feature = "cli")]
pub mod cli;
