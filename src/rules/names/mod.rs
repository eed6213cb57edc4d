//! Names: one bearer, one spelling.
//!
//! In: the name mentions of a document. Out: findings on spellings of names.
//! Must not know: other groups' rules, formats, reports.

mod case_leftover;
mod gender_mismatch;
mod initials;
mod mixed_language_form;
mod mixed_romanization;
mod mixed_scheme;
mod patronymic_as_surname;
mod spellings;
mod surname_first;
mod translated_name;
mod unknown_near_known;

use super::Rule;

/// The rules of this group, by id.
pub(super) const RULES: &[&dyn Rule] = &[
    &case_leftover::CaseLeftover,
    &gender_mismatch::GenderMismatch,
    &initials::Initials,
    &mixed_language_form::MixedLanguageForm,
    &mixed_romanization::MixedRomanization,
    &mixed_scheme::MixedScheme,
    &patronymic_as_surname::PatronymicAsSurname,
    &surname_first::SurnameFirst,
    &translated_name::TranslatedNameRule,
    &unknown_near_known::UnknownNearKnown,
];
