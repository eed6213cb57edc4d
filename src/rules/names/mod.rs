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

use crate::facts::names::{SpellingId, Word};
use crate::knowledge::source::{Gender, Tells, fold_latin};
use crate::rules::{Context, Rule};

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

/// The given name before this one that shares its surname: “Leonid” in “Leonid and Olga Korzhakov”.
fn partner(context: &Context, given: Word) -> Option<Word> {
    let names = context.facts.names();
    let before = names.words().partition_point(|word| word.start < given.start);
    let other = names.words().get(before.checked_sub(1)?)?;
    (other.end as usize + 1 == given.start as usize && names.spelling(other.spelling).given).then_some(*other)
}

/// The gender of whoever bears a given name, where only men or only women bear it.
fn gender(context: &Context, given: SpellingId) -> Option<Gender> {
    let mut folded = Vec::new();
    fold_latin(&context.facts.names().spelling(given).text, &mut folded);
    context.knowledge.source.given_names.gender(&folded)
}

/// Whether a surname is formed as hardly any but Slavic ones are.
fn is_slavic_surname(context: &Context, surname: &str) -> bool {
    let genders = &context.knowledge.source.surname_genders;
    let formed = |gender| genders.of(surname, gender).any(|ending| ending.tells(gender) != Tells::Never);
    formed(Gender::Male) || formed(Gender::Female) || context.knowledge.signs.of_ending(surname).is_some()
}

/// Whether a surname has the form of the gender that does not bear the given name.
fn disagrees(context: &Context, given: SpellingId, surname: SpellingId) -> bool {
    let Some(gender) = gender(context, given) else { return false };
    let text = &context.facts.names().spelling(surname).text;
    context.knowledge.source.surname_genders.of(text, gender.other()).next().is_some()
}
