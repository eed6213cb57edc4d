//! Acronyms: what each should have become.
//!
//! In: the acronym mentions and senses of a document. Out: findings on acronyms.
//! Must not know: other groups' rules, formats, reports.

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[];
