//! Wording: what makes copy read as translated.
//!
//! In: the phrase hits and tokens of a document. Out: findings on words.
//! Must not know: other groups' rules, formats, reports.

mod calque;
mod doubled_word;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[&calque::Calque, &doubled_word::DoubledWord];
