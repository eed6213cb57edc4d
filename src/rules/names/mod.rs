//! Names: one bearer, one spelling.
//!
//! In: the name mentions of a document. Out: findings on spellings of names.
//! Must not know: other groups' rules, formats, reports.

mod mixed_romanization;
mod spellings;
mod translated_name;
mod unknown_near_known;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] =
    &[&mixed_romanization::MixedRomanization, &translated_name::TranslatedNameRule, &unknown_near_known::UnknownNearKnown];
