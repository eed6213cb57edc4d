//! Terms: one term, one face.
//!
//! In: the tokens of a document. Out: findings on terms that change their form.
//! Must not know: other groups' rules, formats, reports.

mod forbidden_term;
mod inconsistent_title;
mod lost_capital;
mod mixed_capitalization;
mod mixed_hyphenation;
mod mixed_rendering;
mod mixed_spelling;
mod sensitive;
mod stray_capitals;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &forbidden_term::ForbiddenTerm,
    &inconsistent_title::InconsistentTitle,
    &lost_capital::LostCapital,
    &mixed_capitalization::MixedCapitalization,
    &mixed_hyphenation::MixedHyphenation,
    &mixed_rendering::MixedRendering,
    &mixed_spelling::MixedSpelling,
    &sensitive::Sensitive,
    &stray_capitals::StrayCapitals,
];
