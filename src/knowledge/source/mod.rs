//! What is known of the languages translated from.
//!
//! In: the tables of this folder and of one folder a language. Out: typed facts of each source language.
//! Must not know: English beyond the spellings of names.

mod binding_words;
mod case_endings;
mod cognates;
pub mod common_words;
mod famous_names;
mod given_names;
mod habits;
mod initials;
mod latin;
mod patronymics;
mod press;
mod romanization;
mod surname_genders;
mod translated_names;
mod word_look_alikes;

pub use binding_words::BindingWords;
pub use case_endings::{Bearing, CaseEnding, Cases};
pub use cognates::{Bears, Cognate, CognateForm, Cognates};
pub use famous_names::{FamousName, FamousNames};
pub use given_names::{Gender, GivenName, GivenNames};
pub use habits::{Habits, SOUTHERN};
pub use initials::LookAlikes;
pub use latin::{fold_latin, is_vowel, without_accent};
pub use press::Presses;
pub use romanization::{Match, Place, Romanization, Scheme, SchemeSet, Schemes};
pub use surname_genders::{SurnameEnding, SurnameGenders, Tells};
pub use translated_names::{Bare, Bearer, Kind, Part, TranslatedName, TranslatedNames};
pub use word_look_alikes::WordLooks;

use super::{Language, TableError};

/// The tables of all source languages, opened.
#[derive(Debug)]
pub struct Source {
    /// How each language is written in Latin letters, in the order of [`Language::ALL`].
    pub romanizations: Vec<Romanization>,
    /// The standards and presses that romanise.
    pub schemes: Schemes,
    /// The signs of romanisations that are not English.
    pub habits: Habits,
    /// Presses that do not write English.
    pub presses: Presses,
    /// Forms of one name in two source languages.
    pub cognate_endings: Presses,
    /// People and places whose spellings no table of letters gives.
    pub famous_names: FamousNames,
    /// Given names and their spellings.
    pub given_names: GivenNames,
    /// Surnames of men and of women.
    pub surname_genders: SurnameGenders,
    /// Initials that were copied by their look.
    pub initials: LookAlikes,
    /// Letters of other scripts that look Latin.
    pub looks: WordLooks,
    /// Names that are one in two languages.
    pub cognates: Cognates,
    /// Endings of cases, and places.
    pub cases: Cases,
    /// Proper names that translations render as words.
    pub translated_names: TranslatedNames,
}

impl Source {
    /// Opens the built-in tables.
    ///
    /// # Errors
    /// [`TableError`] names the table, the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let schemes = Schemes::builtin()?;
        let romanizations =
            Language::ALL.into_iter().map(|language| Romanization::builtin(language, &schemes)).collect::<Result<_, _>>()?;
        let translated_names = TranslatedNames::builtin()?;
        let cognates = Cognates::builtin()?;
        Ok(Self {
            romanizations,
            schemes,
            habits: Habits::builtin()?,
            presses: Presses::open("source/presses.tsv", include_str!("presses.tsv"))?,
            cognate_endings: Presses::open("source/cognate_endings.tsv", include_str!("cognate_endings.tsv"))?,
            famous_names: FamousNames::builtin()?,
            given_names: GivenNames::builtin()?,
            surname_genders: SurnameGenders::builtin()?,
            initials: LookAlikes::builtin()?,
            looks: WordLooks::builtin()?,
            cases: Cases::builtin(cognates.places(), translated_names.bare())?,
            cognates,
            translated_names,
        })
    }

    /// How a language is written in Latin letters; nothing where only its famous names are known.
    pub fn romanization(&self, language: Language) -> Option<&Romanization> {
        self.romanizations.iter().find(|table| table.language() == language)
    }

    /// The spelling that English texts write most for the name that both words spell, where a table has it.
    pub fn preferred(&self, a: &str, b: &str) -> Option<&'static str> {
        self.given_names.preferred(a, b).or_else(|| self.famous_names.preferred(a, b))
    }
}

#[cfg(test)]
mod tests;
