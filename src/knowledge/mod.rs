//! Knowledge: tables and their typed loaders.
//!
//! In: the project's tables, compiled into the program. Out: a [`Knowledge`], opened once and shared by all threads.
//! `target/english/` holds what is known of the language written in, `source/<language>/` what is known of the
//! languages translated from. No English word of rule code that could stand in a table.
//! Must not know: documents (but for tokens, so that rows are cut as texts are), facts, rules.

pub mod acronyms;
mod entities;
mod pack;
pub mod phrase;
mod sequence;
mod signs;
pub mod source;
pub mod target;
pub mod terms;
mod tsv;
mod vocabulary;

pub use entities::Entities;
pub use pack::{Pack, PackError, PackFile};
pub use sequence::{Beginnings, Filter, join};
pub use signs::{MarkSign, Sign, Signs};
pub use tsv::{Rows, TableError};
pub use vocabulary::{ClassSet, Vocabulary, VocabularyBuilder, WordClass, WordId, capitalized, fold, hash_word};

use crate::document::Conventions;
use acronyms::Acronyms;
use phrase::Phrases;
use source::{BindingWords, Source};
use target::english::{
    self, Articles, DoubledWords, GenderedPronouns, Lexicon, LowerCaseUses, NumberWords, ProperTerms, SpeechPast, Varieties,
};

/// A source language that the tables know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub enum Language {
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Ukrainian.
    #[serde(rename = "uk")]
    Ukrainian,
    /// Belarusian.
    #[serde(rename = "be")]
    Belarusian,
    /// Bulgarian.
    #[serde(rename = "bg")]
    Bulgarian,
    /// Serbian.
    #[serde(rename = "sr")]
    Serbian,
    /// Macedonian.
    #[serde(rename = "mk")]
    Macedonian,
    /// Arabic, of which only famous names are known, as of those that follow.
    #[serde(rename = "ar")]
    Arabic,
    /// Persian.
    #[serde(rename = "fa")]
    Persian,
    /// Greek.
    #[serde(rename = "el")]
    Greek,
    /// Hebrew.
    #[serde(rename = "he")]
    Hebrew,
    /// Georgian.
    #[serde(rename = "ka")]
    Georgian,
    /// Armenian.
    #[serde(rename = "hy")]
    Armenian,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// German.
    #[serde(rename = "de")]
    German,
    /// Polish.
    #[serde(rename = "pl")]
    Polish,
    /// Turkish.
    #[serde(rename = "tr")]
    Turkish,
    /// Italian.
    #[serde(rename = "it")]
    Italian,
    /// Portuguese.
    #[serde(rename = "pt")]
    Portuguese,
    /// Chinese, of which only turns of phrase are known.
    #[serde(rename = "zh")]
    Chinese,
}

impl Language {
    /// The languages with a romanisation table, the one most is translated from first.
    pub const ALL: [Self; 6] =
        [Self::Russian, Self::Ukrainian, Self::Belarusian, Self::Bulgarian, Self::Serbian, Self::Macedonian];
    /// The languages with a table of acronyms.
    pub const WITH_ACRONYMS: [Self; 11] = [
        Self::Russian,
        Self::Ukrainian,
        Self::Belarusian,
        Self::Bulgarian,
        Self::French,
        Self::Spanish,
        Self::German,
        Self::Polish,
        Self::Turkish,
        Self::Italian,
        Self::Portuguese,
    ];
    /// The Slavic languages whose signs a document shows.
    pub const SLAVIC: [Self; 4] = [Self::Russian, Self::Ukrainian, Self::Belarusian, Self::Bulgarian];
    /// The languages that tables of phrases render.
    pub const WITH_WORDING: [Self; 11] = [
        Self::Russian,
        Self::Ukrainian,
        Self::Belarusian,
        Self::Bulgarian,
        Self::French,
        Self::Spanish,
        Self::German,
        Self::Polish,
        Self::Turkish,
        Self::Arabic,
        Self::Chinese,
    ];
    /// The languages of which only famous names are known.
    pub const FAMOUS_ONLY: [Self; 6] = [Self::Arabic, Self::Persian, Self::Greek, Self::Hebrew, Self::Georgian, Self::Armenian];

    /// Every language.
    pub const EVERY: [Self; 20] = [
        Self::Russian,
        Self::Ukrainian,
        Self::Belarusian,
        Self::Bulgarian,
        Self::Serbian,
        Self::Macedonian,
        Self::Arabic,
        Self::Persian,
        Self::Greek,
        Self::Hebrew,
        Self::Georgian,
        Self::Armenian,
        Self::French,
        Self::Spanish,
        Self::German,
        Self::Polish,
        Self::Turkish,
        Self::Italian,
        Self::Portuguese,
        Self::Chinese,
    ];

    /// The language of an ISO 639-1 code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|language| language.code() == code)
    }

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Russian => "ru",
            Self::Ukrainian => "uk",
            Self::Belarusian => "be",
            Self::Bulgarian => "bg",
            Self::Serbian => "sr",
            Self::Macedonian => "mk",
            Self::Arabic => "ar",
            Self::Persian => "fa",
            Self::Greek => "el",
            Self::Hebrew => "he",
            Self::Georgian => "ka",
            Self::Armenian => "hy",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::German => "de",
            Self::Polish => "pl",
            Self::Turkish => "tr",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Chinese => "zh",
        }
    }

    /// The English name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Russian => "Russian",
            Self::Ukrainian => "Ukrainian",
            Self::Belarusian => "Belarusian",
            Self::Bulgarian => "Bulgarian",
            Self::Serbian => "Serbian",
            Self::Macedonian => "Macedonian",
            Self::Arabic => "Arabic",
            Self::Persian => "Persian",
            Self::Greek => "Greek",
            Self::Hebrew => "Hebrew",
            Self::Georgian => "Georgian",
            Self::Armenian => "Armenian",
            Self::French => "French",
            Self::Spanish => "Spanish",
            Self::German => "German",
            Self::Polish => "Polish",
            Self::Turkish => "Turkish",
            Self::Italian => "Italian",
            Self::Portuguese => "Portuguese",
            Self::Chinese => "Chinese",
        }
    }

    /// The table that says how it, or its famous names, are written in Latin letters, as evidence names it.
    pub fn romanization_table(self) -> &'static str {
        match self {
            Self::Russian => "source/russian/romanization",
            Self::Ukrainian => "source/ukrainian/romanization",
            Self::Belarusian => "source/belarusian/romanization",
            Self::Bulgarian => "source/bulgarian/romanization",
            Self::Serbian => "source/serbian/romanization",
            Self::Macedonian => "source/macedonian/romanization",
            _ => "source/famous_names",
        }
    }
}

/// Compiles the tables of acronyms to the index that the crate embeds (`acronyms.idx`).
///
/// # Errors
/// [`TableError`] names the table, the row and what is wrong.
pub fn compile_acronyms() -> Result<Vec<u8>, TableError> {
    let mut words = VocabularyBuilder::default();
    english::add_word_classes(&mut words)?;
    acronyms::compile(acronyms::BUILTIN, &words, &Source::builtin()?)
}

/// Compiles the tables of phrases to the index that the crate embeds (`phrases.idx`).
///
/// # Errors
/// [`TableError`] names the table, the line and what is wrong.
pub fn compile_phrases() -> Result<Vec<u8>, TableError> {
    phrase::compile()
}

/// All tables, opened.
#[derive(Debug)]
pub struct Knowledge {
    /// What sentence splitting needs.
    pub conventions: Conventions,
    /// The words of all tables.
    pub vocabulary: Vocabulary,
    /// The words that stand twice in a row only by mistake.
    pub doubled: DoubledWords,
    /// What words beside numbers tell of them.
    pub numbers: NumberWords,
    /// The signs of source languages.
    pub signs: Signs,
    /// All multi-word tables as one automaton.
    pub phrases: Phrases,
    /// What articles depend on: first sounds, and names that have “the”.
    pub articles: Articles,
    /// Pronouns for men and women, with those for things.
    pub pronouns: GenderedPronouns,
    /// The common words of English.
    pub lexicon: Lexicon,
    /// Terms that are proper in every text.
    pub proper_terms: ProperTerms,
    /// Words that American and British English spell differently.
    pub varieties: Varieties,
    /// Past forms of verbs that attribute speech.
    pub speech_past: SpeechPast,
    /// Names of countries and peoples that are common words as well.
    pub lower_case: LowerCaseUses,
    /// Words that show a language of Latin letters.
    pub binding: BindingWords,
    /// Characters as HTML names them.
    pub entities: Entities,
    /// What is known of the source languages.
    pub source: Source,
    /// Acronyms of the source languages and of English.
    pub acronyms: Acronyms,
}

impl Knowledge {
    /// Opens the built-in tables.
    ///
    /// # Errors
    /// [`TableError`] names the table, the row and what is wrong; the built-in tables are tested to have none.
    pub fn builtin() -> Result<Self, TableError> {
        let mut words = VocabularyBuilder::default();
        let phrases = Phrases::builtin(&mut words)?;
        Self::open(words, phrases, Acronyms::builtin()?)
    }

    /// Opens the built-in tables with those of a house.
    ///
    /// # Errors
    /// [`PackError`] for a row that cannot be read.
    pub fn with_pack(pack: &Pack) -> Result<Self, PackError> {
        let mut words = VocabularyBuilder::default();
        let mut phrases = Phrases::builtin(&mut words)?;
        pack.add_phrases(&mut phrases, &mut words)?;
        Ok(Self::open(words, phrases, pack.acronyms()?)?)
    }

    fn open(mut words: VocabularyBuilder, phrases: Phrases, acronyms: Acronyms) -> Result<Self, TableError> {
        english::add_word_classes(&mut words)?;
        let lexicon = Lexicon::builtin();
        let binding = BindingWords::builtin(&mut words, &lexicon)?;
        let doubled = DoubledWords::builtin(&mut words)?;
        let numbers = NumberWords::builtin(&mut words)?;
        let signs = Signs::builtin(&mut words)?;
        Ok(Self {
            conventions: english::conventions()?,
            vocabulary: words.build(),
            doubled,
            numbers,
            signs,
            phrases,
            articles: english::articles()?,
            pronouns: english::gendered_pronouns()?,
            lexicon,
            binding,
            entities: Entities::builtin()?,
            proper_terms: english::proper_terms()?,
            varieties: english::varieties()?,
            speech_past: english::speech_past()?,
            lower_case: english::lower_case_uses()?,
            source: Source::builtin()?,
            acronyms,
        })
    }

    /// The built-in tables with these rows in place of all phrase rows.
    #[cfg(test)]
    pub(crate) fn with_phrases(rows: &str) -> Result<Self, TableError> {
        let mut words = VocabularyBuilder::default();
        let mut phrases = Phrases::none(&mut words)?;
        phrases.add(&[(phrase::PhraseTable::Calque, phrase::PhraseTable::Calque.path(), rows)], &mut words)?;
        Self::open(words, phrases, Acronyms::builtin()?)
    }
}

#[cfg(test)]
mod tests;
