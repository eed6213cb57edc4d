//! Names: one bearer, one spelling.
//!
//! In: the name mentions of a document. Out: findings on spellings of names.
//! Must not know: other groups' rules, formats, reports.

mod case_leftover;
mod mixed_language_form;
mod mixed_romanization;
mod spellings;
mod translated_name;
mod unknown_near_known;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &case_leftover::CaseLeftover,
    &mixed_language_form::MixedLanguageForm,
    &mixed_romanization::MixedRomanization,
    &translated_name::TranslatedNameRule,
    &unknown_near_known::UnknownNearKnown,
];
