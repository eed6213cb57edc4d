//! Terms: one term, one face.
//!
//! In: the tokens of a document. Out: findings on terms that change their form.
//! Must not know: other groups' rules, formats, reports.

mod mixed_capitalization;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[&mixed_capitalization::MixedCapitalization];
